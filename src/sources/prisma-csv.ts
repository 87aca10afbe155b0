import { defineSource } from '../intake/contract.ts';
import { cvesIn } from './kit/cves.ts';

const SEVERITIES = {
  critical: 'critical',
  high: 'high',
  important: 'high',
  medium: 'medium',
  moderate: 'medium',
  low: 'low',
  negligible: 'info',
  unimportant: 'info',
} as const;

export default defineSource({
  product: 'Prisma Cloud Compute',
  title: 'Prisma Cloud vulnerabilities (CSV)',
  kinds: ['vulnerability-finding'],
  obtain: 'Prisma Cloud > Runtime Security > Monitor > Vulnerabilities > Hosts or Images > CSV',
  proves: 'Which known vulnerabilities the packages of each host or image have, and how the vendor means to fix them.',
  cannotProve:
    'When it was scanned: the only date is that on which the CVE was published. Lines of compliance checks are left out.',
  reads: [
    {
      shape: 'table',
      required: [['Hostname', 'Id', 'Registry'], 'CVE ID', 'Compliance ID', 'Severity', 'Packages', 'Fix Status'],
      row: (row, file) => {
        const cve = row.text('CVE ID');
        if (cve === undefined) return undefined;
        return {
          kind: 'vulnerability-finding',
          strength: 'R',
          observed: file.asStated,
          host: row.text('Hostname') ?? row.text('Id'),
          finding: `${cve} ${row.text('Packages') ?? ''}`.trim(),
          title: row.text('Source Package') ?? row.text('Packages'),
          cve: cvesIn(cve),
          severity: row.word('Severity', SEVERITIES) ?? 'unknown',
          state: 'open',
          verbatim: row.text('Fix Status') ?? 'listed',
        };
      },
    },
  ],
});
