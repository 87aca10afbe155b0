import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'awareness-programme',
  question: 'Is there an approved and current programme of security training?',
  means: 'Who is trained in what and how often.',
});
