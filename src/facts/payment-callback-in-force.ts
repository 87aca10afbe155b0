import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'payment-callback',
  question: 'Are changed payment details confirmed by calling back, in writing and currently?',
  means: 'A call to a number that was known before.',
});
