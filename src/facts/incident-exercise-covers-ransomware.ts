import { exerciseText } from './kit/exercises.ts';
import { holdsIf } from './kit/holds.ts';
import { refutes, supports, undecided } from './kit/subjects.ts';
import { isWithin } from './kit/time.ts';

const EXERCISED_WITHIN_DAYS = 365;

export default holdsIf({
  question: 'Did an incident exercise within a year of the as-of date play through an extortion by encryption?',
  means: 'As the record of the exercise says of its scenario.',
  from: ['exercise'],
  of: 'thing',
  needs: 'any',
  rule: 'ever',
  subject: (exercise) => (exercise.exerciseType === 'incident-response' ? { name: exercise.from.path } : undefined),
  judge: (exercise, scope) => {
    const text = exerciseText(exercise, scope);
    const more = { when: exercise.performed };
    const isNamed = exercise.coversRansomware ?? (/ransomware/i.test(exercise.scenario ?? '') ? true : undefined);
    if (isNamed === undefined) return undecided(`${text}: scenario not told`, more);
    if (!isNamed) return refutes(`${text}: another scenario`, more);
    return isWithin(exercise.performed, EXERCISED_WITHIN_DAYS, scope) ? supports(text, more) : refutes(text, more);
  },
});
