import { countOf, counts, isClear } from './kit/count.ts';
import { riskOf, riskText } from './kit/risks.ts';

export default countOf({
  question: 'How many risks of the register are accepted?',
  means: 'Accepted by status or by treatment, and not closed.',
  from: ['risk-item'],
  of: 'thing',
  unit: 'accepted risk',
  tone: 'plain',
  subject: riskOf,
  judge: (risk) => {
    const isAccepted = risk.status === 'accepted' || (risk.treatment === 'accept' && risk.status !== 'closed');
    const text = `${riskText(risk)}: ${risk.status}${risk.treatment === undefined ? '' : `, ${risk.treatment}`}`;
    return isAccepted ? counts(text) : isClear(text);
  },
});
