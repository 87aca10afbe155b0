import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'hardening-standard',
  question: 'Is there an approved and current standard for secure configuration?',
  means: 'The benchmark that systems are set up by.',
});
