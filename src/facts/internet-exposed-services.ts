import { openFromOutside } from './kit/exposure.ts';

export default openFromOutside({
  question: 'How many services can be reached from the internet?',
  means: 'Open ports as seen from outside by a run that ended.',
  unit: 'open port',
  tone: 'plain',
  each: 'port',
});
