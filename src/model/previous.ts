import { z } from 'zod';
import { CEILINGS } from './assessment.ts';
import { CivilDate } from './civil-day.ts';

const Headline = z.strictObject({
  framework: z.string(),
  applicable: z.number(),
  supported: z.number(),
  assessed: z.number(),
});

const Telling = {
  asOf: CivilDate,
  period: z.strictObject({ from: CivilDate, to: CivilDate }),
  /** Of the package's file. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The two headline numbers of each framework, as the package told them by the rules of its day. */
  headlines: z.array(Headline).optional(),
};

/** A package before this one, by its headline numbers. */
export const EarlierPackage = z.strictObject(Telling);
export type EarlierPackage = z.output<typeof EarlierPackage>;

/** What the last package answered: taken from its findings, so that this one can be held against it and judged again without it. */
export const PreviousPackage = z.strictObject({
  ...Telling,
  client: z.string(),
  /** Those that the last package knew of, oldest first. */
  earlier: z.array(EarlierPackage).optional(),
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
