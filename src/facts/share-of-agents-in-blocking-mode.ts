import { shareOfAgents } from './kit/agents.ts';

export default shareOfAgents({
  question: 'What share of endpoint agents is set to block what they find?',
  means:
    'Agents seen within 30 days, in blocking mode and with their policy applied. Detecting without blocking does not count.',
  is: (agent) => {
    if (agent.policyApplied === false) return false;
    return agent.mode === 'unknown' ? undefined : agent.mode === 'block';
  },
  tells: (agent) => agent.mode !== 'unknown',
  lacks: 'does not block',
  silent: 'does not tell its mode',
});
