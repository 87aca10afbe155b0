import { defineSource, type Fields } from '../intake/contract.ts';
import type { Draft } from '../model/record.ts';
import { cvesIn } from './kit/cves.ts';

const SEVERITIES = { CRITICAL: 'critical', HIGH: 'high', MEDIUM: 'medium', LOW: 'low', INFORMATIONAL: 'info' } as const;

const STATUS = 'ProductFields.aws/inspector/FindingStatus';

const STATES = { NEW: 'open', NOTIFIED: 'open', SUPPRESSED: 'accepted', RESOLVED: 'fixed' } as const;

export default defineSource({
  product: 'Amazon Inspector',
  title: 'Amazon Inspector findings (Security Hub format)',
  kinds: ['vulnerability-finding'],
  obtain: `aws securityhub get-findings --filters '{"ProductName":[{"Value":"Inspector","Comparison":"EQUALS"}]}' > inspector.json`,
  proves:
    'Which known vulnerabilities were found on which resource, since when, and which of them somebody suppressed.',
  cannotProve: 'That a resource without findings was scanned.',
  reads: [
    {
      shape: 'json',
      items: ['Findings', ''],
      required: ['SchemaVersion', 'ProductArn', 'Types', 'Severity', 'Resources', 'Vulnerabilities'],
      where: { Types: /^Software and Configuration Checks\/Vulnerabilities/ },
      item: (finding) => {
        // A mixed export also holds checks of configuration and threats; those are no vulnerabilities.
        if (!finding.has('Vulnerabilities')) return undefined;
        return {
          kind: 'vulnerability-finding',
          strength: 'R',
          observed: finding.time('LastObservedAt'),
          host: finding.texts('Resources.Id')[0],
          finding: finding.text('Title') ?? finding.text('Id') ?? '?',
          title: finding.text('Title'),
          cve: cvesIn(finding.texts('Vulnerabilities.Id').join(' ')),
          severity: finding.word('Severity.Label', SEVERITIES) ?? 'unknown',
          state: stateOf(finding),
          verbatim: ['RecordState', 'Workflow.Status', STATUS].flatMap((name) => finding.text(name) ?? []).join(', '),
          firstSeen: finding.time('FirstObservedAt'),
          lastSeen: finding.time('LastObservedAt'),
        };
      },
    },
  ],
});

function stateOf(finding: Fields): Draft<'vulnerability-finding'>['state'] {
  const status = finding.text(STATUS);
  if (status === 'CLOSED') return 'fixed';
  if (status === 'SUPPRESSED') return 'accepted';
  // An archived finding may have been mended, or its machine may be gone.
  if (finding.text('RecordState') === 'ARCHIVED') return 'unknown';
  return finding.word('Workflow.Status', STATES) ?? 'unknown';
}
