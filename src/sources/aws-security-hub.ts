import { defineSource, type Fields } from '../intake/contract.ts';
import type { ConfigurationCheck } from '../model/records/index.ts';
import { ASFF_VULNERABILITY, asffVulnerability } from './kit/asff.ts';
import { counted, runOf, severityOf } from './kit/checks.ts';
import { firstDated } from './kit/times.ts';

const OUTCOMES = { passed: 'passed', failed: 'failed', warning: 'warning', not_available: 'not-applicable' } as const;

export default defineSource({
  product: 'AWS Security Hub',
  title: 'Security Hub findings: controls and vulnerabilities (ASFF JSON)',
  kinds: ['configuration-assessment', 'configuration-check', 'vulnerability-finding'],
  obtain:
    'aws securityhub get-findings --filters \'{"ComplianceStatus":[{"Value":"PASSED","Comparison":"EQUALS"},{"Value":"FAILED","Comparison":"EQUALS"}]}\'',
  proves:
    'Which controls of the enabled standards each AWS resource passed and failed when last evaluated; which vulnerabilities scanners reported to it.',
  cannotProve:
    'Controls, accounts and regions where the standard is off; a suppressed or archived finding shows nothing.',
  reads: [
    {
      shape: 'json',
      items: ['Findings', 'findings', ''],
      required: ['SchemaVersion', 'ProductArn', 'AwsAccountId', 'GeneratorId'],
      where: { 'Compliance.Status': /^(PASSED|FAILED|WARNING|NOT_AVAILABLE)$/ },
      item: (finding, file) => {
        if (isVulnerability(finding)) return asffVulnerability(finding);
        if (!finding.has('Compliance.Status')) return undefined;
        const of = finding.text('AwsAccountId');
        return counted(
          file,
          {
            kind: 'configuration-check',
            strength: 'R',
            observed: firstDated(finding.time('LastObservedAt'), finding.time('UpdatedAt'), file.asStated),
            tool: finding.text('ProductName') ?? 'Security Hub',
            rule: finding.text('Compliance.SecurityControlId') ?? finding.text('GeneratorId') ?? '',
            title: finding.text('Title'),
            target: finding.children('Resources')[0]?.text('Id'),
            severity: severityOf(finding, 'Severity.Label'),
            ...judged(finding),
          },
          { of },
        );
      },
      end: (file) => runOf(file, { tool: 'AWS Security Hub', complete: undefined }),
    },
    {
      // What other scanners send in its format, without the list that Inspector adds.
      shape: 'json',
      items: ['Findings', 'findings', ''],
      required: ['SchemaVersion', 'ProductArn', 'Types', 'Severity', 'Resources', 'GeneratorId'],
      forbidden: ['Compliance.Status', 'Vulnerabilities'],
      where: { Types: ASFF_VULNERABILITY },
      item: (finding) => (isVulnerability(finding) ? asffVulnerability(finding) : undefined),
    },
  ],
});

/** Threats and other findings stand beside both; they are neither. */
function isVulnerability(finding: Fields): boolean {
  return finding.has('Vulnerabilities') || finding.texts('Types').some((type) => ASFF_VULNERABILITY.test(type));
}

type Judged = Pick<ConfigurationCheck, 'outcome' | 'verbatim' | 'original' | 'muted'>;

/** Somebody suppressed it, or it is no longer active: a failure stays one, a pass no longer counts as one. */
function judged(finding: Fields): Judged {
  const status = finding.text('Compliance.Status') ?? '';
  const outcome = finding.word('Compliance.Status', OUTCOMES) ?? 'unknown';
  const archived = finding.text('RecordState') === 'ARCHIVED';
  if (!archived && finding.text('Workflow.Status') !== 'SUPPRESSED') return { outcome, verbatim: status };
  const verbatim = archived ? 'ARCHIVED' : 'SUPPRESSED';
  return {
    outcome: outcome === 'failed' && !archived ? 'failed' : 'not-reviewed',
    verbatim,
    original: status,
    muted: true,
  };
}
