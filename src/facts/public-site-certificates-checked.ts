import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'public-site-tls',
  question: 'Were the certificates and encryption of public sites checked?',
  means: 'A record of the check with its day, and that is not overdue.',
  shownBy: 'day',
});
