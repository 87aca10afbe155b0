import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'data-integrity',
  question: 'Are measures that keep data from being changed unseen laid down and current?',
  means: 'Which data is guarded and how changes are noticed.',
});
