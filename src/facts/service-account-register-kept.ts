import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'service-accounts',
  question: 'Is there a current register of service accounts?',
  means: 'Which there are, what for, and who answers for each.',
  shownBy: 'listing',
});
