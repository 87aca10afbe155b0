import { isDated } from '../model/observed.ts';
import { CRITICAL_SYSTEMS } from './kit/among.ts';
import { unnamedMembers } from './kit/coverage.ts';
import { provesRestore, restoredSystem, restoreText } from './kit/restores.ts';
import { refutes, supports, undecided } from './kit/subjects.ts';
import { shareOfThings } from './kit/things.ts';
import { bestDay } from './kit/time.ts';

export default shareOfThings({
  question: 'What share of restore tests was done within the time allowed?',
  means:
    'Tests that name the time allowed. A test that failed did not meet it; one whose result nobody looked at does not tell.',
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
    // What came back in time and was not looked at may be of no use; too late is too late all the same.
    const isProven = provesRestore(test).side === 'supports';
    if (!isProven && test.minutesTaken <= test.minutesAllowed) return undecided(restoreText(test));
    const text = `${name}: ${test.minutesTaken} of ${test.minutesAllowed} minutes`;
    return test.minutesTaken <= test.minutesAllowed ? supports(text) : refutes(text);
  },
  incomplete: (tests, scope) => unnamedMembers(tests, CRITICAL_SYSTEMS, scope),
});
