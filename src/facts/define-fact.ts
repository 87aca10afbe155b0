import type { CivilDate } from '../kernel/civil-date.ts';
import type { Period } from '../kernel/period.ts';
import type { Fact } from '../model/fact.ts';
import type { Population } from '../model/population.ts';
import type { RecordKind, RecordOf } from '../model/record.ts';
import type { Topic } from '../model/topic.ts';

/** What a fact may know beside its records. Populations are complete only when `answer` is called. */
export interface Scope {
  readonly asOf: CivilDate;
  readonly period: Period;
  /** The client's zone: the one in which calendar days are told. */
  readonly zone: string;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly clientDomains: readonly string[];
  /** Where the client can be reached from the internet, as the engagement tells. */
  readonly publicAddresses: readonly string[];
  /** Paths of the exhibits that the engagement names as authorities. */
  readonly populations: { readonly devices?: string | undefined; readonly people?: string | undefined };
}

export interface AnswerScope extends Scope {
  readonly people: Population;
  readonly devices: Population;
  /** Whether any row of the kind was read that was so by the as-of date. */
  readonly sawKind: (kind: RecordKind) => boolean;
}

/** Records stream past once; a fold keeps only what its answer needs. */
export interface Fold<R, S> {
  add(record: R): void;
  result(): S;
}

export interface FactDefinition<K extends RecordKind = RecordKind, S = unknown> {
  readonly question: string;
  readonly from: readonly K[];
  /** The measure that a known answer has. */
  readonly measures: 'share' | 'days' | 'count' | 'holds' | 'occurrences' | 'names';
  /** What it proves and what it does not, for `explain`. */
  readonly means: string;
  /** The answer can only get better with more rows: a newer one, one more occurrence. What is missing from an export then hides nothing bad. */
  readonly moreOnlyHelps?: true;
  /** Names of the engagement's thresholds that it reads, for those that no expectation names. */
  readonly thresholds?: readonly string[];
  /** The sort of document that it asks for. */
  readonly topic?: Topic;
  readonly start: (scope: Scope) => Fold<RecordOf<K>, S>;
  readonly answer: (result: S, scope: AnswerScope) => Fact;
}

/** The one default export of a fact file; the file's name is the fact's id. */
export function defineFact<K extends RecordKind, S>(fact: FactDefinition<K, S>): FactDefinition {
  return fact as unknown as FactDefinition;
}
