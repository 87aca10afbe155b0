import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ballot, cast, decide, type Side } from '../../src/facts/kit/ballot.ts';
import { startMeasuring } from '../../src/facts/kit/measuring.ts';
import { hostKey, personKey, serialKey } from '../../src/facts/kit/names.ts';
import { intervalsOf } from '../../src/facts/kit/occurrences.ts';
import { deviceKeys, personKeys, populationOf } from '../../src/facts/kit/population.ts';
import { keeper, rowOf, shown } from '../../src/facts/kit/row.ts';
import { agoText, dayOf, hasPassed, isLater, isWithin } from '../../src/facts/kit/time.ts';
import { vendorKey } from '../../src/facts/kit/vendors.ts';
import { dayIn } from '../../src/kernel/zone.ts';
import { at, DEVICES, date, day, measure, owned, PEOPLE, SCOPE, staff, undated } from './records.ts';

describe('names', () => {
  it.each([
    ['LFD-WS07$', 'lfd-ws07'],
    ['lfd-ws07.lakeside.example', 'lfd-ws07'],
    ['LAKESIDE\\LFD-WS07', 'lfd-ws07'],
    ['lfd-ws07.lakeside.example.', 'lfd-ws07'],
    ['10.0.0.1', '10.0.0.1'],
    ['2001:db8::1', '2001:db8::1'],
    ['Dana’s MacBook v1.2', 'dana’s macbook v1.2'],
  ])('host %s is %s', (name, key) => expect(hostKey(name)).toBe(key));

  it.each([
    ['Dana Cole <Dana@X.example>', 'dana@x.example'],
    ['dana_gmail.com#EXT#@tenant.onmicrosoft.com', 'dana@gmail.com'],
    ['CLIENT\\dana', 'dana'],
    ['Cole, Dana', 'dana cole'],
    ['  Dana   Cole ', 'dana cole'],
    ['mailto:a@b.example', 'a@b.example'],
  ])('person %s is %s', (name, key) => expect(personKey(name)).toBe(key));

  it.each(['To be filled by O.E.M.', '0000000', 'Default string', 'N/A', ''])('serial "%s" names no device', (serial) =>
    expect(serialKey(serial)).toBeUndefined(),
  );
  it('vendors lose commas and legal forms', () => expect(vendorKey('Acme, Inc.')).toBe(vendorKey('ACME')));
});

describe('a population', () => {
  const member = (key: string, name: string, aliases: readonly string[] = []) => ({
    key,
    name,
    aliases,
    place: { path: PEOPLE },
  });

  it('finds by any name, and nobody by a name that means two', () => {
    const members = [
      member('a@c.example', 'John Smith', ['a@c.example']),
      member('b@c.example', 'John Smith', ['b@c.example']),
    ];
    const people = populationOf(members, { known: true, basis: PEOPLE, keys: personKeys(['c.example']) });
    expect(people.find('B@C.example')?.key).toBe('b@c.example');
    expect(people.find('X\\a')?.key).toBe('a@c.example');
    expect(people.find('John Smith')).toBeUndefined();
    expect(people.find('a@other.example')).toBeUndefined();
  });

  it('finds a device by serial number and alias', () => {
    const devices = populationOf([member('ws01', 'WS01', ['SN9', '10.0.0.7'])], {
      known: true,
      basis: DEVICES,
      keys: deviceKeys,
    });
    expect(devices.find('renamed', undefined, 'sn9')?.key).toBe('ws01');
    expect(devices.find('10.0.0.7')?.key).toBe('ws01');
  });

  const populations = (records: readonly Parameters<ReturnType<typeof startMeasuring>['see']>[0][]) => {
    const measuring = startMeasuring({}, { ...SCOPE, populations: { people: PEOPLE, devices: DEVICES } });
    for (const record of records) measuring.see(record);
    const { people, devices } = measuring.finish();
    return {
      people: people.members.map(({ key }) => key),
      devices: devices.members.map(({ key, role }) => `${key} ${role}`),
    };
  };

  it('leaves out those who left, are disabled or serve; keeps one for each name', () => {
    const records = [
      staff('dana'),
      staff('dana'),
      staff('gone', { left: day('2026-10-15') }),
      staff('going', { left: day('2026-10-16') }),
      staff('off', { enabled: false }),
      staff('svc', { userType: 'service' }),
    ];
    expect(populations(records).people).toEqual(['dana@client.example', 'going@client.example']);
  });

  it('takes devices in use, with a role by their system where none is told', () => {
    const bare = { ...owned('SRV9', { os: 'Windows Server 2022' }), role: undefined } as unknown as ReturnType<
      typeof owned
    >;
    const records = [owned('B'), bare, owned('X', { status: 'spare' }), owned('S', { type: 'software' })];
    expect(populations(records).devices).toEqual(['b workstation', 'srv9 server']);
  });

  it('is not known when the named exhibit gave nothing', () => {
    expect(measure('devices-outside-inventory', [], { ...SCOPE, populations: { devices: DEVICES } })).toMatchObject({
      because: 'population-unknown',
    });
  });
});

describe('times', () => {
  const zones = ['UTC', 'Asia/Kolkata', 'America/Los_Angeles', 'Pacific/Chatham'];
  it('remembers days without changing them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2040, 0, 1) }),
        fc.constantFrom(...zones),
        (instant, zone) => {
          expect(dayOf(zone, instant)).toBe(dayIn(zone, instant));
        },
      ),
    );
  });
  it.each(zones)('judges the limits of an age alike in %s', (zone) => {
    const scope = { ...SCOPE, zone };
    for (const [text, within] of [
      ['2026-09-14', false],
      ['2026-09-15', true],
      ['2026-10-15', true],
      ['2026-10-16', false],
    ] as const) {
      expect(isWithin(day(text, zone), 30, scope)).toBe(within);
    }
    expect(hasPassed(day('2026-10-14', zone), scope)).toBe(true);
    expect(hasPassed(day('2026-10-15', zone), scope)).toBe(false);
    expect(isLater(day('2026-10-16', zone), scope)).toBe(true);
  });
  it('takes the worse bound of a time without a zone', () => {
    const noon = at('2026-09-15T12:00:00Z');
    const unsure = {
      ...noon,
      earliest: noon.instant - 14 * 3_600_000,
      latest: noon.instant + 12 * 3_600_000,
      zoneAssumed: true,
    };
    expect(isWithin(unsure, 30, SCOPE)).toBe(false);
    expect(isWithin(unsure, 31, SCOPE)).toBe(true);
    expect(agoText(unsure, SCOPE)).toBe('2026-09-15, 30 or 31 days before the as-of date');
  });
  it('never takes the undated for recent', () => expect(isWithin(undated, 10_000, SCOPE)).toBe(false));
});

describe('intervals', () => {
  const period = (from: string, to: string) => ({ from: date(from), to: date(to) });
  it.each([
    ['2025-10-01', '2026-09-30', 'quarter', 4],
    ['2025-10-01', '2026-09-29', 'quarter', 3],
    ['2026-01-31', '2026-02-27', 'month', 1],
    ['2026-02-01', '2026-02-10', 'quarter', 1],
    ['2025-10-01', '2026-09-30', 'week', 52],
  ] as const)('%s to %s has as many whole ones', (from, to, every, count) => {
    expect(intervalsOf(period(from, to), every)).toHaveLength(count);
  });
});

describe('a ballot', () => {
  const row = (text: string | null, strength: 'R' | 'A' = 'R', index = 1) =>
    rowOf(
      { from: { path: 'a', row: index }, observed: text === null ? undated : day(text), strength },
      `${text} ${strength}`,
    );
  const held = (votes: readonly (readonly [Side, ReturnType<typeof row>])[]) => {
    const ballot: Ballot = {};
    for (const [side, vote] of votes) cast(ballot, { side, row: vote }, 'UTC');
    return decide(ballot, 'newest', 'UTC')?.side;
  };
  it.each([
    [
      'the newest wins',
      [
        ['refutes', row('2026-01-01')],
        ['supports', row('2026-02-01')],
      ],
      'supports',
    ],
    [
      'on one day the refuting one',
      [
        ['supports', row('2026-02-01')],
        ['refutes', row('2026-02-01')],
      ],
      'refutes',
    ],
    [
      'between undated the refuting one',
      [
        ['supports', row(null)],
        ['refutes', row(null)],
      ],
      'refutes',
    ],
    [
      'undated never beats dated',
      [
        ['supports', row('2026-02-01')],
        ['refutes', row(null)],
      ],
      'supports',
    ],
    [
      'undated never saves',
      [
        ['supports', row(null)],
        ['refutes', row('2026-02-01')],
      ],
      'refutes',
    ],
    [
      'a statement does not outweigh a machine',
      [
        ['refutes', row('2026-01-01')],
        ['supports', row('2026-02-01', 'A')],
      ],
      'refutes',
    ],
    [
      'a statement outweighs an older statement',
      [
        ['refutes', row('2026-01-01', 'A')],
        ['supports', row('2026-02-01', 'A')],
      ],
      'supports',
    ],
    [
      'doubt decides nothing',
      [
        ['supports', row('2026-01-01')],
        ['undecided', row('2026-02-01')],
      ],
      'supports',
    ],
  ] as const)('%s', (_, votes, side) => expect(held(votes)).toBe(side));

  it('comes out the same in whichever order votes are cast', () => {
    const vote = fc.tuple(
      fc.constantFrom<Side>('supports', 'refutes', 'undecided'),
      fc.constantFrom(null, '2026-01-01', '2026-01-02', '2026-01-03'),
      fc.constantFrom<'R' | 'A'>('R', 'A'),
      fc.integer({ min: 1, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(vote, { maxLength: 8 }), (votes) => {
        const cast = votes.map(([side, text, strength, index]) => [side, row(text, strength, index)] as const);
        expect(held([...cast].reverse())).toBe(held(cast));
      }),
    );
  });

  it('never loses by a further support', () => {
    const vote = fc.tuple(
      fc.constantFrom<Side>('supports', 'refutes'),
      fc.constantFrom(null, '2026-01-01', '2026-01-02'),
      fc.constantFrom<'R' | 'A'>('R', 'A'),
    );
    fc.assert(
      fc.property(fc.array(vote, { maxLength: 6 }), vote, (votes, [, text, strength]) => {
        const before = votes.map(([side, when, how]) => [side, row(when, how)] as const);
        if (held(before) === 'supports') expect(held([...before, ['supports', row(text, strength)]])).toBe('supports');
      }),
    );
  });
});

describe('rows', () => {
  const rowAt = (index: number) =>
    rowOf({ from: { path: 'a', row: index }, observed: undated, strength: 'R' }, `row ${index}`);
  it('shows the first fifty by place, each once, and counts', () => {
    const rows = Array.from({ length: 70 }, (_, index) => rowAt(70 - index));
    const { rows: kept, count } = shown([...rows, rowAt(1)]);
    expect(count).toBe(70);
    expect(kept.map(({ place }) => place.row)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });
  it('keeps the first fifty of a stream', () => {
    const kept = keeper();
    for (let index = 1000; index > 0; index -= 1) kept.add(rowAt(index));
    expect(kept.count()).toBe(1000);
    expect(kept.rows().at(-1)?.place.row).toBe(50);
  });
});
