import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'legal-register',
  question: 'Is there a current register of the laws and contracts that bind the organisation?',
  means: 'A list that somebody answers for.',
  shownBy: 'listing',
});
