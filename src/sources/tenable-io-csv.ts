import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import { isDated, type Observed, UNDATED } from '../model/observed.ts';
import { cell } from './kit/columns.ts';
import { cvesIn } from './kit/cves.ts';
import { ifDated } from './kit/dated.ts';
import { NESSUS_SEVERITIES } from './kit/nessus.ts';
import { perFile } from './kit/per-file.ts';
import { portOf } from './kit/port.ts';
import { earlier, firstDated, later } from './kit/times.ts';

const STATES = {
  New: 'open',
  Active: 'open',
  Open: 'open',
  Resurfaced: 'reopened',
  Reopened: 'reopened',
  Fixed: 'fixed',
} as const;

const UNSUPPORTED = /unsupported|end of life|SEoL/i;

interface Scan {
  hosts: Map<string, boolean>;
  /** Whether the file has the column; in one that has it, blank means no. */
  tellsLogins: boolean;
  tellsEnd: boolean;
  started?: Observed;
  ended?: Observed;
}
const scans = perFile<Scan>(() => ({ hosts: new Map(), tellsLogins: false, tellsEnd: false }));

export default defineSource({
  product: 'Tenable Vulnerability Management',
  title: 'Tenable.io vulnerabilities (CSV of a scan or of the Findings page)',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain:
    'Tenable Vulnerability Management > Scans > scan > Export > CSV; or Explore > Findings > Export > CSV, all columns',
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
        state.tellsLogins ||= row.names().some((name) => /^last authenticated results date$/i.test(name));
        state.tellsEnd ||= isDated(row.time('Host End'));
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
    {
      shape: 'table',
      required: [
        'definition.id',
        'definition.name',
        'severity',
        'state',
        ['asset.name', 'asset.host_name', 'asset.id'],
      ],
      row: readFinding,
      end: scan,
    },
  ],
});

/** The Findings page tells of findings, wherever they came from: of no scan in particular, and of no login. */
function readFinding(row: Fields, file: FileContext): Yield {
  const host = cell(row, [
    'asset.display_fqdn',
    'asset.host_name',
    'asset.name',
    'asset.display_ipv4_address',
    'asset.id',
  ]);
  const plugin = row.text('definition.id');
  if (host === undefined || plugin === undefined) return { reject: 'no host or no plugin' };
  const seen = row.time('last_seen');
  const state = scans(file);
  state.hosts.set(host, false);
  if (isDated(seen)) state.ended = later(state.ended, seen);
  const title = row.text('definition.name');
  return {
    kind: 'vulnerability-finding',
    strength: 'R',
    observed: firstDated(seen, file.asStated),
    host,
    finding: plugin,
    title,
    cve: cvesIn(row.text('definition.cve')),
    severity: row.word('severity', NESSUS_SEVERITIES) ?? 'unknown',
    state: row.word('state', STATES) ?? 'unknown',
    verbatim: row.text('state') ?? '',
    firstSeen: ifDated(row.time('first_observed')),
    lastSeen: ifDated(seen),
    fixed: row.has('last_fixed') ? row.time('last_fixed') : undefined,
    port: portOf(row.integer('port'), row.text('protocol')),
    exploited: row.flag('definition.exploited_by_malware') === true ? true : undefined,
    endOfLife:
      row.flag('definition.unsupported_by_vendor') === true || UNSUPPORTED.test(title ?? '') ? true : undefined,
  };
}

function scan(file: FileContext): Yield {
  const { hosts, tellsLogins, tellsEnd, started, ended } = scans(file);
  return {
    kind: 'vulnerability-scan',
    strength: 'R',
    observed: firstDated(ended ?? UNDATED, started ?? UNDATED, file.asStated),
    scanner: 'Tenable',
    started,
    finished: tellsEnd ? true : undefined,
    targets: [...hosts.keys()],
    hostsScanned: hosts.size,
    hostsAuthenticated: tellsLogins ? [...hosts.values()].filter(Boolean).length : undefined,
    perspective: file.said.perspective ?? 'unknown',
  };
}
