import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'visitor-log',
  question: 'Is there a current record of visitors?',
  means: 'A log or procedure on a dated list.',
  shownBy: 'listing',
});
