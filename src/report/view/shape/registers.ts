import { z } from 'zod';
import { CitationView, Text, VerdictView } from './common.ts';

export const GapView = z.strictObject({
  id: Text,
  practice: Text,
  weakness: Text,
  verdict: VerdictView,
  severity: Text,
  severityTone: Text,
  severityBecause: Text,
  owner: Text,
  action: Text,
  basis: Text,
  milestones: z.array(Text),
  /** The milestones but for the last one that only repeats the due day. */
  steps: z.array(Text),
  due: Text,
  dueBecause: Text,
  status: Text,
  /** Nobody has begun or decided anything. */
  open: z.boolean(),
  closureEvidence: Text,
  controls: Text,
  citations: z.array(CitationView),
});
export type GapView = z.output<typeof GapView>;

/** How an exhibit came to be; an empty text is one that nobody says. */
export const MakingView = z.strictObject({
  told: z.array(z.strictObject({ label: Text, text: Text })),
  untold: Text,
  tool: Text,
  version: Text,
  report: Text,
  tenant: Text,
  parameters: Text,
  filters: Text,
  runAt: Text,
  runBy: Text,
  rows: Text,
  whole: Text,
  wholeTone: Text,
  because: Text,
  repeated: z.number(),
  before: z.number(),
  /** How many records, and how many of them an earlier file held already. */
  counted: Text,
  beforeIn: Text,
  totals: Text,
  person: Text,
});
export type MakingView = z.output<typeof MakingView>;

export const ExhibitView = z.strictObject({
  number: Text,
  /** Where the file stands beside the documents, as a target; nothing where it was kept back or lies in another. */
  file: Text,
  anchor: Text,
  path: Text,
  sha256: Text,
  /** Its first 16 digits, where there is no room for all. */
  hash: Text,
  size: Text,
  status: Text,
  /** The status alone, where there is no room for why. */
  state: Text,
  tone: Text,
  /** Read as evidence, and counted. */
  used: z.boolean(),
  source: Text,
  saw: Text,
  kinds: Text,
  records: z.number(),
  rejected: z.number(),
  /** `25 records: access review (25); 0 rows left out` */
  read: Text,
  covers: Text,
  made: MakingView,
  encoding: Text,
  packaged: Text,
  omitted: Text,
  /** What was taken out of it or left in it by decision. */
  handled: z.array(Text),
  notes: z.array(z.strictObject({ message: Text, hint: Text, place: Text, tone: Text })),
});
export type ExhibitView = z.output<typeof ExhibitView>;

/** What a person assumes of an export that no source knows. */
export const MappingView = z.strictObject({
  name: Text,
  version: z.number(),
  title: Text,
  by: Text,
  on: Text,
  because: Text,
  kinds: Text,
  exhibits: Text,
});
export type MappingView = z.output<typeof MappingView>;

export const CadenceView = z.strictObject({
  practice: Text,
  cadence: Text,
  found: Text,
  longestGap: Text,
  owners: Text,
  tone: Text,
});
export type CadenceView = z.output<typeof CadenceView>;

/** Month by month, of which practices a row speaks. */
export const ContinuityView = z.strictObject({
  title: Text,
  anchor: Text,
  law: Text,
  note: Text,
  months: z.array(z.strictObject({ year: Text, day: Text })),
  /** The signs that stand in the strips, with what they mean. */
  signs: z.array(z.strictObject({ sign: Text, tone: Text, means: Text })),
  topics: z.array(
    z.strictObject({
      title: Text,
      lines: z.array(
        z.strictObject({
          practice: Text,
          verdict: VerdictView,
          /** `3 of 12` */
          shown: Text,
          /** The months of which no row speaks, by their ends. */
          cells: z.array(z.strictObject({ sign: Text, tone: Text })),
        }),
      ),
    }),
  ),
});
export type ContinuityView = z.output<typeof ContinuityView>;

export const StatementView = z.strictObject({
  about: Text,
  statement: Text,
  by: Text,
  on: Text,
  until: Text,
  /** That its last day was before the as-of date; nothing where it was not. */
  lapsed: Text,
  note: Text,
});
export type StatementView = z.output<typeof StatementView>;

/** What people said and decided; none of it is evidence of operation. */
export const StatementsView = z.strictObject({
  attestations: z.array(StatementView),
  acceptances: z.array(StatementView),
  notApplicable: z.array(StatementView),
  addressable: z.array(StatementView),
  /** `allows`: the strongest answer that the evidence allows. */
  claims: z.array(StatementView.extend({ allows: Text, tone: Text })),
  inherited: z.array(StatementView),
  lapsed: z.boolean(),
});
export type StatementsView = z.output<typeof StatementsView>;

export const OmissionView = z.strictObject({
  kind: Text,
  what: Text,
  subject: Text,
  reason: Text,
  /** The reason, without what the index says once of all that nobody handed over. */
  briefly: Text,
  cure: Text,
  by: Text,
});
export type OmissionView = z.output<typeof OmissionView>;

/** One authoritative list held against the exports; names only where the edition tells them. */
export const PopulationView = z.strictObject({
  title: Text,
  basis: Text,
  known: z.boolean(),
  /** `52 entries of this kind: 48 counted, 1 repeated, 3 excluded` */
  sum: Text,
  leavers: Text,
  leaversTone: Text,
  columns: z.array(
    z.strictObject({
      title: Text,
      named: z.number(),
      matched: Text,
      missing: z.number(),
      stale: z.number(),
      unmatched: z.number(),
      repeated: z.number(),
    }),
  ),
  lists: z.array(z.strictObject({ title: Text, names: z.array(Text), more: Text })),
});
export type PopulationView = z.output<typeof PopulationView>;
