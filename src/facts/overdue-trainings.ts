import { countOf, counts, isClear } from './kit/count.ts';
import { dayText } from './kit/time.ts';
import { isOverdue } from './kit/trainings.ts';

export default countOf({
  question: 'How many trainings are overdue?',
  means: 'By person and course: called overdue by the tool, or not completed although due before the as-of date.',
  from: ['training-completion'],
  of: 'thing',
  unit: 'training',
  tone: 'bad',
  subject: (training) => ({ name: `${training.person} ${training.course} ${training.campaign ?? ''}` }),
  judge: (training, scope) => {
    const due = training.due?.instant === undefined ? '' : `, due ${dayText(training.due, scope)}`;
    const text = `${training.person}: ${training.course} ${training.verbatim}${due}`;
    return isOverdue(training, scope) ? counts(text) : isClear(text);
  },
});
