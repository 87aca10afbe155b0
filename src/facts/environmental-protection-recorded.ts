import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'environmental-protection',
  question: 'Is protection against fire, water, heat and power failure recorded?',
  means: 'Inspections or measures that somebody answers for.',
  shownBy: 'day',
});
