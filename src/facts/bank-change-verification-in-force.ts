import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'bank-change-verification',
  question: 'Is there an approved and current procedure for vendors’ changed bank details?',
  means: 'How a change is verified before money flows.',
});
