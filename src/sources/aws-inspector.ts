import { defineSource } from '../intake/contract.ts';
import { cvesIn } from './kit/cves.ts';

const SEVERITIES = { CRITICAL: 'critical', HIGH: 'high', MEDIUM: 'medium', LOW: 'low', INFORMATIONAL: 'info' } as const;

const STATES = { NEW: 'open', NOTIFIED: 'open', SUPPRESSED: 'accepted', RESOLVED: 'fixed' } as const;

export default defineSource({
  product: 'Amazon Inspector',
  title: 'Amazon Inspector findings (Security Hub format)',
  kinds: ['vulnerability-finding'],
  obtain: `aws securityhub get-findings --filters '{"ProductName":[{"Value":"Inspector","Comparison":"EQUALS"}]}' > inspector.json`,
  proves: 'Which known vulnerabilities were found on which resource, since when, and which of them somebody suppressed.',
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
        const archived = finding.text('RecordState') === 'ARCHIVED';
        const workflow = finding.text('Workflow.Status');
        return {
          kind: 'vulnerability-finding',
          strength: 'R',
          observed: finding.time('LastObservedAt'),
          host: finding.texts('Resources.Id')[0],
          finding: finding.text('Title') ?? finding.text('Id') ?? '?',
          title: finding.text('Title'),
          cve: cvesIn(finding.texts('Vulnerabilities.Id').join(' ')),
          severity: finding.word('Severity.Label', SEVERITIES) ?? 'unknown',
          state: archived ? 'fixed' : (finding.word('Workflow.Status', STATES) ?? 'unknown'),
          verbatim: [finding.text('RecordState'), workflow].filter((word) => word !== undefined).join(', '),
          firstSeen: finding.time('FirstObservedAt'),
          lastSeen: finding.time('LastObservedAt'),
        };
      },
    },
  ],
});
