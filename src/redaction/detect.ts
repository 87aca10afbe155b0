import { SIGHTING_CLASSES, type Sighting } from '../model/sighting.ts';
import { sightingsInLists, sightingsInSettings, sightingsUnderNames } from './fields.ts';
import { gramsOf, mayHold } from './grams.ts';
import { PATTERNS, type Pattern } from './kinds/index.ts';
import { type Listed, listsIn } from './lists.ts';
import { matchesOf } from './matches.ts';
import { sightingsInColumns, type Table } from './table.ts';

/** All that is found in a text, in its order and without overlaps: a secret wins over what only names somebody, a longer one over a shorter. */
export function sightingsIn(text: string): readonly Sighting[] {
  return withoutOverlaps(allSightingsIn(text, { listed: listsIn(text).values }));
}

/** What was read of a text before: values of lists with their keys, and the table that it is, or goes on with. */
export interface Known {
  readonly listed: readonly Listed[];
  readonly table?: Table | undefined;
  readonly rowsFrom?: number;
}

/** The same with what overlaps: whoever takes values out takes the whole address out, and not only the password that stands in it. */
export function allSightingsIn(text: string, { listed, table, rowsFrom = 0 }: Known): readonly Sighting[] {
  const plain = unescaped(text);
  const small = plain.toLowerCase();
  const grams = gramsOf(small);
  const stands = (word: string) => mayHold(grams, word) && small.includes(word);
  const found = PATTERNS.flatMap((each) =>
    each.near.length === 0 || each.near.some(stands) ? matches(plain, each) : [],
  );
  const underNames = [...sightingsUnderNames(text), ...sightingsInLists(listed), ...sightingsInSettings(plain)];
  const inColumns = table ? sightingsInColumns(text, table, rowsFrom) : [];
  return [...found, ...underNames, ...inColumns];
}

/**
 * A text within a text, with the quotes and line breaks that it had before JSON, CSV or XML wrote them in their way; nothing moves, so that
 * places stay places.
 */
function unescaped(text: string): string {
  let plain = text;
  if (text.includes('\\'))
    plain = plain.replaceAll('\\"', ' "').replaceAll('\\n', ' \n').replaceAll('\\r', '  ').replaceAll('\\t', '  ');
  if (text.includes('""')) plain = plain.replaceAll('""', ' "');
  if (text.includes('&'))
    plain = plain
      .replaceAll('&quot;', '     "')
      .replaceAll('&#34;', '    "')
      .replaceAll('&#10;', '    \n')
      .replaceAll('&#xA;', '    \n');
  return plain;
}

function matches(text: string, { kind, pattern, edge, back = 0, whole, holds }: Pattern): Sighting[] {
  const found: Sighting[] = [];
  for (const match of matchesOf(pattern, text)) {
    const begin = match.index - back;
    const end = match.index + match[0].length;
    if (edge !== undefined && (edge.test(text.charAt(begin - 1)) || edge.test(text.charAt(end)))) continue;
    const group = whole ? undefined : match.findLast((each, i) => i > 0 && each !== undefined);
    const from = group === undefined ? begin : match.index + match[0].lastIndexOf(group);
    const to = group === undefined ? end : from + group.length;
    if (!holds || holds(text.slice(from, to), match)) found.push({ kind, from, to });
  }
  return found;
}

const RANKS = { secret: 0, sensitive: 1, personal: 2 } as const;

export function withoutOverlaps(found: readonly Sighting[]): readonly Sighting[] {
  if (found.length < 2) return found;
  const rank = ({ kind }: Sighting) => RANKS[SIGHTING_CLASSES[kind]];
  const best = found.toSorted((a, b) => rank(a) - rank(b) || b.to - b.from - (a.to - a.from) || a.from - b.from);
  const taken = new Uint8Array(found.reduce((end, { to }) => Math.max(end, to), 0));
  const kept = best.filter(({ from, to }) => {
    if (taken.subarray(from, to).includes(1)) return false;
    taken.fill(1, from, to);
    return true;
  });
  return kept.sort((a, b) => a.from - b.from);
}
