import { agentOf } from './kit/agents.ts';
import { countOf, counts, isClear } from './kit/count.ts';
import { undecided } from './kit/subjects.ts';

export default countOf({
  question: 'How many threats do endpoint agents report as active?',
  means:
    'Threats that the agents found and that are not yet dealt with. None reported does not mean that there is none.',
  from: ['endpoint-protection'],
  of: 'thing',
  unit: 'active threat',
  tone: 'bad',
  subject: (agent) => (agentOf(agent) ? { name: `${agent.device} ${agent.product}` } : undefined),
  judge: (agent) => {
    if (agent.activeThreats === undefined)
      return undecided(`${agent.device}: ${agent.product} does not tell of threats`);
    const text = `${agent.device}: ${agent.activeThreats} active (${agent.product})`;
    return agent.activeThreats > 0 ? counts(text, { amount: agent.activeThreats }) : isClear(text);
  },
});
