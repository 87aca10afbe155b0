import { defineSource } from '../intake/contract.ts';
import { cell, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { firstDated } from './kit/times.ts';

const ID = ['Risk ID', 'Risk no', 'Risk number', 'Risk #', 'ID', 'Ref'];
const TITLE = ['Title', 'Risk', 'Risk title', 'Risk description', 'Description'];
const LIKELIHOOD = ['Likelihood', 'Probability'];
const IMPACT = ['Impact', 'Consequence'];
const TREATMENT = ['Treatment', 'Risk treatment', 'Response', 'Risk response'];
const OWNER = ['Owner', 'Risk owner'];
const REVIEWED = ['Last reviewed', 'Reviewed on', 'Updated on', 'Last updated'];

const TREATMENTS = {
  mitigate: 'mitigate',
  reduce: 'mitigate',
  treat: 'mitigate',
  accept: 'accept',
  tolerate: 'accept',
  transfer: 'transfer',
  share: 'transfer',
  avoid: 'avoid',
  terminate: 'avoid',
  undecided: 'unknown',
} as const;
const STATUSES = {
  open: 'open',
  new: 'open',
  'in progress': 'in-progress',
  mitigating: 'in-progress',
  closed: 'closed',
  done: 'closed',
  accepted: 'accepted',
} as const;

export default defineSource({
  product: 'Register',
  title: 'Risk register (CSV)',
  kinds: ['risk-item'],
  obtain: 'risk-register.csv, filled in: a row for each risk, with owner, treatment and due day',
  proves: 'Which risks somebody wrote down, with owner, treatment and due day.',
  cannotProve: 'That the list is complete, rightly scored, or acted on.',
  reads: [
    {
      shape: 'table',
      required: [ID, TITLE, LIKELIHOOD, IMPACT, TREATMENT, OWNER],
      forbidden: ['Control ID', 'Plugin ID', 'CVE'],
      row: (row, file) => {
        const riskId = cell(row, ID);
        const title = cell(row, TITLE);
        if (riskId === undefined || title === undefined) return { reject: 'a risk needs an id and a title' };
        return {
          kind: 'risk-item',
          strength: 'A',
          observed: firstDated(row.time(named(row, REVIEWED)), file.asStated),
          riskId,
          title,
          likelihood: cell(row, LIKELIHOOD),
          impact: cell(row, IMPACT),
          inherent: cell(row, ['Inherent', 'Inherent risk', 'Risk level', 'Score']),
          residual: cell(row, ['Residual', 'Residual risk']),
          treatment: row.word(named(row, TREATMENT), TREATMENTS) ?? 'unknown',
          owner: cell(row, OWNER),
          due: ifDated(row.time(named(row, ['Due', 'Due on', 'Due date', 'Target date']))),
          status: row.word('Status', STATUSES) ?? 'unknown',
          opened: ifDated(row.time(named(row, ['Opened', 'Opened on', 'Identified on', 'Date identified']))),
          closed: ifDated(row.time(named(row, ['Closed', 'Closed on', 'Date closed']))),
        };
      },
    },
  ],
});
