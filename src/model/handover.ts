import { z } from 'zod';
import { CivilDate } from './civil-day.ts';
import { Id } from './practice.ts';

/** What of a handover is done: a prerequisite of the transition, for one practice, one domain or everything. */
export const HandoverDone = z.strictObject({
  prerequisite: Id,
  practice: Id.optional(),
  domain: Id.optional(),
  on: CivilDate,
  by: z.string(),
  source: z.string().min(3).optional(),
});

/** What the client says of itself when it asks which operating model fits. */
export const AdviceSaid = z.strictObject({
  capacityHours: z.number().min(0).optional(),
  neededHours: z.number().min(0).optional(),
  nightCover: z.boolean().optional(),
  unowned: z.array(Id).optional(),
  keep: z.array(Id).optional(),
  by: z.string(),
  on: CivilDate,
});
