import { defineSource } from '../intake/contract.ts';
import { cell, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { firstDated } from './kit/times.ts';

const ID = ['Incident ID', 'Incident no', 'Incident number', 'Incident'];
const OPENED = ['Opened on', 'Detected on', 'Date opened'];
const RESOLVED = ['Resolved on', 'Date resolved'];
const LESSONS = ['Lessons recorded', 'Lessons learned'];
const SEVERITIES = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  moderate: 'medium',
  low: 'low',
  unknown: 'unknown',
} as const;

export default defineSource({
  product: 'Register',
  title: 'Security incident register (CSV)',
  kinds: ['incident'],
  obtain: 'incident-register.csv, filled in by whoever handles them: a row for each incident',
  proves:
    'Which security incidents are recorded, when each was opened and resolved, and whether lessons were written down.',
  cannotProve: 'That nothing else happened: an empty register proves nothing.',
  reads: [
    {
      shape: 'table',
      required: [ID, OPENED, RESOLVED, 'Severity', ['Security', 'Security incident', ...LESSONS]],
      forbidden: ['Risk ID', 'Issue key', 'sys_id'],
      row: (row, file) => {
        const incidentId = cell(row, ID);
        if (incidentId === undefined) return { reject: 'an incident needs an id' };
        const opened = row.time(named(row, OPENED));
        const resolved = ifDated(row.time(named(row, RESOLVED)));
        const closed = ifDated(row.time(named(row, ['Closed on', 'Date closed'])));
        return {
          kind: 'incident',
          strength: 'A',
          observed: firstDated(row.time(named(row, ['Updated on', 'Last updated'])), opened, file.asStated),
          incidentId,
          title: cell(row, ['Title', 'Summary', 'Description']),
          opened: ifDated(opened),
          resolved,
          closed,
          severity: row.word('Severity', SEVERITIES),
          state: closed !== undefined ? 'closed' : resolved !== undefined ? 'resolved' : 'open',
          security: row.flag(named(row, ['Security', 'Security incident'])) ?? true,
          category: cell(row, ['Category', 'Type']),
          owner: cell(row, ['Owner', 'Handled by']),
          lessonsRecorded: row.flag(named(row, LESSONS)),
        };
      },
    },
  ],
});
