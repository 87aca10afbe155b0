import { defineSource, type FileContext } from '../intake/contract.ts';
import { counted, runOf, severityOf } from './kit/checks.ts';
import { producedBy } from './kit/produced.ts';
import { firstDated } from './kit/times.ts';

const OUTCOMES = {
  passed: 'passed',
  failed: 'failed',
  error: 'error',
  skipped: 'not-reviewed',
  notrun: 'not-reviewed',
  investigate: 'not-reviewed',
  inconclusive: 'not-reviewed',
} as const;

export default defineSource({
  product: 'Maester',
  title: 'Maester test results (JSON)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain: 'Connect-Maester; Invoke-Maester -OutputJsonFile TestResults.json',
  proves: 'Which security tests of the Microsoft 365 tenant passed and failed at a stated time.',
  cannotProve: 'Anything about tests that were skipped or did not run, or about a tenant that it was not connected to.',
  reads: [
    {
      shape: 'json',
      items: 'Tests',
      document: { PassedCount: true, FailedCount: true, SkippedCount: true, TenantId: true },
      required: ['Result', 'Name', 'Block'],
      forbidden: ['TestStatus'],
      item: (test, file) => {
        const rule =
          test.text('Id') ?? /^([\w.-]+\d)\s*:/.exec(test.text('Name') ?? '')?.[1] ?? test.text('Name') ?? '';
        return counted(file, {
          kind: 'configuration-check',
          strength: 'R',
          observed: ranAt(file),
          tool: 'Maester',
          rule,
          title: test.text('Title') ?? test.text('Name'),
          target: file.document.text('TenantName') ?? file.document.text('TenantId'),
          outcome: test.word('Result', OUTCOMES) ?? 'unknown',
          verbatim: test.text('Result') ?? '',
          severity: severityOf(test, 'Severity') ?? severityOf(test, 'ResultDetail.Severity'),
        });
      },
      end: (file) =>
        runOf(file, {
          tool: `Maester ${file.document.text('CurrentVersion') ?? ''}`.trim(),
          target: file.document.text('TenantName') ?? file.document.text('TenantId'),
          observed: ranAt(file),
          // Without a connection the tests pass over empty answers.
          complete: /not connected/i.test(file.document.text('TenantId') ?? '') ? false : undefined,
        }),
      produced: ({ document }) =>
        producedBy({
          tool: 'Maester',
          version: document.text('CurrentVersion'),
          tenant: document.text('TenantId'),
          runBy: document.text('Account'),
          ran: document.time('ExecutedAt'),
          rowsStated: document.integer('TotalCount'),
        }),
    },
  ],
});

function ranAt(file: FileContext) {
  return firstDated(file.document.time('ExecutedAt'), file.asStated);
}
