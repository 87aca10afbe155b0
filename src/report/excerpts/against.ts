import { groupBy } from '../../kernel/order.ts';
import { placeText } from '../../kernel/place.ts';
import type { Basis } from '../../model/fact.ts';
import type { Findings } from '../../model/findings.ts';
import { positions } from '../view/positions.ts';
import type { ExcerptView } from '../view/shape/excerpts.ts';
import { speaksAgainst } from './wanted.ts';
import { EXCERPT_WORDS } from './words.ts';

/** The rows of one exhibit that speak against one measure. */
export interface Against {
  readonly question: string;
  readonly rows: readonly Basis[];
}

/** By exhibit, what the rows that are marked as exceptions speak against, each measure once. */
export function againstByPath({
  frameworks,
  facts,
}: Pick<Findings, 'frameworks' | 'facts'>): ReadonlyMap<string, readonly Against[]> {
  const questions = new Map(facts.map(({ id, question }) => [id, question]));
  const reasons = frameworks.flatMap(({ controls }) => controls.flatMap((control) => control.reasons));
  const once = new Map(reasons.filter(speaksAgainst).map((reason) => [reason.fact, reason]));
  const found = new Map<string, Against[]>();
  for (const [fact, { exceptions }] of once) {
    for (const [path, rows] of groupBy(exceptions, ({ place }) => place.path)) {
      const all = found.get(path) ?? [];
      all.push({ question: questions.get(fact) ?? fact, rows });
      found.set(path, all);
    }
  }
  return found;
}

/** So many measures are told beside one exhibit; more where a mark would else have no reason. */
const MEASURES_TOLD = 6;

/** Why the rows that are shown are marked: no mark stands without a measure that it is an exception to. */
export function againstView(
  all: readonly Against[],
  marked: ReadonlySet<string>,
): Pick<ExcerptView, 'against' | 'moreAgainst'> {
  const here = all
    .map(({ question, rows }) => ({ question, rows: rows.filter(({ place }) => marked.has(placeText(place))) }))
    .filter(({ rows }) => rows.length > 0);
  const told = new Set(needed(here));
  for (const each of here) if (told.size < MEASURES_TOLD) told.add(each);
  const more = here.length - told.size;
  return {
    against: [
      ...groupBy(
        here.filter((each) => told.has(each)),
        ({ rows }) => whereOf(rows),
      ),
    ].map(([at, same]) => ({
      at,
      to: same.map(({ question, rows }) => ({ question, said: saidOfAll(rows) })),
    })),
    moreAgainst: more > 0 ? EXCERPT_WORDS.moreMeasures(more) : '',
  };
}

function whereOf(rows: readonly Basis[]): string {
  const at = positions(rows.map(({ place }) => place));
  return at === '' ? EXCERPT_WORDS.whole : at;
}

/** Those without which a row would have none. */
function needed(all: readonly Against[]): readonly Against[] {
  const explained = new Set<string>();
  return all
    .toSorted((a, b) => b.rows.length - a.rows.length)
    .filter(({ rows }) => {
      const fresh = rows.map(({ place }) => placeText(place)).filter((key) => !explained.has(key));
      for (const key of fresh) explained.add(key);
      return fresh.length > 0;
    });
}

/** `LFD-WS01: no scan names it`, `LFD-WS02: no scan names it`: what is said of each of them, where it is the same. */
function saidOfAll(rows: readonly Basis[]): string {
  const said = new Set(rows.map(({ text }) => /: (.+)$/s.exec(text)?.[1] ?? text));
  const [first = ''] = said;
  return said.size === 1 ? first : '';
}
