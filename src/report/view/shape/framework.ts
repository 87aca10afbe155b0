import { z } from 'zod';
import { CitationView, CountView, ExceptionsView, OwnerView, ReasonView, Text, VerdictView } from './common.ts';

export const AnswerView = z.strictObject({
  word: Text,
  /** Where the long words stand in a legend. */
  short: Text,
  tone: Text,
  text: Text,
  exceptions: ExceptionsView,
  claimed: Text,
  override: Text,
  contradiction: Text,
});
export type AnswerView = z.output<typeof AnswerView>;

export const ControlView = z.strictObject({
  anchor: Text,
  id: Text,
  title: Text,
  summary: Text,
  /** The publisher's own words, line by line, where the engagement names his catalogue. */
  statement: z.array(Text),
  citation: Text,
  requirement: Text,
  disposition: Text,
  /** What an auditor of this framework usually asks to see. */
  usuallyAsked: Text,
  /** What the control asks and nothing here measures. */
  notMeasured: Text,
  /** Identifiers of other frameworks, by list. */
  references: Text,
  /** Those of them that are told in the report itself. */
  seeAlso: Text,
  weight: Text,
  verdict: VerdictView,
  /** Beneath a risk acceptance or an inapplicability: what the evidence showed. */
  found: Text,
  design: VerdictView.nullable(),
  operation: VerdictView.nullable(),
  practices: Text,
  reasons: z.array(ReasonView),
  /** The one reason that says most about the verdict, where there is room for one. */
  telling: ReasonView.nullable(),
  /** What keeps that reason from carrying the answer further. */
  unseen: Text,
  /** The n of d of a *partly* that this reason does not tell itself. */
  part: Text,
  /** An earlier control with word for word the same proof, where that is told once. */
  sameAs: z.strictObject({ id: Text, title: Text, target: Text }).nullable(),
  /** What was asked and nothing speaks of. */
  silent: z.array(ReasonView),
  context: z.array(ReasonView),
  /** Of what practices rows show the contrary that does not decide this control. */
  weighed: Text,
  /** Whether anything is told below the reasons. */
  aside: z.boolean(),
  /** Of the reasons above, those that name rows which speak against them. */
  excepted: z.array(ReasonView),
  owner: OwnerView,
  /** Practices without evidence, each with a link to what to obtain. */
  missing: z.array(z.strictObject({ practice: Text, target: Text })),
  exhibits: z.array(CitationView),
  /** The newest day on which the evidence speaks. */
  newest: Text,
  /** Why it is left out and who approved that; nothing where it is not. */
  excluded: Text,
  remark: Text,
  /** That remark where the verdict is somebody's word for the whole, as a sentence. */
  said: Text,
  answer: AnswerView.nullable(),
});
export type ControlView = z.output<typeof ControlView>;

/** Two controls side by side; the second is missing at the end of an odd number. */
export const ControlPair = z.strictObject({ left: ControlView, right: ControlView.nullable() });
export type ControlPair = z.output<typeof ControlPair>;

export const GroupView = z.strictObject({
  anchor: Text,
  title: Text,
  /** The larger part that begins with this group, or nothing. */
  opens: Text,
  controls: z.array(ControlView),
  summary: Text,
});
export type GroupView = z.output<typeof GroupView>;

export const FrameworkView = z.strictObject({
  id: Text,
  anchor: Text,
  title: Text,
  shortTitle: Text,
  version: Text,
  publisher: Text,
  notice: Text,
  /** For what is not in force: the words for it, and when they were last looked up. */
  standing: Text,
  /** Whose mapping the references to other frameworks are. */
  referenceNotes: Text,
  /** From which file the publisher's words were taken. */
  text: Text,
  /** `outcomes`, `questions`. */
  controlWords: Text,
  headline: Text,
  supported: Text,
  assessed: Text,
  notApplicable: Text,
  controls: z.number(),
  counts: z.array(CountView),
  /** Whether its answers stand in the questionnaire. */
  questionnaire: z.boolean(),
  groups: z.array(GroupView),
  /** For who reads in short: what falls short, each with its title and extent, and the rest by their ids under their verdict. */
  inFull: z.array(z.strictObject({ verdict: VerdictView, count: z.number(), pairs: z.array(ControlPair) })),
  inBrief: z.array(z.strictObject({ verdict: VerdictView, count: z.number(), ids: Text })),
  figure: Text,
  /** Who answers for its parts. */
  ownersFigure: Text,
  /** Current against target, where the publisher offers a profile. */
  profileFigure: Text,
  contradictions: z.array(z.strictObject({ id: Text, target: Text, text: Text })),
});
export type FrameworkView = z.output<typeof FrameworkView>;
