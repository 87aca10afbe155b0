import { statedDays } from './kit/stated-days.ts';

export default statedDays({
  topic: 'patch-management',
  question: 'Within how many days does the policy in force want critical patches installed?',
  means: 'The figure that the patch policy sets for critical patches.',
  beside: 'critical',
  strictest: 'fewest',
});
