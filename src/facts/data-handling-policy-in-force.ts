import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'data-handling',
  question: 'Are there approved and current rules for handling data by its sensitivity?',
  means: 'How data is classed, marked, shared and sent.',
});
