import { judgeDocument } from './kit/document.ts';
import { refutes } from './kit/subjects.ts';
import { shareOfVendors } from './kit/vendors.ts';

// How a register says that a vendor sees protected data and must therefore sign.
const SEES_PROTECTED_DATA = /\b(sensitive data|e?phi|protected health|health data|business associate|baa)\b/i;

export default shareOfVendors({
  question: 'With what share of the vendors that handle protected data is an agreement in force?',
  means: 'Business associate agreements that a named person signed, on a known day, and that have not run out.',
  unit: 'vendor',
  silent: 'no agreement was seen',
  isListed: (entry) => SEES_PROTECTED_DATA.test(`${entry.setting ?? ''} ${entry.statement ?? ''}`),
  speaks: (document) => document.documentType === 'baa' || document.topic === 'business-associate-agreement',
  alsoListedBySpeaking: true,
  judge: (document, name, scope) => {
    const judgement = judgeDocument(document, scope);
    if (judgement?.side !== 'undecided') return judgement;
    // An agreement that does not say by whom and when it was signed is not signed as far as anybody can show.
    return refutes(`${name}: ${document.statement ?? 'not shown to be signed'}`);
  },
});
