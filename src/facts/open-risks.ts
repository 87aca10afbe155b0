import { countOf, counts, isClear } from './kit/count.ts';
import { isOpen, riskOf, riskText } from './kit/risks.ts';

export default countOf({
  question: 'How many risks of the register are open?',
  means: 'Neither closed nor accepted. An open risk is no weakness by itself: a register without any is.',
  from: ['risk-item'],
  of: 'thing',
  unit: 'open risk',
  tone: 'plain',
  subject: riskOf,
  judge: (risk) =>
    isOpen(risk) ? counts(`${riskText(risk)}: ${risk.status}`) : isClear(`${riskText(risk)}: ${risk.status}`),
});
