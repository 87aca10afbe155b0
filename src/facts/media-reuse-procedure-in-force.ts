import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'media-reuse',
  question: 'Is there an approved and current procedure for using data carriers again?',
  means: 'How data is removed before somebody else gets them.',
});
