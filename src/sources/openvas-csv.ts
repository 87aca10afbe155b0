import { defineSource, type Fields, type FileContext, type Placed, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import type { Draft } from '../model/record.ts';
import { cvesIn } from './kit/cves.ts';
import { perFile } from './kit/per-file.ts';
import { scanOfFindings } from './kit/scan-of-findings.ts';
import { earlier, later } from './kit/times.ts';

const SEVERITIES = {
  Critical: 'critical',
  High: 'high',
  Medium: 'medium',
  Low: 'low',
  Log: 'info',
  'False Positive': 'info',
} as const;

type Finding = Draft<'vulnerability-finding'> & { readonly at: Fields['place'] };

interface Scan {
  /** By address: a host name is not found every time. */
  hosts: Map<string, string>;
  /** Findings of addresses without a name so far: another row may tell it. */
  nameless: Finding[];
  tasks: Set<string>;
  first?: Observed;
  last?: Observed;
}
const scans = perFile<Scan>(() => ({ hosts: new Map(), nameless: [], tasks: new Set() }));

export default defineSource({
  product: 'Greenbone / OpenVAS',
  title: 'OpenVAS report (CSV)',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain: 'Greenbone > Scans > Reports > report > Download > CSV Results',
  proves: 'Which findings a task reported for which host, and when.',
  cannotProve:
    'That hosts without findings were scanned or that the scanner could log in. The usual filter hides what is less than 70 % certain; a file of headers alone says nothing of the scope.',
  reads: [
    {
      shape: 'table',
      required: ['IP', 'NVT OID', 'NVT Name', 'Severity', 'Task Name', 'Timestamp'],
      row: read,
      end: (file) => [...named(file), ...scan(file)],
    },
  ],
});

/** Beyond that many the address stands for itself. */
const WAIT_FOR = 20_000;

function read(row: Fields, file: FileContext): Yield {
  const name = row.text('Hostname');
  const address = row.text('IP') ?? name;
  if (address === undefined) return { reject: 'no host' };
  const observed = row.time('Timestamp');
  const scan = scans(file);
  const host = name ?? scan.hosts.get(address) ?? address;
  scan.hosts.set(address, host);
  scan.tasks.add(row.text('Task Name') ?? '');
  scan.first = earlier(scan.first, observed);
  scan.last = later(scan.last, observed);
  const found = finding(row, host, observed);
  if (host !== address || scan.nameless.length >= WAIT_FOR) return found;
  scan.nameless.push(found);
  return undefined;
}

function finding(row: Fields, host: string, observed: Observed): Finding {
  return {
    kind: 'vulnerability-finding',
    strength: 'R',
    observed,
    host,
    finding: row.text('NVT OID') ?? '?',
    title: row.text('NVT Name'),
    // A finding of the product list has the number in place of a test's.
    cve: cvesIn(row.text('CVEs'), row.text('NVT OID')),
    severity: row.word('Severity', SEVERITIES) ?? 'unknown',
    state: row.text('Severity') === 'False Positive' ? 'false-positive' : 'open',
    verbatim: row.text('Severity') ?? '',
    lastSeen: observed,
    port: row.has('Port') ? `${row.text('Port')}/${row.text('Port Protocol') ?? '?'}` : undefined,
    endOfLife: /end of life|\bEOL\b/i.test(row.text('NVT Name') ?? '') ? true : undefined,
    at: row.place,
  };
}

function named(file: FileContext): readonly Finding[] {
  const { nameless, hosts } = scans(file);
  return nameless.map((found) => ({ ...found, host: hosts.get(found.host ?? '') ?? found.host }));
}

function scan(file: FileContext): readonly Placed[] {
  const { hosts, tasks, first, last } = scans(file);
  const policy = [...tasks].sort().join(', ') || undefined;
  return [scanOfFindings(file, { scanner: 'OpenVAS', observed: last, started: first, hosts: hosts.values(), policy })];
}
