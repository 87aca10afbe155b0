import { z } from 'zod';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { OwnershipIssue, Party } from './ownership.ts';
import { Id } from './practice.ts';

export const HATS = ['accountable', 'responsible', 'evidence', 'approves', 'after-hours', 'escalation'] as const;
export type Hat = (typeof HATS)[number];

/** What a sentence of the rules may speak of. */
const WORDS = new Set(
  ['practice', 'counted', 'outgoing', 'incoming', 'accountable', 'together', 'split']
    .concat('authority', 'proof', 'path', 'on', 'eve')
    .map((word) => `{${word}}`),
);

const Sentence = z
  .string()
  .min(10)
  .refine((text) => (text.match(/\{[^}]*\}/g) ?? []).every((word) => WORDS.has(word)), {
    error: `only these words are filled in: ${[...WORDS].join(' ')}`,
  });

/** Days from the transition; negative before it. By severity where the grave comes first. */
const ByDay = z.union([
  z.number().int(),
  z.strictObject({ high: z.number().int(), moderate: z.number().int(), low: z.number().int() }),
]);

const DEBT_WORDS = ['practice', 'party', 'from', 'until', 'missed', 'of', 'cadence', 'as-of', 'weakness'];
const DebtSentence = z
  .string()
  .min(10)
  .refine((text) => [...text.matchAll(/\{([^}]*)\}/g)].every(([, word = '']) => DEBT_WORDS.includes(word)), {
    error: `only these words are filled in: ${DEBT_WORDS.join(', ')}`,
  });

export const HandoverRule = z.strictObject({
  id: Id,
  title: z.string().min(4),
  /** It applies to a practice of which one of these hats moves, and all of the rest is so. The first hat says who goes and who comes. */
  when: z.strictObject({
    hat: z.array(z.enum(HATS)).min(1),
    /** Somebody puts the hat on who did not wear it. */
    joins: z.literal(true).optional(),
    /** Somebody takes the hat off. */
    leaves: z.literal(true).optional(),
    duty: z.array(z.enum(['operation', 'governance', 'legal'])).optional(),
    afterHours: z.literal(true).optional(),
    /** More than one party does it from then on, and the matrix says which part is whose, or does not. */
    shared: z.enum(['drawn', 'undrawn']).optional(),
    /** Authority that the practice needs: at all, that a newcomer does not have yet, that whoever goes needs no longer. */
    authority: z.enum(['needed', 'granted', 'removed']).optional(),
  }),
  by: z.enum(['outgoing', 'incoming', 'accountable']),
  byDay: ByDay,
  /** Of one practice. */
  says: Sentence,
  /** Of many, in the plan. */
  step: Sentence,
  because: z.string().min(10),
});
export type HandoverRule = z.output<typeof HandoverRule>;

/** frameworks/operating-models/rules/transition.yaml: what must be there before a hat moves, and what must follow. */
export const TransitionRules = z.strictObject({
  note: z.string(),
  /** In order of time; a step belongs to the first that ends no earlier. */
  phases: z.array(z.strictObject({ id: Id, title: z.string(), untilDay: z.number().int() })).min(1),
  /** How it is said that evidence is owed. */
  debt: z.strictObject({
    missed: DebtSentence,
    nothing: DebtSentence,
    stale: DebtSentence,
    'by-word': DebtSentence,
    refuted: DebtSentence,
  }),
  rules: z.array(HandoverRule).min(1),
});
export type TransitionRules = z.output<typeof TransitionRules>;

export interface HatMove {
  readonly hat: Hat;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly leaves: readonly string[];
  readonly joins: readonly string[];
}

/** One thing that must be there for one practice. */
export interface HandoverItem {
  readonly rule: string;
  readonly title: string;
  readonly practice: string;
  readonly severity: 'high' | 'moderate' | 'low';
  /** The parties that see to it. */
  readonly by: readonly string[];
  readonly due: CivilDate;
  readonly phase: string;
  readonly text: string;
  readonly because: string;
  /** As the engagement says under `handover`; open when it says nothing. */
  readonly done?: { readonly on: CivilDate; readonly by: string; readonly source?: string };
}

export interface PracticeHandover {
  readonly practice: string;
  readonly title: string;
  readonly domain: string;
  readonly severity: 'high' | 'moderate' | 'low';
  readonly moves: readonly HatMove[];
  readonly items: readonly HandoverItem[];
  /** The new model's own reason for the new owners. */
  readonly because: string;
}

/** Items of one rule, between the same parties and of the same severity. */
export interface HandoverStep {
  readonly rule: string;
  readonly title: string;
  readonly severity: 'high' | 'moderate' | 'low';
  readonly by: readonly string[];
  readonly due: CivilDate;
  readonly text: string;
  readonly because: string;
  readonly practices: readonly string[];
  /** Of those, the ones for which it is still open. */
  readonly open: readonly string[];
}

/** What the outgoing owner should have shown on its watch, and did not. */
export interface EvidenceDebt {
  readonly practice: string;
  readonly title: string;
  readonly severity: 'high' | 'moderate' | 'low';
  readonly party: string;
  /** Its watch, as far as the period and the as-of date reach. */
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly kind: 'missed' | 'nothing' | 'stale' | 'by-word' | 'refuted';
  readonly text: string;
  /** Whole intervals of the practice's cadence without an occurrence. */
  readonly missed: readonly { readonly from: CivilDate; readonly to: CivilDate }[];
  /** What would settle it. */
  readonly proof: string;
}

export interface Transition {
  readonly from: { readonly model: string; readonly title: string };
  readonly to: { readonly model: string; readonly title: string };
  /** The first day under the new model. */
  readonly on: CivilDate;
  readonly parties: readonly Party[];
  /** Practices of which a hat moves, in the order of the practices. */
  readonly handovers: readonly PracticeHandover[];
  /** Practices that stay as they are. */
  readonly staying: readonly string[];
  /** What nobody would own, or could not do, on the first day. */
  readonly unowned: readonly OwnershipIssue[];
  /** What else is unclear about the first day. */
  readonly unclear: readonly OwnershipIssue[];
  /** What whoever goes still owes; empty also where nothing was assessed, which `assessed` tells. */
  readonly debt: readonly EvidenceDebt[];
  readonly assessed: boolean;
  /** In order of time; in each phase the grave first. */
  readonly plan: readonly {
    readonly id: string;
    readonly title: string;
    readonly until: CivilDate;
    readonly steps: readonly HandoverStep[];
  }[];
}
