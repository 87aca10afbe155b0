import { z } from 'zod';
import { type CivilDate as CivilDateType, civilDate } from '../kernel/civil-date.ts';

/** A day as files of ours write it. */
export const CivilDate = z
  .string()
  .transform((text, context): CivilDateType => {
    const date = civilDate(text);
    if (date) return date;
    context.issues.push({
      code: 'custom',
      message: 'a date of the calendar is wanted, written YYYY-MM-DD',
      input: text,
    });
    return z.NEVER;
  })
  .meta({ description: 'A day, written YYYY-MM-DD' });
