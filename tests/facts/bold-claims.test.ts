import { describe, expect, it } from 'vitest';
import {
  account,
  agent,
  asset,
  compliance,
  day,
  document,
  exposure,
  finding,
  incident,
  job,
  logSpan,
  measure,
  mfa,
  owned,
  phishing,
  point,
  policy,
  review,
  type Story,
  staff,
  undated,
  WITH_DEVICES,
  WITH_PEOPLE,
} from './records.ts';
import { tell } from './tell.ts';

const scope = WITH_DEVICES;
const server = (name: string) => owned(name, { role: 'server' });

tell('systems without support', [
  [
    'end-of-life-systems-in-use',
    'a build of Windows 11 that calls itself 10.0 is not Windows 10',
    () => [
      compliance({ os: 'Windows', osVersion: '10.0.22631.4317' }),
      compliance({ device: 'OLD', os: 'Windows', osVersion: '10.0.19045.5011' }),
    ],
    'count 1',
    { exceptions: ['OLD: Windows 10, support ended 2025-10-14'] },
  ],
  [
    'end-of-life-systems-in-use',
    'a build that long-term editions share tells nothing',
    () => [compliance({ os: 'Windows', osVersion: '10.0.19044.1' })],
    'unknown: not-measured-by-source',
  ],
  [
    'end-of-life-systems-in-use',
    'Windows 11 without a date is not shown to be supported',
    () => [asset({ os: 'Windows 11 Pro' })],
    'unknown: not-measured-by-source',
  ],
  [
    'end-of-life-systems-in-use',
    'the date of the inventory goes before a name',
    () => [
      asset({ name: 'WS01', os: 'Windows 10', supportEnds: day('2027-10-12') }),
      compliance({ device: 'ws01.client.example', os: 'Windows 10' }),
    ],
    'count 0',
  ],
  [
    'end-of-life-systems-in-use',
    'a scanner that finds it unsupported still counts',
    () => [asset({ supportEnds: day('2027-10-12') }), finding({ endOfLife: true })],
    'count 1',
  ],
]);

const since = 'days-since-last-successful-backup';
tell('the system that is worst off', [
  [
    since,
    'an undated log beside dated points is a remark',
    () => [point({ observed: day('2026-10-14') }), job({ system: undefined, job: '1a16db56', observed: undated })],
    '1 days',
    { remark: '1 row is undated' },
  ],
  [
    since,
    'a run of no named system is a remark',
    () => [point({ observed: day('2026-10-14') }), job({ system: undefined, observed: day('2026-01-01') })],
    '1 days',
    { remark: '1 run or restore point of no named system' },
  ],
  [
    since,
    'where no system is named, the newest success',
    () => [job({ system: undefined, observed: day('2026-10-10') }), job({ system: undefined })],
    '5 days',
  ],
  [
    since,
    'of the servers of the inventory; others are a remark',
    () => [
      server('SRV01'),
      owned('WS01'),
      job({ observed: day('2026-10-13') }),
      job({ system: 'WS01', observed: day('2026-02-01') }),
    ],
    '2 days',
    { scope, remark: '1 other system named by the backups' },
  ],
  [
    since,
    'a cloud service is no system',
    () => [
      job({ observed: day('2026-10-13') }),
      job({ system: 'Exchange', service: 'saas', observed: day('2026-01-01') }),
    ],
    '2 days',
  ],
  [since, 'only failures', () => [job({ outcome: 'failed' })], '379 days', { exceptions: ['no success'] }],
  [
    'longest-backup-gap-days',
    'neither undated nor nameless runs make a gap',
    () => [
      job({ observed: day('2026-09-29') }),
      job({ observed: day('2026-09-30') }),
      job({ system: undefined, observed: day('2026-01-01') }),
      job({ system: 'OTHER', observed: undated }),
    ],
    '1 days',
  ],
  [
    'share-of-backup-jobs-succeeded',
    'an undated failure beside dated runs of another export is a remark',
    () => [job(), job({ outcome: 'failed', observed: undated, from: { path: 'exports/undated.txt', row: 1 } })],
    '1 of 1 ?',
    { remark: '1 row is undated' },
  ],
  [
    'share-of-backup-jobs-succeeded',
    'among dated runs of its own export it is a failure',
    () => [job(), job({ outcome: 'failed', observed: undated })],
    '1 of 2 ?',
    { exceptions: ['SRV01: Success undated'] },
  ],
]);

describe('how fresh a history of backups is', () => {
  const daily = [
    job({ observed: day('2025-10-01') }),
    job({ observed: day('2026-09-01') }),
    job({ observed: day('2026-10-14') }),
  ];
  it.each([
    'longest-backup-gap-days',
    'backup-days-over-period',
  ] as const)('%s is as fresh as its newest success', (id) => {
    expect(measure(id, daily)).toMatchObject({ status: 'known', newest: '2026-10-14', oldest: '2025-10-01' });
  });
});

const blocking = 'share-of-agents-in-blocking-mode';
tell('agents that do not tell', [
  [
    blocking,
    'no mode at all, though one has no policy: unknown',
    () => [owned('WS01'), agent({ mode: 'unknown' }), agent({ device: 'B', mode: 'unknown', policyApplied: false })],
    'unknown: not-measured-by-source',
    { scope },
  ],
  [
    blocking,
    'silent agents of unknown mode neither',
    () => [agent({ mode: 'unknown', lastSeen: day('2026-01-01') })],
    'unknown: not-measured-by-source',
  ],
  [
    blocking,
    'those that do not tell stay in the denominator, with caution',
    () => [owned('WS01'), agent(), agent({ device: 'B', mode: 'unknown' }), agent({ device: 'C', mode: 'detect' })],
    '1 of 3 ?',
    { scope, exceptions: ['does not tell its mode', 'does not block'], remark: 'Not told for 1 of 3 agents' },
  ],
]);

tell('leavers', [
  [
    'leavers-still-enabled',
    'disabled accounts and strangers are none',
    () => [
      staff('dana'),
      staff('roth', { left: day('2026-05-01') }),
      staff('fahey', { left: day('2026-06-01') }),
      account(),
      account({ user: 'roth@client.example', enabled: false }),
      account({ user: 'fahey@client.example' }),
      account({ user: 'stranger@client.example' }),
    ],
    'count 1',
    { scope: WITH_PEOPLE, exceptions: ['fahey'] },
  ],
  [
    'leavers-still-enabled',
    'one who leaves later has not left',
    () => [
      staff('dana', { enabled: false, left: day('2026-12-01') }),
      staff('sam', { left: day('2026-01-01') }),
      account(),
    ],
    'count 0',
  ],
  [
    'leavers-still-enabled',
    'an account of a leaver that does not tell is no zero',
    () => [staff('sam', { left: day('2026-01-01') }), account({ user: 'sam@client.example', enabled: undefined })],
    'unknown: not-measured-by-source',
  ],
]);

const paper = (counterpart: string, given = {}) =>
  document({ documentType: 'contract', topic: 'vendor-contract', title: 'Contract', counterpart, ...given });
const listed = (counterpart: string, setting = '') =>
  document({
    documentType: 'register-entry',
    topic: 'vendor-register',
    title: 'Service',
    counterpart,
    setting,
    approvedBy: undefined,
    approved: undefined,
  });
const insured = (counterpart: string, expires: string) =>
  paper(counterpart, {
    documentType: 'certificate',
    topic: 'vendor-insurance',
    approvedBy: undefined,
    approved: undefined,
    expires: day(expires),
  });
const baa = (counterpart: string, given = {}) =>
  paper(counterpart, { documentType: 'baa', topic: 'business-associate-agreement', approvedBy: undefined, ...given });
const unsigned = (counterpart: string) =>
  baa(counterpart, { status: 'unknown', approved: undefined, statement: 'not signed' });

tell('documents by their sort', [
  [
    'security-policy-in-force',
    'not reviewed for more than 400 days',
    () => [document({ approved: day('2025-09-09') })],
    'does not hold',
    { exceptions: ['not reviewed for 401 days'] },
  ],
  ['security-policy-in-force', 'on the last of them', () => [document({ approved: day('2025-09-10') })], 'holds'],
  [
    'security-policy-in-force',
    'a next review says when instead',
    () => [document({ approved: day('2024-01-01'), nextReview: day('2026-12-01') })],
    'holds',
  ],
  ['vendor-register-kept', 'nobody approves a register', () => [listed('Acme')], 'holds'],
  [
    'vendor-register-kept',
    'of an unknown day is not kept',
    () => [{ ...listed('Acme'), observed: undated }],
    'does not hold',
  ],
  [
    'penetration-test-reported',
    'a report needs its own day, not that of a list',
    () => [document({ topic: 'penetration-test', documentType: 'report', approved: undefined })],
    'does not hold',
  ],
  [
    'vendor-insurance-certified',
    'one that lapsed is named',
    () => [listed('Acme', 'critical'), listed('Bolt'), insured('Acme', '2027-01-31'), insured('Bolt', '2026-06-30')],
    'does not hold',
    { exceptions: ['Bolt'] },
  ],
  [
    'vendor-insurance-certified',
    'renewed since',
    () => [listed('Acme'), insured('Acme', '2025-01-31'), insured('Acme', '2027-01-31')],
    'holds',
  ],
  ['vendor-insurance-certified', 'none was seen', () => [listed('Acme', 'critical')], 'unknown: no-evidence'],
  [
    'vendor-contract-terms-in-force',
    'every critical vendor',
    () => [listed('Acme', 'critical'), listed('Bolt', 'critical'), listed('Cafe'), paper('Acme')],
    'does not hold',
    { exceptions: ['Bolt: no security terms'] },
  ],
  [
    'business-associate-agreements-signed',
    'signed years ago and never run out; run out; not signed',
    () => [
      ...['Acme', 'Bolt', 'Clear'].map((name) => listed(name, 'handles sensitive data')),
      baa('Acme', { approved: day('2024-08-01') }),
      baa('Bolt', { approved: day('2023-02-10'), expires: day('2026-02-10') }),
      unsigned('Clear'),
    ],
    '1 of 3',
    { exceptions: ['expired on 2026-02-10', 'Clear: not signed'] },
  ],
  [
    'business-associate-agreements-signed',
    'sensitive is not health data, and nobody keeps such agreements',
    () => [listed('Acme', 'handles sensitive data'), unsigned('Acme')],
    'unknown: not-measured-by-source',
  ],
  [
    'business-associate-agreements-signed',
    'health data needs one',
    () => [listed('Acme', 'handles ePHI'), unsigned('Acme')],
    '0 of 1',
  ],
]);

describe('how fresh a document is', () => {
  it('as the register that still lists it', () => {
    expect(measure('security-policy-in-force', [document()])).toMatchObject({ newest: '2026-10-01' });
  });
  it('as its approval where that is later or alone', () => {
    for (const observed of [day('2026-01-01'), undated])
      expect(measure('security-policy-in-force', [document({ observed })])).toMatchObject({ newest: '2026-02-01' });
  });
  it('a report is as old as it is, whenever it is listed', () => {
    const report = document({ topic: 'penetration-test', documentType: 'report' });
    expect(measure('penetration-test-reported', [report])).toMatchObject({ newest: '2026-02-01' });
  });
});

const all = 'mfa-policy-enforced-for-all-users';
const group = policy({ exclusions: ['group 5054879b'] });
tell('whom policies leave out', [
  [all, 'a group nobody can open', () => [group], 'unknown: incomplete-export'],
  ['mfa-policy-enforced-for-admins', 'nor for administrators', () => [group], 'unknown: incomplete-export'],
  [all, 'a second one without it', () => [group, policy({ name: 'Second' })], 'holds'],
  [
    all,
    'a named person',
    () => [policy({ exclusions: ['user sam@client.example'] })],
    'does not hold',
    { exceptions: ['except user sam@client.example'] },
  ],
  [all, 'a place', () => [policy({ exclusions: ['location AllTrusted'] })], 'does not hold'],
  [
    'share-of-people-with-mfa-enforced',
    'a group may hold some of them',
    () => [staff('dana'), staff('sam'), group],
    '2 of 2 ?',
    { scope: WITH_PEOPLE, remark: 'whose members no export names' },
  ],
  [
    'share-of-people-with-mfa-enforced',
    'where the tool tells it of each, policies take nothing away',
    () => [staff('dana'), mfa({ enforced: true }), group],
    '1 of 1',
    { scope: WITH_PEOPLE },
  ],
]);

const spans = (days: string) => logSpan({ first: day(days), last: day('2026-09-30') });
tell('how long logs are kept', [
  [
    'log-retention-days',
    'a short export shows nothing',
    () => [spans('2026-07-03')],
    'unknown: not-measured-by-source',
  ],
  ['log-retention-days', 'ninety days show ninety', () => [spans('2026-07-02')], '90 days'],
  [
    'log-retention-days',
    'or what the engagement asks',
    () => [spans('2026-07-01')],
    'unknown: not-measured-by-source',
    { scope: { ...scope, thresholds: { 'log-retention-days': 180 } } },
  ],
  [
    'log-retention-days',
    'a setting goes before a span',
    () => [logSpan({ retentionDays: 30, last: undated }), spans('2026-08-01')],
    '30 days',
  ],
]);

tell('what a tool has no field for', [
  [
    'lessons-recorded-share',
    'is not told',
    () => [incident(), incident({ incidentId: 'INC2', state: 'resolved' })],
    'unknown: not-measured-by-source',
  ],
  [
    'lessons-recorded-share',
    'and told of one, is missing for the other',
    () => [incident({ lessonsRecorded: true }), incident({ incidentId: 'INC2' })],
    '1 of 2',
    { exceptions: ['INC2'] },
  ],
  [
    'stale-enabled-accounts',
    'a root account is best left unused',
    () => [
      account({ directory: 'aws', user: '<root_account>', userType: 'root', lastSignIn: day('2026-01-14') }),
      account({ lastSignIn: day('2026-10-01') }),
    ],
    'count 0',
  ],
]);

tell('a list of recipients', [
  [
    'phishing-simulations-over-period',
    'whose messages arrived is a campaign that ran',
    () => [
      phishing({ status: 'unknown', recipient: 'dana@client.example', delivered: 1, observed: day('2026-06-10') }),
      phishing({ status: 'unknown', campaign: 'B', observed: day('2026-02-10') }),
    ],
    '1 of 4 on 2026-06-10',
    { exceptions: ['Campaign "B"'] },
  ],
]);

tell('a directory that is missing', [
  ...(['stale-enabled-accounts', 'leavers-still-enabled'] as const).map(
    (id): Story => [
      id,
      'no account of somebody who works here was seen: no zero',
      () => [
        staff('dana'),
        staff('sam'),
        staff('gone', { left: day('2026-01-01') }),
        account({ lastSignIn: day('2026-10-01') }),
      ],
      'unknown: incomplete-export',
      { scope: WITH_PEOPLE },
    ],
  ),
]);

const rdp = 'remote-desktop-exposed';
const together = (ranges?: string) => exposure({ port: 0, state: 'filtered', together: 998, ranges });
tell('ports that were tried', [
  [rdp, 'a count tells not which', () => [together()], 'unknown: not-measured-by-source'],
  [rdp, 'a run over others either', () => [exposure({ port: 443 })], 'unknown: not-measured-by-source'],
  [rdp, 'within the range', () => [together('1-1000,3300-3400')], 'count 0'],
  [rdp, 'all of them', () => [exposure({ port: 0, state: 'filtered', together: 65_530 })], 'count 0'],
  [
    'internet-exposed-services',
    'port 0 is no port',
    () => [together(), exposure({ port: 443, state: 'open' })],
    'count 1',
  ],
]);

describe('words', () => {
  it('counts decisions of a review', () => {
    expect(measure('share-of-access-review-decisions-made', [review()])).toMatchObject({
      measure: { unit: 'review decision' },
      remarks: ['Denominator: 1 review decision listed by the exports.'],
    });
  });
});
