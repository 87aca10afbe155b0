import { defineSource } from '../intake/contract.ts';
import { cvesIn } from './kit/cves.ts';
import { ifDated } from './kit/dated.ts';
import { portOf } from './kit/port.ts';
import { producedBy } from './kit/produced.ts';
import { roleOf } from './kit/role.ts';
import { firstDated } from './kit/times.ts';

const STATES = {
  vulnerable: 'open',
  'vulnerable-version': 'open',
  'vulnerable-potential': 'unknown',
  invulnerable: 'fixed',
  'no-results': 'unknown',
} as const;

const page = { produced: stated } as const;

export default defineSource({
  product: 'Rapid7 InsightVM',
  title: 'Scans, assets, and vulnerabilities of one asset (API v3 JSON)',
  kinds: ['vulnerability-scan', 'vulnerability-finding', 'asset'],
  obtain:
    'GET https://<console>:3780/api/3/scans, /api/3/assets, and /api/3/assets/{id}/vulnerabilities for each asset; all pages',
  proves:
    'When scans ran and whether they finished, which assets are known and when each was last scanned, and what one asset has.',
  cannotProve:
    'That the scanner could log in; how severe a finding of one asset is (that stands in /vulnerabilities); which asset it is, unless the engagement says so.',
  reads: [
    {
      ...page,
      shape: 'json',
      items: ['resources', ''],
      required: ['engineId', 'scanType', 'startTime', 'status', 'vulnerabilities'],
      item: (scan, file) => {
        const [started, ended] = [scan.time('startTime'), scan.time('endTime')];
        const site = scan.text('siteName') ?? scan.text('scanName');
        return {
          kind: 'vulnerability-scan',
          strength: 'R',
          observed: firstDated(ended, started, file.asStated),
          scanner: 'Rapid7',
          started,
          finished: scan.text('status') === 'finished',
          targets: site === undefined ? undefined : [site],
          hostsScanned: scan.integer('assets'),
          perspective: file.said.perspective ?? 'unknown',
        };
      },
    },
    {
      ...page,
      shape: 'json',
      items: ['resources', ''],
      required: ['id', 'instances', 'results', 'since', 'status'],
      item: (found, file) => ({
        kind: 'vulnerability-finding',
        strength: 'R',
        observed: file.asStated,
        host: file.said.system,
        finding: found.text('id') ?? '?',
        cve: cvesIn(found.text('id')),
        severity: 'unknown',
        state: found.word('status', STATES) ?? 'unknown',
        verbatim: found.text('status') ?? '',
        firstSeen: ifDated(found.time('since')),
        port: portOf(found.integer('results.port'), found.text('results.protocol')),
      }),
    },
    {
      ...page,
      shape: 'json',
      items: ['resources', ''],
      required: ['assessedForVulnerabilities', 'history', 'ip', 'riskScore'],
      item: (asset, file) => {
        const scans = asset.children('history').map((event) => event.time('date'));
        const seen = firstDated(...([scans.at(-1) ?? file.asStated, file.asStated] as const));
        const name = asset.text('hostName') ?? asset.text('ip');
        if (name === undefined) return { reject: 'an asset without a name' };
        const address = asset.text('ip');
        return {
          kind: 'asset',
          strength: 'C',
          observed: seen,
          name,
          type: 'device',
          role: roleOf(asset.text('type'), asset.text('os')),
          os: asset.text('os'),
          status: 'unknown',
          lastSeen: ifDated(seen),
          aliases: address === undefined || address === name ? [] : [address],
        };
      },
    },
  ],
});

function stated({ document }: { readonly document: { integer(name: string): number | undefined } }) {
  return producedBy({ tool: 'Rapid7 InsightVM', rowsStated: document.integer('page.totalResources') });
}
