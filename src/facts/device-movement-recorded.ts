import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'device-movement',
  question: 'Are movements of devices and data carriers recorded?',
  means: 'What went where, and who answers for it.',
  shownBy: 'day',
});
