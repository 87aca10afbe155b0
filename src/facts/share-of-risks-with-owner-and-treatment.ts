import { riskOf, riskText } from './kit/risks.ts';
import { refutes, supports } from './kit/subjects.ts';
import { shareOfThings } from './kit/things.ts';

export default shareOfThings({
  question: 'What share of the risks that are not closed has an owner and a treatment?',
  means: 'As the register says; that the treatment is carried out is another question.',
  from: ['risk-item'],
  unit: 'risk',
  emptyWhenRead: true,
  subject: (risk) => (risk.status === 'closed' ? undefined : riskOf(risk)),
  judge: (risk) => {
    const hasOwner = (risk.owner ?? '').trim() !== '';
    const hasTreatment = risk.treatment !== undefined && risk.treatment !== 'unknown';
    if (hasOwner && hasTreatment) return supports(`${riskText(risk)}: ${risk.treatment}, ${risk.owner}`);
    const lacks = [hasOwner ? '' : 'no owner', hasTreatment ? '' : 'no treatment'].filter((word) => word !== '');
    return refutes(`${riskText(risk)}: ${lacks.join(', ')}`);
  },
});
