import type { Extent, Outcome, Verdict } from '../model/assessment.ts';

/** What bears on a verdict: an expectation of a practice, or a practice of a control. */
export interface Item {
  readonly outcome: Outcome;
  readonly bears: 'directly' | 'partly' | 'as-context';
  readonly extent?: Extent;
  /** Rows show that it is not so, and not merely that too little is shown. */
  readonly contrary?: boolean;
  /** Of a practice: a word for it lowers as silence about it does. Else leaving out what falls short, or showing one point of two, would change the verdict the wrong way. */
  readonly mustBeShown?: boolean;
  /** Of a practice: a part only by what bears partly on it. What decides is told before it: 6 of 7 systems, and not 767 of 774 runs. */
  readonly lowered?: boolean;
}

export interface Rolled {
  readonly verdict: Verdict;
  readonly extent: Extent | null;
}

/**
 * Many outcomes, one verdict; the weaker one wherever there are two to choose from. What bears directly decides; what bears partly must
 * not be wanting for *supported* and lifts nothing, and where nothing bears directly it cannot do better than *partly supported*. Context is printed and never counts.
 */
export function rollUp(items: readonly Item[], unit: string): Rolled {
  const direct = items.filter(({ bears }) => bears === 'directly');
  const part = items.filter(({ bears }) => bears === 'partly');
  const deciding = direct.length > 0 ? direct : part;
  if (deciding.some(({ outcome }) => outcome === 'refuted')) return { verdict: 'contradicted', extent: null };
  const met = deciding.filter(({ outcome }) => outcome === 'met');
  const partial = deciding.filter(({ outcome }) => outcome === 'partly');
  const [told] = [...partial.filter(({ lowered }) => lowered !== true), ...partial];
  if (told !== undefined) return partly(told.extent ?? counted(deciding, unit));
  if (met.length > 0 && met.length < deciding.length) return partly(counted(deciding, unit));
  if (met.length > 0) return whole(direct, part, unit);
  // Registered factors never show that sign-in demands one, but an administrator without any shows that it does not.
  if (part.some(({ contrary }) => contrary === true)) return { verdict: 'contradicted', extent: null };
  return { verdict: withoutProof(deciding), extent: null };
}

/**
 * What bears partly and is not shown lowers as much as what is refuted: otherwise leaving out the export that refutes it would lift the
 * verdict. A statement is enough for an expectation, for what bears partly on a practice is as a rule the policy beside it.
 */
function whole(direct: readonly Item[], part: readonly Item[], unit: string): Rolled {
  if (direct.length === 0) return partly(counted(part, unit));
  const lowering = part.filter(
    ({ outcome, mustBeShown }) => outcome !== 'met' && (outcome !== 'attested' || mustBeShown === true),
  );
  if (lowering.length === 0) return { verdict: 'supported', extent: null };
  // A statement does not lower, but it is no proof either: it is not counted as met.
  return partly(lowering.find(({ extent }) => extent !== undefined)?.extent ?? counted([...direct, ...part], unit));
}

function withoutProof(items: readonly Item[]): Verdict {
  if (items.some(({ outcome }) => outcome === 'attested')) return 'attested-only';
  return items.some(({ outcome }) => outcome === 'stale') ? 'stale' : 'not-evidenced';
}

function partly(extent: Extent): Rolled {
  return { verdict: 'partly-supported', extent };
}

function counted(items: readonly Item[], unit: string): Extent {
  return { n: items.filter(({ outcome }) => outcome === 'met').length, of: items.length, unit };
}

/** A practice's verdict as it bears directly on a control. */
export const OUTCOME_OF = {
  supported: 'met',
  'partly-supported': 'partly',
  contradicted: 'refuted',
  stale: 'stale',
  'attested-only': 'attested',
  inherited: 'attested',
  'not-evidenced': 'unknown',
  'not-applicable': 'unknown',
  'accepted-risk': 'unknown',
} as const satisfies Record<Verdict, Outcome>;
