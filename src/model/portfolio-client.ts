import { z } from 'zod';
import { CEILINGS } from './assessment.ts';
import { CivilDate } from './civil-day.ts';
import { Finish } from './finish.ts';
import { EditionName } from './store.ts';
import { TREND_BREAKS } from './trend.ts';

const Count = z.number().int().min(0);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Side = z.enum(['client', 'provider']);

/** Who: a party of the client's roster, as people call it. */
export const Who = z.strictObject({ party: z.string(), side: Side, title: z.string(), name: z.string().nullable() });
export type Who = z.output<typeof Who>;

/** Evidence that is missing or has run out, who has to bring it, and which facts it would answer. */
export const Wanting = z.strictObject({
  practice: z.string(),
  title: z.string(),
  state: z.enum(['stale', 'missing']),
  /** The newest that there is. */
  newest: CivilDate.nullable(),
  by: Who.nullable(),
  /** Whether it is for the provider to do or to prove. */
  duty: z.enum(['provider', 'client']),
  severity: z.enum(['high', 'moderate', 'low']),
  obtain: z.string(),
  facts: z.array(z.string()),
});
export type Wanting = z.output<typeof Wanting>;

/** An answer that somebody means to give and that the evidence does not carry. */
export const Unsignable = z.strictObject({
  control: z.string().nullable(),
  title: z.string(),
  claimed: z.string(),
  ceiling: z.string(),
  /** Who said it, where somebody did. */
  by: z.string().nullable(),
  text: z.string(),
  overridden: z.boolean(),
});
export type Unsignable = z.output<typeof Unsignable>;

/** What the portfolio needs to know of one client: counts, days, practices and parties, no row of an exhibit. */
export const ClientSummary = z.strictObject({
  name: z.string(),
  asOf: CivilDate,
  renewsOn: CivilDate.nullable(),
  model: z.string(),
  headlines: z.array(
    z.strictObject({
      framework: z.string(),
      title: z.string(),
      controls: Count,
      applicable: Count,
      supported: Count,
      assessed: Count,
    }),
  ),
  /** Questions by the strongest answer that the evidence allows. */
  answers: z.partialRecord(z.enum(CEILINGS), Count),
  unsignable: z.array(Unsignable),
  wanting: z.array(Wanting),
  gaps: z.strictObject({ high: Count, moderate: Count, low: Count }),
  contradictions: Count,
  exhibits: z.strictObject({ read: Count, others: Count }),
  /** Sources of which an export was read. */
  sources: z.array(z.string()),
});
export type ClientSummary = z.output<typeof ClientSummary>;

export const BuiltPackage = z.strictObject({
  edition: EditionName,
  /** Its name in the client's folder of packages. */
  file: z.string(),
  sha256: Hash,
  bytes: Count,
  /** What the package says at its end of all that stands before; of a locked file, which says nothing, the SHA-256 of its last 64 bytes. */
  seal: Hash,
  /** Where only the locked file was written: how, and the package in it. */
  encrypted: z
    .strictObject({ how: z.enum(['age', 'zip-aes256']), holds: z.strictObject({ name: z.string(), sha256: Hash }) })
    .optional(),
  /** Beside it. */
  slides: z.array(z.strictObject({ file: z.string(), sha256: Hash, bytes: Count })).optional(),
});
export type BuiltPackage = z.output<typeof BuiltPackage>;

const HeadlineOfQuarter = z.strictObject({
  quarter: z.string(),
  asOf: CivilDate,
  package: Hash,
  breaks: z.array(z.enum(TREND_BREAKS)),
  supported: Count,
  assessed: Count,
  applicable: Count,
});
const NothingKept = z.strictObject({ quarter: z.string(), missing: z.literal(true) });

/** Of the builds that a client's store keeps, what a trend needs: the newest of an earlier day, and quarter by quarter up to it. */
export const EarlierBuild = z.strictObject({
  asOf: CivilDate,
  headlines: z.array(z.strictObject({ framework: z.string(), supported: Count, assessed: Count, applicable: Count })),
  quarters: z.array(
    z.strictObject({ framework: z.string(), points: z.array(z.union([HeadlineOfQuarter, NothingKept])) }),
  ),
});
export type EarlierBuild = z.output<typeof EarlierBuild>;

/** What a client's store told of an earlier day: whoever asks again opens it only when it is at another number, or for another day. */
export const EarlierNote = z.strictObject({
  schema: z.literal('proofpack.fleet.earlier/2'),
  client: z.string(),
  /** The day that it is earlier than. */
  asOf: CivilDate,
  /** The number of the store's index. */
  generation: Count,
  build: EarlierBuild.nullable(),
});
export type EarlierNote = z.output<typeof EarlierNote>;

/** What was made of which inputs: whoever asks again whether anything changed reads this and no package. */
export const ClientLedger = z.strictObject({
  schema: z.literal('proofpack.fleet.ledger/1'),
  client: z.string(),
  /** Of everything that the result follows from. */
  key: Hash,
  /** Files outside of the client's folder that had a say, as seen from it. */
  outside: z.array(z.string()),
  /** Whether its store was asked for its last package. */
  asksStore: z.boolean(),
  /** Of the identifiers of others that the exhibits were compared with. */
  comparedWith: Hash,
  packages: z.array(BuiltPackage),
  /** What was done to them after they were made. */
  finish: Finish.optional(),
  /** Conditions of `--fail-on` that are there. */
  met: z.array(z.enum(['contradiction', 'gap', 'stale', 'stale-at-renewal'])),
  summary: ClientSummary,
});
export type ClientLedger = z.output<typeof ClientLedger>;
