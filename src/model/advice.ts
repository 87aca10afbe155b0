import { z } from 'zod';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { Place } from '../kernel/place.ts';
import { Cadence, Id } from './practice.ts';

/** What a client says of itself; what it does not say stays unknown and moves nothing. */
export interface AdviceAnswers {
  /** Hours a week that its own people can give to running and securing its IT. */
  readonly capacityHours?: number;
  /** Hours a week that the work takes, as somebody estimates who knows the systems. */
  readonly neededHours?: number;
  /** Whether somebody of its own can act at two in the morning. */
  readonly nightCover?: boolean;
  /** Practices that nobody does today, by id. */
  readonly unowned?: readonly string[];
  /** Domains in which it wants to do the work itself, by id. */
  readonly keep?: readonly string[];
  /** What the exhibits show over the period. */
  readonly afterHoursTickets?: number;
  readonly overduePatches?: number;
  readonly testsNotDone?: number;
}
export type AdviceQuestion = keyof AdviceAnswers;

export const ADVICE_QUESTIONS = [
  'capacityHours',
  'neededHours',
  'nightCover',
  'unowned',
  'keep',
  'afterHoursTickets',
  'overduePatches',
  'testsNotDone',
] as const satisfies readonly AdviceQuestion[];

/** Numbers that rules compare: the first line is of the client, the last four of one model, held against the answers. */
export const ADVICE_MEASURES = [
  'capacity-hours',
  'needed-hours',
  'gap-hours',
  'gap-percent',
  'night-cover',
  'unowned-practices',
  'kept-domains',
  'after-hours-tickets',
  'overdue-patches',
  'tests-not-done',
  'provider-percent',
  'provider-nights-percent',
  'unowned-to-provider-percent',
  'kept-lost',
] as const;
export type AdviceMeasure = (typeof ADVICE_MEASURES)[number];

const WORDS: readonly string[] = [...ADVICE_MEASURES, 'model'];

function sentence(known: readonly string[]) {
  return z
    .string()
    .min(10)
    .refine((text) => [...text.matchAll(/\{([^}]*)\}/g)].every(([, word = '']) => known.includes(word)), {
      error: `only these words are filled in: ${known.join(', ')}`,
    });
}

const Condition = z
  .strictObject({ measure: z.enum(ADVICE_MEASURES), atLeast: z.number().optional(), atMost: z.number().optional() })
  .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, 'atLeast or atMost is wanted');

export const AdviceRule = z.strictObject({
  id: Id,
  /** All of them, of one model; a measure that is not known holds for nothing. */
  when: z.array(Condition).min(1),
  points: z.number().int(),
  /** For people, with the measured numbers. */
  says: sentence(WORDS),
  because: z.string().min(10),
});
export type AdviceRule = z.output<typeof AdviceRule>;

const Asked = z.strictObject({
  /** What is asked. */
  question: z.string().min(10),
  /** Another answer that would change the advice: `{value}` and the `{model}` that would then fit. */
  change: sentence(['value', 'model']),
});

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is wanted, written 08:00');

/** How an answer is read out of what was handed over, where nobody gives it. */
const Reads = z.strictObject({
  /** Tickets opened outside of these hours of the client's zone came in after hours. */
  officeHours: z.strictObject({
    from: Clock,
    until: Clock,
    days: z.array(z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])).min(1),
    says: sentence(['value', 'of', 'from', 'until', 'zone', 'period']),
    because: z.string().min(10),
  }),
  /** The first fact that is known; `rest` of a share is what lacks to the whole. */
  overduePatches: z
    .array(
      z.strictObject({
        fact: Id,
        take: z.enum(['count', 'rest']),
        says: sentence(['value', 'of']),
        because: z.string().min(10),
      }),
    )
    .min(1),
  /** Practices of these intervals are tests and reviews; what runs by itself every day is none. */
  testsNotDone: z.strictObject({
    cadences: z.array(Cadence).min(1),
    says: sentence(['value', 'of', 'period', 'practices']),
    because: z.string().min(10),
  }),
  unowned: z.strictObject({ says: sentence(['value', 'practices']), because: z.string().min(10) }),
});
export type AdviceReads = z.output<typeof Reads>;

/** frameworks/operating-models/rules/advice.yaml: which model fits, as points with reasons. */
export const AdviceRules = z.strictObject({
  note: z.string(),
  reviewMonths: z.number().int().positive(),
  /** As many points ahead of the next model make the advice clear. */
  clearBy: z.number().int().positive(),
  questions: z.strictObject({
    capacityHours: Asked,
    neededHours: Asked,
    nightCover: Asked.extend({ changeToNo: sentence(['model']) }),
    unowned: Asked,
    keep: Asked,
    afterHoursTickets: Asked,
    overduePatches: Asked,
    testsNotDone: Asked,
  } satisfies Record<AdviceQuestion, z.ZodType>),
  reads: Reads,
  rules: z.array(AdviceRule).min(1),
});
export type AdviceRules = z.output<typeof AdviceRules>;

/** One answer with whoever gave it. What was read out of exhibits names the rows. */
export interface AdviceAnswer {
  readonly question: AdviceQuestion;
  readonly value: number | boolean | readonly string[];
  readonly by: 'request' | 'engagement' | 'exhibits' | 'matrix';
  /** Fit to print. */
  readonly text: string;
  readonly places: readonly Place[];
  readonly because: string;
}

export interface AdviceReason {
  readonly rule: string;
  readonly points: number;
  readonly text: string;
  readonly because: string;
}

export interface AdvisedModel {
  readonly model: string;
  readonly title: string;
  readonly points: number;
  readonly reasons: readonly AdviceReason[];
}

/** Another answer that would lead to another model; the nearest one each way. */
export interface AdviceChange {
  readonly question: AdviceQuestion;
  readonly value: number | boolean | readonly string[];
  readonly model: string;
  readonly text: string;
}

/** It advises; the engagement decides. */
export interface Advice {
  /** Null when the answers do not set one model before the others. */
  readonly model: string | null;
  readonly certainty: 'clear' | 'narrow' | 'open';
  /** The best first. */
  readonly standing: readonly AdvisedModel[];
  readonly changes: readonly AdviceChange[];
  readonly unanswered: readonly { readonly question: AdviceQuestion; readonly text: string }[];
  readonly reviewBy: CivilDate;
}
