import { z } from 'zod';
import { OwnerView, Text, VerdictView } from './common.ts';

export const PracticeView = z.strictObject({
  id: Text,
  anchor: Text,
  title: Text,
  meaning: Text,
  duty: Text,
  cadence: Text,
  verdict: VerdictView,
  owner: OwnerView,
  because: Text,
  overridden: Text,
  /** Who does which part, where its domain does not tell it once for several. */
  part: Text,
});
export type PracticeView = z.output<typeof PracticeView>;

export const DomainView = z.strictObject({
  id: Text,
  title: Text,
  /** Who does which part of all those that the same parties carry out together. */
  shared: z.array(Text),
  practices: z.array(PracticeView),
});

export type DomainView = z.output<typeof DomainView>;

export const PartyView = z.strictObject({
  title: Text,
  name: Text,
  side: Text,
  meaning: Text,
  accountable: z.number(),
  responsible: z.number(),
  evidence: z.number(),
  afterHours: z.number(),
  /** Of the practices that it must prove: how many nobody sent anything for. */
  owes: Text,
});
export type PartyView = z.output<typeof PartyView>;

export const OwnershipView = z.strictObject({
  model: Text,
  changed: z.boolean(),
  spans: z.array(z.strictObject({ title: Text, from: Text, to: Text })),
  moved: z.array(z.strictObject({ practice: Text, before: Text, after: Text })),
  parties: z.array(PartyView),
  domains: z.array(DomainView),
  legal: z.array(z.strictObject({ title: Text, accountable: Text, responsible: Text })),
  /** The same duties by whoever answers for them. */
  legalBy: z.array(z.strictObject({ accountable: Text, titles: Text })),
  issues: z.array(z.strictObject({ about: Text, message: Text, hint: Text })),
  issuesCounted: Text,
  /** The same by what is to be done about them. */
  toSettle: z.array(z.strictObject({ hint: Text, messages: z.array(Text), line: Text })),
  summary: z.array(Text),
  figure: Text,
  splitFigure: Text,
});
export type OwnershipView = z.output<typeof OwnershipView>;
