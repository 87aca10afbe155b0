import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'workforce-authorization',
  question: 'Is there an approved and current procedure for authorising and supervising people?',
  means: 'Who may let whom work with which data.',
});
