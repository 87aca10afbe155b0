import { defineSource } from '../intake/contract.ts';
import { cvesIn } from './kit/cves.ts';

const SEVERITIES = {
  Critical: 'critical',
  High: 'high',
  Medium: 'medium',
  Low: 'low',
  Info: 'info',
  None: 'info',
} as const;

export default defineSource({
  product: 'Alert Logic',
  title: 'Alert Logic vulnerabilities (CSV)',
  kinds: ['vulnerability-finding'],
  obtain: 'Alert Logic > Validate > Reports > Vulnerabilities > Vulnerability List > Download CSV',
  proves: 'Which findings are open on which asset, since when, when last scanned, and which are known to be exploited.',
  cannotProve: 'Assets without findings; that the scanner could log in. Times carry no zone and two-digit years.',
  reads: [
    {
      shape: 'table',
      required: [
        'Vulnerability',
        'Severity',
        'Asset Name',
        'First Seen',
        'Last Scanned',
        'Vulnerability ID',
        'Age (days)',
      ],
      row: (row) => ({
        kind: 'vulnerability-finding',
        strength: 'R',
        observed: row.time('Last Scanned'),
        host: row.text('Asset Name') ?? row.text('IP Address'),
        finding: row.text('Vulnerability ID') ?? row.text('Vulnerability') ?? '?',
        title: row.text('Vulnerability'),
        cve: cvesIn(row.text('CVE')),
        severity: row.word('Severity', SEVERITIES) ?? 'unknown',
        state: 'open',
        verbatim: 'listed',
        firstSeen: row.time('First Seen'),
        lastSeen: row.time('Last Scanned'),
        port: row.text('Protocol/Port'),
        exploited: row.flag('CISA Known Exploited'),
      }),
    },
  ],
});
