import { groupBy } from '../../kernel/order.ts';
import type { Place } from '../../kernel/place.ts';
import { PHRASES } from '../words.ts';

/** So many rows or stretches of rows are told one by one. */
const PLACES_SHOWN = 6;

/** Where in one exhibit: `rows 1–24, 31`, `BackupJobs items 3–9`, `host 2, port 1`. Everything is counted from 1, neighbours by the first and last of them. */
export function positions(places: readonly Place[]): string {
  const rows = places.flatMap(({ row }) => (row === undefined ? [] : [row]));
  const lines = places.flatMap(({ row, line }) => (row === undefined && line !== undefined ? [line] : []));
  const points = places.flatMap(({ row, line, at }) =>
    row === undefined && line === undefined && isInside(at) ? [at] : [],
  );
  return [
    told(rows, PHRASES.row, PHRASES.rows),
    told(lines, PHRASES.line, PHRASES.lines),
    ...[...groupBy(points.map(pointOf), ({ of }) => of)].map(([of, inside]) => toldInside(of, inside)),
  ]
    .filter((text) => text !== '')
    .join('; ');
}

/** The root of a file is the whole of it, which its number tells already. */
function isInside(at: string | undefined): at is string {
  return at !== undefined && at !== '' && at !== '/';
}

interface Point {
  /** What stands before its number: `host 2, port`; of items of one list nothing but the name of the list. */
  readonly of: string;
  readonly number: number | null;
  readonly element: boolean;
}

/** `/value/0` is the first item; `/report/host[2]` is the second host; anything else is told as it stands. */
function pointOf(at: string): Point {
  const [item, list = '', index] = /^(.*)\/(\d+)$/.exec(at) ?? [];
  if (item !== undefined) return { of: listOf(list), number: Number(index) + 1, element: false };
  const [element, path = '', position] = /^(.*)\[(\d+)\]$/.exec(at) ?? [];
  if (element !== undefined) return { of: elementOf(path), number: Number(position), element: true };
  return { of: at, number: null, element: false };
}

/** What services put all of their items into says nothing of them. */
const ENVELOPES: ReadonlySet<string> = new Set(['value', 'response', 'data', 'items', 'results', 'records']);

/** `BackupJobs`; `Results 1, Vulnerabilities` of `/Results/0/Vulnerabilities`. */
function listOf(path: string): string {
  const steps = path.split('/').filter((step) => step !== '');
  if (steps.length === 1 && ENVELOPES.has(steps[0] ?? '')) return '';
  const told: string[] = [];
  for (const step of steps) {
    const before = /^\d+$/.test(step) ? told.pop() : undefined;
    told.push(/^\d+$/.test(step) ? `${before ?? PHRASES.item('')} ${Number(step) + 1}`.replace(/ +/g, ' ') : step);
  }
  return told.join(', ');
}

/** `report 1, host 7, item` of `/Data/Report[1]/ReportHost[7]/ReportItem`: what only wraps others is left out, and words that were told already. */
function elementOf(path: string): string {
  const steps = path.split('/').filter((step) => step !== '');
  const below = steps.length > 1 ? steps.slice(1) : steps;
  const said = new Set<string>();
  const told = below.flatMap((step, index) => {
    const [, name = step, number] = /^(.*)\[(\d+)\]$/.exec(step) ?? [];
    const wraps = number === '1' && name.endsWith('s') && index < below.length - 1;
    if (wraps) return [];
    const words = name
      .replace(/([a-z])(?=[A-Z])/g, '$1 ')
      .toLowerCase()
      .split(' ');
    const fresh = words.filter((word) => !said.has(word));
    for (const word of words) said.add(word);
    const short = (fresh.length > 0 ? fresh : words).join(' ');
    return [number === undefined ? short : `${short} ${number}`];
  });
  return told.join(', ');
}

function toldInside(of: string, points: readonly Point[]): string {
  const numbers = points.flatMap(({ number }) => number ?? []);
  if (numbers.length === 0) return of;
  if (points[0]?.element === true)
    return told(
      numbers,
      (text) => PHRASES.elements(of, text),
      (text) => PHRASES.elements(manyOf(of), text),
    );
  const items = told(numbers, PHRASES.item, PHRASES.items);
  return of === '' ? items : PHRASES.itemsOf(items, of);
}

function manyOf(name: string): string {
  if (name.endsWith('s')) return name;
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
}

function told(all: readonly number[], one: (text: string) => string, many: (text: string) => string): string {
  const found = stretches([...new Set(all)].sort((a, b) => a - b));
  if (found.length === 0) return '';
  const shown = found.slice(0, PLACES_SHOWN).join(', ');
  if (found.length === 1 && /^\d+$/.test(shown)) return one(shown);
  return many(found.length > PLACES_SHOWN ? PHRASES.ellipsis(shown) : shown);
}

function stretches(numbers: readonly number[]): readonly string[] {
  const found: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last !== undefined && number === last.to + 1) last.to = number;
    else found.push({ from: number, to: number });
  }
  return found.map(({ from, to }) => (from === to ? String(from) : `${from}${to === from + 1 ? ', ' : '–'}${to}`));
}
