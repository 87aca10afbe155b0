import { z } from 'zod';
import type { Period } from '../kernel/period.ts';
import { Id } from './practice.ts';

/** A law or a form that looks back over months asks for practices in place all along; a framework names it with its practices. */
export const ContinuityForm = z.strictObject({
  /** Counted back from the as-of date. */
  months: z.number().int().min(2).max(24),
  title: z.string(),
  law: z.string(),
  /** What the law makes of it and what not; printed above the strips. */
  note: z.string().min(20),
  topics: z.array(z.strictObject({ title: z.string(), practices: z.array(Id).min(1) })).min(1),
  because: z.string().min(10),
});
export type ContinuityForm = z.output<typeof ContinuityForm>;

/**
 * What the rows of one month say. `shown`: as expected; `in-part`: some of it, or only what bears in part; `stated`: by word or plan alone;
 * `against`: the contrary; `none`: no row speaks of it; `not-asked`: none does, and the month begins before the period that was asked for.
 */
export const MONTH_STATES = ['shown', 'in-part', 'stated', 'against', 'none', 'not-asked'] as const;
export type MonthState = (typeof MONTH_STATES)[number];

export interface ContinuityLine {
  readonly practice: string;
  /** Oldest first, one for each month. */
  readonly states: readonly MonthState[];
}

export interface Continuity {
  readonly framework: string;
  readonly title: string;
  readonly law: string;
  readonly note: string;
  /** Oldest first; the last one ends on the as-of date. */
  readonly months: readonly Period[];
  readonly topics: readonly { readonly title: string; readonly lines: readonly ContinuityLine[] }[];
}
