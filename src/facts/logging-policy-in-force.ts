import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'logging',
  question: 'Are there approved and current rules for logging?',
  means: 'What is logged, how long it is kept, and who looks at it.',
});
