import { z } from 'zod';
import { CEILINGS } from './assessment.ts';
import { CivilDate } from './civil-day.ts';

/** What the last package answered: taken from its findings, so that this one can be held against it and judged again without it. */
export const PreviousPackage = z.strictObject({
  client: z.string(),
  asOf: CivilDate,
  period: z.strictObject({ from: CivilDate, to: CivilDate }),
  /** Of the package's file. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  answers: z.array(
    z.strictObject({
      framework: z.string(),
      control: z.string(),
      ceiling: z.enum(CEILINGS),
      claimed: z.strictObject({ answer: z.string(), by: z.string(), on: z.string() }).nullable(),
    }),
  ),
});
export type PreviousPackage = z.output<typeof PreviousPackage>;
