import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'penetration-test',
  question: 'Is there a report of a penetration test?',
  means: 'The report itself, dated.',
  shownBy: 'day',
});
