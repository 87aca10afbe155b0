import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'incident-response-retainer',
  question: 'Is help for incidents under contract?',
  means: 'Specialists who have agreed to come.',
  shownBy: 'signature',
});
