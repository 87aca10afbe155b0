import type { Observed } from '../../src/model/observed.ts';
import type { EvidenceRecord, RecordHead } from '../../src/model/record.ts';
import fc from '../house/fast-check.ts';
import * as make from './records.ts';

// Few names and few days, so that records meet, contradict and repeat each other.
const device = fc.constantFrom('WS01', 'ws02.client.example', 'SRV01', 'STRANGER');
const person = fc.constantFrom('dana@client.example', 'SAM@client.example', 'ghost@client.example');
const DAYS = [
  '2024-05-01',
  '2025-09-30',
  '2025-10-01',
  '2026-03-01',
  '2026-09-15',
  '2026-10-01',
  '2026-10-15',
  '2026-10-16',
];
export const when: fc.Arbitrary<Observed> = fc.oneof(
  fc.constantFrom(...DAYS).map((text) => make.day(text)),
  fc.constantFrom(...DAYS).map((text) => make.at(`${text}T23:30:00Z`)),
  fc.constant(make.undated),
);
const maybe = fc.boolean();
const head: fc.Arbitrary<RecordHead> = fc.record({
  from: fc.record({
    path: fc.constantFrom('a.csv', 'b.csv', make.DEVICES, make.PEOPLE),
    row: fc.integer({ min: 1, max: 4 }),
  }),
  observed: when,
  strength: fc.constantFrom('R', 'C', 'S', 'A'),
});

type Maker = (given: never) => EvidenceRecord;
function some(maker: Maker, fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<EvidenceRecord> {
  return fc.tuple(head, fc.record(fields)).map(([common, own]) => maker({ ...common, ...own } as never));
}

const severity = fc.constantFrom('critical', 'low', undefined);
const KINDS: readonly fc.Arbitrary<EvidenceRecord>[] = [
  some(make.mfa, {
    user: person,
    registered: maybe,
    bypass: maybe,
    enforced: fc.constantFrom(true, false, undefined),
    admin: maybe,
  }),
  some(make.policy, {
    state: fc.constantFrom('enforced', 'report-only', 'unknown'),
    name: fc.constantFrom('P', 'Q'),
    scope: fc.constantFrom(undefined, 'vpn', 'application'),
    exclusions: fc.constantFrom([], ['dana@client.example'], ['Group']),
  }),
  some(make.account, {
    user: person,
    enabled: maybe,
    admin: maybe,
    directory: fc.constantFrom('hr', 'entra', 'aws'),
    lastSignIn: when,
    left: when,
  }),
  some(make.review, {
    subject: person,
    decision: fc.constantFrom('kept', 'removed', 'not-reviewed'),
    reviewed: when,
    applied: maybe,
    privileged: maybe,
  }),
  some(make.agent, {
    device,
    mode: fc.constantFrom('block', 'detect', 'unknown'),
    lastSeen: when,
    product: fc.constantFrom('A', 'B'),
  }),
  some(make.compliance, { device, encrypted: maybe, managed: maybe, lastSync: when }),
  some(make.asset, {
    name: device,
    status: fc.constantFrom('in-use', 'retired'),
    role: fc.constantFrom('workstation', 'server', undefined),
    critical: maybe,
  }),
  some(make.install, {
    device,
    patch: fc.constantFrom('KB1', 'KB2'),
    outcome: fc.constantFrom('installed', 'failed'),
    severity,
    released: when,
    automatic: maybe,
  }),
  some(make.patchState, {
    device,
    patch: fc.constantFrom('KB1', 'KB2'),
    state: fc.constantFrom('missing', 'installed', 'pending-reboot'),
    severity,
  }),
  some(make.patchSummary, {
    device,
    criticalMissing: fc.constantFrom(0, 2, undefined),
    operation: fc.constantFrom('scan', 'install'),
    installed: fc.constant(3),
  }),
  some(make.scan, {
    hostsScanned: fc.integer({ min: 0, max: 5 }),
    hostsAuthenticated: fc.constantFrom(0, 2, undefined),
    targets: fc.constantFrom(['WS01'], ['SRV01', 'ws02']),
    perspective: fc.constantFrom('internal', 'external', 'unknown'),
  }),
  some(make.finding, {
    host: device,
    finding: fc.constantFrom('1', '2'),
    severity: fc.constantFrom('critical', 'info', 'unknown'),
    state: fc.constantFrom('open', 'fixed'),
    firstSeen: when,
    exportedBy: fc.constantFrom('N', undefined),
  }),
  some(make.check, {
    rule: fc.constantFrom('SPF', 'audit_log', 'smbv1'),
    target: fc.constantFrom('WS01', 'SRV01'),
    outcome: fc.constantFrom('passed', 'failed', 'waived', 'not-applicable'),
    severity: fc.constantFrom('high', undefined),
  }),
  some(make.run, { target: device, complete: maybe, skipped: fc.integer({ min: 0, max: 3 }) }),
  some(make.exposure, {
    port: fc.constantFrom(3389, 443),
    state: fc.constantFrom('open', 'closed'),
    perspective: fc.constantFrom('external', 'internal'),
    complete: maybe,
  }),
  some(make.job, {
    system: device,
    outcome: fc.constantFrom('succeeded', 'failed', 'warning'),
    service: fc.constantFrom('saas', undefined),
  }),
  some(make.point, { system: device, encrypted: maybe, immutable: maybe }),
  some(make.setting, {
    setting: fc.constantFrom('encryption', 'immutability', 'console-mfa', 'separate-credentials'),
    on: fc.constantFrom(true, false, undefined),
    subject: fc.constantFrom('R1', 'R2'),
  }),
  some(make.coverage, { system: device, covered: maybe }),
  some(make.integrity, {
    depth: fc.constantFrom('metadata', 'full-data'),
    outcome: fc.constantFrom('clean', 'errors'),
  }),
  some(make.restore, {
    system: device,
    level: fc.constantFrom('browse', 'files-verified'),
    outcome: fc.constantFrom('restored', 'failed'),
    minutesTaken: fc.constant(5),
    minutesAllowed: fc.constantFrom(4, 6),
  }),
  some(make.training, {
    person,
    status: fc.constantFrom('completed', 'not-started'),
    completed: when,
    topic: fc.constantFrom('privileged', 'finance', undefined),
  }),
  some(make.phishing, {
    campaign: fc.constantFrom('A', 'B'),
    delivered: fc.integer({ min: 0, max: 9 }),
    clicked: fc.integer({ min: 0, max: 3 }),
    status: fc.constantFrom('closed', 'error'),
  }),
  some(make.riskAssessment, {
    performed: when,
    approvedBy: fc.constantFrom('Dana', undefined),
    approved: when,
    coversSensitiveData: maybe,
  }),
  some(make.risk, {
    riskId: fc.constantFrom('1', '2'),
    status: fc.constantFrom('open', 'closed'),
    owner: fc.constantFrom('Sam', ''),
    treatment: fc.constantFrom('mitigate', 'unknown'),
  }),
  some(make.incident, {
    incidentId: fc.constantFrom('1', '2'),
    security: fc.constantFrom(true, false, undefined),
    opened: when,
    state: fc.constantFrom('open', 'closed'),
  }),
  some(make.exercise, { performed: when, coversRansomware: maybe, actionsOpen: fc.integer({ min: 0, max: 3 }) }),
  some(make.logSpan, { system: device, first: when, last: when }),
  some(make.logReview, { reviewed: when, reviewer: fc.constantFrom('Sam', '') }),
  some(make.document, {
    topic: fc.constantFrom('security-policy', 'vendor-register', 'vendor-review', 'business-associate-agreement'),
    documentType: fc.constantFrom('policy', 'register-entry', 'baa'),
    counterpart: fc.constantFrom('Acme', 'Bolt'),
    approved: when,
    expires: when,
    status: fc.constantFrom('in-force', 'draft'),
  }),
];

export const world = fc.array(fc.oneof(...KINDS), { maxLength: 40 });
