import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'password',
  question: 'Are there approved and current rules for passwords?',
  means: 'What is asked of passwords and of those who keep them.',
});
