import { defineFact } from './define-fact.ts';
import { answerCount } from './kit/count.ts';
import { criticalFindings, stillOpen } from './kit/findings.ts';

export default defineFact({
  question: 'How many critical vulnerabilities are open?',
  from: ['vulnerability-finding'],
  measures: 'count',
  means:
    'By host and finding, of what was scanned. Gone only when an export calls it fixed or a newer export of the same product names the host without it.',
  start: criticalFindings,
  answer: (findings, scope) => {
    const shape = {
      from: ['vulnerability-finding'],
      unit: 'open critical finding',
      tone: 'bad',
      zeroNeedsAll: true,
      ignoresAmounts: true,
    } as const;
    return answerCount(shape, stillOpen(findings, scope), scope);
  },
});
