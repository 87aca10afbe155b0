import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'emergency-access',
  question: 'Is there an approved and current procedure for access in an emergency?',
  means: 'How data is reached when the usual way is closed.',
});
