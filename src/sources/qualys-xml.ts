import { defineSource, type Fields, type FileContext, type Placed, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import type { Draft } from '../model/record.ts';
import { cvesIn } from './kit/cves.ts';
import { perFile } from './kit/per-file.ts';
import { portOf } from './kit/port.ts';
import { producedBy } from './kit/produced.ts';
import { isInformation, QUALYS_SEVERITIES, QUALYS_STATES } from './kit/qualys.ts';
import { scanOfFindings } from './kit/scan-of-findings.ts';
import { later } from './kit/times.ts';

type Finding = Draft<'vulnerability-finding'> & { readonly at: Fields['place'] };

interface Report {
  hosts: Set<string>;
  /** Severity and title of a number stand in the glossary at the end of the file, so that its findings wait for it. */
  waiting: Map<string, Finding[]>;
  last?: Observed;
}
const reports = perFile<Report>(() => ({ hosts: new Set(), waiting: new Map() }));

export default defineSource({
  product: 'Qualys VMDR',
  title: 'Qualys report (XML)',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain: 'Qualys VMDR > Reports > New > Scan Report > XML; or Scans > scan > Download > XML',
  proves: 'Which findings were reported for which host, of what severity, and when they were first and last seen.',
  cannotProve: 'What the template filters out; that the scanner could log in.',
  reads: [
    {
      shape: 'xml',
      root: 'ASSET_DATA_REPORT',
      required: ['HEADER'],
      elements: ['HOST', 'VULN_DETAILS'],
      element: (element, file, name) => (name === 'HOST' ? hold(element, file) : release(element, file)),
      end: (file) => [...unexplained(file), ...scan(file)],
      produced: ({ document }) =>
        producedBy({
          tool: 'Qualys',
          report: document.text('HEADER/TEMPLATE'),
          runBy: document.text('HEADER/USERNAME') ?? document.text('HEADER/COMPANY'),
          ran: document.time('HEADER/GENERATION_DATETIME'),
        }),
    },
    {
      shape: 'xml',
      root: 'SCAN',
      required: ['HEADER', 'IP'],
      elements: ['KEY', 'IP'],
      element: (element, file, name) => (name === 'IP' ? scanned(element, file) : noteKey(element, file)),
      end: scan,
    },
  ],
});

function hold(element: Fields, file: FileContext): undefined {
  const report = reports(file);
  const host = element.text('DNS') ?? element.text('NETBIOS') ?? element.text('IP');
  if (host === undefined) return;
  report.hosts.add(host);
  for (const info of element.children('VULN_INFO_LIST/VULN_INFO')) {
    const qid = info.text('QID') ?? '?';
    const observed = info.time('LAST_FOUND');
    report.last = later(report.last, observed);
    const type = info.text('TYPE');
    const held = report.waiting.get(qid) ?? [];
    report.waiting.set(qid, held);
    held.push({
      kind: 'vulnerability-finding',
      strength: 'R',
      observed,
      host,
      finding: qid,
      severity: isInformation(type) ? 'info' : 'unknown',
      state: info.word('VULN_STATUS', QUALYS_STATES) ?? (type === 'Vuln' ? 'open' : 'unknown'),
      verbatim: [info.text('VULN_STATUS'), type].filter((word) => word !== undefined).join(', '),
      firstSeen: info.time('FIRST_FOUND'),
      lastSeen: observed,
      port: portOf(info.integer('PORT'), info.text('PROTOCOL')),
      at: info.place,
    });
  }
}

function release(element: Fields, file: FileContext): readonly Placed[] {
  const { waiting } = reports(file);
  const qid = element.text('QID') ?? '?';
  const held = waiting.get(qid) ?? [];
  waiting.delete(qid);
  const title = element.text('TITLE');
  const severity = element.word('SEVERITY', QUALYS_SEVERITIES) ?? 'unknown';
  const cve = cvesIn(element.texts('CVE_ID_LIST/CVE_ID/ID').join(' '));
  const endOfLife = /\bEOL\b|obsolete/i.test(title ?? '') ? true : undefined;
  return held.map((found) => ({
    ...found,
    title,
    cve,
    endOfLife,
    severity: found.severity === 'info' ? 'info' : severity,
  }));
}

/** A number that the glossary leaves out keeps an unknown severity; it is not dropped. */
function unexplained(file: FileContext): readonly Placed[] {
  return [...reports(file).waiting.values()].flat();
}

function noteKey(element: Fields, file: FileContext): undefined {
  if (element.text('@value') === 'DATE') reports(file).last = element.time('.');
}

function scanned(element: Fields, file: FileContext): Yield {
  const report = reports(file);
  const host = element.text('@name') ?? element.text('@value') ?? '?';
  report.hosts.add(host);
  // VULNS are confirmed, PRACTICES potential; INFOS and SERVICES are information.
  return ['VULNS', 'PRACTICES', 'INFOS', 'SERVICES'].flatMap((group) =>
    element.children(`${group}/CAT`).flatMap((category) =>
      ['VULN', 'PRACTICE', 'INFO', 'SERVICE'].flatMap((name) =>
        category.children(name).map((item) => ({
          kind: 'vulnerability-finding' as const,
          strength: 'R' as const,
          observed: report.last ?? file.asStated,
          host,
          finding: item.text('@number') ?? '?',
          title: item.text('TITLE'),
          cve: cvesIn(item.text('@cveid'), item.texts('CVE_ID_LIST/CVE_ID/ID').join(' ')),
          severity:
            name === 'VULN' || name === 'PRACTICE'
              ? (item.word('@severity', QUALYS_SEVERITIES) ?? ('unknown' as const))
              : ('info' as const),
          state: name === 'VULN' ? ('open' as const) : ('unknown' as const),
          verbatim: name,
          port: portOf(category.integer('@port'), category.text('@protocol')),
          at: item.place,
        })),
      ),
    ),
  );
}

function scan(file: FileContext): readonly Placed[] {
  const { hosts, last } = reports(file);
  return [scanOfFindings(file, { scanner: 'Qualys', observed: last, hosts })];
}
