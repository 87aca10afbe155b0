import { defineSource, type FileContext, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { cell } from './kit/columns.ts';
import { cvesIn } from './kit/cves.ts';
import { NESSUS_SEVERITIES, scanInformation } from './kit/nessus.ts';
import { perFile } from './kit/per-file.ts';
import { portOf } from './kit/port.ts';
import { loggedInOn, scanOfFindings } from './kit/scan-of-findings.ts';
import { later } from './kit/times.ts';

interface Scan {
  hosts: Set<string>;
  loggedIn: Map<string, boolean>;
  last?: Observed;
}
const scans = perFile<Scan>(() => ({ hosts: new Set(), loggedIn: new Map() }));

export default defineSource({
  product: 'Tenable Security Center',
  title: 'Tenable.sc vulnerabilities (CSV)',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain: 'Tenable Security Center > Analysis > Vulnerabilities > Vulnerability Detail List > Export as CSV',
  proves: 'Which findings were open on which host, since when, and when each was last seen.',
  cannotProve:
    'That hosts without findings were scanned; whether the scanner could log in, unless plugin 19506 is in the list. Zones are abbreviations, of which some have two meanings.',
  reads: [
    {
      shape: 'table',
      required: ['Plugin', 'Plugin Name', 'Family', 'Severity', 'IP Address', 'First Discovered', 'Last Observed'],
      row: (row, file) => {
        const host = row.text('DNS Name') ?? row.text('NetBIOS Name') ?? row.text('IP Address');
        const plugin = row.text('Plugin');
        if (host === undefined || plugin === undefined) return { reject: 'no host or no plugin' };
        const state = scans(file);
        const observed = row.time('Last Observed');
        state.hosts.add(host);
        state.last = later(state.last, observed);
        const { credentialed } =
          plugin === '19506'
            ? scanInformation(cell(row, ['Plugin Text', 'Plugin Output']) ?? '')
            : { credentialed: undefined };
        if (credentialed !== undefined) state.loggedIn.set(host, credentialed);
        return {
          kind: 'vulnerability-finding',
          strength: 'R',
          observed,
          host,
          finding: plugin,
          title: row.text('Plugin Name'),
          cve: cvesIn(row.text('CVE')),
          severity: row.word('Severity', NESSUS_SEVERITIES) ?? 'unknown',
          state: 'open',
          verbatim: row.text('Severity') ?? '',
          firstSeen: row.time('First Discovered'),
          lastSeen: observed,
          port: portOf(row.integer('Port'), row.text('Protocol')),
          endOfLife: /unsupported|end of life|SEoL/i.test(row.text('Plugin Name') ?? '') ? true : undefined,
        };
      },
      end: scan,
    },
  ],
});

function scan(file: FileContext): Yield {
  const { hosts, loggedIn, last } = scans(file);
  const hostsAuthenticated = loggedInOn(loggedIn);
  return scanOfFindings(file, { scanner: 'Tenable', observed: last, hosts, hostsAuthenticated });
}
