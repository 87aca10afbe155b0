import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'key-management',
  question: 'Is there an approved and current procedure for keys?',
  means: 'How keys are made, kept, exchanged and destroyed.',
});
