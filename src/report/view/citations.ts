import { byCodeUnit, groupBy } from '../../kernel/order.ts';
import type { Place } from '../../kernel/place.ts';
import type { Basis } from '../../model/fact.ts';
import { excerptAnchor } from '../excerpts/anchor.ts';
import { PHRASES } from '../words.ts';
import { fileTarget } from './file-target.ts';
import type { Cited, Lens } from './lens.ts';
import { positions } from './positions.ts';
import type { CitationView } from './shape/common.ts';

/** Each document that cites exhibits ends with the list of them under this id. */
export const EXHIBITS_TARGET = '#exhibits';

/** Places by exhibit, in the order in which the exhibits are first named. */
export function cite(places: readonly Basis[], total: number, lens: Lens, unlisted: Unlisted = []): Cited {
  const known = lens.cited.get(places);
  if (known !== undefined) return known;
  const made = inWords(places, total, lens, unlisted);
  lens.cited.set(places, made);
  return made;
}

function inWords(places: readonly Basis[], total: number, lens: Lens, unlisted: Unlisted): Cited {
  const groups = groupBy(places, ({ place }) => lens.exhibitNumber(place.path));
  const [fileOf, shownOf] = [fileFinder(places, lens), shownFinder(places, lens)];
  const where = [...groups].map(([number, rows]) => ({
    number,
    at: lens.compact ? '' : positions(rows.map(({ place }) => place)),
  }));
  // Four exports of one review, all their rows: said once.
  const alike = groupBy(where, ({ number, at }) => (at === '' ? number : at));
  const citations = [...alike.values()].map((same): CitationView => {
    const number = same.map((each) => each.number).join(', ');
    const file = same.length === 1 ? fileOf(number) : '';
    const shown = shownOf(same[0]?.number ?? '');
    return { number, text: [number, same[0]?.at].filter(Boolean).join(' '), target: EXHIBITS_TARGET, shown, file };
  });
  const beyond = total - places.length;
  return { citations, more: beyond > 0 && !lens.compact ? moreRows(beyond, groups, unlisted, lens) : '' };
}

type Unlisted = ReturnType<Lens['unlisted']>;

/** `and 34 more`, and of which exhibits, where it is not the one that stands before it. */
function moreRows(beyond: number, listed: ReadonlyMap<string, unknown>, unlisted: Unlisted, lens: Lens): string {
  const numbers = groupBy(unlisted, ({ path }) => lens.exhibitNumber(path));
  const counts = [...numbers].map(([number, all]) => ({ number, count: all.reduce((sum, { rows }) => sum + rows, 0) }));
  const sum = counts.reduce((all, { count }) => all + count, 0);
  const isPlain = listed.size === 1 && counts.every(({ number }) => listed.has(number));
  if (isPlain || sum !== beyond) return PHRASES.moreRows(beyond);
  return PHRASES.moreRowsOf(counts.toSorted((a, b) => byCodeUnit(a.number, b.number)));
}

/** The exhibits alone, without rows. */
export function citeExhibits(places: readonly Basis[], lens: Lens): readonly CitationView[] {
  const numbers = new Set(places.map(({ place }) => lens.exhibitNumber(place.path)));
  const [fileOf, shownOf] = [fileFinder(places, lens), shownFinder(places, lens)];
  return [...numbers].sort().map((number) => ({
    number,
    text: number,
    target: EXHIBITS_TARGET,
    shown: shownOf(number),
    file: fileOf(number),
  }));
}

function fileFinder(places: readonly Basis[], lens: Lens): (number: string) => string {
  const files = new Map(
    places.map(({ place }) => [lens.exhibitNumber(place.path), fileTarget(lens.placement(place.path))]),
  );
  return (number) => files.get(number) ?? '';
}

/** Of a container with several files the one that is cited first. */
function shownFinder(places: readonly Basis[], { excerpts, exhibitNumber }: Lens): (number: string) => string {
  const anchors = new Map<string, string>();
  for (const { place } of places) {
    const number = exhibitNumber(place.path);
    if (excerpts.has(place.path) && !anchors.has(number)) anchors.set(number, `#${excerptAnchor(number, place.path)}`);
  }
  return (number) => anchors.get(number) ?? '';
}

/** `E-007 rows 12, 14`, without a link. */
export function placesInWords(places: readonly Place[], lens: Lens): string {
  return [...groupBy(places, ({ path }) => lens.exhibitNumber(path))]
    .map(([number, inside]) => [number, positions(inside)].filter(Boolean).join(' '))
    .join('; ');
}
