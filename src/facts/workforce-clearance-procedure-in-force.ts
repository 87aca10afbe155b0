import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'workforce-clearance',
  question: 'Is there an approved and current procedure for vetting people?',
  means: 'What is checked before somebody gets access.',
});
