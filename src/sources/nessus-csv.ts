import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { cvesIn } from './kit/cves.ts';
import { NESSUS_SEVERITIES, scanInformation } from './kit/nessus.ts';
import { perFile } from './kit/per-file.ts';
import { earlier } from './kit/times.ts';

interface Scan {
  previous: string;
  hosts: Set<string>;
  loggedIn: Map<string, boolean>;
  started?: Observed;
  feed?: Observed;
  policy?: string;
}
const scans = perFile<Scan>(() => ({ previous: '', hosts: new Set(), loggedIn: new Map() }));

export default defineSource({
  product: 'Nessus',
  title: 'Nessus (CSV)',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain: 'Nessus > scan > Report > CSV; tick "Plugin Output", so that the date and the credentials are in it',
  proves: 'Which findings a scan reported for which host.',
  cannotProve:
    'When it was scanned and whether the scanner could log in, unless the output of plugin 19506 is included; that hosts without findings were scanned: they are not in the file. No row at all says nothing of the scope.',
  reads: [
    {
      shape: 'table',
      required: ['Plugin ID', 'CVE', 'Risk', 'Host', 'Protocol', 'Port', 'Name', 'Synopsis'],
      forbidden: ['Vulnerability State', 'First Found', 'Last Found', 'IP Address'],
      row: finding,
      end: scan,
    },
  ],
});

function finding(row: Fields, file: FileContext): Yield {
  const [host, plugin] = [row.text('Host'), row.text('Plugin ID')];
  if (host === undefined || plugin === undefined) return { reject: 'no host or no plugin' };
  const state = scans(file);
  state.hosts.add(host);
  const output = row.text('Plugin Output');
  if (plugin === '19506' && output !== undefined) note(state, host, output, file);
  // A finding with several CVE numbers takes one row for each; the first stands for all, so that it is counted once.
  const key = [plugin, host, row.text('Protocol'), row.text('Port'), output].join('|');
  if (key === state.previous) return undefined;
  state.previous = key;
  const port = row.integer('Port');
  return {
    kind: 'vulnerability-finding',
    strength: 'R',
    observed: state.started ?? file.asStated,
    host,
    finding: plugin,
    title: row.text('Name'),
    cve: cvesIn(row.text('CVE')),
    // None has no CVSS score: it is information.
    severity: row.word('Risk', NESSUS_SEVERITIES) ?? 'unknown',
    state: 'open',
    verbatim: row.text('Risk') ?? '',
    port: port === undefined || port === 0 ? undefined : `${port}/${row.text('Protocol') ?? '?'}`,
    endOfLife: /unsupported|end of life|SEoL/i.test(row.text('Name') ?? '') ? true : undefined,
  };
}

function note(state: Scan, host: string, output: string, file: FileContext): void {
  const { credentialed, started, feed, policy } = scanInformation(output);
  if (credentialed !== undefined) state.loggedIn.set(host, credentialed);
  if (started !== undefined) state.started = earlier(state.started, file.time(started, { order: 'ymd' }));
  if (feed !== undefined) state.feed = file.time(feed, { zone: 'UTC' });
  if (policy !== undefined) state.policy = policy;
}

function scan(file: FileContext): Yield {
  const { hosts, loggedIn, started, feed, policy } = scans(file);
  return {
    kind: 'vulnerability-scan',
    strength: 'R',
    observed: started ?? file.asStated,
    scanner: 'Nessus',
    started,
    finished: undefined,
    targets: [...hosts],
    // Hosts without a finding are missing from the file; those with one are what is known.
    hostsScanned: hosts.size,
    hostsAuthenticated: loggedIn.size === 0 ? undefined : [...loggedIn.values()].filter(Boolean).length,
    perspective: file.said.perspective ?? 'unknown',
    feed,
    policy,
  };
}
