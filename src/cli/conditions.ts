import type { Findings } from '../model/findings.ts';
import { FAIL_ON, type FailOn } from './fail-on.ts';
import { CONDITION_MET, DONE } from './verb.ts';

/** Without `--fail-on`, findings are the result and no failure. */
const CONDITIONS: Readonly<Record<FailOn, (findings: Findings) => boolean>> = {
  contradiction: ({ contradictions }) => contradictions.length > 0,
  gap: ({ gaps }) => gaps.length > 0,
  stale: ({ frameworks, practiceAssessments }) =>
    practiceAssessments.some(({ verdict }) => verdict === 'stale') ||
    frameworks.some(({ controls }) => controls.some(({ verdict }) => verdict === 'stale')),
};

export function exitFor(findings: Findings, failOn: readonly string[]): number {
  return FAIL_ON.some((name) => failOn.includes(name) && CONDITIONS[name](findings)) ? CONDITION_MET : DONE;
}
