import { countOf, counts, isClear } from './kit/count.ts';
import { incidentText, isSecurity } from './kit/incidents.ts';
import { undecided } from './kit/subjects.ts';

export default countOf({
  question: 'How many security incidents are open?',
  means: 'Of the incidents that were recorded, whenever they were opened; one whose state is not told counts as open.',
  from: ['incident'],
  of: 'thing',
  unit: 'open security incident',
  tone: 'bad',
  subject: (incident) => ({ name: incident.incidentId }),
  judge: (incident, scope) => {
    const text = `${incidentText(incident, scope)}: ${incident.state}`;
    if (incident.security === undefined) return undecided(`${text}, not told whether of security`);
    if (!isSecurity(incident)) return isClear(`${text}, not of security`);
    return incident.state === 'resolved' || incident.state === 'closed' ? isClear(text) : counts(text);
  },
  zeroNeedsAll: true,
});
