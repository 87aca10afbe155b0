import { counted } from '../../kernel/text.ts';
import type { RecordOf } from '../../model/record.ts';
import { type AnswerScope, defineFact, type FactDefinition, type Scope } from '../define-fact.ts';
import type { Among } from './among.ts';
import { unknown } from './known.ts';
import { shareOfDevices } from './share.ts';
import {
  bySubject,
  decideSubject,
  type Judgement,
  type Named,
  refutes,
  type Subjects,
  subjectFold,
  supports,
  undecided,
} from './subjects.ts';
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

interface AgentQuestion {
  readonly question: string;
  readonly means: string;
  /** Undefined where the export does not tell: that speaks neither for the agent nor against it. */
  readonly is: (agent: Agent) => boolean | undefined;
  /** Whether the export tells the thing at all, where `is` also knows by other means that it cannot be. */
  readonly tells?: (agent: Agent) => boolean;
  readonly lacks: string;
  readonly silent: string;
}

/** A share of the agents themselves; how many devices have one is another question. */
export function shareOfAgents(ask: AgentQuestion): FactDefinition {
  return defineFact({
    question: ask.question,
    from: ['endpoint-protection'],
    measures: 'share',
    means: ask.means,
    start: (scope) => startAgents(ask, scope),
    answer: ({ agents, isTold }, scope) => {
      const wouldNeed = ['endpoint-protection'] as const;
      if (!isTold && agents.entries.length > 0) {
        const basis = agents.entries.flatMap(({ ballot }) => Object.values(ballot));
        return unknown('not-measured-by-source', { wouldNeed, basis, remarks: [`Every agent ${ask.silent}.`] });
      }
      return answerThings({ from: wouldNeed, unit: 'agent', incomplete: whyIncomplete }, agents, scope);
    },
  });
}

function startAgents(ask: AgentQuestion, scope: Scope) {
  let isTold = false;
  const agents = subjectFold<'endpoint-protection'>(
    {
      subject: (agent) => (agent.duplicate === true ? undefined : agentOf(agent)),
      judge: (agent) => judgeAgent(agent, ask, scope),
    },
    'device',
    scope,
  );
  return {
    add(agent: Agent) {
      if (ask.tells?.(agent) ?? ask.is(agent) !== undefined) isTold = true;
      agents.add(agent);
    },
    result: () => ({ agents: agents.result(), isTold }),
  };
}

/** Agents of whom nothing is told stay in the denominator, but then the share is no more than a lower bound. */
function whyIncomplete(agents: Subjects, scope: AnswerScope): string | undefined {
  if (!scope.devices.known) return `Whether every device has an agent is unknown: ${scope.devices.basis}.`;
  const groups = [...bySubject(agents.entries).values()];
  const rules = { rule: 'newest', across: 'all', zone: scope.zone } as const;
  const untold = groups.filter((entries) => decideSubject(entries, rules)?.side === 'undecided').length;
  return untold === 0 ? undefined : `Not told for ${untold} of ${counted(groups.length, 'agent')}.`;
}

function judgeAgent(agent: Agent, ask: AgentQuestion, scope: Scope): Judgement {
  const when = { when: agent.lastSeen ?? agent.observed };
  const name = `${agent.device}: ${agent.product}`;
  const holds = ask.is(agent);
  if (holds === undefined) return undecided(`${name} ${ask.silent}`, when);
  const silent = silence(agent, scope);
  if (silent) return refutes(`${name} ${silent}`, when);
  return holds
    ? supports(`${name} last seen ${agoText(when.when, scope)}`, when)
    : refutes(`${name} ${ask.lacks}`, when);
}
