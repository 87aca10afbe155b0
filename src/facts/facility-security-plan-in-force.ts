import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'facility-security',
  question: 'Is there an approved and current plan for the security of the premises?',
  means: 'Who may go where and what keeps others out.',
});
