import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'security-policy',
  question: 'Is there an approved and current information security policy?',
  means: 'The policy from which all others follow.',
});
