import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'vendor-register',
  question: 'Is there a current register of vendors?',
  means: 'Which there are and who answers for each.',
  shownBy: 'listing',
});
