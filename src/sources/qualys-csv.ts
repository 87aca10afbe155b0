import { defineSource, type FileContext, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { cvesIn } from './kit/cves.ts';
import { perFile } from './kit/per-file.ts';
import { portOf } from './kit/port.ts';
import { isInformation, QUALYS_SEVERITIES, QUALYS_STATES } from './kit/qualys.ts';
import { later } from './kit/times.ts';

interface Scan {
  hosts: Set<string>;
  last?: Observed;
}
const scans = perFile<Scan>(() => ({ hosts: new Set() }));

export default defineSource({
  product: 'Qualys VMDR',
  title: 'Qualys report (CSV)',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain: 'Qualys VMDR > Reports > New > Scan Report > CSV',
  proves: 'Which findings are new, active, fixed or reopened on which host, and since when.',
  cannotProve:
    'That hosts without findings were scanned or that the scanner could log in; what the template filters out. The order of day and month differs from report to report.',
  reads: [
    {
      shape: 'table',
      required: [
        'IP',
        'QID',
        'Title',
        'Type',
        'Severity',
        ['First Detected', 'Last Detected', 'IP Status', 'Vuln Status'],
      ],
      row: (row, file) => {
        const qid = row.text('QID');
        const host = row.text('DNS') ?? row.text('FQDN') ?? row.text('NetBIOS') ?? row.text('IP');
        // Rows of totals and of hosts without a result have no finding.
        if (qid === undefined || host === undefined) return undefined;
        const observed = row.has('Last Detected') ? row.time('Last Detected') : file.asStated;
        const scan = scans(file);
        scan.hosts.add(host);
        scan.last = later(scan.last, observed);
        const title = row.text('Title');
        return {
          kind: 'vulnerability-finding',
          strength: 'R',
          observed,
          host,
          finding: qid,
          title,
          cve: cvesIn(row.text('CVE ID')),
          severity: isInformation(row.text('Type')) ? 'info' : (row.word('Severity', QUALYS_SEVERITIES) ?? 'unknown'),
          state: row.word('Vuln Status', QUALYS_STATES) ?? (row.text('Type') === 'Vuln' ? 'open' : 'unknown'),
          verbatim: [row.text('Vuln Status'), row.text('Type')].filter((word) => word !== undefined).join(', '),
          firstSeen: row.has('First Detected') ? row.time('First Detected') : undefined,
          lastSeen: observed,
          fixed: row.has('Date Last Fixed') ? row.time('Date Last Fixed') : undefined,
          port: portOf(row.integer('Port'), row.text('Protocol')),
          endOfLife: /\bEOL\b|obsolete/i.test(title ?? '') ? true : undefined,
        };
      },
      end: scan,
      // VMDR writes the name of the report and the time of its making above the header.
      produced: (file) => {
        const [report, runAt] = file.preamble[0] ?? [];
        return { tool: 'Qualys', ...(report !== undefined && { report }), ...(runAt !== undefined && { runAt }) };
      },
    },
  ],
});

function scan(file: FileContext): Yield {
  const { hosts, last } = scans(file);
  return {
    kind: 'vulnerability-scan',
    strength: 'R',
    observed: last ?? file.asStated,
    scanner: 'Qualys',
    finished: undefined,
    targets: [...hosts],
    hostsScanned: hosts.size,
    perspective: file.said.perspective ?? 'unknown',
  };
}
