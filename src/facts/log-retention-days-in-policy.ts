import { statedDays } from './kit/stated-days.ts';

export default statedDays({
  topic: 'logging',
  question: 'For how many days does the policy in force want logs kept?',
  means: 'The figure that the rules for logging set.',
  strictest: 'most',
});
