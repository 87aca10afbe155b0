import type { Findings } from '../model/findings.ts';
import { FAIL_ON, type FailOn } from './fail-on.ts';

const CONDITIONS: Readonly<Record<FailOn, (findings: Findings) => boolean>> = {
  contradiction: ({ contradictions }) => contradictions.length > 0,
  gap: ({ gaps }) => gaps.length > 0,
  stale: ({ frameworks, practiceAssessments }) =>
    practiceAssessments.some(({ verdict }) => verdict === 'stale') ||
    frameworks.some(({ controls }) => controls.some(({ verdict }) => verdict === 'stale')),
  // Of a client that does not say when it renews, nobody can say that its evidence lasts until then.
  'stale-at-renewal': ({ engagement: { renewsOn }, collect }) =>
    renewsOn === undefined ||
    collect.some(({ state, on }) => state !== 'missing' && (state === 'stale' || on < renewsOn)),
};

/** Which of the conditions that a run can fail on there are. */
export function conditionsMet(findings: Findings): readonly FailOn[] {
  return FAIL_ON.filter((name) => CONDITIONS[name](findings));
}
