import { z } from 'zod';
import { RECORD_KINDS } from './record.ts';

export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

/** What a fact must show. Exactly one key. `named` thresholds can be moved by the engagement's `thresholds`. */
export const Test = z.union([
  z.strictObject({ holds: z.boolean() }),
  /** Share in per cent, 100 means all of them without exception. */
  z.strictObject({ atLeastPercent: z.number().min(0).max(100), named: Id.optional() }),
  z.strictObject({ atMostPercent: z.number().min(0).max(100), named: Id.optional() }),
  z.strictObject({ atLeast: z.number(), named: Id.optional() }),
  z.strictObject({ atMost: z.number(), named: Id.optional() }),
  /** An age that refutes when exceeded: a patch open for 45 days. */
  z.strictObject({ atMostDays: z.number(), named: Id.optional() }),
  /** An age that makes *stale* when exceeded: the last restore test was 200 days ago. */
  z.strictObject({ withinDays: z.number(), named: Id.optional() }),
  /** As many occurrences as the cadence expects over the period. */
  z.strictObject({ occurs: z.literal('as-expected') }),
  /** Any value will do: the fact itself answers (a product's name, a number to be told). */
  z.strictObject({ known: z.literal(true) }),
]);
export type Test = z.output<typeof Test>;

/** What a measure short of its mark shows: somebody or something that goes without, or merely less than was hoped for. */
export const FALLING_SHORT = ['the-contrary', 'too-little'] as const;
export type FallingShort = (typeof FALLING_SHORT)[number];

export const Expectation = z
  .strictObject({
    fact: Id,
    is: Test,
    shows: z.enum(['design', 'operation']),
    bears: z.enum(['directly', 'partly', 'as-context']),
    because: z.string().min(10),
    /** How many days evidence of this one stays current, where that is shorter than for the practice: what machines report changes sooner than what people write. */
    freshDays: z.number().int().positive().optional(),
    /** Where it is not as usual: what bears directly shows the contrary, what bears partly too little. */
    fallingShort: z.strictObject({ shows: z.enum(FALLING_SHORT), because: z.string().min(10) }).optional(),
  })
  .refine(({ bears, fallingShort }) => fallingShort === undefined || isUnusual(bears, fallingShort.shows), {
    error: 'what bears directly shows the contrary anyhow, what bears partly too little, and context neither',
    path: ['fallingShort'],
  });
export type Expectation = z.output<typeof Expectation>;

type Bears = 'directly' | 'partly' | 'as-context';

const USUALLY = {
  directly: 'the-contrary',
  partly: 'too-little',
  'as-context': 'too-little',
} as const satisfies Record<Bears, FallingShort>;

function isUnusual(bears: Bears, shows: FallingShort): boolean {
  return bears !== 'as-context' && shows !== USUALLY[bears];
}

/** What falling short of the expectation shows. */
export function shownByFallingShort({
  bears,
  fallingShort,
}: Pick<Expectation, 'bears' | 'fallingShort'>): FallingShort {
  return fallingShort?.shows ?? USUALLY[bears];
}

/** A figure that a document sets, held against what is measured: both are facts, and both must be known. */
export const StatedFigure = z.strictObject({
  stated: Id,
  measured: Id,
  /** What the measured one must be beside the stated one. */
  is: z.enum(['no-more', 'no-less']),
  because: z.string().min(10),
});
export type StatedFigure = z.output<typeof StatedFigure>;

export const Authority = z.enum([
  'isolate-devices',
  'enforce-mfa',
  'deploy-patches',
  'restore-backups',
  'change-firewall',
  'disable-accounts',
  'change-configuration',
  'change-mail-rules',
]);
export type Authority = z.output<typeof Authority>;

export const Cadence = z.enum(['continuous', 'daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly']);
export type Cadence = z.output<typeof Cadence>;

/** One thing that somebody does to be secure, framework-neutral: the pivot of the house. */
export const Practice = z.strictObject({
  id: Id,
  title: z.string().min(4).max(70),
  /** One sentence that a business owner understands. */
  meaning: z.string().min(20).max(240),
  duty: z.enum(['operation', 'governance', 'legal']),
  needs: z.array(Authority).default([]),
  afterHours: z.boolean().default(false),
  /** Its work is done in tickets: whoever a security ticket is assigned to is an owner that the matrix should know. */
  tickets: z.literal(true).optional(),
  /** How often it must recur; without one it is judged as a state, and its evidence is fresh for `freshDays`. */
  cadence: Cadence.optional(),
  freshDays: z.number().int().positive().optional(),
  expects: z.array(Expectation).min(1),
  figures: z.array(StatedFigure).min(1).optional(),
  evidence: z.strictObject({
    /** The best proof, in words. */
    best: z.string().min(10),
    /** What to ask for when it is missing, and of whom in plain words. */
    askFor: z.string().min(10),
    kinds: z.array(z.enum(RECORD_KINDS)).min(1),
  }),
  remedy: z.string().min(10),
  severity: z.enum(['high', 'moderate', 'low']),
  /** Why only one framework points at it. */
  onlyOne: z.string().min(10).optional(),
});
export type Practice = z.output<typeof Practice> & { readonly domain: string };

export const PracticeFile = z.strictObject({
  domain: Id,
  title: z.string(),
  practices: z.array(Practice).min(1),
});
export type PracticeFile = z.output<typeof PracticeFile>;
