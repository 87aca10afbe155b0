import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'public-site-tls',
  question: 'Were the certificates and encryption of public sites checked?',
  means: 'A check that a named person signed, and that is not overdue.',
});
