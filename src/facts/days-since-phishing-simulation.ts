import { daysSince } from './kit/days.ts';
import { judgeSimulation } from './kit/phishing.ts';

export default daysSince({
  question: 'How many days ago was a phishing simulation last made?',
  means: 'The newest campaign that reached somebody. A campaign in error measures nothing.',
  from: ['phishing-simulation'],
  judge: judgeSimulation,
});
