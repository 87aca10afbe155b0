import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'security-assessment',
  question: 'Is there a report of a security assessment that somebody accepted?',
  means: 'The report itself, approved and dated.',
  shownBy: 'day',
});
