import { defineSource } from '../intake/contract.ts';
import { counted, runOf, severityOf } from './kit/checks.ts';
import { cell } from './kit/columns.ts';
import { firstDated } from './kit/times.ts';

const OUTCOMES = {
  healthy: 'passed',
  unhealthy: 'failed',
  notapplicable: 'not-applicable',
  'not applicable': 'not-applicable',
} as const;

export default defineSource({
  product: 'Microsoft Defender for Cloud',
  title: 'Recommendations (CSV)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain: 'Azure portal > Defender for Cloud > Recommendations > Download CSV report',
  proves: 'Which recommendations each Azure resource met at the time of the export.',
  cannotProve: 'Subscriptions that are not in the file, or recommendations that a policy exempts.',
  reads: [
    {
      shape: 'table',
      required: [
        'exportedTimestamp',
        'subscriptionId',
        'resourceId',
        ['recommendationDisplayName', 'recommendationName'],
        'state',
      ],
      row: (row, file) => {
        const exported = firstDated(row.time('exportedTimestamp'), file.asStated);
        const of = cell(row, ['subscriptionName', 'subscriptionId']);
        return counted(
          file,
          {
            kind: 'configuration-check',
            strength: 'R',
            observed: exported,
            tool: 'Defender for Cloud',
            rule: cell(row, ['recommendationName', 'recommendationId']) ?? '',
            title: cell(row, ['recommendationDisplayName', 'recommendationName']),
            target: cell(row, ['resourceName', 'resourceId']),
            outcome: row.word('state', OUTCOMES) ?? 'unknown',
            verbatim: row.text('state') ?? '',
            severity: severityOf(row, 'severity'),
          },
          { of },
        );
      },
      end: (file) => runOf(file, { tool: 'Defender for Cloud', complete: undefined }),
    },
  ],
});
