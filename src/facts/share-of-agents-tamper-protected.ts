import { shareOfAgents } from './kit/agents.ts';

export default shareOfAgents({
  question: 'What share of endpoint agents is protected against being switched off?',
  means: 'Agents seen within 30 days whose tamper protection is on.',
  is: (agent) => agent.tamperProtected,
  lacks: 'has no tamper protection',
  silent: 'does not tell of tamper protection',
});
