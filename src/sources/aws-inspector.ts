import { defineSource } from '../intake/contract.ts';
import { ASFF_VULNERABILITY, AWS_SEVERITIES, asffVulnerability } from './kit/asff.ts';
import { cvesIn } from './kit/cves.ts';

const NATIVE_STATES = { ACTIVE: 'open', SUPPRESSED: 'accepted', CLOSED: 'fixed' } as const;

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
      items: ['Findings', 'findings', ''],
      required: ['SchemaVersion', 'ProductArn', 'Types', 'Severity', 'Resources', 'Vulnerabilities'],
      // With checks of configuration among them it is an export of Security Hub, which has both.
      forbidden: ['Compliance.Status'],
      where: { Types: ASFF_VULNERABILITY },
      // A mixed export also holds threats; those are no vulnerabilities.
      item: (finding) => (finding.has('Vulnerabilities') ? asffVulnerability(finding) : undefined),
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
          severity: finding.word('severity', AWS_SEVERITIES) ?? 'unknown',
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
