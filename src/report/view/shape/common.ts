import { z } from 'zod';
import { VERDICTS } from '../../../model/assessment.ts';

/** Everything a template prints is a text, made in `view/`; absent is the empty text, which `if` tells from the rest. */
export const Text = z.string();

/** A verdict with its words, and the tone in which they are written. */
export const VerdictView = z.strictObject({
  id: z.enum(VERDICTS),
  word: Text,
  tone: Text,
  /** `38 of 40 people (95 %)`, or nothing. */
  extent: Text,
});
export type VerdictView = z.output<typeof VerdictView>;

/**
 * Where something is shown: `E-007 rows 3, 12`, with a link to the list of exhibits. `file`: the exhibit itself, where it stands in the package;
 * `shown`: its marked rows, where the edition shows them.
 */
export const CitationView = z.strictObject({ number: Text, text: Text, target: Text, shown: Text, file: Text });
export type CitationView = z.output<typeof CitationView>;

/** Rows that speak against something; in editions without names only their number. */
export const ExceptionsView = z.strictObject({
  count: z.number(),
  counted: Text,
  first: z.array(z.strictObject({ text: Text, place: Text })),
  more: Text,
  /** The control above under which they are told, where that is shorter than telling them again. */
  under: z.strictObject({ id: Text, target: Text }).nullable(),
});
export type ExceptionsView = z.output<typeof ExceptionsView>;

/** Hats with names: who answers for it, does it, proves it, may change it, acts at night, decides at last. */
export const OwnerView = z.strictObject({
  /** The first three in one line. */
  line: Text,
  accountable: Text,
  responsible: Text,
  /** Who does it, where that is somebody else than who answers for it. */
  others: Text,
  evidence: Text,
  approves: Text,
  consulted: Text,
  informed: Text,
  afterHours: Text,
  escalation: Text,
  split: Text,
});
export type OwnerView = z.output<typeof OwnerView>;

export const ReasonView = z.strictObject({
  text: Text,
  question: Text,
  found: Text,
  measured: Text,
  expected: Text,
  /** What was expected, at the beginning of a cell. */
  wanted: Text,
  outcome: Text,
  tone: Text,
  line: Text,
  bears: Text,
  because: Text,
  newest: Text,
  citations: z.array(CitationView),
  moreCitations: Text,
  exceptions: ExceptionsView,
  /** What the exceptions are to the measure: `Not among the 38 of 40 people (95 %)`, `The 2 open actions`. */
  besides: Text,
});
export type ReasonView = z.output<typeof ReasonView>;

export const CountView = z.strictObject({ verdict: VerdictView, count: z.number() });
