import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'breach-notification',
  question: 'Is there an approved and current procedure for notifying a breach?',
  means: 'Who decides, whom to tell and by when.',
});
