import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'sanction',
  question: 'Is there an approved and current policy on sanctions?',
  means: 'What follows when somebody breaks the rules.',
});
