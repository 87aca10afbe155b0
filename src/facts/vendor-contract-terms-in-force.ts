import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'vendor-contract',
  question: 'Do contracts in force bind vendors to security?',
  means: 'At least one such contract; those that have run out are listed.',
});
