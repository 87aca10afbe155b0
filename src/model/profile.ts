import { z } from 'zod';
import { CivilDate } from './civil-day.ts';

/** Current against target, as far as a person says it: for frameworks whose publisher offers a profile. */
export const Profile = z.strictObject({
  /** Of the organisation as a whole, by a named person; never of a single outcome. */
  tiers: z
    .strictObject({
      governance: z.number().int().min(1).max(4),
      management: z.number().int().min(1).max(4),
      by: z.string(),
      on: CivilDate,
      because: z.string().min(3),
    })
    .optional(),
  outcomes: z
    .array(
      z.strictObject({
        control: z.string(),
        currentPriority: z.string().optional(),
        targetPriority: z.string().optional(),
        targetPolicies: z.string().optional(),
        targetPractices: z.string().optional(),
        targetRoles: z.string().optional(),
        notes: z.string().optional(),
        considerations: z.string().optional(),
      }),
    )
    .default([]),
});
