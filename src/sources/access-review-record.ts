import { defineSource } from '../intake/contract.ts';
import { cell, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { firstDated } from './kit/times.ts';

const RESOURCE = ['System', 'Resource', 'Application', 'Group'];
const SUBJECT = ['Account', 'User', 'Account reviewed'];
const REVIEWER = ['Reviewer', 'Reviewed by'];
const REVIEWED = ['Reviewed on', 'Review date', 'Date reviewed'];
const DECISIONS = {
  keep: 'kept',
  kept: 'kept',
  approve: 'kept',
  approved: 'kept',
  remove: 'removed',
  removed: 'removed',
  revoke: 'removed',
  revoked: 'removed',
  deny: 'removed',
  'not reviewed': 'not-reviewed',
  pending: 'not-reviewed',
  unsure: 'unsure',
} as const;

export default defineSource({
  product: 'Register',
  title: 'Access review record (CSV)',
  kinds: ['access-review'],
  obtain: 'access-review-record.csv, filled in by whoever reviews accesses: a row for each access that was decided on',
  proves: 'Which access a named person states to have reviewed when, and what was decided.',
  cannotProve: 'That a removal was carried out: the directory export after it shows that.',
  reads: [
    {
      shape: 'table',
      required: [RESOURCE, SUBJECT, REVIEWER, REVIEWED, 'Decision'],
      row: (row, file) => {
        const subject = cell(row, SUBJECT);
        if (subject === undefined) return { reject: 'no account' };
        const reviewed = row.time(named(row, REVIEWED));
        const applied = row.time(named(row, ['Applied on', 'Carried out on']));
        return {
          kind: 'access-review',
          strength: 'A',
          observed: firstDated(reviewed, file.asStated),
          review: row.text('Review'),
          subject,
          resource: cell(row, RESOURCE),
          reviewer: cell(row, REVIEWER),
          decision: row.word('Decision', DECISIONS) ?? 'not-reviewed',
          verbatim: row.text('Decision') ?? '',
          reviewed: ifDated(reviewed),
          applied: ifDated(applied) === undefined ? row.flag('Applied') : true,
          privileged: row.flag('Privileged'),
        };
      },
    },
  ],
});
