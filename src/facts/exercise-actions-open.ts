import { countOf, counts, isClear } from './kit/count.ts';
import { exerciseText } from './kit/exercises.ts';
import { undecided } from './kit/subjects.ts';
import { dayText } from './kit/time.ts';

export default countOf({
  question: 'How many actions decided after exercises are still open?',
  means: 'As the newest record of each exercise says.',
  from: ['exercise'],
  of: 'thing',
  unit: 'open action',
  tone: 'bad',
  subject: (exercise, scope) => ({
    name: `${exercise.exerciseType} ${dayText(exercise.performed, scope)} ${exercise.scenario ?? ''}`,
  }),
  judge: (exercise, scope) => {
    const text = exerciseText(exercise, scope);
    if (exercise.actionsOpen === undefined) return undecided(`${text}: open actions not told`);
    if (exercise.actionsOpen === 0) return isClear(`${text}: none open`);
    return counts(`${text}: ${exercise.actionsOpen} open`, { amount: exercise.actionsOpen });
  },
});
