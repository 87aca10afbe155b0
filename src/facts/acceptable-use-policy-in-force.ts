import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'acceptable-use',
  question: 'Are there approved and current rules for using systems?',
  means: 'What people may and may not do with systems and data.',
});
