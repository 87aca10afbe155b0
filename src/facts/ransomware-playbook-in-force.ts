import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'ransomware-playbook',
  question: 'Is there an approved and current playbook against extortion by encryption?',
  means: 'The steps from discovery to recovery.',
});
