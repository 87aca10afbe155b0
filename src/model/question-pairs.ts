import { z } from 'zod';
import { CivilDate } from './civil-day.ts';

/** What a person confirmed: this wording is that question of ours, or none of them. */
export const QuestionPair = z.strictObject({
  asks: z.string().min(1),
  /** The control's id, or `none`. */
  is: z.string().min(2),
  by: z.string().min(1),
  on: CivilDate,
  because: z.string().min(3).optional(),
});
export type QuestionPair = z.output<typeof QuestionPair>;

/** questionnaires/pairs.yaml, beside the engagement or in a folder that an organisation shares. */
export const QuestionPairs = z.strictObject({ pairs: z.array(QuestionPair) });
