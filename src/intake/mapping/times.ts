import { MAPPING_REASONS } from '../../kernel/messages/mapping.ts';
import { type MappableKind, mappedKind } from '../../model/mapping/kinds.ts';
import type { ColumnProposal } from './columns.ts';
import type { Lexicon } from './lexicon.ts';
import type { Proposal, Question, Said } from './proposal.ts';
import type { ColumnSurvey, Survey } from './survey.ts';

/** The columns that hold times. */
export function timesOf(
  kind: MappableKind,
  columns: readonly ColumnProposal[],
  survey: Survey,
): readonly ColumnSurvey[] {
  const { fields } = mappedKind(kind);
  const headers = new Set(
    columns.filter(({ field }) => field === 'observed' || fields[field]?.as === 'time').map(({ header }) => header),
  );
  return survey.columns.filter(({ name }) => headers.has(name));
}

/** Decided by a date that one order only can read; else a question. */
export function orderOf(
  times: readonly ColumnSurvey[],
  { names }: Survey,
  lexicon: Lexicon,
  said: Said,
): { decided: Proposal['dateOrder']; questions: readonly Question[] } {
  const count = (what: 'dayFirst' | 'monthFirst' | 'open') => times.reduce((sum, { order }) => sum + order[what], 0);
  if (said.dateOrder !== undefined)
    return { decided: { order: said.dateOrder, reason: MAPPING_REASONS.said() }, questions: [] };
  const [dayFirst, monthFirst, open] = [count('dayFirst'), count('monthFirst'), count('open')];
  if (dayFirst > 0 && monthFirst === 0)
    return { decided: { order: 'dmy', reason: MAPPING_REASONS.order('dmy', dayFirst) }, questions: [] };
  if (monthFirst > 0 && dayFirst === 0)
    return { decided: { order: 'mdy', reason: MAPPING_REASONS.order('mdy', monthFirst) }, questions: [] };
  if (open + dayFirst + monthFirst === 0) return { decided: undefined, questions: [] };
  const language = lexicon.languageOf(names);
  const likely = language === undefined || language === 'en' ? undefined : 'dmy';
  const example = times.flatMap(({ values }) => [...values.keys()])[0] ?? '';
  return { decided: undefined, questions: [{ about: 'date-order', likely, example }] };
}

export function epochOf(times: readonly ColumnSurvey[]): Proposal['epoch'] {
  const count = (what: 'seconds' | 'milliseconds' | 'dates') => times.reduce((sum, column) => sum + column[what], 0);
  if (count('dates') > 0) return undefined;
  const [seconds, milliseconds] = [count('seconds'), count('milliseconds')];
  if (seconds === milliseconds) return undefined;
  return seconds > milliseconds ? 'seconds' : 'milliseconds';
}

export function decimalOf(kind: MappableKind, columns: readonly ColumnProposal[], survey: Survey): Proposal['decimal'] {
  const { fields } = mappedKind(kind);
  const headers = new Set(columns.filter(({ field }) => fields[field]?.as === 'number').map(({ header }) => header));
  const numbers = survey.columns.filter(({ name }) => headers.has(name));
  const sum = (what: 'numbers' | 'commaNumbers') => numbers.reduce((total, column) => total + column[what], 0);
  return sum('commaNumbers') > sum('numbers') ? 'comma' : 'point';
}
