import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'data-inventory',
  question: 'Is there a current inventory of the data that must be protected?',
  means: 'Which data lies where, and who answers for it.',
  shownBy: 'listing',
});
