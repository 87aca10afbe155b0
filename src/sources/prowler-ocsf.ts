import { defineSource } from '../intake/contract.ts';
import { counted, runOf, severityOf } from './kit/checks.ts';
import { perFile } from './kit/per-file.ts';
import { producedBy } from './kit/produced.ts';
import { firstDated } from './kit/times.ts';

const OUTCOMES = { pass: 'passed', fail: 'failed', manual: 'not-reviewed', warning: 'warning' } as const;

const versions = perFile(() => new Set<string>());

export default defineSource({
  product: 'Prowler',
  title: 'Prowler findings (OCSF JSON)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain: 'prowler aws --output-formats json-ocsf; the file in output/',
  proves: 'Which checks each cloud resource passed and failed on the day of the scan.',
  cannotProve:
    'Checks marked MANUAL, accounts and regions that were not scanned, or that a suppressed failure is acceptable.',
  reads: [
    {
      shape: 'json',
      items: '',
      required: ['metadata.event_code', 'status_code', 'finding_info'],
      where: { 'metadata.product.name': /^Prowler$/ },
      item: (finding, file) => {
        const of = finding.text('cloud.account.uid');
        versions(file).add(finding.text('metadata.product.version') ?? '');
        const [resource] = finding.children('resources');
        return counted(
          file,
          {
            kind: 'configuration-check',
            strength: 'R',
            observed: firstDated(finding.time('time', { epoch: 'seconds' }), finding.time('time_dt')),
            tool: 'Prowler',
            rule: finding.text('metadata.event_code') ?? '',
            title: finding.text('finding_info.title'),
            target: resource?.text('uid') ?? resource?.text('name'),
            // `status` is the life of the finding (New, Suppressed); only `status_code` is the result.
            outcome: finding.word('status_code', OUTCOMES) ?? 'unknown',
            verbatim: finding.text('status_code') ?? '',
            severity: severityOf(finding, 'severity'),
            muted: finding.text('status')?.toLowerCase() === 'suppressed' ? true : undefined,
          },
          { of },
        );
      },
      produced: (file) => {
        const [version, another] = versions(file);
        return producedBy({ tool: 'Prowler', version: another === undefined ? version : undefined });
      },
      end: (file) => runOf(file, { tool: 'Prowler', complete: undefined }),
    },
  ],
});
