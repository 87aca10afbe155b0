import { defineSource, type FileContext } from '../intake/contract.ts';
import { counted, runOf, severityOf } from './kit/checks.ts';
import { perFile } from './kit/per-file.ts';
import { producedBy } from './kit/produced.ts';
import { firstDated } from './kit/times.ts';

const OUTCOMES = {
  passed: 'passed',
  failed: 'failed',
  error: 'error',
  skipped: 'not-reviewed',
  planned: 'not-reviewed',
  investigate: 'not-reviewed',
} as const;

const connection = perFile(() => ({ lost: false }));

export default defineSource({
  product: 'Microsoft Zero Trust Assessment',
  title: 'Zero Trust Assessment report (JSON)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain: 'Connect-ZtAssessment; Invoke-ZtAssessment; the JSON file in zt-export',
  proves: 'Which tests of the tenant passed and failed at a stated time.',
  cannotProve:
    'Tests that were skipped (no licence, not connected) or are only planned; its own summary leaves both out.',
  reads: [
    {
      shape: 'json',
      items: 'Tests',
      document: { TestResultSummary: true, ExecutedAt: true },
      required: ['TestId', 'TestStatus', 'TestTitle'],
      item: (test, file) => {
        const unconnected = /notconnected/i.test(test.text('TestSkipped') ?? '');
        if (unconnected) connection(file).lost = true;
        return counted(file, {
          kind: 'configuration-check',
          strength: 'R',
          observed: ranAt(file),
          tool: 'Zero Trust Assessment',
          rule: test.text('TestId') ?? '',
          title: test.text('TestTitle'),
          target: tenantOf(file),
          outcome: test.word('TestStatus', OUTCOMES) ?? 'unknown',
          verbatim: test.text('TestStatus') ?? '',
          severity: severityOf(test, 'TestRisk'),
        });
      },
      produced: ({ document }) =>
        producedBy({
          tool: 'Zero Trust Assessment',
          version: document.text('CurrentVersion'),
          tenant: document.text('TenantId'),
          runBy: document.text('Account'),
          ran: document.time('ExecutedAt'),
        }),
      end: (file) =>
        runOf(file, {
          tool: `Zero Trust Assessment ${file.document.text('CurrentVersion') ?? ''}`.trim(),
          target: tenantOf(file),
          observed: ranAt(file),
          complete: connection(file).lost ? false : undefined,
        }),
    },
  ],
});

function ranAt(file: FileContext) {
  return firstDated(file.document.time('ExecutedAt'), file.asStated);
}

function tenantOf(file: FileContext): string | undefined {
  return file.document.text('TenantName') ?? file.document.text('TenantId');
}
