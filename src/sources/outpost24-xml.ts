import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { cvesIn } from './kit/cves.ts';
import { perFile } from './kit/per-file.ts';
import { portOf } from './kit/port.ts';
import { earlier, later } from './kit/times.ts';

const RISKS = { '0': 'info', '1': 'low', '2': 'medium', '3': 'high', '4': 'critical' } as const;

interface Report {
  hosts: string[];
  complete: boolean;
  started?: Observed;
  ended?: Observed;
}
const reports = perFile<Report>(() => ({ hosts: [], complete: true }));

export default defineSource({
  product: 'Outpost24',
  title: 'Outpost24 report (XML)',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain: 'Outpost24 > Reporting Tools > Export report > XML',
  proves: 'Which hosts were scanned, when, whether the scan was complete, and what was found on them since when.',
  cannotProve:
    'What lies outside the targets; that the scanner could log in. Times are in the zone that the report names in words.',
  reads: [
    {
      shape: 'xml',
      root: 'main',
      required: ['reportinfo', 'hostlist', 'detaillist'],
      elements: ['host', 'detail'],
      element: (element, file, name) => (name === 'detail' ? finding(element, file) : noteHost(element, file)),
      end: (file) => {
        const { hosts, complete, started, ended } = reports(file);
        return {
          kind: 'vulnerability-scan',
          strength: 'R',
          observed: ended ?? started ?? file.asStated,
          scanner: 'Outpost24',
          started,
          finished: hosts.length === 0 ? undefined : complete,
          targets: hosts,
          hostsScanned: hosts.length,
          perspective: file.said.perspective ?? 'unknown',
        };
      },
    },
  ],
});

function noteHost(element: Fields, file: FileContext): undefined {
  const report = reports(file);
  report.hosts.push(element.text('name') ?? element.text('ip') ?? '?');
  report.started = earlier(report.started, element.time('start'));
  report.ended = later(report.ended, element.time('end'));
  if (element.flag('completescan') !== true) report.complete = false;
}

function finding(element: Fields, file: FileContext): Yield {
  const seen = element.has('history/lastseen') ? element.time('history/lastseen') : element.time('date');
  return {
    kind: 'vulnerability-finding',
    strength: 'R',
    observed: seen.instant === undefined ? file.asStated : seen,
    host: element.text('hostname') ?? element.text('ip'),
    finding: element.text('id') ?? '?',
    title: element.text('name'),
    cve: cvesIn(...element.texts('cve/id')),
    severity: element.word('risk', RISKS) ?? 'unknown',
    state: element.text('falsepositive') === '1' ? 'false-positive' : 'open',
    verbatim: `risk ${element.text('risk') ?? 'not told'}`,
    firstSeen: element.time('history/firstseen'),
    lastSeen: seen,
    port: portOf(element.integer('portinfo/portnumber'), element.text('portinfo/protocol')),
  };
}
