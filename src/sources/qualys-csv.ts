import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { cvesIn } from './kit/cves.ts';
import { ifDated } from './kit/dated.ts';
import { perFile } from './kit/per-file.ts';
import { portOf } from './kit/port.ts';
import { producedBy } from './kit/produced.ts';
import { isInformation, QUALYS_SEVERITIES, QUALYS_STATES } from './kit/qualys.ts';
import { scanOfFindings } from './kit/scan-of-findings.ts';
import { firstDated, later } from './kit/times.ts';

const PCI_SEVERITIES = { High: 'high', Medium: 'medium', Low: 'low' } as const;

interface Scan {
  hosts: Set<string>;
  last?: Observed;
}
const scans = perFile<Scan>(() => ({ hosts: new Set() }));

export default defineSource({
  product: 'Qualys VMDR',
  title: 'Qualys report (CSV)',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain: 'Qualys VMDR > Reports > New > Scan Report > CSV; or Qualys PCI > Vulnerabilities > Download CSV',
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
        const [report, ran] = file.preamble[0] ?? [];
        return producedBy({ tool: 'Qualys', report, ran: file.time(ran) });
      },
    },
    {
      shape: 'table',
      required: ['IP', 'HOSTNAME', 'LAST SCAN', 'QID', 'VULN TITLE', 'TYPE', 'SEVERITY', 'IS_PCI'],
      row: readPci,
      end: scan,
    },
  ],
});

/** The report for card payments has levels of its own; its potential findings are no certain ones. */
function readPci(row: Fields, file: FileContext): Yield {
  const host = row.text('HOSTNAME') ?? row.text('IP');
  const qid = row.text('QID');
  if (host === undefined || qid === undefined) return { reject: 'no host or no QID' };
  const observed = row.time('LAST SCAN');
  const state = scans(file);
  state.hosts.add(host);
  state.last = later(state.last, observed);
  const title = row.text('VULN TITLE');
  const type = row.text('TYPE') ?? '';
  return {
    kind: 'vulnerability-finding',
    strength: 'R',
    observed: firstDated(observed, file.asStated),
    host,
    finding: qid,
    title,
    cve: cvesIn(row.text('CVEID')),
    severity: /^info/i.test(type) ? 'info' : (row.word('SEVERITY', PCI_SEVERITIES) ?? 'unknown'),
    state:
      row.text('FALSE POSITIVE STATUS') === 'Approved' ? 'false-positive' : /^vuln/i.test(type) ? 'open' : 'unknown',
    verbatim: [type, row.text('IS_PCI')].filter((word) => word !== undefined).join(', '),
    lastSeen: ifDated(observed),
    port: portOf(row.integer('PORT'), row.text('PROTOCOL')),
    endOfLife: /\bEOL\b|obsolete/i.test(title ?? '') ? true : undefined,
  };
}

function scan(file: FileContext): Yield {
  const { hosts, last } = scans(file);
  return scanOfFindings(file, { scanner: 'Qualys', observed: last, hosts });
}
