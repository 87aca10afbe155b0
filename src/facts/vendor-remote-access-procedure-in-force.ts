import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'vendor-remote-access',
  question: 'Is there an approved and current procedure for remote access by vendors?',
  means: 'Who lets them in, when, and who watches.',
});
