import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'encryption',
  question: 'Are there approved and current rules for encryption?',
  means: 'What is encrypted where and by which means.',
});
