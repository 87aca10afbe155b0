import { isDated } from '../model/observed.ts';
import { CRITICAL_SYSTEMS } from './kit/among.ts';
import { unnamedMembers } from './kit/coverage.ts';
import { restoredSystem } from './kit/restores.ts';
import { refutes, supports, undecided } from './kit/subjects.ts';
import { shareOfThings } from './kit/things.ts';
import { bestDay } from './kit/time.ts';

export default shareOfThings({
  question: 'What share of restore tests was done within the time allowed?',
  means: 'Tests that name the time allowed. A test that failed did not meet it.',
  from: ['restore-test'],
  unit: 'restore test',
  span: 'happening',
  subject: (test, scope) => {
    if (test.minutesAllowed === undefined || test.level === 'browse') return undefined;
    const day = isDated(test.observed) ? bestDay(test.observed, scope) : 'undated';
    return { name: `${restoredSystem(test)} ${day} ${test.ticket ?? ''}`, more: [restoredSystem(test)] };
  },
  judge: (test) => {
    const name = restoredSystem(test);
    if (test.outcome !== 'restored') return refutes(`${name}: ${test.verbatim}`);
    if (test.minutesTaken === undefined || test.minutesAllowed === undefined) {
      return undecided(`${name}: the time taken is not told`);
    }
    const text = `${name}: ${test.minutesTaken} of ${test.minutesAllowed} minutes`;
    return test.minutesTaken <= test.minutesAllowed ? supports(text) : refutes(text);
  },
  incomplete: (tests, scope) => unnamedMembers(tests, CRITICAL_SYSTEMS, scope),
});
