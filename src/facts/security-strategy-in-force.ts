import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'security-strategy',
  question: 'Is there an approved and current security strategy?',
  means: 'What the organisation wants to reach and by when.',
});
