import { groupBy } from '../../kernel/order.ts';
import type { Place } from '../../kernel/place.ts';
import { PHRASES } from '../words.ts';

/** So many rows or stretches of rows are told one by one. */
const PLACES_SHOWN = 6;

/** Where in one exhibit: `rows 1–24, 31`, `items 3–9 of value`. Everything is counted from 1, neighbours by the first and last of them. */
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
  /** What its number is one of. */
  readonly of: string;
  readonly number: number | null;
  readonly element: boolean;
}

/** `/value/0` is the first item of value; `/report/host[2]` is the second host; anything else is told as it stands. */
function pointOf(at: string): Point {
  const [item, list = '', index] = /^(.*)\/(\d+)$/.exec(at) ?? [];
  if (item !== undefined) return { of: shortest(list), number: Number(index) + 1, element: false };
  const [element, path = '', position] = /^(.*)\[(\d+)\]$/.exec(at) ?? [];
  if (element !== undefined) return { of: shortest(path), number: Number(position), element: true };
  return { of: at, number: null, element: false };
}

/** The last name alone, unless a number before it tells which one is meant: `host 7 ports` of `/nmaprun/host[7]/ports[1]`. */
function shortest(path: string): string {
  const names = path.replaceAll('[1]', '').split('/');
  const first = names.findIndex((name) => /^\d+$|\[\d+\]$/.test(name));
  if (first < 0) return names.at(-1) ?? path;
  const [from, list] = /^\d/.test(names[first] ?? '') ? [0, '/'] : [first, ' '];
  return names
    .slice(from)
    .map((name) => name.replace(/\[(\d+)\]$/, ' $1'))
    .join(list);
}

function toldInside(of: string, points: readonly Point[]): string {
  const numbers = points.flatMap(({ number }) => number ?? []);
  if (numbers.length === 0) return of;
  if (points[0]?.element === true) return PHRASES.elements(of, told(numbers, String, String));
  const items = told(numbers, PHRASES.item, PHRASES.items);
  return of === '' ? items : PHRASES.itemsOf(items, of);
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
