import { isDated } from '../model/observed.ts';
import { type DocumentRecord, judgeDocument } from './kit/document.ts';
import { refutes } from './kit/subjects.ts';
import { shareOfVendors } from './kit/vendors.ts';

const HANDLES_HEALTH_DATA = /\b(e?phi|protected health|health data|patient data|business associate|baa)\b/i;
// A register may say no more than this; that such a vendor must sign follows only where agreements of the kind are kept at all.
const HANDLES_SENSITIVE_DATA = /\bsensitive data\b/i;

export default shareOfVendors({
  question: 'With what share of the vendors that handle protected data is an agreement in force?',
  means: 'Business associate agreements that were signed on a known day and have not run out.',
  unit: 'vendor',
  silent: 'no agreement was seen',
  isListed: (entry) => HANDLES_HEALTH_DATA.test(wordsOf(entry)) || HANDLES_SENSITIVE_DATA.test(wordsOf(entry)),
  speaks: isAgreement,
  alsoListedBySpeaking: true,
  tells: {
    by: (document) =>
      isAgreement(document)
        ? document.approved !== undefined && isDated(document.approved)
        : HANDLES_HEALTH_DATA.test(wordsOf(document)),
    otherwise: 'No register tells which vendors handle health data, and no agreement has a day.',
  },
  judge: (document, name, scope) => {
    // An agreement that does not say when it was signed is not signed as far as anybody can show.
    if (!document.approved || !isDated(document.approved)) {
      return refutes(`${name}: ${document.statement ?? 'not shown to be signed'}`);
    }
    const judgement = judgeDocument(document, scope, 'signature');
    return judgement.side === 'undecided' ? refutes(judgement.text) : judgement;
  },
});

function isAgreement(document: DocumentRecord): boolean {
  return document.documentType === 'baa' || document.topic === 'business-associate-agreement';
}

function wordsOf(entry: DocumentRecord): string {
  if (entry.documentType !== 'register-entry' || entry.topic !== 'vendor-register') return '';
  return `${entry.setting ?? ''} ${entry.statement ?? ''}`;
}
