import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'patch-management',
  question: 'Are there approved and current rules for patching?',
  means: 'How fast patches of which severity are installed, and by whom.',
});
