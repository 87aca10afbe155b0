import { occurrencesOf } from './kit/occurrences.ts';
import { provesRestore } from './kit/restores.ts';

export default occurrencesOf({
  question: 'In how many quarters of the period was a restore proven to work?',
  means: 'Quarters with at least one restore that ended without errors and whose content was verified.',
  from: ['restore-test'],
  every: 'quarter',
  judge: provesRestore,
});
