import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'penetration-test',
  question: 'Is there a report of a penetration test that somebody accepted?',
  means: 'The report itself, approved and dated.',
});
