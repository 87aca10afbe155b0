import { MAPPING_REASONS } from '../../kernel/messages/mapping.ts';
import { MAPPABLE_KINDS, type MappableKind, mappedKind } from '../../model/mapping/kinds.ts';
import type { LeaveOut } from '../../model/mapping.ts';
import { decides } from '../../model/mapping-check.ts';
import type { Strength } from '../../model/record.ts';
import { assignColumns, type KindProposal, scoreKind } from './assign.ts';
import { type ColumnProposal, SURE } from './columns.ts';
import type { Lexicon } from './lexicon.ts';
import type { Proposal, Said } from './proposal.ts';
import { columnQuestions, wordQuestions } from './questions.ts';
import type { Survey } from './survey.ts';
import { decimalOf, epochOf, orderOf, timesOf } from './times.ts';
import { typed, wordsFor } from './words.ts';

/** A kind is taken when it is well explained and well ahead of the next. */
const SURE_KIND = 0.6;
const AHEAD = 0.07;
const KINDS_SHOWN = 5;

/** Pure: asked again after each answer, it decides what the answer settles. */
export function proposeMapping(survey: Survey, lexicon: Lexicon, said: Said): Proposal {
  const kinds = MAPPABLE_KINDS.map((kind) => scoreKind(kind, survey, lexicon))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, KINDS_SHOWN);
  const kind = said.kind ?? sureKind(kinds);
  if (kind === undefined) return { ...NOTHING, kinds, questions: [{ about: 'kind', choices: kinds }] };
  const { columns: assigned, candidates } = assignColumns(kind, survey, lexicon, said.columns);
  const columns = assigned.filter(
    ({ field, score, header }) => score >= SURE && isClear({ field, score, header }, candidates, said),
  );
  const words = wordsFor(kind, columns, { survey, lexicon, said });
  const times = timesOf(kind, columns, survey);
  const order = orderOf(times, survey, lexicon, said);
  const used = new Set(columns.map(({ header }) => header));
  return {
    kinds,
    kind,
    columns,
    fixed: Object.fromEntries(
      Object.entries(said.fixed).map(([name, value]) => [name, typed(value, mappedKind(kind).fields[name])]),
    ),
    words,
    unused: survey.names.filter((name) => !used.has(name)),
    dateOrder: order.decided,
    zone: said.zone,
    epoch: epochOf(times),
    decimal: decimalOf(kind, columns, survey),
    leaveOut: leaveOutOf(survey, said),
    strength: strengthOf(kind, said),
    questions: [...columnQuestions(kind, columns, candidates, said), ...wordQuestions(kind, words), ...order.questions],
  };
}

const NOTHING: Omit<Proposal, 'kinds' | 'questions'> = {
  kind: undefined,
  columns: [],
  fixed: {},
  words: [],
  unused: [],
  dateOrder: undefined,
  zone: undefined,
  epoch: undefined,
  decimal: 'point',
  leaveOut: [],
  strength: 'A',
};

function sureKind([first, second]: readonly KindProposal[]): MappableKind | undefined {
  if (!first || first.score < SURE_KIND) return undefined;
  return second && first.score - second.score < AHEAD ? undefined : first.kind;
}

/** Two columns that name a field equally well are none, until a person says which. */
function isClear(
  taken: Pick<ColumnProposal, 'field' | 'header' | 'score'>,
  candidates: readonly ColumnProposal[],
  said: Said,
): boolean {
  if (said.columns[taken.field] !== undefined) return true;
  const settled = new Set(Object.values(said.columns));
  return !candidates.some(
    ({ field, header, score }) =>
      field === taken.field &&
      header !== taken.header &&
      !settled.has(header) &&
      taken.score - score < 0.02 &&
      !isBetterElsewhere(header, field, candidates),
  );
}

function isBetterElsewhere(header: string, field: string, candidates: readonly ColumnProposal[]): boolean {
  const own = candidates.filter((each) => each.header === header);
  return (
    own[0] !== undefined &&
    own[0].field !== field &&
    own[0].score > (own.find((each) => each.field === field)?.score ?? 0)
  );
}

function leaveOutOf({ totals }: Survey, { leaveOut }: Said): Proposal['leaveOut'] {
  if (leaveOut) return leaveOut.map((rule) => ({ rule, rows: 0, reason: MAPPING_REASONS.said() }));
  const rules = new Map<string, Proposal['leaveOut'][number]>();
  for (const { column, text } of totals) {
    const [first = text] = text.split(/[\s:=(]/);
    const rule: LeaveOut = first === text ? { column, is: text } : { column, begins: first };
    const key = JSON.stringify(rule);
    rules.set(key, { rule, rows: (rules.get(key)?.rows ?? 0) + 1, reason: MAPPING_REASONS.totals(text) });
  }
  return [...rules.values()];
}

function strengthOf(kind: MappableKind, { fixed }: Said): Strength {
  const { fields, strength } = mappedKind(kind);
  return Object.keys(fixed).some((name) => decides(fields[name])) ? 'A' : strength;
}
