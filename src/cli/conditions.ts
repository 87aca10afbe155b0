import { conditionsMet } from '../client/conditions.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import type { Findings } from '../model/findings.ts';
import type { Terminal } from './terminal.ts';
import { CONDITION_MET, DONE } from './verb.ts';

/** Without `--fail-on`, findings are the result and no failure. */
export function exitFor(findings: Findings, failOn: readonly string[], terminal: Terminal): number {
  const { client, renewsOn } = findings.engagement;
  if (renewsOn === undefined) warnOfRenewal([client.name], failOn, terminal);
  return conditionsMet(findings).some((name) => failOn.includes(name)) ? CONDITION_MET : DONE;
}

/** A condition that is met for want of a date says so. */
export function warnOfRenewal(clients: readonly string[], failOn: readonly string[], terminal: Terminal): void {
  if (clients.length === 0 || !failOn.includes('stale-at-renewal')) return;
  const { message, hint } = diagnostic('renewal-unknown', { clients });
  terminal.warn(`warning  ${message}\n         ${hint}`);
}
