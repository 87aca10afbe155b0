import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'termination',
  question: 'Is there an approved and current procedure for people who leave?',
  means: 'Which access ends when, and who sees to it.',
});
