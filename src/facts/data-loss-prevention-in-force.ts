import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'data-loss-prevention',
  question: 'Is prevention of data loss laid down and current?',
  means: 'The measures that keep data from leaving unseen.',
});
