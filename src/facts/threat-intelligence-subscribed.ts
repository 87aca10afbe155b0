import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'threat-intelligence',
  question: 'Does the organisation receive warnings of current threats?',
  means: 'A membership, subscription or contract that is in force.',
  shownBy: 'signature',
});
