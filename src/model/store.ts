import { z } from 'zod';
import type { Sha256 } from '../kernel/sha256.ts';
import { VERDICTS } from './assessment.ts';
import { CivilDate } from './civil-day.ts';
import { EDITIONS } from './edition.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.number().int().min(0);
export const EditionName = z.enum(EDITIONS);
const Days = z.strictObject({ from: CivilDate, to: CivilDate });

/** What a file or a setting was to the build. `exhibit`s lie in the folder; the others are what was made of it, as JSON or as they stood. */
export const INPUT_ROLES = ['exhibit', 'engagement', 'catalogue', 'mapping', 'templates', 'logo', 'font'] as const;

export const RecipeInput = z.strictObject({
  role: z.enum(INPUT_ROLES),
  /** As the package calls it: for exhibits their path in the folder. */
  path: z.string(),
  sha256: Hash,
  size: Count,
});
export type RecipeInput = z.output<typeof RecipeInput>;

/** Everything that the bytes of a package follow from, apart from its edition. Its own hash is the key of the build. */
export const Recipe = z.strictObject({
  schema: z.literal('proofpack.recipe/1'),
  /** `proofpack 0.1.0`: another version may write other bytes. */
  software: z.string(),
  inputs: z.array(RecipeInput),
  /** What lay in the folder and was no exhibit: it is told in the package. */
  skipped: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
  /** A hash of the owner's key, which itself is never stored; null where there was none. */
  ownerKey: Hash.nullable(),
  /** The public half of who signed, and whether somebody else witnessed the time. */
  signing: z.strictObject({ publicKey: z.string(), comment: z.string(), stamped: z.boolean() }).nullable(),
  /** SHA-256 of the certificate that signed the PDFs, each by itself; absent where none did. */
  pdfSigner: z.string().optional(),
});
export type Recipe = z.output<typeof Recipe>;

const Tally = z.partialRecord(z.enum(VERDICTS), Count);

/** A fact's value without a name in it. */
const FactValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('share'), n: Count, of: Count }),
  z.strictObject({ kind: z.literal('days'), days: z.number() }),
  z.strictObject({ kind: z.literal('count'), count: z.number() }),
  z.strictObject({ kind: z.literal('holds'), holds: z.boolean() }),
  z.strictObject({ kind: z.literal('occurrences'), found: Count, expected: Count }),
  z.strictObject({ kind: z.literal('names'), count: Count }),
]);
export type FactValue = z.output<typeof FactValue>;

/** What a build found, as far as later ones are held against it: counts, verdicts and days, no row of an exhibit. What later versions add is passed over. */
export const BuildSummary = z.object({
  frameworks: z.array(
    z.object({
      id: z.string(),
      version: z.string(),
      controls: Count,
      applicable: Count,
      supported: Count,
      assessed: Count,
      verdicts: Tally,
    }),
  ),
  practices: z.array(z.object({ id: z.string(), verdict: z.enum(VERDICTS) })),
  facts: z.object({
    known: z.array(z.object({ id: z.string(), value: FactValue })),
    unknown: z.array(z.object({ id: z.string(), because: z.string() })),
  }),
  cadence: z.array(
    z.object({
      practice: z.string(),
      fact: z.string(),
      cadence: z.string(),
      found: Count,
      expected: Count,
      occurrences: z.array(z.object({ on: z.string(), owner: z.string() })),
    }),
  ),
  gaps: z.array(z.object({ practice: z.string(), severity: z.string(), owner: z.string() })),
  /** By when evidence has to be collected again, and by whom. */
  collect: z.array(
    z.object({
      practice: z.string(),
      on: CivilDate,
      state: z.enum(['current', 'stale', 'missing']),
      newest: CivilDate.nullable(),
      by: z.string(),
    }),
  ),
  contradictions: Count,
});
export type BuildSummary = z.output<typeof BuildSummary>;

/** Among the proofs of a build: the signatures of its PDFs, which stand inside of them and not beside them. */
export const PDF_SIGNATURES = 'pdf-signatures.json';

/** One package that was made. No two have the same client, key and edition. */
export const BuildRecord = z.strictObject({
  client: z.string().min(1),
  /** The hash of its recipe, which is an object of the store. */
  key: Hash,
  edition: EditionName,
  software: z.string(),
  /** A hash of the rules that judged. */
  catalogue: Hash,
  asOf: CivilDate,
  period: Days,
  package: z.strictObject({ sha256: Hash, bytes: Count, name: z.string() }),
  /** Signatures and timestamps, which cannot be made again without the secret: objects of the store. */
  proofs: z.array(z.strictObject({ path: z.string(), sha256: Hash })),
  /** What two packages are compared by and what questions were answered, nothing redacted: an object of the store. */
  findings: Hash,
  /** When it was recorded, an instant in UTC, as the caller's clock says. */
  recordedAt: z.string(),
});
export type BuildRecord = z.output<typeof BuildRecord>;

/** A record as it stands in a store. */
export interface StandingBuild extends BuildRecord {
  /** In the order of recording, for each client from 1. */
  readonly ordinal: number;
  /** In the order of building: where the same was built again after another one of its day and edition, it goes after that. */
  readonly latest: number;
  /** Under which `summary` answers. */
  readonly summary: Sha256;
}

export type Recorded =
  | { readonly outcome: 'recorded'; readonly build: StandingBuild }
  /** Somebody recorded this client, key and edition before; theirs stands. */
  | { readonly outcome: 'already'; readonly build: StandingBuild };

export type Content = Uint8Array | AsyncIterable<Uint8Array>;

/** Files by their hash, each stored once. */
export interface ObjectStore {
  /** Stores content under its hash. With `known`, content that is there already is not read. */
  put(content: Content | (() => Content), known?: Sha256): Promise<Sha256>;
  has(hash: Sha256): Promise<boolean>;
  /** In whole, hashed again: what was damaged is never handed out. */
  get(hash: Sha256): Promise<Uint8Array>;
  /** The same for content of any length: the end of the stream is where damage is told. */
  open(hash: Sha256): AsyncIterable<Uint8Array>;
  /** Every hash that is there, sorted. */
  list(): Promise<readonly Sha256[]>;
  /** Milliseconds since it was last put in, by the clock of this machine. */
  age(hash: Sha256): Promise<number>;
  /** Takes one away for good. */
  remove(hash: Sha256): Promise<void>;
}

/** Evidence over time, of one client (files and SQLite) or of many (PostgreSQL). */
export interface Store extends ObjectStore {
  /** Exclusive on client, key and edition, whoever else records at the same time. */
  record(build: BuildRecord, summary: BuildSummary): Promise<Recorded>;
  find(client: string, key: Sha256, edition: BuildRecord['edition']): Promise<StandingBuild | undefined>;
  /** By client, then in the order of recording. */
  builds(client?: string): Promise<readonly StandingBuild[]>;
  /** What a build found, by the hash that stands in its record. */
  summary(hash: Sha256): Promise<BuildSummary>;
  /** The same of all builds of a client, or of all clients, at once. */
  summaries(client?: string): Promise<ReadonlyMap<Sha256, BuildSummary>>;
  close(): Promise<void>;
}
