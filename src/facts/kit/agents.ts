import type { RecordOf } from '../../model/record.ts';
import type { FactDefinition, Scope } from '../define-fact.ts';
import { defineFact } from '../define-fact.ts';
import type { Among } from './among.ts';
import { decide } from './ballot.ts';
import { unknown } from './known.ts';
import type { Row } from './row.ts';
import { shareOfDevices } from './share.ts';
import { type Judgement, type Named, refutes, type Subjects, subjectFold, supports, undecided } from './subjects.ts';
import { answerThings } from './things.ts';
import { ageDays, agoText, isLater } from './time.ts';

export type Agent = RecordOf<'endpoint-protection'>;

/** An agent that has been silent for longer than this protects nobody, whatever its console says. */
export const SEEN_WITHIN_DAYS = 30;

export function agentOf(agent: Agent): Named | undefined {
  if (agent.duplicate === true) return undefined;
  return { name: agent.device, more: [agent.serial, ...(agent.aliases ?? [])], per: agent.product, role: agent.role };
}

/** Present is not protecting: detect-only, switched off, without its policy, unhealthy or silent agents do not count. */
export function protects(agent: Agent, scope: Scope): Judgement {
  const seen = agent.lastSeen ?? agent.observed;
  const when = { when: seen };
  const name = `${agent.device}: ${agent.product}`;
  const silent = silence(agent, scope);
  if (silent) return refutes(`${name} ${silent}`, when);
  if (agent.mode === 'off') return refutes(`${name} is switched off`, when);
  if (agent.mode === 'detect') return refutes(`${name} only detects and does not block`, when);
  if (agent.policyApplied === false) return refutes(`${name} has no prevention policy applied`, when);
  if (agent.healthy === false) return refutes(`${name} reports that it is not healthy`, when);
  return supports(`${name} last seen ${agoText(seen, scope)}`, when);
}

/** Why an agent cannot be taken for alive, if so. */
export function silence(agent: Agent, scope: Scope): string | undefined {
  const seen = agent.lastSeen ?? agent.observed;
  const age = ageDays(seen, scope);
  if (age !== undefined && age > SEEN_WITHIN_DAYS && !isLater(seen, scope)) return `last seen ${agoText(seen, scope)}`;
  // "Never" is told apart from a column that does not exist: only the first comes as a text without a date.
  return age === undefined && agent.lastSeen?.raw ? `last seen "${agent.lastSeen.raw}"` : undefined;
}

export function protectedDevices(ask: { question: string; means: string; among: Among }): FactDefinition {
  return shareOfDevices({
    ...ask,
    from: ['endpoint-protection'],
    subject: agentOf,
    judge: protects,
    across: 'any',
    silent: 'no agent was seen',
  });
}

/** A share of the agents themselves; how many devices have one is another question. */
export function shareOfAgents(ask: {
  question: string;
  means: string;
  is: (agent: Agent) => boolean | undefined;
  lacks: string;
  silent: string;
}): FactDefinition {
  return defineFact({
    question: ask.question,
    from: ['endpoint-protection'],
    measures: 'share',
    means: ask.means,
    start: (scope) =>
      subjectFold<'endpoint-protection'>(
        {
          subject: (agent) => (agent.duplicate === true ? undefined : { ...agentOf(agent), name: agent.device }),
          judge: (agent) => judgeAgent(agent, ask, scope),
        },
        'device',
        scope,
      ),
    answer: (agents, scope) => {
      const from = ['endpoint-protection'] as const;
      const silent = untold(agents, scope.zone);
      if (silent) return unknown('not-measured-by-source', { wouldNeed: from, basis: silent });
      const incomplete = () =>
        scope.devices.known ? undefined : `Whether every device has an agent is unknown: ${scope.devices.basis}.`;
      return answerThings({ from, unit: 'agent', incomplete }, agents, scope);
    },
  });
}

/** A product that does not tell it of most of its agents does not measure it: the few are no share. */
function untold(agents: Subjects, zone: string): readonly Row[] | undefined {
  const rows = agents.entries.flatMap(({ ballot }) => decide(ballot, 'newest', zone) ?? []);
  const untold = rows.filter(({ side }) => side === 'undecided');
  // That an agent is not seen any more tells nothing of what it would say.
  const told = rows.filter(({ side, row }) => side !== 'undecided' && row.eligible !== false);
  return untold.length > told.length ? untold.map(({ row }) => row) : undefined;
}

function judgeAgent(
  agent: Agent,
  ask: { is: (agent: Agent) => boolean | undefined; lacks: string; silent: string },
  scope: Scope,
): Judgement {
  const when = { when: agent.lastSeen ?? agent.observed };
  const name = `${agent.device}: ${agent.product}`;
  const silent = silence(agent, scope);
  if (silent) return refutes(`${name} ${silent}`, { ...when, eligible: false });
  const holds = ask.is(agent);
  if (holds === undefined) return undecided(`${name} ${ask.silent}`, when);
  return holds
    ? supports(`${name} last seen ${agoText(when.when, scope)}`, when)
    : refutes(`${name} ${ask.lacks}`, when);
}
