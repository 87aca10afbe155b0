import { isDated } from '../model/observed.ts';
import { countOf, counts, isClear } from './kit/count.ts';
import { restoredSystem, restoreText } from './kit/restores.ts';
import { undecided } from './kit/subjects.ts';
import { bestDay, dayText } from './kit/time.ts';

export default countOf({
  question: 'How many restore tests failed or ended with errors?',
  means: 'Tests from the start of the period to the as-of date. A later success does not undo them.',
  from: ['restore-test'],
  of: 'thing',
  unit: 'failed restore test',
  tone: 'bad',
  span: 'happening',
  subject: (test, scope) => {
    if (test.level === 'browse') return undefined;
    const day = isDated(test.observed) ? bestDay(test.observed, scope) : 'undated';
    return { name: `${restoredSystem(test)} ${test.level} ${day} ${test.ticket ?? ''}` };
  },
  judge: (test, scope) => {
    const text = `${restoreText(test)}, ${dayText(test.observed, scope)}: ${test.verbatim}`;
    if (test.outcome === 'unknown') return undecided(text);
    return test.outcome === 'restored' && (test.errors ?? 0) === 0 ? isClear(text) : counts(text);
  },
});
