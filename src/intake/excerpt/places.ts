import type { Place } from '../../kernel/place.ts';
import type { CitedAs, WantedExcerpt } from '../../model/excerpt.ts';

/** A place that is to be shown: cited, or the neighbour of one that is. */
export interface Shown {
  readonly place: Place;
  readonly as: CitedAs | null;
}

/** Around so few cited places what stands beside them helps to read them; around many it would be a dump of the file. */
const WITH_NEIGHBOURS = 12;

/**
 * The cited places and, where they are few, those just before and behind each. In the order in which they are wanted. Where more are cited than are named,
 * what stands beside one may be cited itself, and is not shown as if it were not.
 */
export function shownPlaces({
  cited,
  citedInAll,
  isLeast,
}: Pick<WantedExcerpt, 'cited' | 'citedInAll' | 'isLeast'>): readonly Shown[] {
  const shown = new Map<string, Shown>();
  const add = (one: Shown): void => {
    const key = keyOf(one.place);
    const known = shown.get(key);
    // What speaks against something is told as that, also where another measure rests on it.
    if (known === undefined || known.as === null || one.as === 'exception') shown.set(key, one);
  };
  for (const { place, as } of cited) if (isPart(place)) add({ place, as });
  if (isLeast || citedInAll > cited.length || shown.size > WITH_NEIGHBOURS) return [...shown.values()];
  for (const { place } of [...shown.values()])
    for (const beside of neighbours(place)) if (!shown.has(keyOf(beside))) add({ place: beside, as: null });
  return [...shown.values()];
}

/** Whether it is a part of a file and not the whole of it. */
export function isPart({ row, line, at }: Place): boolean {
  return row !== undefined || line !== undefined || at !== undefined;
}

function keyOf({ row, line, at }: Place): string {
  return row !== undefined ? `row ${row}` : line !== undefined ? `line ${line}` : `at ${at ?? ''}`;
}

function neighbours(place: Place): readonly Place[] {
  const { row, line, at } = place;
  if (row !== undefined) return around(row, 1).map((near) => ({ path: place.path, row: near }));
  if (line !== undefined) return around(line, 1).map((near) => ({ path: place.path, line: near }));
  const [, before = '', number, behind = ''] = /^(.*?)(\d+)(\]?)$/.exec(at ?? '') ?? [];
  if (number === undefined || !/[/[]$/.test(before)) return [];
  const first = behind === ']' ? 1 : 0;
  return around(Number(number), first).map((near) => ({ path: place.path, at: `${before}${near}${behind}` }));
}

function around(number: number, first: number): readonly number[] {
  return [number - 1, number + 1].filter((near) => near >= first);
}

/** Whether what was read at one place belongs to a place that is shown: it is that place, inside of it, or around it. */
export function belongs(read: Place, { place }: Shown): boolean {
  if (place.row !== undefined) return read.row === place.row;
  if (place.line !== undefined) return read.line === place.line;
  if (read.at === undefined) return false;
  const [inner, outer] = [pointer(read.at), pointer(place.at ?? '')];
  return isWithin(inner, outer) || (inner !== '' && isWithin(outer, inner));
}

/** Whether what was read stands at the place itself or inside of it: then the file holds that place. */
export function isHeld(read: Place, shown: Shown): boolean {
  return belongs(read, shown) && (read.at === undefined || isWithin(pointer(read.at), pointer(shown.place.at ?? '')));
}

/** Whether reading a row can tell something of a place that is shown. */
export function leadsTo(row: Place, shown: Shown): boolean {
  return belongs(row, shown) || (row.at !== undefined && pointer(row.at) === '' && shown.place.at !== undefined);
}

export function isSame(row: Place, { place }: Shown): boolean {
  return keyOf(row) === keyOf(place);
}

/** `/` is how a document that is one item is told. */
function pointer(at: string): string {
  return at === '/' ? '' : at;
}

function isWithin(inner: string, outer: string): boolean {
  return inner.startsWith(outer) && (outer === '' || inner.length === outer.length || inner[outer.length] === '/');
}

/** What a field is called, seen from the place that is shown: `host name`, `items 3 state`. */
export function nameFrom(read: Place, name: string, { place }: Shown): string {
  const [inner, outer] = [pointer(read.at ?? ''), pointer((place.row ?? place.line) ? '' : (place.at ?? ''))];
  const steps = inner.length > outer.length ? inner.slice(outer.length) : '';
  const way = steps.split('/').filter((step) => step !== '');
  const numbered = way.map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : step.replace('[1]', '')));
  const own = name.replaceAll(/[\^@]/g, '').replaceAll('/', ' ').trim();
  // `$` and `.` are the value itself.
  return [...numbered, own === '$' || own === '.' ? '' : own].filter((step) => step !== '').join(' ');
}

/** `hostname` for `hostnames hostname name`, `address` for `address addr`: a word that only says again what stands beside it is left out. */
export function withoutEchoes(name: string): string {
  const words: string[] = [];
  for (const word of name.split(' ')) {
    const before = words.at(-1);
    const kept = before === undefined ? undefined : echoOf(before, word);
    if (kept === undefined) words.push(word);
    else words[words.length - 1] = kept;
  }
  return words.join(' ');
}

function echoOf(one: string, other: string): string | undefined {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a === `${b}s`) return other;
  if (b.length < 3 || a.length < 3) return undefined;
  if (a.startsWith(b) || a.endsWith(b)) return one;
  return b.startsWith(a) || b.endsWith(a) ? other : undefined;
}
