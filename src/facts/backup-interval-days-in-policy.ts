import { statedDays } from './kit/stated-days.ts';

export default statedDays({
  topic: 'backup',
  question: 'How many days may lie between two backups by the policy in force?',
  means: 'The figure that the backup policy sets; nightly is one day.',
  strictest: 'fewest',
});
