import type { Fields } from '../../intake/contract.ts';
import type { Draft } from '../../model/record.ts';
import { cvesIn } from './cves.ts';
import { firstDated } from './times.ts';

/** The severities that AWS writes, in the finding format of Security Hub and in Inspector's own. */
export const AWS_SEVERITIES = {
  CRITICAL: 'critical',
  HIGH: 'high',
  MEDIUM: 'medium',
  LOW: 'low',
  INFORMATIONAL: 'info',
  UNTRIAGED: 'unknown',
} as const;

/** What a finding that tells of a vulnerability has among its types. */
export const ASFF_VULNERABILITY = /^Software and Configuration Checks\/Vulnerabilities/;

const STATUS = 'ProductFields.aws/inspector/FindingStatus';
const STATES = { NEW: 'open', NOTIFIED: 'open', SUPPRESSED: 'accepted', RESOLVED: 'fixed' } as const;

/** A vulnerability in the finding format of Security Hub, whichever scanner sent it there. */
export function asffVulnerability(finding: Fields): Draft<'vulnerability-finding'> {
  const title = finding.text('Title');
  const observed = firstDated(finding.time('LastObservedAt'), finding.time('UpdatedAt'));
  return {
    kind: 'vulnerability-finding',
    strength: 'R',
    observed,
    host: finding.texts('Resources.Id')[0],
    finding: title ?? finding.text('Id') ?? '?',
    title,
    cve: cvesIn(finding.texts('Vulnerabilities.Id').join(' '), title),
    severity: finding.word('Severity.Label', AWS_SEVERITIES) ?? 'unknown',
    state: stateOf(finding),
    verbatim: ['RecordState', 'Workflow.Status', STATUS].flatMap((name) => finding.text(name) ?? []).join(', '),
    firstSeen: finding.time('FirstObservedAt'),
    lastSeen: finding.time('LastObservedAt'),
  };
}

function stateOf(finding: Fields): Draft<'vulnerability-finding'>['state'] {
  const status = finding.text(STATUS);
  if (status === 'CLOSED') return 'fixed';
  if (status === 'SUPPRESSED') return 'accepted';
  // An archived finding may have been mended, or its machine may be gone.
  if (finding.text('RecordState') === 'ARCHIVED') return 'unknown';
  // A scanner that only reports has no work flow: what it reports as active is there.
  if (!finding.has('Workflow.Status')) return finding.text('RecordState') === 'ACTIVE' ? 'open' : 'unknown';
  return finding.word('Workflow.Status', STATES) ?? 'unknown';
}
