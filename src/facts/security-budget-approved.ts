import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'security-budget',
  question: 'Is there an approved budget for security?',
  means: 'Money set aside on record, for a period that has not ended.',
});
