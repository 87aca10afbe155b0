import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'vendor-exit',
  question: 'Is there an approved and current plan for leaving a vendor?',
  means: 'How data and access come back.',
});
