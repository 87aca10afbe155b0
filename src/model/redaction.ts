import { z } from 'zod';
import type { Sha256 } from '../kernel/sha256.ts';
import { CivilDate } from './civil-day.ts';
import { SIGHTING_CLASSES, type SightingKind } from './sighting.ts';

const KINDS = Object.keys(SIGHTING_CLASSES) as [SightingKind, ...SightingKind[]];

/** `7` or `7-12`. */
const Rows = z.union([z.number().int().min(1), z.string().regex(/^\d+-\d+$/, 'a row, or two joined by a hyphen')]);

/**
 * What is done about an exhibit before it leaves, and who decided it. `redact`: a copy without the values goes out; `except`: they stay, and the
 * package says so; `withhold`: the file stays at home; `sanitise`: a copy without people, machines and free texts goes to those who get no originals.
 */
export const RedactionEntry = z
  .strictObject({
    /** Its path in the folder; of one file in an archive with its place there: `logs.zip!/vpn.csv`. */
    exhibit: z.string().min(1),
    action: z.enum(['redact', 'except', 'withhold', 'sanitise']),
    /** Of what is found; without kinds, columns and rows: all secrets and sensitive data. */
    kinds: z.array(z.enum(KINDS)).min(1).optional(),
    /** Headers of a table, or keys. */
    columns: z.array(z.string().min(1)).min(1).optional(),
    /** Rows of a table (without its header), or lines of a text. */
    rows: z.array(Rows).min(1).optional(),
    because: z.string().min(3),
    by: z.string().min(1),
    on: CivilDate,
  })
  .refine(({ action, kinds }) => action !== 'except' || kinds !== undefined, {
    path: ['kinds'],
    message: 'an exception names the kinds that it is made for',
  })
  .refine(
    ({ action, columns, rows }) => action === 'redact' || action === 'sanitise' || (columns ?? rows) === undefined,
    {
      path: ['action'],
      message: 'columns and rows are redacted; whole kinds are excepted, whole files withheld',
    },
  );
export type RedactionEntry = z.output<typeof RedactionEntry>;

/** The copy of an exhibit that leaves in its place. */
export interface RedactedCopy {
  readonly sha256: Sha256;
  readonly bytes: number;
  /** SHA-256 over a salt of 32 bytes and the original: who is shown both can compute it, and nobody can guess from it. */
  readonly commitment: Sha256;
}

/** What was done about an exhibit, as its reader is told. */
export interface Handling {
  readonly action: RedactionEntry['action'];
  readonly kinds: readonly { readonly kind: SightingKind | 'column' | 'row' | 'free-text'; readonly count: number }[];
  /** Of an archive: in which of its files. */
  readonly files?: readonly string[];
  readonly because: string;
  readonly by: string;
  readonly on: string;
}
