import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'payment-dual-approval',
  question: 'Do payments need two approvals, in writing and currently?',
  means: 'A rule that no one person can pay alone.',
});
