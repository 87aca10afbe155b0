import { incidentText, isSecurity, openedOn } from './kit/incidents.ts';
import { refutes, supports, undecided } from './kit/subjects.ts';
import { shareOfThings } from './kit/things.ts';

export default shareOfThings({
  question: 'For what share of resolved security incidents were lessons recorded?',
  means:
    'Of the incidents since the start of the period that are resolved. That lessons are written down does not show that they were learned.',
  from: ['incident'],
  unit: 'incident',
  emptyWhenRead: true,
  span: 'happening',
  subject: (incident) =>
    isSecurity(incident) && (incident.state === 'resolved' || incident.state === 'closed')
      ? { name: incident.incidentId }
      : undefined,
  judge: (incident, scope) => {
    const more = { when: openedOn(incident) };
    // A ticket system without a field for it does not say that nothing was learned.
    if (incident.lessonsRecorded === undefined) {
      return undecided(`${incidentText(incident, scope)}: not told whether lessons were recorded`, more);
    }
    return incident.lessonsRecorded
      ? supports(`${incidentText(incident, scope)}: lessons recorded`, more)
      : refutes(`${incidentText(incident, scope)}: no lessons recorded`, more);
  },
});
