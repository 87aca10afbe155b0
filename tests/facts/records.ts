import * as registry from '../../src/facts/index.ts';
import { type MeasuringScope, startMeasuring } from '../../src/facts/kit/measuring.ts';
import { type CivilDate, civilDate } from '../../src/kernel/civil-date.ts';
import { boundsOfDay } from '../../src/kernel/zone.ts';
import type { Fact } from '../../src/model/fact.ts';
import { type Observed, UNDATED } from '../../src/model/observed.ts';
import type { EvidenceRecord, RecordFields, RecordHead, RecordKind, RecordOf } from '../../src/model/record.ts';

export type FactId = keyof typeof registry;
export const DEFINITIONS = Object.entries(registry);
export const DEVICES = 'inventory/devices.csv';
export const PEOPLE = 'hr/staff.csv';

export function date(text: string): CivilDate {
  const found = civilDate(text);
  if (!found) throw new RangeError(`${text} is no date`);
  return found;
}

/** A year up to 2026-09-30, judged on 2026-10-15. */
export const SCOPE: MeasuringScope = {
  asOf: date('2026-10-15'),
  period: { from: date('2025-10-01'), to: date('2026-09-30') },
  zone: 'UTC',
  thresholds: {},
  clientDomains: ['client.example'],
  publicAddresses: [],
  populations: {},
};

export const WITH_PEOPLE: MeasuringScope = { ...SCOPE, populations: { people: PEOPLE } };
export const WITH_DEVICES: MeasuringScope = { ...SCOPE, populations: { devices: DEVICES } };

/** A day of the calendar, as an export prints it, in a known zone. */
export function day(text: string, zone = 'UTC'): Observed {
  const [earliest, latest] = boundsOfDay(zone, date(text));
  return { ...KNOWN, raw: text, instant: earliest, earliest, latest, precision: 'day', zone };
}

/** An exact instant: `2026-10-15T12:00:00Z`. */
export function at(text: string): Observed {
  const instant = Date.parse(text);
  return { ...KNOWN, raw: text, instant, earliest: instant, latest: instant, precision: 'second', zone: 'UTC' };
}

const KNOWN = { zoneAssumed: false, orderAssumed: false, basis: 'in-file' } as const;
export const undated = UNDATED;

/** A cell that is given as undefined is an empty one. */
type OrEmpty<T> = { readonly [P in keyof T]?: T[P] | undefined };
type Given<K extends RecordKind> = OrEmpty<RecordHead> & OrEmpty<RecordFields[K]>;

const USUAL_DAY = day('2026-10-01');
let rows = 0;
function make<K extends RecordKind>(kind: K, usual: RecordFields[K]) {
  return (given: Given<K> = {}): RecordOf<K> => {
    rows += 1;
    const head = { from: { path: `exports/${kind}.csv`, row: rows }, observed: USUAL_DAY, strength: 'C' };
    return { kind, ...head, ...usual, ...given } as unknown as RecordOf<K>;
  };
}

export const mfa = make('mfa-registration', { user: 'dana@client.example', registered: true, directory: 'entra' });
export const policy = make('access-policy', {
  name: 'Require MFA',
  state: 'enforced',
  verbatim: 'enabled',
  requires: ['mfa'],
  blocksLegacyAuthentication: false,
  users: 'all',
  applications: 'all',
  exclusions: [],
  conditions: [],
});
export const account = make('user-account', { user: 'dana@client.example', enabled: true, directory: 'entra' });
export const review = make('access-review', {
  review: 'Q3',
  subject: 'dana@client.example',
  decision: 'kept',
  verbatim: 'Approve',
  reviewed: day('2026-08-01'),
});
export const agent = make('endpoint-protection', { device: 'WS01', product: 'Falcon', mode: 'block' });
export const compliance = make('device-compliance', { device: 'WS01' });
export const asset = make('asset', { name: 'WS01', type: 'device', status: 'in-use', role: 'workstation' });
export const install = make('patch-install', {
  device: 'WS01',
  patch: 'KB1',
  outcome: 'installed',
  verbatim: 'Installed',
});
export const patchState = make('patch-state', { device: 'WS01', patch: 'KB1', state: 'missing', verbatim: 'Missing' });
export const patchSummary = make('patch-summary', { device: 'WS01', operation: 'scan' });
export const updateSetting = make('update-setting', { device: 'WS01', automatic: true });
export const scan = make('vulnerability-scan', { scanner: 'Nessus', finished: true, perspective: 'internal' });
export const finding = make('vulnerability-finding', {
  host: 'WS01',
  finding: '10001',
  severity: 'critical',
  state: 'open',
  verbatim: 'Critical',
});
export const check = make('configuration-check', {
  tool: 'ScubaGear',
  rule: 'MS.EXO.2.1',
  outcome: 'passed',
  verbatim: 'Pass',
});
export const run = make('configuration-assessment', { tool: 'OpenSCAP', passed: 17, failed: 1, complete: true });
export const exposure = make('network-exposure', {
  host: '203.0.113.5',
  port: 3389,
  protocol: 'tcp',
  state: 'closed',
  perspective: 'external',
  complete: true,
});
export const malware = make('malware-scan', { engine: 'ClamAV', signatures: 8_700_000 });
export const job = make('backup-job', {
  job: 'Nightly',
  system: 'SRV01',
  outcome: 'succeeded',
  verbatim: 'Success',
  errorsVisible: true,
});
export const point = make('backup-point', { system: 'SRV01' });
export const coverage = make('backup-coverage', { system: 'SRV01', covered: true });
export const setting = make('backup-setting', {
  subject: 'Repo 1',
  setting: 'encryption',
  on: true,
  verbatim: 'Passed',
});
export const integrity = make('backup-integrity-check', {
  target: 'repo',
  depth: 'full-data',
  outcome: 'clean',
  verbatim: 'no errors were found',
});
export const restore = make('restore-test', {
  system: 'SRV01',
  level: 'files-verified',
  outcome: 'restored',
  verbatim: 'verified',
});
export const training = make('training-completion', {
  person: 'dana@client.example',
  course: 'Awareness',
  status: 'completed',
  verbatim: 'Completed',
  completed: day('2026-05-01'),
});
export const phishing = make('phishing-simulation', { campaign: 'June', status: 'closed', verbatim: 'Closed' });
export const riskAssessment = make('risk-assessment', { title: 'Risk analysis', performed: day('2026-03-01') });
export const risk = make('risk-item', { riskId: 'R-1', title: 'Theft of a laptop', status: 'open' });
export const incident = make('incident', {
  incidentId: 'INC1',
  state: 'closed',
  security: true,
  opened: day('2026-04-01'),
});
export const exercise = make('exercise', {
  exerciseType: 'incident-response',
  performed: day('2026-05-01'),
  participants: ['Dana', 'Sam'],
});
export const logSpan = make('audit-log-span', {
  system: 'M365',
  first: day('2026-01-01'),
  last: day('2026-09-30'),
  events: 100,
});
export const logReview = make('audit-log-review', { system: 'M365', reviewed: day('2026-09-01'), reviewer: 'Sam' });
export const document = make('document', {
  documentType: 'policy',
  topic: 'security-policy',
  title: 'Security policy',
  version: '3',
  approvedBy: 'Dana Cole',
  approved: day('2026-02-01'),
  status: 'in-force',
});

/** Somebody on the list of people, and a device of the inventory. */
export function staff(name: string, given: Given<'user-account'> = {}): RecordOf<'user-account'> {
  rows += 1;
  const user = `${name}@client.example`;
  return account({ user, email: user, directory: 'hr', from: { path: PEOPLE, row: rows }, ...given });
}
export function owned(name: string, given: Given<'asset'> = {}): RecordOf<'asset'> {
  rows += 1;
  return asset({ name, from: { path: DEVICES, row: rows }, ...given });
}

export function measure(id: FactId, records: readonly EvidenceRecord[], scope: MeasuringScope = SCOPE): Fact {
  const measuring = startMeasuring(Object.fromEntries(DEFINITIONS.filter(([name]) => name === id)), scope);
  for (const record of records) measuring.see(record);
  const [named] = measuring.finish().facts;
  if (!named) throw new RangeError(`${id} gave no fact`);
  return named.fact;
}

/** A fact in a line: `2 of 3`, `75 days`, `holds`, `unknown: undated`. `?` marks a share without an authoritative population. */
export function gist(fact: Fact): string {
  if (fact.status === 'unknown') return `unknown: ${fact.because}`;
  const { measure: value } = fact;
  switch (value.kind) {
    case 'share':
      return `${value.n} of ${value.of}${fact.populationKnown ? '' : ' ?'}`;
    case 'days':
      return `${value.days} days`;
    case 'count':
      return `count ${value.count}`;
    case 'holds':
      return value.holds ? 'holds' : 'does not hold';
    case 'occurrences':
      return `${value.found} of ${value.expected} on ${value.dates.join(' ')}`;
    case 'names':
      return value.names.join(', ');
  }
}

/** One row of a table of stories: what is guarded, the world, the gist, and words that an exception must hold. */
export type Story = readonly [
  fact: FactId,
  guards: string,
  records: () => readonly EvidenceRecord[],
  gist: string,
  more?: {
    readonly scope?: MeasuringScope;
    readonly exceptions?: readonly string[];
    readonly remark?: string;
    readonly basis?: string;
  },
];
