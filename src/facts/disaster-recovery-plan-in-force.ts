import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'disaster-recovery-plan',
  question: 'Is there an approved and current disaster recovery plan?',
  means: 'How systems come back and in which order.',
});
