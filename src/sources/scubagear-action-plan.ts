import { defineSource } from '../intake/contract.ts';
import { ifDated } from './kit/dated.ts';
import { plainRequirement } from './kit/scuba.ts';

export default defineSource({
  product: 'CISA ScubaGear',
  title: 'ScubaGear action plan (ActionPlan.csv)',
  kinds: ['risk-item'],
  obtain:
    'Invoke-SCuBA -ProductNames *; the file ActionPlan.csv in the report folder, its last three columns filled in by hand',
  proves: 'Which failed baselines somebody must act on, and what was written beside them.',
  cannotProve: 'That anything was done: the last three columns are empty until a person fills them in.',
  reads: [
    {
      shape: 'table',
      required: [
        'Control ID',
        'Requirement',
        'Result',
        'Non-Compliance Reason',
        'Remediation Completion Date',
        'Justification',
      ],
      row: (row, file) => {
        const riskId = row.text('Control ID');
        if (riskId === undefined) return { reject: 'no Control ID' };
        const reason = row.text('Non-Compliance Reason');
        return {
          kind: 'risk-item',
          strength: 'A',
          observed: file.asStated,
          riskId,
          title: plainRequirement(row.text('Requirement')) ?? riskId,
          // The sheet does not tell whether its date is planned or past, so it is read as the day by which it is due.
          due: ifDated(row.time('Remediation Completion Date')),
          treatment: reason !== undefined && /accept/i.test(reason) ? 'accept' : 'unknown',
          status: 'open',
        };
      },
    },
  ],
});
