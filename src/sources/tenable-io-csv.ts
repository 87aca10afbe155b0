import { defineSource, type FileContext, type Yield } from '../intake/contract.ts';
import { isDated, type Observed } from '../model/observed.ts';
import { cvesIn } from './kit/cves.ts';
import { NESSUS_SEVERITIES } from './kit/nessus.ts';
import { perFile } from './kit/per-file.ts';
import { portOf } from './kit/port.ts';
import { earlier, later } from './kit/times.ts';

const STATES = {
  New: 'open',
  Active: 'open',
  Open: 'open',
  Resurfaced: 'reopened',
  Reopened: 'reopened',
  Fixed: 'fixed',
} as const;

interface Scan {
  hosts: Map<string, boolean>;
  started?: Observed;
  ended?: Observed;
}
const scans = perFile<Scan>(() => ({ hosts: new Map() }));

export default defineSource({
  product: 'Tenable Vulnerability Management',
  title: 'Tenable.io vulnerabilities (CSV)',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain: 'Tenable Vulnerability Management > Scans > scan > Export > CSV',
  proves:
    'Which findings are open, reopened or fixed on which host, since when, and when the host was last scanned with and without login.',
  cannotProve: 'That hosts without findings were scanned: they are not in the file.',
  reads: [
    {
      shape: 'table',
      required: ['Plugin ID', 'Risk', 'Host', 'Name', 'Vulnerability State', 'First Found', 'Last Found'],
      row: (row, file) => {
        const host = row.text('Host') ?? row.text('IP Address');
        const plugin = row.text('Plugin ID');
        if (host === undefined || plugin === undefined) return { reject: 'no host or no plugin' };
        const state = scans(file);
        state.hosts.set(host, state.hosts.get(host) === true || isDated(row.time('Last Authenticated Results Date')));
        state.started = earlier(state.started, row.time('Host Start'));
        state.ended = later(state.ended, row.time('Host End'));
        return {
          kind: 'vulnerability-finding',
          strength: 'R',
          observed: row.time('Last Found'),
          host,
          finding: plugin,
          title: row.text('Name'),
          cve: cvesIn(row.text('CVE')),
          severity: row.word('Risk', NESSUS_SEVERITIES) ?? 'unknown',
          state: row.word('Vulnerability State', STATES) ?? 'unknown',
          verbatim: row.text('Vulnerability State') ?? '',
          firstSeen: row.time('First Found'),
          lastSeen: row.time('Last Found'),
          fixed: row.has('Last Fixed') ? row.time('Last Fixed') : undefined,
          port: portOf(row.integer('Port'), row.text('Protocol')),
          exploited: row.flag('Exploited by Malware') === true ? true : undefined,
          endOfLife: row.flag('Unsupported By Vendor') === true ? true : undefined,
        };
      },
      end: scan,
    },
  ],
});

function scan(file: FileContext): Yield {
  const { hosts, started, ended } = scans(file);
  return {
    kind: 'vulnerability-scan',
    strength: 'R',
    observed: ended ?? file.asStated,
    scanner: 'Tenable',
    started,
    finished: ended !== undefined && isDated(ended) ? true : undefined,
    targets: [...hosts.keys()],
    hostsScanned: hosts.size,
    hostsAuthenticated: [...hosts.values()].filter(Boolean).length,
    perspective: file.said.perspective ?? 'unknown',
  };
}
