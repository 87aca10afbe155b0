import { defineSource, type Fields, type FileContext, type TimeOptions, type Yield } from '../intake/contract.ts';
import { cell, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { firstDated } from './kit/times.ts';

const STATES = {
  1: 'open',
  new: 'open',
  2: 'open',
  'in progress': 'open',
  3: 'open',
  'on hold': 'open',
  active: 'open',
  'awaiting problem': 'open',
  6: 'resolved',
  resolved: 'resolved',
  7: 'closed',
  closed: 'closed',
  8: 'closed',
  canceled: 'closed',
  cancelled: 'closed',
} as const;
const SEVERITIES = { 1: 'critical', 2: 'high', 3: 'medium', 4: 'low', 5: 'low' } as const;

const OPENED = ['opened_at', 'Opened'];
const RESOLVED = ['resolved_at', 'Resolved'];
const CLOSED = ['closed_at', 'Closed'];
const UPDATED = ['sys_updated_on', 'Updated'];

export default defineSource({
  product: 'ServiceNow',
  title: 'Incidents (REST JSON or CSV)',
  kinds: ['incident'],
  obtain: 'Incident > All > right-click the header > Export > CSV; or GET /api/now/table/incident',
  proves: 'Which incidents were recorded, when each was opened and resolved, and who handled it.',
  cannotProve: 'That a ticket is a security incident unless its category says so, or that nothing else happened.',
  reads: [
    {
      shape: 'json',
      items: 'result',
      required: ['number', 'opened_at', 'state', 'short_description'],
      where: { number: /^INC\d+$/ },
      // The table interface answers in UTC; the list's CSV is in the zone and form of whoever exported it.
      item: (incident, file) => read(incident, file, { zone: 'UTC' }),
    },
    {
      shape: 'table',
      required: [
        'number',
        OPENED,
        'state',
        ['short_description', 'Short description'],
        ['priority', 'category', 'sys_class_name'],
      ],
      where: { number: /^INC\d+$/ },
      row: (incident, file) => read(incident, file, {}),
    },
  ],
});

function read(incident: Fields, file: FileContext, zone: TimeOptions): Yield {
  const incidentId = incident.text('number');
  if (incidentId === undefined) return { reject: 'no incident number' };
  const category = cell(incident, ['category', 'Category']);
  const kind = `${category ?? ''} ${cell(incident, ['subcategory', 'Subcategory']) ?? ''}`;
  const opened = incident.time(named(incident, OPENED), zone);
  const priority = /^[1-5]/.exec(cell(incident, ['priority', 'Priority']) ?? '')?.[0];
  return {
    kind: 'incident',
    strength: 'R',
    observed: firstDated(incident.time(named(incident, UPDATED), zone), opened, file.asStated),
    incidentId,
    title: cell(incident, ['short_description', 'Short description']),
    opened: ifDated(opened),
    resolved: ifDated(incident.time(named(incident, RESOLVED), zone)),
    closed: ifDated(incident.time(named(incident, CLOSED), zone)),
    severity: priority === undefined ? 'unknown' : SEVERITIES[Number(priority) as keyof typeof SEVERITIES],
    state: incident.word('state', STATES) ?? 'unknown',
    security: category === undefined ? undefined : /security|malware|phish|ransom|virus|breach/i.test(kind),
    category,
    owner: cell(incident, ['assigned_to.display_value', 'assigned_to', 'Assigned to', 'assigned_to.value']),
  };
}
