import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'identity-proofing',
  question: 'Is there an approved and current procedure for proving who somebody is?',
  means: 'Before an account is opened or a password is reset.',
});
