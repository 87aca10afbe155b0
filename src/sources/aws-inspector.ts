import { defineSource, type Fields } from '../intake/contract.ts';
import type { Draft } from '../model/record.ts';
import { cvesIn } from './kit/cves.ts';

const SEVERITIES = {
  CRITICAL: 'critical',
  HIGH: 'high',
  MEDIUM: 'medium',
  LOW: 'low',
  INFORMATIONAL: 'info',
  UNTRIAGED: 'unknown',
} as const;

const STATUS = 'ProductFields.aws/inspector/FindingStatus';

const NATIVE_STATES = { ACTIVE: 'open', SUPPRESSED: 'accepted', CLOSED: 'fixed' } as const;

const STATES = { NEW: 'open', NOTIFIED: 'open', SUPPRESSED: 'accepted', RESOLVED: 'fixed' } as const;

export default defineSource({
  product: 'Amazon Inspector',
  title: 'Amazon Inspector findings (JSON of Inspector or of Security Hub)',
  kinds: ['vulnerability-finding'],
  obtain: `aws securityhub get-findings --filters '{"ProductName":[{"Value":"Inspector","Comparison":"EQUALS"}]}' > inspector.json; or aws inspector2 list-findings > inspector.json`,
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
    {
      shape: 'json',
      items: ['findings', ''],
      required: ['findingArn', 'packageVulnerabilityDetails', 'severity', 'status'],
      item: (finding) => {
        if (!finding.has('packageVulnerabilityDetails')) return undefined;
        const id = finding.text('packageVulnerabilityDetails.vulnerabilityId') ?? finding.text('title') ?? '?';
        return {
          kind: 'vulnerability-finding',
          strength: 'R',
          observed: finding.time('lastObservedAt'),
          host: finding.texts('resources.id')[0],
          finding: [id, finding.texts('packageVulnerabilityDetails.vulnerablePackages.name')[0]]
            .filter((part) => part !== undefined)
            .join(' '),
          title: finding.text('title'),
          cve: cvesIn(id),
          severity: finding.word('severity', SEVERITIES) ?? 'unknown',
          state: finding.word('status', NATIVE_STATES) ?? 'unknown',
          verbatim: finding.text('status') ?? '',
          firstSeen: finding.time('firstObservedAt'),
          lastSeen: finding.time('lastObservedAt'),
          exploited: finding.has('exploitabilityDetails.lastKnownExploitAt') ? true : undefined,
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
