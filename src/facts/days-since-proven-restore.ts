import { daysSince } from './kit/days.ts';
import { provesRestore } from './kit/restores.ts';

export default daysSince({
  question: 'How many days ago was a restore last proven to work?',
  means:
    'A restore that ended without errors and whose content was verified. Looking at items, a machine that boots, a successful backup, a check of the repository and a schedule prove no restore.',
  from: ['restore-test'],
  judge: provesRestore,
});
