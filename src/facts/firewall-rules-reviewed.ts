import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'firewall-review',
  question: 'Were the firewall rules reviewed?',
  means: 'A review that a named person signed, and that is not overdue.',
});
