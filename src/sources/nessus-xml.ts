import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { cvesIn } from './kit/cves.ts';
import { NESSUS_SEVERITIES, scanInformation } from './kit/nessus.ts';
import { perFile } from './kit/per-file.ts';
import { portOf } from './kit/port.ts';
import { producedBy } from './kit/produced.ts';
import { earlier, later } from './kit/times.ts';

interface Scan {
  hosts: string[];
  ended: number;
  loggedIn: number;
  told: number;
  started?: Observed;
  last?: Observed;
  feed?: Observed;
  policy?: string;
  version?: string;
}
const scans = perFile<Scan>(() => ({ hosts: [], ended: 0, loggedIn: 0, told: 0 }));

export default defineSource({
  product: 'Nessus',
  title: 'Nessus (.nessus)',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain: 'Nessus or Tenable > scan > Export > Nessus',
  proves:
    'Which hosts were scanned, when, with how current a feed, on which of them the scanner could log in, and what it found.',
  cannotProve: 'What lies outside the targets; that a host into which it could not log in is clean.',
  reads: [
    {
      shape: 'xml',
      root: 'NessusClientData_v2',
      required: ['Report'],
      elements: ['policyName', 'ReportHost'],
      element: (element, file, name) => {
        if (name === 'ReportHost') return host(element, file);
        const policy = element.text('.');
        if (policy !== undefined) scans(file).policy ??= policy;
        return undefined;
      },
      end: scan,
      produced: (file) => {
        const { policy, version, started } = scans(file);
        return producedBy({
          tool: 'Nessus',
          version,
          report: file.document.text('Report/@name'),
          parameters: policy,
          ran: started,
        });
      },
    },
  ],
});

function host(element: Fields, file: FileContext): Yield {
  const state = scans(file);
  const tags = new Map(element.children('HostProperties/tag').map((tag) => [tag.text('@name') ?? '', tag]));
  const name = tags.get('host-fqdn')?.text('.') ?? tags.get('hostname')?.text('.') ?? element.text('@name') ?? '?';
  // The text form has no zone; newer files give the epoch beside it.
  const time = (which: 'START' | 'END'): Observed => {
    const epoch = tags.get(`HOST_${which}_TIMESTAMP`);
    return epoch === undefined
      ? file.time(tags.get(`HOST_${which}`)?.text('.'))
      : epoch.time('.', { epoch: 'seconds' });
  };
  const [start, end] = [time('START'), time('END')];
  state.hosts.push(name);
  state.started = earlier(state.started, start);
  state.last = later(state.last, end);
  if (end.instant !== undefined) state.ended += 1;
  const items = element.children('ReportItem');
  noteCredentials(state, items, tags.get('Credentialed_Scan')?.flag('.'), file);
  return items.map((item) => {
    return {
      kind: 'vulnerability-finding' as const,
      strength: 'R' as const,
      observed: end.instant === undefined ? start : end,
      host: name,
      finding: item.text('@pluginID') ?? '?',
      title: item.text('@pluginName'),
      cve: cvesIn(item.texts('cve').join(' ')),
      severity: item.word('@severity', NESSUS_SEVERITIES) ?? ('unknown' as const),
      state: 'open' as const,
      verbatim: item.text('risk_factor') ?? item.text('@severity') ?? '',
      port: portOf(item.integer('@port'), item.text('@protocol')),
      exploited: item.flag('exploited_by_malware') === true ? true : undefined,
      endOfLife:
        item.flag('unsupported_by_vendor') === true || /unsupported version|SEoL/i.test(item.text('@pluginName') ?? '')
          ? true
          : undefined,
      at: item.place,
    };
  });
}

function noteCredentials(state: Scan, items: readonly Fields[], told: boolean | undefined, file: FileContext): void {
  const output = items.find((item) => item.text('@pluginID') === '19506')?.text('plugin_output');
  const { credentialed, feed, version } = scanInformation(output ?? '');
  if (version !== undefined) state.version = version;
  if (feed !== undefined) state.feed = file.time(feed, { zone: 'UTC' });
  const loggedIn = told ?? credentialed;
  if (loggedIn === undefined) return;
  state.told += 1;
  if (loggedIn) state.loggedIn += 1;
}

function scan(file: FileContext): Yield {
  const { hosts, ended, loggedIn, told, started, last, feed, policy } = scans(file);
  return {
    kind: 'vulnerability-scan',
    strength: 'R',
    observed: last?.instant === undefined ? (started ?? file.asStated) : last,
    scanner: 'Nessus',
    started,
    finished: hosts.length > 0 ? ended === hosts.length : undefined,
    targets: hosts,
    hostsScanned: hosts.length,
    hostsAuthenticated: told === 0 ? undefined : loggedIn,
    perspective: file.said.perspective ?? 'unknown',
    feed,
    policy,
  };
}
