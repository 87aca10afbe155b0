import { shareOfAgents } from './kit/agents.ts';

export default shareOfAgents({
  question: 'What share of endpoint agents reports that it is healthy?',
  means: 'Agents seen within 30 days that call themselves healthy; the word is the tool’s own.',
  is: (agent) => agent.healthy,
  lacks: 'reports that it is not healthy',
  silent: 'does not tell its health',
});
