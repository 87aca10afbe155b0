import { countOf, counts, isClear } from './kit/count.ts';
import { incidentText, isSecurity, openedOn } from './kit/incidents.ts';
import { undecided } from './kit/subjects.ts';

export default countOf({
  question: 'How many security incidents were opened since the start of the period?',
  means: 'Of the incidents that were recorded. No recorded incident does not show that none happened.',
  from: ['incident'],
  of: 'thing',
  unit: 'security incident',
  tone: 'plain',
  span: 'happening',
  subject: (incident) => ({ name: incident.incidentId }),
  judge: (incident, scope) => {
    const text = incidentText(incident, scope);
    const more = { when: openedOn(incident) };
    if (incident.security === undefined) return undecided(`${text}: not told whether of security`, more);
    return isSecurity(incident) ? counts(text, more) : isClear(`${text}: not of security`, more);
  },
  zeroNeedsAll: true,
  remarks: () => ['Recorded incidents only: none recorded does not mean that none happened.'],
});
