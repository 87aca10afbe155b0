import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'mobile-device',
  question: 'Are there approved and current rules for mobile devices?',
  means: 'What is asked of phones and tablets, also of personal ones.',
});
