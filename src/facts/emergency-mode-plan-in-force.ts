import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'emergency-mode',
  question: 'Is there an approved and current plan for working in an emergency?',
  means: 'How data stays protected while systems are down.',
});
