import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'firewall-review',
  question: 'Were the firewall rules reviewed?',
  means: 'A record of the review with its day, and that is not overdue.',
  shownBy: 'day',
});
