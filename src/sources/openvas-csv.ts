import { defineSource, type FileContext, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { cvesIn } from './kit/cves.ts';
import { perFile } from './kit/per-file.ts';
import { earlier, later } from './kit/times.ts';

const SEVERITIES = {
  Critical: 'critical',
  High: 'high',
  Medium: 'medium',
  Low: 'low',
  Log: 'info',
  'False Positive': 'info',
} as const;

interface Scan {
  /** By address: a host name is not found every time. */
  hosts: Map<string, string>;
  tasks: Set<string>;
  first?: Observed;
  last?: Observed;
}
const scans = perFile<Scan>(() => ({ hosts: new Map(), tasks: new Set() }));

export default defineSource({
  product: 'Greenbone / OpenVAS',
  title: 'OpenVAS report (CSV)',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain: 'Greenbone > Scans > Reports > report > Download > CSV Results',
  proves: 'Which findings a task reported for which host, and when.',
  cannotProve:
    'That hosts without findings were scanned or that the scanner could log in. The usual filter hides what is less than 70 % certain; a file of headers alone says nothing of the scope.',
  reads: [
    {
      shape: 'table',
      required: ['IP', 'NVT OID', 'NVT Name', 'Severity', 'Task Name', 'Timestamp'],
      row: (row, file) => {
        const address = row.text('IP') ?? row.text('Hostname');
        if (address === undefined) return { reject: 'no host' };
        const observed = row.time('Timestamp');
        const scan = scans(file);
        const host = row.text('Hostname') ?? scan.hosts.get(address) ?? address;
        scan.hosts.set(address, host);
        scan.tasks.add(row.text('Task Name') ?? '');
        scan.first = earlier(scan.first, observed);
        scan.last = later(scan.last, observed);
        return {
          kind: 'vulnerability-finding',
          strength: 'R',
          observed,
          host,
          finding: row.text('NVT OID') ?? '?',
          title: row.text('NVT Name'),
          // A finding of the product list has the number in place of a test's.
          cve: cvesIn(row.text('CVEs'), row.text('NVT OID')),
          severity: row.word('Severity', SEVERITIES) ?? 'unknown',
          state: row.text('Severity') === 'False Positive' ? 'false-positive' : 'open',
          verbatim: row.text('Severity') ?? '',
          lastSeen: observed,
          port: row.has('Port') ? `${row.text('Port')}/${row.text('Port Protocol') ?? '?'}` : undefined,
          endOfLife: /end of life|\bEOL\b/i.test(row.text('NVT Name') ?? '') ? true : undefined,
        };
      },
      end: scan,
    },
  ],
});

function scan(file: FileContext): Yield {
  const { hosts, tasks, first, last } = scans(file);
  return {
    kind: 'vulnerability-scan',
    strength: 'R',
    observed: last ?? file.asStated,
    scanner: 'OpenVAS',
    started: first,
    finished: undefined,
    targets: [...hosts.values()],
    hostsScanned: hosts.size,
    perspective: file.said.perspective ?? 'unknown',
    policy: [...tasks].join(', ') || undefined,
  };
}
