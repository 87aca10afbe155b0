import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import { byCodeUnit } from '../kernel/order.ts';
import type { PracticeAssessment, Reason } from '../model/assessment.ts';
import type { Engagement } from '../model/engagement.ts';
import type { CollectLine } from '../model/findings.ts';
import { freshDaysOf } from '../model/freshness.ts';
import { type Ownership, ownerOf } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';

export interface CollectRequest {
  readonly engagement: Engagement;
  readonly practices: readonly Practice[];
  readonly assessed: readonly PracticeAssessment[];
  readonly asked: ReadonlySet<string>;
  readonly ownership: Ownership;
}

/** When the evidence of each practice runs out, and who has to bring it anew: what has run out at the as-of date is due on that day. */
export function collectBy({
  engagement,
  practices,
  assessed,
  asked,
  ownership,
}: CollectRequest): readonly CollectLine[] {
  const byId = new Map(practices.map((practice) => [practice.id, practice]));
  return assessed
    .flatMap((assessment): readonly CollectLine[] => {
      const practice = byId.get(assessment.practice);
      if (practice === undefined || assessment.verdict === 'not-applicable' || !asked.has(practice.id)) return [];
      const bearing = assessment.reasons.filter(({ bears }) => bears !== 'as-context');
      return bearing.length === 0 ? [] : [lineOf(practice, bearing, { engagement, ownership })];
    })
    .sort((a, b) => byCodeUnit(a.on, b.on) || byCodeUnit(a.practice, b.practice));
}

function lineOf(
  practice: Practice,
  bearing: readonly Reason[],
  { engagement, ownership }: Pick<CollectRequest, 'engagement' | 'ownership'>,
): CollectLine {
  const { asOf, period } = engagement;
  const days = bearing.flatMap(({ newest }) => (newest === null ? [] : [newest]));
  const [first] = [...days].sort(byCodeUnit);
  // The first of what it rests on that is no longer current ends the whole.
  const ends = bearing.flatMap(({ fact, newest }) =>
    newest === null ? [] : [addDays(newest, freshDaysOf(practice, fact))],
  );
  const runsOut = first === undefined || first < period.from ? undefined : [...ends].sort(byCodeUnit)[0];
  const isStale = bearing.some(({ outcome }) => outcome === 'stale') || (runsOut !== undefined && runsOut < asOf);
  const isMissing = bearing.some(({ outcome, newest }) => outcome === 'unknown' && newest === null);
  const state = isMissing ? 'missing' : isStale || runsOut === undefined ? 'stale' : 'current';
  const on: CivilDate = state === 'current' && runsOut !== undefined ? runsOut : asOf;
  return {
    practice: practice.id,
    on,
    state,
    newest: first ?? null,
    by: ownerOf(ownership, practice.id)?.evidence ?? '',
    obtain: practice.evidence.askFor,
  };
}
