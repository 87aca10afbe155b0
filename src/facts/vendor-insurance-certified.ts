import { judgeDocument } from './kit/document.ts';
import { everyVendor } from './kit/vendors.ts';

export default everyVendor({
  question: 'Are the vendors’ certificates of insurance in force?',
  means:
    'Of every vendor whose certificate was seen and of every one that the register calls critical, a certificate that has not run out. What it covers is another question.',
  silent: 'no certificate was seen',
  speaks: (document) => document.topic === 'vendor-insurance',
  judge: (document, _, scope) => judgeDocument(document, scope, 'signature'),
});
