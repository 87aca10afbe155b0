import type { CivilDate } from '../kernel/civil-date.ts';
import type { Basis } from './fact.ts';
import type { FallingShort } from './practice.ts';

export const VERDICTS = [
  'supported',
  'partly-supported',
  'contradicted',
  'stale',
  'attested-only',
  'inherited',
  'not-evidenced',
  'not-applicable',
  'accepted-risk',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export const CEILINGS = ['yes', 'yes-except', 'partly', 'no', 'cannot-say'] as const;
export type Ceiling = (typeof CEILINGS)[number];

/**
 * `stale` includes undated; `attested` is met by a statement or an intent alone; `partly` a share below its mark but above nothing; `short`
 * below its mark as `refuted` is, where that shows too little and not the contrary.
 */
export type Outcome = 'met' | 'partly' | 'refuted' | 'short' | 'stale' | 'attested' | 'unknown';

/** One expectation held against one fact. */
export interface Reason {
  readonly practice: string | null;
  readonly fact: string;
  readonly outcome: Outcome;
  readonly holds: boolean | null;
  readonly bears: 'directly' | 'partly' | 'as-context';
  readonly shows: 'design' | 'operation';
  /** Whether what it falls short by shows the contrary, or too little. */
  readonly fallingShort: FallingShort;
  /** What its rows show, where a finding weighs that as less: the same row is called the same wherever it stands. */
  readonly byItself?: 'contrary' | 'contrary-in-part';
  /** Fit to print: `38 of 40 people have a second factor; all were expected.` */
  readonly text: string;
  readonly because: string;
  readonly measured: string;
  readonly expected: string;
  readonly share?: { readonly n: number; readonly of: number };
  /** As it is printed: the day that stands in the file. */
  readonly newest: CivilDate | null;
  readonly places: readonly Basis[];
  readonly placeCount: number;
  readonly exceptions: readonly Basis[];
  readonly exceptionCount: number;
}

/** `n of d` that a partly-supported verdict always carries; `unit` says of what. */
export interface Extent {
  readonly n: number;
  readonly of: number;
  readonly unit: string;
}

export interface PracticeAssessment {
  readonly practice: string;
  readonly verdict: Verdict;
  /** What was found beneath a risk acceptance, an inapplicability or an attestation; equal to `verdict` otherwise. */
  readonly found: Verdict;
  readonly extent: Extent | null;
  /** The two lines that are never mixed. */
  readonly design: Verdict | null;
  readonly operation: Verdict | null;
  readonly reasons: readonly Reason[];
  readonly remark: string | null;
}

export interface Answer {
  readonly ceiling: Ceiling;
  /** What the answer rests on, fit to print, with n/d, scope and as-of. */
  readonly text: string;
  readonly exceptions: readonly Basis[];
  readonly exceptionCount: number;
  readonly claimed: { readonly answer: string; readonly by: string; readonly on: string } | null;
  readonly override: {
    readonly answer: string;
    readonly by: string;
    readonly on: string;
    readonly because: string;
  } | null;
}

export interface ControlAssessment {
  readonly framework: string;
  readonly control: string;
  readonly verdict: Verdict;
  readonly found: Verdict;
  readonly extent: Extent | null;
  readonly design: Verdict | null;
  readonly operation: Verdict | null;
  readonly answer: Answer | null;
  readonly practices: readonly string[];
  readonly reasons: readonly Reason[];
  readonly remark: string | null;
  /** HIPAA addressable specifications: what was decided, or that nothing was. */
  readonly disposition: string | null;
}

export interface Headline {
  readonly controls: number;
  readonly applicable: number;
  readonly supported: number;
  readonly assessed: number;
}

/** Two things that cannot both be told: an answer above its ceiling, one question answered in two ways, this package against the last, a policy's figure against the measured one, a statement against an export. */
export const CONTRADICTION_KINDS = ['claim', 'same-question', 'last-package', 'policy', 'statement'] as const;
export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number];

/** One of the two, in words fit to print, with its rows; what a person said in the engagement file has none. */
export interface Side {
  readonly says: string;
  readonly places: readonly Basis[];
}

export interface Contradiction {
  readonly kind: ContradictionKind;
  readonly control: string | null;
  readonly practice: string | null;
  readonly claimed: string;
  readonly ceiling: string;
  readonly text: string;
  /** Of both sides together. */
  readonly places: readonly Basis[];
  readonly sides: readonly [Side, Side];
  /** A named person stands by it all the same; it stays a contradiction and is told with that. */
  readonly override: string | null;
}

export interface Gap {
  /** `GAP-001`, numbered in a stable order. */
  readonly id: string;
  readonly practice: string;
  readonly weakness: string;
  readonly verdict: Verdict;
  readonly severity: 'high' | 'moderate' | 'low';
  readonly severityBecause: string;
  readonly owner: string;
  readonly action: string;
  readonly actionBasis: 'planned' | 'proposed';
  readonly milestones: readonly string[];
  readonly due: string;
  readonly dueBecause: string;
  readonly status: string;
  readonly closureEvidence: string;
  readonly controls: readonly { readonly framework: string; readonly control: string }[];
  readonly places: readonly Basis[];
}
