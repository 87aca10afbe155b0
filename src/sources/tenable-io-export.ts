import { defineSource, type FileContext, type Yield } from '../intake/contract.ts';
import { isDated, type Observed } from '../model/observed.ts';
import { cvesIn } from './kit/cves.ts';
import { NESSUS_SEVERITIES } from './kit/nessus.ts';
import { perFile } from './kit/per-file.ts';
import { portOf } from './kit/port.ts';
import { loggedInOn, scanOfFindings } from './kit/scan-of-findings.ts';
import { later } from './kit/times.ts';

const STATES = { OPEN: 'open', NEW: 'open', REOPENED: 'reopened', FIXED: 'fixed' } as const;

interface Chunk {
  hosts: Map<string, boolean>;
  tellsLogins: boolean;
  last?: Observed;
}
const chunks = perFile<Chunk>(() => ({ hosts: new Map(), tellsLogins: false }));

export default defineSource({
  product: 'Tenable Vulnerability Management',
  title: 'Tenable.io vulnerability export (API)',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain: 'Tenable API > POST /vulns/export, then GET each chunk; hand over all chunks',
  proves:
    'Which findings are open, reopened or fixed on which asset, since when, and which assets were scanned with a login.',
  cannotProve: 'That assets without findings were scanned; what stands in chunks that were not handed over.',
  reads: [
    {
      shape: 'json',
      items: '',
      required: ['asset', 'plugin.id', 'first_found', 'last_found', 'state', 'severity'],
      item: (item, file) => {
        const host = item.text('asset.hostname') ?? item.text('asset.fqdn') ?? item.text('asset.ipv4');
        if (host === undefined) return { reject: 'no host' };
        const chunk = chunks(file);
        const observed = item.time('last_found');
        const loggedIn = isDated(item.time('asset.last_authenticated_results'));
        chunk.hosts.set(host, chunk.hosts.get(host) === true || loggedIn);
        chunk.tellsLogins ||= loggedIn || item.has('asset.last_unauthenticated_results');
        chunk.last = later(chunk.last, observed);
        return {
          kind: 'vulnerability-finding',
          strength: 'R',
          observed,
          host,
          finding: item.text('plugin.id') ?? '?',
          title: item.text('plugin.name'),
          cve: cvesIn(item.texts('plugin.cve').join(' ')),
          severity: item.word('severity', NESSUS_SEVERITIES) ?? 'unknown',
          state: item.word('state', STATES) ?? 'unknown',
          verbatim: item.text('state') ?? '',
          firstSeen: item.time('first_found'),
          lastSeen: observed,
          fixed: item.has('last_fixed') ? item.time('last_fixed') : undefined,
          port: portOf(item.integer('port.port'), item.text('port.protocol')),
          exploited: item.flag('plugin.exploited_by_malware') === true ? true : undefined,
          endOfLife: item.flag('plugin.unsupported_by_vendor') === true ? true : undefined,
        };
      },
      end: scan,
    },
  ],
});

function scan(file: FileContext): Yield {
  const { hosts, tellsLogins, last } = chunks(file);
  const hostsAuthenticated = tellsLogins ? (loggedInOn(hosts) ?? 0) : undefined;
  return scanOfFindings(file, { scanner: 'Tenable', observed: last, hosts: hosts.keys(), hostsAuthenticated });
}
