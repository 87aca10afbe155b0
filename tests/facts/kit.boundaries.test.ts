import { describe, expect, it } from 'vitest';
import { byPlace, keeper, rowOf, shown } from '../../src/facts/kit/row.ts';
import { agoText, dayOf, dayText, spanOf } from '../../src/facts/kit/time.ts';
import type { Place } from '../../src/kernel/place.ts';
import { isDated } from '../../src/model/observed.ts';
import {
  account,
  agent,
  at,
  check,
  coverage,
  date,
  day,
  document,
  finding,
  install,
  measure,
  mfa,
  owned,
  patchSummary,
  policy,
  restore,
  scan,
  setting,
  staff,
  undated,
  WITH_DEVICES,
  WITH_PEOPLE,
} from './records.ts';
import { tell } from './tell.ts';

describe('the order of rows', () => {
  const basis = (place: Partial<Place>, more: { text?: string; subject?: string } = {}) => ({
    place: { path: 'a', ...place },
    text: 'x',
    ...more,
  });
  it.each([
    ['by file', basis({ path: 'a', row: 9 }), basis({ path: 'b', row: 1 })],
    ['by row', basis({ row: 2, line: 9 }), basis({ row: 10, line: 1 })],
    ['no row first', basis({ line: 9 }), basis({ row: 1 })],
    ['by line', basis({ line: 2, column: 9 }), basis({ line: 10, column: 1 })],
    ['no line first', basis({ column: 9 }), basis({ line: 1 })],
    ['by column', basis({ column: 2, at: '/9' }), basis({ column: 10, at: '/1' })],
    ['no column first', basis({ at: '/9' }), basis({ column: 1 })],
    ['by pointer', basis({ at: '/1' }, { text: 'y' }), basis({ at: '/2' })],
    ['no pointer first', basis({}, { text: 'y' }), basis({ at: '/' })],
    ['by words', basis({}, { text: 'x', subject: 'b' }), basis({}, { text: 'y', subject: 'a' })],
    ['by subject', basis({}, { subject: 'a' }), basis({}, { subject: 'b' })],
    ['no subject first', basis({}), basis({}, { subject: '!' })],
  ])('%s', (_, first, second) => {
    expect([
      Math.sign(byPlace(first, second)),
      Math.sign(byPlace(second, first)),
      byPlace(first, { ...first }),
    ]).toEqual([-1, 1, 0]);
  });

  it('shows nothing of a row but its place, its words and its subject', () => {
    const row = rowOf({ from: { path: 'a', row: 1 }, observed: undated, strength: 'R' }, 'x', { amount: 3 });
    expect(shown([row, { ...row, place: { path: 'a', row: 2 }, subject: 's' }])).toStrictEqual({
      count: 2,
      rows: [
        { place: { path: 'a', row: 1 }, text: 'x' },
        { place: { path: 'a', row: 2 }, text: 'x', subject: 's' },
      ],
      unlisted: [],
    });
    expect(shown([row, { ...row, text: 'y' }]).count).toBe(2);
    expect(shown([{ ...row, place: { path: '' } }]).count).toBe(1);
  });

  it('keeps no more of a stream than it shows, and what comes last too', () => {
    const kept = keeper();
    for (let row = 300; row > 0; row -= 1)
      kept.add(rowOf({ from: { path: 'a', row }, observed: undated, strength: 'R' }, 'x'));
    expect(kept.rows().map(({ place }) => place.row)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(kept.count()).toBe(300);
  });
});

describe('a known fact', () => {
  it.each(['R', 'C', 'S', 'A'] as const)('is as strong as its row: %s', (strength) => {
    expect(measure('days-since-proven-restore', [restore({ strength })])).toMatchObject({ strength });
  });
  it('is as strong as its weakest row', () => {
    const rows = [setting({ strength: 'R' }), setting({ subject: 'Repo 2', strength: 'S' })];
    expect(measure('backups-encrypted', rows)).toMatchObject({ strength: 'S', populationKnown: true });
  });

  it.each([
    ['a zone', { zoneAssumed: true }, true],
    ['an order', { orderAssumed: true }, true],
    ['a person’s word', { basis: 'stated' as const }, true],
    ['nothing', {}, false],
  ])('says whether its day rests on an assumption: %s', (_, given, dateAssumed) => {
    const observed = { ...day('2026-10-01'), ...given };
    expect(measure('days-since-proven-restore', [restore({ observed })])).toMatchObject({ dateAssumed });
  });

  it('tells the first and the last day of what decides', () => {
    const rows = ['2026-09-01', '2026-10-01', '2026-09-15'].map((text, i) =>
      setting({ subject: `Repo ${i}`, observed: day(text) }),
    );
    for (const order of [rows, [...rows].reverse()])
      expect(measure('backups-encrypted', order)).toMatchObject({ oldest: '2026-09-01', newest: '2026-10-01' });
    expect(
      measure(
        'backups-immutable',
        rows.map((row) => ({ ...row, setting: 'immutability' })),
      ),
    ).toMatchObject({
      oldest: '2026-10-01',
      newest: '2026-10-01',
    });
  });
});

tell('what the kit decides', [
  [
    'devices-inventoried',
    'none in use is a count of none, shown by what is listed',
    () => [owned('OLD', { status: 'retired' })],
    'count 0',
  ],
  [
    'guest-accounts-enabled',
    'as many told as not told',
    () => [account({ userType: 'member' }), account({ user: 'sam' })],
    'count 0',
  ],
  [
    'guest-accounts-enabled',
    'fewer told than not told',
    () => [account({ userType: 'member' }), account({ user: 'sam' }), account({ user: 'kim' })],
    'unknown: not-measured-by-source',
  ],
  [
    'backups-immutable',
    'one that is, beside one of which it is not told',
    () => [setting({ setting: 'immutability' }), setting({ subject: 'R2', setting: 'immutability', on: undefined })],
    'holds',
  ],
  [
    'mfa-on-backup-console',
    'one that is not, beside one of which it is not told',
    () => [
      setting({ setting: 'console-mfa', on: false }),
      setting({ subject: 'R2', setting: 'console-mfa', on: undefined }),
    ],
    'does not hold',
  ],
  [
    'share-of-domain-controllers-with-endpoint-protection',
    'none listed',
    () => [owned('WS01'), agent()],
    'unknown: population-empty',
    { scope: WITH_DEVICES, remark: 'lists no domain controller' },
  ],
  [
    'share-of-servers-with-endpoint-protection',
    'a dated row of a workstation does not silence the undated one of a server',
    () => [owned('WS01'), owned('SRV01', { role: 'server' }), agent(), agent({ device: 'SRV01', observed: undated })],
    '1 of 1',
    { scope: WITH_DEVICES },
  ],
  [
    'share-of-servers-with-endpoint-protection',
    'a server is one by whichever of its agents says so',
    () => [
      agent({ device: 'SRV01', product: 'A' }),
      agent({ device: 'SRV01', product: 'B', role: 'server' }),
      agent({ device: 'SRV02', product: 'A', role: 'workstation' }),
      agent({ device: 'SRV02', product: 'B', role: 'server' }),
      agent({ device: 'WS01', product: 'A', role: 'workstation' }),
    ],
    '2 of 2 ?',
  ],
  [
    'mfa-on-cloud-consoles',
    'what is dated of the users silences an undated policy and an undated user',
    () => [
      account({ user: 'ops', directory: 'aws', mfa: true }),
      account({ user: 'not told', directory: 'aws' }),
      account({ user: 'long ago', directory: 'aws', mfa: true, observed: undated }),
      policy({ scope: 'cloud-console', observed: undated }),
    ],
    '1 of 2',
    { exceptions: ['not told'], remark: '1 row is undated and not counted' },
  ],
  [
    'share-of-people-with-mfa-enforced',
    'and what is dated of a policy silences an undated user',
    () => [staff('dana'), mfa({ enforced: false, observed: undated }), policy()],
    '1 of 1',
    { scope: WITH_PEOPLE, remark: '1 row is undated and not counted' },
  ],
  [
    'days-since-proven-restore',
    'an exact time is newer than the day that it lies in',
    () => [restore(), restore({ observed: at('2026-10-01T12:00:00Z') })],
    '14 days',
  ],
]);

tell('what only one fact decides', [
  [
    'backup-credentials-separate',
    'credentials of its own',
    () => [setting({ setting: 'separate-credentials' })],
    'holds',
  ],
  [
    'backup-credentials-separate',
    'no credentials of its own',
    () => [setting({ setting: 'separate-credentials', on: false })],
    'does not hold',
    { exceptions: ['Repo 1: credentials of its own: Passed'] },
  ],
  [
    'checks-with-changed-results',
    'waived, whatever the tool calls it',
    () => [check({ outcome: 'waived', verbatim: 'Risk taken' }), check({ rule: 'B', verbatim: 'Exempt' })],
    'count 2',
  ],
  [
    'automatic-updates-installed',
    'one that was installed by itself stays one, though the next was not',
    () => [
      install({ automatic: true, observed: day('2026-09-10') }),
      install({ automatic: true, observed: day('2026-09-20'), outcome: 'failed', verbatim: 'Failed' }),
    ],
    '1 of 1 ?',
  ],
  [
    'critical-finding-days-in-policy',
    'the figure beside the word',
    () => [
      document({ topic: 'vulnerability-management', setting: 'high 7 days, critical 15 days' }),
      document({ topic: 'vulnerability-management', title: 'Abroad', setting: 'critical 20 days' }),
    ],
    '15 days',
  ],
  [
    'critical-patch-days-in-policy',
    'the figure beside the word',
    () => [document({ topic: 'patch-management', setting: 'others 30 days, critical 14 days' })],
    '14 days',
  ],
  [
    'confidentiality-agreements-signed',
    'binds until it runs out, whoever approved it',
    () => [document({ topic: 'confidentiality', approvedBy: undefined, approved: day('2020-01-01') })],
    'holds',
  ],
  [
    'business-associate-agreements-signed',
    'what is said of health data in another paper lists nobody',
    () => [
      document({ topic: 'vendor-register', documentType: 'register-entry', counterpart: 'Acme', statement: 'PHI' }),
      document({ topic: 'vendor-management', documentType: 'register-entry', counterpart: 'Bolt', statement: 'ePHI' }),
      document({ topic: 'vendor-register', documentType: 'policy', counterpart: 'Cirrus', statement: 'ePHI' }),
      document({ topic: 'business-associate-agreement', documentType: 'baa', counterpart: 'Acme' }),
    ],
    '1 of 1',
  ],
  [
    'business-associate-agreements-signed',
    'each word for health data lists its vendor',
    () =>
      ['phi', 'ePHI', 'protected health information', 'health data', 'patient data', 'Business associate', 'BAA']
        .map((statement, i) =>
          document({ topic: 'vendor-register', documentType: 'register-entry', counterpart: `V${i}`, statement }),
        )
        .concat([document({ topic: 'business-associate-agreement', documentType: 'baa', counterpart: 'V0' })]),
    '1 of 7',
  ],
]);

describe('a day in words', () => {
  const clock = { asOf: date('2026-10-15'), zone: 'UTC' };
  it.each([
    [undefined, 'undated'],
    [undated, 'undated'],
    [{ ...undated, raw: '' }, 'undated'],
    [{ ...undated, raw: '  ' }, 'undated'],
    [{ ...undated, raw: ' soon ' }, '"soon"'],
    [day('2026-10-01'), '2026-10-01'],
  ])('%j reads %s', (observed, words) => {
    expect(dayText(observed, clock)).toBe(words);
    if (observed === undefined || observed.raw !== '2026-10-01') expect(agoText(observed, clock)).toBe(words);
  });

  it('is that of the clock also before clocks went by quarters', () => {
    // Niue was eleven hours and twenty minutes behind.
    const night = Date.UTC(1960, 5, 1, 11, 19);
    expect([dayOf('Pacific/Niue', night), dayOf('Pacific/Niue', night + 60_000)]).toEqual(['1960-05-31', '1960-06-01']);
    const noon = at('2026-10-01T12:00:00Z');
    expect(isDated(noon) && spanOf(noon, 'UTC')).toEqual([Date.UTC(2026, 9, 1, 12), Date.UTC(2026, 9, 1, 12)]);
  });
});

tell('which devices were scanned', [
  [
    'share-of-devices-vulnerability-scanned',
    'by findings, and by the day on which they were last seen',
    () => [
      owned('WS01'),
      owned('WS02'),
      owned('WS03'),
      finding({ lastSeen: day('2025-10-01'), observed: day('2026-10-01') }),
      finding({ host: 'WS02', lastSeen: day('2025-09-30'), observed: day('2026-10-01') }),
      finding({ host: undefined }),
    ],
    '1 of 3',
    { scope: WITH_DEVICES, exceptions: ['WS02: scanned 2025-09-30', 'WS03: no scan names it'] },
  ],
  [
    'share-of-devices-vulnerability-scanned',
    'once in the period is enough',
    () => [
      owned('WS01'),
      scan({ targets: ['WS01'], observed: day('2025-10-01') }),
      finding({ lastSeen: day('2025-09-30') }),
    ],
    '1 of 1',
    { scope: WITH_DEVICES },
  ],
  [
    'share-of-critical-systems-backed-up',
    'not covered, and no reason told',
    () => [owned('SRV01', { critical: true }), coverage({ covered: false })],
    '0 of 1',
    { scope: WITH_DEVICES, exceptions: ['SRV01: not covered'] },
  ],
  [
    'share-of-devices-patched-in-period',
    'of a group nothing is known of its devices',
    () => [owned('WS01'), patchSummary({ device: undefined, group: 'WS01', operation: 'install', installed: 3 })],
    'unknown: no-evidence',
    { scope: WITH_DEVICES },
  ],
]);
