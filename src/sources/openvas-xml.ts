import { defineSource, type Fields, type FileContext, type XmlReading, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { cvesIn } from './kit/cves.ts';
import { perFile } from './kit/per-file.ts';
import { producedBy } from './kit/produced.ts';

const THREATS = {
  Critical: 'critical',
  High: 'high',
  Medium: 'medium',
  Low: 'low',
  Log: 'info',
  Debug: 'info',
  Alarm: 'high',
  'False Positive': 'info',
} as const;

interface Scan {
  hosts: Set<string>;
  loggedIn: Set<string>;
  started?: Observed;
  ended?: Observed;
  status?: string;
}
const scans = perFile<Scan>(() => ({ hosts: new Set(), loggedIn: new Set() }));

const REPORT: Omit<XmlReading, 'required'> = {
  shape: 'xml',
  root: ['report', 'get_reports_response'],
  elements: ['result', 'host', 'scan_start', 'scan_end', 'scan_run_status'],
  element: (element, file, name) => {
    const scan = scans(file);
    if (name === 'result') return finding(element, file);
    if (name === 'host') noteHost(element, scan);
    if (name === 'scan_start') scan.started = element.time('.');
    if (name === 'scan_end') scan.ended = element.time('.');
    const status = name === 'scan_run_status' ? element.text('.') : undefined;
    if (status !== undefined) scan.status = status;
    return undefined;
  },
  end: run,
  produced: (file) => {
    const first = (...paths: readonly string[]) =>
      paths.map((path) => file.document.text(path)).find((text) => text !== undefined);
    return producedBy({
      tool: 'OpenVAS',
      report: first('report/task/name', 'task/name', 'report/report/task/name'),
      filters: first('report/filters/term', 'filters/term', 'report/report/filters/term'),
      ran: scans(file).started,
    });
  },
};

export default defineSource({
  product: 'Greenbone / OpenVAS',
  title: 'OpenVAS report (XML)',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain: 'Greenbone > Scans > Reports > report > Download > XML',
  proves: 'When a scan began and ended, whether it was done, and which findings it reported for which host.',
  cannotProve: 'What lies outside the target, or what the filter of the report hides (usually below 70 % certainty).',
  reads: [
    { ...REPORT, required: ['scan_run_status', 'results'] },
    // Who cuts a report down to its results leaves out how the scan ended; its tests still tell whose it is.
    { ...REPORT, required: ['results', 'result', 'nvt', 'threat'] },
  ],
});

function noteHost(element: Fields, scan: Scan): void {
  // Only the list of hosts has an address inside; ports name their host as bare text.
  const host = element.text('ip');
  if (host === undefined) return;
  scan.hosts.add(host);
  const loggedIn = element.children('detail').some((detail) => /^Auth-.*-Success$/.test(detail.text('name') ?? ''));
  if (loggedIn) scan.loggedIn.add(host);
}

function finding(element: Fields, file: FileContext): Yield {
  const address = element.text('host');
  const port = element.text('port');
  if (address !== undefined) scans(file).hosts.add(address);
  return {
    kind: 'vulnerability-finding',
    strength: 'R',
    observed: element.has('creation_time') ? element.time('creation_time') : (scans(file).ended ?? file.asStated),
    host: element.text('host/hostname') ?? address,
    finding: element.text('nvt/@oid') ?? element.text('@id') ?? '?',
    title: element.text('name') ?? element.text('nvt/name'),
    cve: cvesIn(...element.children('nvt/refs/ref').map((ref) => ref.text('@id')), element.text('nvt/cve')),
    severity: element.word('threat', THREATS) ?? 'unknown',
    state: element.text('threat') === 'False Positive' ? 'false-positive' : 'open',
    verbatim: element.text('threat') ?? '',
    port: port === undefined || port.startsWith('general/') ? undefined : port,
    endOfLife: /end of life|\bEOL\b/i.test(element.text('name') ?? '') ? true : undefined,
  };
}

function run(file: FileContext): Yield {
  const { hosts, loggedIn, started, ended, status } = scans(file);
  return {
    kind: 'vulnerability-scan',
    strength: 'R',
    observed: ended?.instant === undefined ? (started ?? file.asStated) : ended,
    scanner: 'OpenVAS',
    started,
    finished: status === undefined ? undefined : status === 'Done',
    targets: [...hosts],
    hostsScanned: hosts.size,
    hostsAuthenticated: loggedIn.size === 0 ? undefined : loggedIn.size,
    perspective: file.said.perspective ?? 'unknown',
  };
}
