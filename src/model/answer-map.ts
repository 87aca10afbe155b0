import type { Ceiling, Verdict } from './assessment.ts';
import type { Candidate, Certainty } from './match.ts';
import type { Saying, Spot } from './questionnaire.ts';

/**
 * `filled` by the evidence, `stated` by a named person where only people know; `edited` by a named person within what the evidence allows,
 * `overridden` by one against it; `person` when somebody has to answer; `not-asked` when the question before it was answered otherwise;
 * `answered` when something stands there already; `hidden` when the form does not show it.
 */
export const ANSWER_STATES = [
  'filled',
  'stated',
  'edited',
  'overridden',
  'person',
  'not-asked',
  'answered',
  'hidden',
] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** One row of the answer map: from the sender's cell to the exhibits behind what was written into it. */
export interface AnswerRow {
  readonly id: string;
  readonly number: string | null;
  readonly question: string;
  readonly section: string | null;
  readonly at: Spot;
  readonly state: AnswerState;
  /** Why it was left to a person, or was answered so. */
  readonly because: string;
  readonly certainty: Certainty;
  readonly candidates: readonly Candidate[];
  readonly margin: number;
  readonly framework: string | null;
  readonly control: string | null;
  readonly verdict: Verdict | null;
  readonly ceiling: Ceiling | null;
  readonly says: Saying | null;
  readonly practices: readonly string[];
  readonly facts: readonly string[];
  /** Numbers of the exhibits in the package that goes with it. */
  readonly exhibits: readonly string[];
  /** What was written, by the cell that it was written into. */
  readonly written: readonly { readonly cell: string; readonly text: string }[];
  /** What could be written and was not: for the person who answers. */
  readonly proposed: string | null;
  readonly owner: string;
  readonly sameAs: string | null;
  readonly earlier: EarlierAnswer | null;
  /** What somebody decided in the review, and what became of it. */
  readonly reviewed: Reviewed | null;
}

export interface Reviewed {
  readonly state: 'accepted' | 'edited' | 'assigned';
  readonly by: string;
  readonly on: string;
  /** Whether it holds against the form and the evidence as they are now; else why it does not. */
  readonly refused: string | null;
  /** Set when it says more than the evidence carries: whether refused, or overridden by name. */
  readonly contradiction: string | null;
  readonly override: { readonly by: string; readonly because: string } | null;
}

export interface EarlierAnswer {
  readonly said: string;
  readonly comment: string | null;
  readonly from: string;
  /** Set when the evidence does not carry what was said. */
  readonly contradiction: string | null;
}
