import { conditionsMet } from '../client/conditions.ts';
import type { Findings } from '../model/findings.ts';
import { CONDITION_MET, DONE } from './verb.ts';

/** Without `--fail-on`, findings are the result and no failure. */
export function exitFor(findings: Findings, failOn: readonly string[]): number {
  return conditionsMet(findings).some((name) => failOn.includes(name)) ? CONDITION_MET : DONE;
}
