import { EVERYBODY } from './kit/among.ts';
import { shareOfPeople } from './kit/share.ts';
import { judgeTraining } from './kit/trainings.ts';

export default shareOfPeople({
  question: 'What share of people completed security training within a year of the as-of date?',
  means:
    'Completions with a date, of everybody on the list of people: those who were never enrolled count as not trained.',
  from: ['training-completion'],
  among: EVERYBODY,
  rule: 'ever',
  silent: 'no training was seen',
  // Courses for one role, or on something else, are no security training of everybody.
  subject: (training) =>
    training.topic === undefined || training.topic === 'awareness' || training.topic === 'hipaa'
      ? { name: training.person }
      : undefined,
  judge: judgeTraining,
});
