import { isDated } from '../model/observed.ts';
import { countOf, counts, isClear } from './kit/count.ts';
import { isOpen, riskOf, riskText } from './kit/risks.ts';
import { undecided } from './kit/subjects.ts';
import { dayText, hasPassed } from './kit/time.ts';

export default countOf({
  question: 'How many risk treatments are overdue?',
  means: 'Open risks whose due day lies before the as-of date.',
  from: ['risk-item'],
  of: 'thing',
  unit: 'risk',
  tone: 'bad',
  subject: riskOf,
  judge: (risk, scope) => {
    if (!isOpen(risk)) return isClear(`${riskText(risk)}: ${risk.status}`);
    if (!risk.due || !isDated(risk.due)) return undecided(`${riskText(risk)}: no due day`);
    const text = `${riskText(risk)}: due ${dayText(risk.due, scope)}`;
    return hasPassed(risk.due, scope) ? counts(text) : isClear(text);
  },
});
