import { daysSince } from './kit/days.ts';
import { judgeExercise } from './kit/exercises.ts';

export default daysSince({
  question: 'How many days ago was the handling of an incident last exercised?',
  means: 'An exercise with its date and the people who took part. A plan is none.',
  from: ['exercise'],
  judge: judgeExercise(['incident-response']),
});
