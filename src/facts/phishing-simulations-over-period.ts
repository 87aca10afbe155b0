import { occurrencesOf } from './kit/occurrences.ts';
import { judgeSimulation } from './kit/phishing.ts';

export default occurrencesOf({
  question: 'In how many quarters of the period was a phishing simulation made?',
  means: 'Quarters with at least one campaign that reached somebody. A campaign in error measures nothing.',
  from: ['phishing-simulation'],
  every: 'quarter',
  judge: judgeSimulation,
});
