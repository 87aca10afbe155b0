import { groupBy } from '../../kernel/order.ts';
import { type Place, placeText } from '../../kernel/place.ts';
import type { Basis } from '../../model/fact.ts';
import { PHRASES } from '../words.ts';
import type { Cited, Lens } from './lens.ts';
import type { CitationView } from './shape/common.ts';

/** Each document that cites exhibits ends with the list of them under this id. */
export const EXHIBITS_TARGET = '#exhibits';

/** So many rows or stretches of rows are told one by one. */
const PLACES_SHOWN = 6;

/** Places by exhibit, in the order in which the exhibits are first named. */
export function cite(places: readonly Basis[], total: number, lens: Lens): Cited {
  const known = lens.cited.get(places);
  if (known !== undefined) return known;
  const made = inWords(places, total, lens);
  lens.cited.set(places, made);
  return made;
}

function inWords(places: readonly Basis[], total: number, lens: Lens): Cited {
  const groups = groupBy(places, ({ place }) => lens.exhibitNumber(place.path));
  const citations = [...groups].map(([number, rows]): CitationView => {
    const text = lens.compact ? number : [number, positions(rows.map(({ place }) => place))].filter(Boolean).join(' ');
    return { number, text, target: EXHIBITS_TARGET };
  });
  const beyond = total - places.length;
  return { citations, more: beyond > 0 && !lens.compact ? PHRASES.moreRows(beyond) : '' };
}

/** How many rows of each exhibit, where the rows themselves would be noise. */
export function citeCounted(places: readonly Basis[], lens: Lens): readonly CitationView[] {
  const groups = groupBy(places, ({ place }) => lens.exhibitNumber(place.path));
  return [...groups].map(([number, rows]) => {
    const distinct = new Set(rows.map(({ place }) => placeText(place))).size;
    const text = lens.compact ? number : PHRASES.citedRows(number, distinct);
    return { number, text, target: EXHIBITS_TARGET };
  });
}

/** The exhibits alone, without rows. */
export function citeExhibits(places: readonly Basis[], lens: Lens): readonly CitationView[] {
  const numbers = new Set(places.map(({ place }) => lens.exhibitNumber(place.path)));
  return [...numbers].sort().map((number) => ({ number, text: number, target: EXHIBITS_TARGET }));
}

/** `E-007 row 12`, without a link. */
export function placeInWords(place: Place, lens: Lens): string {
  return [lens.exhibitNumber(place.path), positions([place])].filter(Boolean).join(' ');
}

function positions(places: readonly Place[]): string {
  const rows = ascending(places.flatMap(({ row }) => (row === undefined ? [] : [row])));
  const lines = ascending(places.flatMap(({ row, line }) => (row === undefined && line !== undefined ? [line] : [])));
  const points = places.flatMap(({ row, line, at }) => (row === undefined && line === undefined && at ? [at] : []));
  return [
    listed(stretches(rows), PHRASES.row, PHRASES.rows),
    listed(stretches(lines), PHRASES.line, PHRASES.lines),
    listed([...new Set(points)], String, String),
  ]
    .filter((text) => text !== '')
    .join('; ');
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** `1–24`, `31`: neighbours are told by the first and the last of them. */
function stretches(numbers: readonly number[]): readonly string[] {
  const found: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last !== undefined && number === last.to + 1) last.to = number;
    else found.push({ from: number, to: number });
  }
  return found.map(({ from, to }) => (from === to ? String(from) : `${from}${to === from + 1 ? ', ' : '–'}${to}`));
}

function listed(all: readonly string[], one: (text: string) => string, many: (text: string) => string): string {
  const shown = all.slice(0, PLACES_SHOWN).join(', ');
  if (all.length === 0) return '';
  if (all.length === 1 && /^\d+$|^\D/.test(shown)) return one(shown);
  return many(all.length > PLACES_SHOWN ? PHRASES.ellipsis(shown) : shown);
}
