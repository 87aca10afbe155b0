import { judgeDocument } from './kit/document.ts';
import { everyVendor } from './kit/vendors.ts';

export default everyVendor({
  question: 'Do contracts in force bind the critical vendors to security?',
  means:
    'Of every vendor that the register calls critical, else of all on it, a contract with security terms that has not run out. Whether they are kept is another question.',
  silent: 'no security terms in a contract were seen',
  speaks: (document) => document.topic === 'vendor-contract',
  judge: (document, _, scope) => judgeDocument(document, scope, 'signature'),
});
