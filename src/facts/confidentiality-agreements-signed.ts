import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'confidentiality',
  question: 'Are confidentiality agreements signed and in force?',
  means: 'Agreements or the record of them; who has not signed is another question.',
  shownBy: 'signature',
});
