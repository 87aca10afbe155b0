import { statedDays } from './kit/stated-days.ts';

export default statedDays({
  topic: 'vulnerability-management',
  question: 'Within how many days does the policy in force want critical vulnerabilities closed?',
  means: 'The figure that the rules for vulnerabilities set for critical ones.',
  beside: 'critical',
  strictest: 'fewest',
});
