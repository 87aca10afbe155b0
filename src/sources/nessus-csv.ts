import { defineSource, type Fields, type FileContext, type Placed, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import type { Draft } from '../model/record.ts';
import { cvesIn } from './kit/cves.ts';
import { NESSUS_SEVERITIES, scanInformation } from './kit/nessus.ts';
import { perFile } from './kit/per-file.ts';
import { portOf } from './kit/port.ts';
import { loggedInOn, scanOfFindings } from './kit/scan-of-findings.ts';
import { earlier } from './kit/times.ts';

type Finding = Draft<'vulnerability-finding'> & { readonly at: Fields['place'] };

interface Scan {
  hosts: Set<string>;
  loggedIn: Map<string, boolean>;
  started?: Observed;
  feed?: Observed;
  policy?: string;
  /** A finding takes a row for each of its CVE numbers, and the row that tells the date of the scan may stand anywhere: findings wait by key. */
  waiting: Map<string, Finding>;
}
const scans = perFile<Scan>(() => ({ hosts: new Set(), loggedIn: new Map(), waiting: new Map() }));

/** A longer file must not fill the memory: what was told so far is then what is known. */
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
      held: released,
      end: (file) => [...released(file), ...scan(file)],
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
  const before = state.waiting.get(key);
  if (before) {
    state.waiting.set(key, { ...before, cve: cvesIn(before.cve?.join(' '), row.text('CVE')) });
    return undefined;
  }
  const full = state.waiting.size >= WAIT_FOR ? released(file) : undefined;
  state.waiting.set(key, finding(row, host, plugin, file));
  return full;
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

/** All that wait, with the date of the scan as far as it is known. */
function released(file: FileContext): readonly Finding[] {
  const { waiting, started } = scans(file);
  scans(file).waiting = new Map();
  const held = [...waiting.values()];
  return started === undefined ? held : held.map((each) => ({ ...each, observed: started }));
}

function scan(file: FileContext): readonly Placed[] {
  const { hosts, loggedIn, started, feed, policy } = scans(file);
  // Hosts without a finding are missing from the file; those with one are what is known.
  const told = { hosts, hostsAuthenticated: loggedInOn(loggedIn), feed, policy };
  return [scanOfFindings(file, { scanner: 'Nessus', observed: started, started, ...told })];
}
