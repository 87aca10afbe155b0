import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'secure-development',
  question: 'Are there approved and current rules for developing software securely?',
  means: 'What is asked of code, reviews and releases.',
});
