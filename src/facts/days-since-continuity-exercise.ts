import { daysSince } from './kit/days.ts';
import { judgeExercise } from './kit/exercises.ts';

export default daysSince({
  question: 'How many days ago was the recovery from a disaster or an outage last exercised?',
  means: 'An exercise with its date and the people who took part. A restore of a file is none.',
  from: ['exercise'],
  judge: judgeExercise(['disaster-recovery', 'continuity']),
});
