import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'change-management',
  question: 'Is there an approved and current procedure for changes?',
  means: 'How changes are requested, approved, tested and undone.',
});
