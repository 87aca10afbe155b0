import { defineSource } from '../intake/contract.ts';
import { cell, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { firstDated } from './kit/times.ts';
import { topicOf } from './kit/topics.ts';

const TITLE = ['Title', 'Document', 'Policy', 'Name'];
const TYPE = ['Type', 'Document type'];
const APPROVER = ['Approved by', 'Approver'];
const APPROVED = ['Approved on', 'Approval date', 'Date approved'];
const REVIEW = ['Next review', 'Review due', 'Next review on', 'Review date'];

const TYPES = {
  policy: 'policy',
  standard: 'policy',
  procedure: 'procedure',
  process: 'procedure',
  runbook: 'procedure',
  playbook: 'procedure',
  plan: 'plan',
  contract: 'contract',
  agreement: 'contract',
  'business associate agreement': 'baa',
  baa: 'baa',
  'vendor review': 'vendor-review',
  attestation: 'attestation',
  statement: 'attestation',
  certificate: 'certificate',
  report: 'report',
  minutes: 'report',
  record: 'register-entry',
  register: 'register-entry',
  'register entry': 'register-entry',
} as const;
const STATUSES = {
  'in force': 'in-force',
  active: 'in-force',
  approved: 'in-force',
  current: 'in-force',
  effective: 'in-force',
  draft: 'draft',
  'in review': 'draft',
  proposed: 'draft',
  retired: 'retired',
  superseded: 'retired',
  archived: 'retired',
  expired: 'retired',
} as const;

export default defineSource({
  product: 'Register',
  title: 'Policy and document register (CSV)',
  kinds: ['document'],
  obtain:
    'policy-register.csv, filled in: a row for each policy, plan, contract and record, with its topic, who approved it, and until when it holds',
  proves:
    'Which policies, plans, contracts and records exist on paper, who approved them when, and until when they hold.',
  cannotProve: 'That any of them is followed, or says what its title promises.',
  reads: [
    {
      shape: 'table',
      required: ['Topic', TITLE, TYPE, APPROVER, APPROVED, REVIEW],
      row: (row, file) => {
        const topic = topicOf(row.text('Topic'));
        if (typeof topic !== 'string') return topic;
        const title = cell(row, TITLE);
        const documentType = row.word(named(row, TYPE), TYPES);
        if (title === undefined) return { reject: 'a document needs a title' };
        if (documentType === undefined) return { reject: `no document type is called "${cell(row, TYPE) ?? ''}"` };
        const approved = row.time(named(row, APPROVED));
        return {
          kind: 'document',
          strength: 'A',
          // What is in force is as current as the register that says so; the approval stands beside it.
          observed: firstDated(file.asStated, approved),
          documentType,
          topic,
          title,
          version: row.text('Version'),
          owner: cell(row, ['Owner', 'Document owner']),
          approvedBy: cell(row, APPROVER),
          approved: ifDated(approved),
          nextReview: ifDated(row.time(named(row, REVIEW))),
          counterpart: cell(row, ['Counterpart', 'Other party', 'Vendor']),
          expires: ifDated(row.time(named(row, ['Expires', 'Expires on', 'Valid until']))),
          statement: cell(row, ['Statement', 'Summary']),
          status: row.word('Status', STATUSES) ?? 'unknown',
          setting: row.text('Setting'),
        };
      },
    },
  ],
});
