import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'network-diagram',
  question: 'Is there a current diagram of networks and data flows?',
  means: 'A drawing that somebody answers for.',
});
