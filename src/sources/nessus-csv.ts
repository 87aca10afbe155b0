import { defineSource, type Fields, type FileContext, type Placed, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import type { Draft } from '../model/record.ts';
import { cvesIn } from './kit/cves.ts';
import { NESSUS_SEVERITIES, scanInformation } from './kit/nessus.ts';
import { perFile } from './kit/per-file.ts';
import { portOf } from './kit/port.ts';
import { earlier } from './kit/times.ts';

type Finding = Draft<'vulnerability-finding'> & { readonly at: Fields['place'] };

interface Scan {
  hosts: Set<string>;
  loggedIn: Map<string, boolean>;
  started?: Observed;
  feed?: Observed;
  policy?: string;
  /** A finding takes a row for each of its CVE numbers; it is whole when the next one begins. */
  open?: { readonly key: string; finding: Finding };
  /** Rows are sorted by plugin, so that the one that tells the date comes after others. */
  waiting: Finding[];
}
const scans = perFile<Scan>(() => ({ hosts: new Set(), loggedIn: new Map(), waiting: [] }));

/** Files without the telling plugin must not fill the memory. */
const WAIT_FOR = 20_000;

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
      row: read,
      end: (file) => [...closed(file), ...released(file), ...scan(file)],
    },
  ],
});

function read(row: Fields, file: FileContext): Yield {
  const [host, plugin] = [row.text('Host'), row.text('Plugin ID')];
  if (host === undefined || plugin === undefined) return { reject: 'no host or no plugin' };
  const state = scans(file);
  state.hosts.add(host);
  const output = row.text('Plugin Output');
  if (plugin === '19506' && output !== undefined) note(state, host, output, file);
  const key = [plugin, host, row.text('Protocol'), row.text('Port'), output].join('|');
  if (state.open?.key === key) {
    const { finding } = state.open;
    state.open.finding = { ...finding, cve: cvesIn(finding.cve?.join(' '), row.text('CVE')) };
    return undefined;
  }
  const before = closed(file);
  state.open = { key, finding: finding(row, host, plugin, file) };
  const dated = state.started !== undefined || state.waiting.length >= WAIT_FOR;
  return dated ? [...released(file), ...before] : waits(state, before);
}

function finding(row: Fields, host: string, plugin: string, file: FileContext): Finding {
  return {
    kind: 'vulnerability-finding',
    strength: 'R',
    observed: file.asStated,
    host,
    finding: plugin,
    title: row.text('Name'),
    cve: cvesIn(row.text('CVE')),
    severity: row.word('Risk', NESSUS_SEVERITIES) ?? 'unknown',
    state: 'open',
    verbatim: row.text('Risk') ?? '',
    port: portOf(row.integer('Port'), row.text('Protocol')),
    endOfLife: /unsupported|end of life|SEoL/i.test(row.text('Name') ?? '') ? true : undefined,
    at: row.place,
  };
}

function note(state: Scan, host: string, output: string, file: FileContext): void {
  const { credentialed, started, feed, policy } = scanInformation(output);
  if (credentialed !== undefined) state.loggedIn.set(host, credentialed);
  if (started !== undefined) state.started = earlier(state.started, file.time(started, { order: 'ymd' }));
  if (feed !== undefined) state.feed = file.time(feed, { zone: 'UTC' });
  if (policy !== undefined) state.policy = policy;
}

/** The finding whose rows have ended, with the date of the scan as far as it is known. */
function closed(file: FileContext): readonly Finding[] {
  const { open, started } = scans(file);
  if (open === undefined) return [];
  delete scans(file).open;
  return [started === undefined ? open.finding : { ...open.finding, observed: started }];
}

function waits(state: Scan, findings: readonly Finding[]): undefined {
  state.waiting.push(...findings);
}

function released(file: FileContext): readonly Finding[] {
  const { waiting, started } = scans(file);
  scans(file).waiting = [];
  return started === undefined ? waiting : waiting.map((held) => ({ ...held, observed: started }));
}

function scan(file: FileContext): readonly Placed[] {
  const { hosts, loggedIn, started, feed, policy } = scans(file);
  return [
    {
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
    },
  ];
}
