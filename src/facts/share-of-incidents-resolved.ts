import { incidentText, isSecurity, openedOn } from './kit/incidents.ts';
import { refutes, supports, undecided } from './kit/subjects.ts';
import { shareOfThings } from './kit/things.ts';

export default shareOfThings({
  question: 'What share of the security incidents since the start of the period is resolved?',
  means: 'Of the incidents that were recorded.',
  from: ['incident'],
  unit: 'incident',
  emptyWhenRead: true,
  subject: (incident) => (isSecurity(incident) ? { name: incident.incidentId } : undefined),
  span: 'happening',
  judge: (incident, scope) => {
    const text = `${incidentText(incident, scope)}: ${incident.state}`;
    const more = { when: openedOn(incident) };
    if (incident.state === 'unknown') return undecided(text, more);
    return incident.state === 'open' ? refutes(text, more) : supports(text, more);
  },
});
