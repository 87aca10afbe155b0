import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'payment-duty-separation',
  question: 'Are entering and approving payments separate duties, in writing and currently?',
  means: 'Who may do which step.',
});
