import { z } from 'zod';

/** What a package says of how it was made: enough to derive its verdicts again. */
export const PackageRequest = z.strictObject({
  schema: z.literal('proofpack.engagement/1'),
  software: z.string(),
  edition: z.enum(['auditor', 'insurer', 'customer', 'internal']),
  engagement: z.unknown(),
  exhibits: z.array(
    z.strictObject({
      number: z.string(),
      original: z.string(),
      packaged: z.string().nullable(),
      sha256: z.string(),
      omitted: z.string().nullable(),
      withheld: z.boolean().optional(),
    }),
  ),
});
export type PackageRequest = z.output<typeof PackageRequest>;

/** Where the machine-readable files stand inside the bag. */
export const REQUEST_FILE = 'data/machine/engagement.json';
export const FINDINGS_FILE = 'data/machine/findings.json';
export const CATALOGUE_FILE = 'data/machine/catalogue.json';
