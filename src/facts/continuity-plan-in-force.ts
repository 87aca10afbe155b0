import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'continuity-plan',
  question: 'Is there an approved and current business continuity plan?',
  means: 'How work goes on without systems.',
});
