import { defineSource } from '../intake/contract.ts';
import { cell, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';

const SYSTEM = ['System', 'Log', 'System or log', 'Log source'];
const REVIEWED = ['Reviewed on', 'Review date', 'Date reviewed'];
const REVIEWER = ['Reviewer', 'Reviewed by'];
const FROM = ['Period from', 'From', 'Log from'];
const TO = ['Period to', 'To', 'Log to'];

export default defineSource({
  product: 'Register',
  title: 'Log review record (CSV)',
  kinds: ['audit-log-review'],
  obtain: 'log-review-record.csv, filled in by whoever looks: a row for each review of the logs',
  proves: 'Who states to have reviewed which log, when, and for which days.',
  cannotProve: 'How thorough the review was; the ticket it names shows more.',
  reads: [
    {
      shape: 'table',
      required: [SYSTEM, REVIEWED, REVIEWER, FROM, TO],
      row: (row) => {
        const system = cell(row, SYSTEM);
        if (system === undefined) return { reject: 'a review needs the system whose log was reviewed' };
        const reviewed = row.time(named(row, REVIEWED));
        return {
          kind: 'audit-log-review',
          strength: 'A',
          observed: reviewed,
          system,
          reviewed,
          reviewer: cell(row, REVIEWER),
          periodFrom: ifDated(row.time(named(row, FROM))),
          periodTo: ifDated(row.time(named(row, TO))),
          findings: row.integer('Findings'),
          ticket: row.text('Ticket'),
        };
      },
    },
  ],
});
