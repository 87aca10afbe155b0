import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import type { Draft } from '../model/record.ts';
import { cvesIn } from './kit/cves.ts';
import { perFile } from './kit/per-file.ts';
import { producedBy } from './kit/produced.ts';
import { scanOfFindings } from './kit/scan-of-findings.ts';

type Finding = Draft<'vulnerability-finding'> & { readonly at: Fields['place'] };

interface Scan {
  readonly id: string;
  readonly name: string | undefined;
  readonly started: ReturnType<Fields['time']>;
  readonly ended: ReturnType<Fields['time']>;
  readonly status: string | undefined;
}

interface Report {
  scans: Scan[];
  hosts: Set<string>;
  /** Severity and title stand in the definitions after the nodes. */
  waiting: Map<string, Finding[]>;
}
const reports = perFile<Report>(() => ({ scans: [], hosts: new Set(), waiting: new Map() }));

export default defineSource({
  product: 'Rapid7 InsightVM',
  title: 'Rapid7 XML Export 2.0, or Simple XML Export',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain: 'InsightVM > Reports > Create > Export > XML Export 2.0',
  proves: 'When a scan ran and whether it finished, which hosts answered, and what was found on them since when.',
  cannotProve: 'What lies outside the site; that the scanner could log in. Its times carry no zone.',
  reads: [
    {
      shape: 'xml',
      root: 'NexposeReport',
      elements: ['scan', 'node', 'vulnerability'],
      element: (element, file, name) => {
        if (name === 'node') return hold(element, file);
        if (name === 'vulnerability') return release(element, file);
        reports(file).scans.push({
          id: element.text('@id') ?? '?',
          name: element.text('@name'),
          started: element.time('@startTime'),
          ended: element.time('@endTime'),
          status: element.text('@status'),
        });
        return undefined;
      },
      end: (file) => [...unexplained(file), ...runs(file)],
      produced: (file) => {
        const [scan, another] = reports(file).scans;
        const only = another === undefined ? scan : undefined;
        return producedBy({ tool: 'Rapid7 InsightVM', report: only?.name, ran: only?.started });
      },
    },
    {
      shape: 'xml',
      root: 'NeXposeSimpleXML',
      elements: ['generated', 'device'],
      element: (element, file, name) => {
        if (name === 'device') return simpleFindings(element, file);
        generated(file).at = element.time('.');
        return undefined;
      },
      end: simpleScan,
    },
  ],
});

function hold(element: Fields, file: FileContext): undefined {
  const { hosts, waiting, scans } = reports(file);
  const host = element.text('names/name') ?? element.text('@address') ?? '?';
  if (element.text('@status') === 'alive') hosts.add(host);
  const endpoints = element.children('endpoints/endpoint');
  const services = endpoints.flatMap((endpoint) =>
    endpoint
      .children('services/service/tests/test')
      .map((test) => ({ test, port: `${endpoint.text('@port')}/${endpoint.text('@protocol')}` })),
  );
  for (const { test, port } of [
    ...element.children('tests/test').map((test) => ({ test, port: undefined })),
    ...services,
  ]) {
    const status = test.text('@status') ?? '';
    // "not-vulnerable" and its kin were tested and are clean.
    if (!status.startsWith('vulnerable')) continue;
    const id = (test.text('@id') ?? '?').toLowerCase();
    const held = waiting.get(id) ?? [];
    waiting.set(id, held);
    const scan = scans.find((run) => run.id === test.text('@scan-id'));
    held.push({
      kind: 'vulnerability-finding',
      strength: 'R',
      observed: scan?.ended ?? file.asStated,
      host,
      finding: id,
      severity: 'unknown',
      state: status === 'vulnerable-potential' ? 'unknown' : 'open',
      verbatim: status,
      firstSeen: test.has('@vulnerable-since') ? test.time('@vulnerable-since') : undefined,
      port,
      at: test.place,
    });
  }
}

function release(element: Fields, file: FileContext): readonly Placed[] {
  const id = (element.text('@id') ?? '?').toLowerCase();
  const { waiting } = reports(file);
  const held = waiting.get(id) ?? [];
  waiting.delete(id);
  const cve = cvesIn(element.texts('references/reference').join(' '));
  return held.map((found) => ({
    ...found,
    title: element.text('@title'),
    cve,
    severity: severityOf(element.integer('@severity')),
  }));
}

/** Its own bands: critical from 8, severe from 4, moderate from 1. */
function severityOf(severity: number | undefined): Finding['severity'] {
  if (severity === undefined) return 'unknown';
  return severity >= 8 ? 'critical' : severity >= 4 ? 'high' : severity >= 1 ? 'medium' : 'info';
}

function unexplained(file: FileContext): readonly Placed[] {
  return [...reports(file).waiting.values()].flat();
}

function runs(file: FileContext): readonly Placed[] {
  const { scans, hosts } = reports(file);
  return scans.map(({ name, started, ended, status }) => ({
    kind: 'vulnerability-scan',
    strength: 'R',
    observed: ended.instant === undefined ? started : ended,
    scanner: 'Rapid7',
    started,
    finished: status === undefined ? undefined : status === 'finished',
    targets: name === undefined ? undefined : [name],
    hostsScanned: scans.length === 1 ? hosts.size : undefined,
    perspective: file.said.perspective ?? 'unknown',
  }));
}

/** The simple export: findings with no word on how bad they are, and the time of the export alone. */
const generated = perFile<{ at: Observed | undefined; hosts: Set<string> }>(() => ({
  at: undefined,
  hosts: new Set(),
}));

/** "VE", "VV": shown or by version; "VP": possible. The other codes were tested and are clean, or could not be tested. */
const SIMPLE_STATES: Readonly<Record<string, Finding['state']>> = { VE: 'open', VV: 'open', VP: 'unknown' };

function simpleFindings(device: Fields, file: FileContext): readonly Placed[] {
  const host = device.text('@address') ?? '?';
  generated(file).hosts.add(host);
  const services = device.children('services/service');
  return [
    ...device.children('vulnerabilities/vulnerability').flatMap((one) => simpleFinding(one, file, { host })),
    ...services.flatMap((service) =>
      service
        .children('vulnerabilities/vulnerability')
        .flatMap((one) =>
          simpleFinding(one, file, { host, port: `${service.text('@port')}/${service.text('@protocol')}` }),
        ),
    ),
  ];
}

function simpleFinding(
  found: Fields,
  file: FileContext,
  on: { readonly host: string; readonly port?: string },
): readonly Placed[] {
  const code = found.text('@resultCode') ?? '';
  const state = SIMPLE_STATES[code];
  if (state === undefined) return [];
  return [
    {
      kind: 'vulnerability-finding',
      strength: 'R',
      observed: generated(file).at ?? file.asStated,
      ...on,
      finding: (found.text('@id') ?? '?').toLowerCase(),
      cve: cvesIn(found.texts('id').join(' ')),
      severity: 'unknown',
      state,
      verbatim: code,
      at: found.place,
    },
  ];
}

function simpleScan(file: FileContext): Placed {
  const { at, hosts } = generated(file);
  return scanOfFindings(file, { scanner: 'Rapid7', observed: at, hosts });
}
