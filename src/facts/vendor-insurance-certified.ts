import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'vendor-insurance',
  question: 'Is there a certificate of insurance of vendors that is in force?',
  means: 'At least one; those that have run out are listed.',
});
