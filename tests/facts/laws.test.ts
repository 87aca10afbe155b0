import { describe, expect, it } from 'vitest';
import * as registry from '../../src/facts/index.ts';
import { startMeasuring } from '../../src/facts/kit/measuring.ts';
import type { Fact, NamedFact } from '../../src/model/fact.ts';
import { type EvidenceRecord, isRecordKind } from '../../src/model/record.ts';
import fc from '../house/fast-check.ts';
import {
  agent,
  at,
  compliance,
  DEFINITIONS,
  DEVICES,
  day,
  document,
  type FactId,
  install,
  job,
  measure,
  mfa,
  owned,
  PEOPLE,
  policy,
  restore,
  review,
  SCOPE,
  scan,
  staff,
  training,
  undated,
} from './records.ts';
import { world } from './worlds.ts';

const scope = { ...SCOPE, populations: { people: PEOPLE, devices: DEVICES } };
const definitions = DEFINITIONS;

function all(records: readonly EvidenceRecord[], within = scope): readonly NamedFact[] {
  const measuring = startMeasuring(registry, within);
  for (const record of records) measuring.see(record);
  return measuring.finish().facts;
}

describe('every fact', () => {
  it.each(definitions)('%s says what it asks, of what, and what it means', (id, definition) => {
    expect(definition.question).toMatch(/\?$/);
    expect(definition.means.length).toBeGreaterThan(20);
    expect(definition.from.length).toBeGreaterThan(0);
    expect(definition.from.filter((kind) => !isRecordKind(kind))).toEqual([]);
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('is unknown when nothing was read', () => {
    for (const { id, fact } of all([])) expect(`${id} ${fact.status}`).toBe(`${id} unknown`);
    for (const { id, fact } of all([], { ...scope, populations: {} as typeof scope.populations })) {
      expect(`${id} ${fact.status}`).toBe(`${id} unknown`);
    }
  });

  it('comes sorted by its id', () => {
    const ids = all([]).map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toHaveLength(definitions.length);
  });
});

describe('laws over random worlds', () => {
  it('no order of rows or files changes a fact', () => {
    fc.assert(
      fc.property(
        world.chain((records) =>
          fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
        ),
        ([records, shuffled]) => {
          expect(all(shuffled)).toEqual(all(records));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('a known fact has the measure it declares, a basis, and no number that is none', () => {
    fc.assert(
      fc.property(world, (records) => {
        for (const { id, fact } of all(records)) if (fact.status === 'known') expect(faultOf(id, fact)).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  it('reading the same export twice changes no measure', () => {
    fc.assert(
      fc.property(world, (records) => {
        const once = all(records).map(({ id, fact }) => [id, measured(fact)]);
        expect(all([...records, ...records]).map(({ id, fact }) => [id, measured(fact)])).toEqual(once);
      }),
      { numRuns: 80 },
    );
  });
});

const fresh = day('2026-10-10');
const SUPPORTING: readonly (readonly [FactId, (subject: string) => EvidenceRecord, readonly string[]])[] = [
  [
    'share-of-people-with-mfa-registered',
    (user) => mfa({ user, bypass: false, observed: fresh }),
    ['dana@client.example', 'ghost@client.example'],
  ],
  [
    'share-of-people-with-mfa-enforced',
    (user) => mfa({ user, enforced: true, observed: fresh }),
    ['dana@client.example'],
  ],
  [
    'share-of-devices-with-endpoint-protection',
    (name) => agent({ device: name, lastSeen: fresh }),
    ['WS01', 'SRV01', 'STRANGER'],
  ],
  [
    'share-of-devices-encrypted',
    (name) => compliance({ device: name, encrypted: true, observed: fresh }),
    ['WS01', 'SRV01'],
  ],
  ['share-of-devices-patched-in-period', (name) => install({ device: name, observed: fresh }), ['WS01', 'SRV01']],
  ['share-of-people-trained', (who) => training({ person: who, completed: fresh }), ['dana@client.example']],
  ['share-of-critical-systems-backed-up', (system) => job({ system, observed: fresh }), ['SRV01', 'WS01']],
  [
    'share-of-agents-healthy',
    (name) => agent({ device: name, healthy: true, product: 'A', observed: fresh }),
    ['WS01'],
  ],
  [
    'share-of-agents-in-blocking-mode',
    (name) => agent({ device: name, product: 'A', lastSeen: fresh, observed: fresh }),
    ['WS01', 'SRV01'],
  ],
  ['share-of-devices-managed', (name) => compliance({ device: name, managed: true, observed: fresh }), ['WS01']],
  ['share-of-critical-systems-restore-tested', (system) => restore({ system, observed: fresh }), ['SRV01', 'WS01']],
];

const today = day('2026-10-15');
const BEST: readonly (readonly [FactId, () => EvidenceRecord])[] = [
  ['days-since-last-patch-installed', () => install({ observed: today, strength: 'R' })],
  ['days-since-proven-restore', () => restore({ observed: today, strength: 'R' })],
  ['days-since-last-successful-backup', () => job({ observed: today, strength: 'R' })],
  ['days-since-internal-vulnerability-scan', () => scan({ observed: today, strength: 'R', perspective: 'internal' })],
  ['days-since-access-review', () => review({ reviewed: today, strength: 'R' })],
  ['restore-tests-over-period', () => restore({ observed: day('2026-05-05'), strength: 'R' })],
  ['backup-days-over-period', () => job({ observed: day('2026-05-05'), strength: 'R' })],
  ['security-policy-in-force', () => document({ observed: today })],
  [
    'vendor-register-kept',
    () => document({ topic: 'vendor-register', documentType: 'register-entry', observed: today }),
  ],
  ['mfa-policy-enforced-for-all-users', () => policy({ name: 'New', observed: today, strength: 'R' })],
  ['mfa-policy-enforced-for-admins', () => policy({ name: 'New', observed: today, strength: 'R' })],
];

/** Lists of people, devices and vendors say who there is, whenever they were written. */
function isNoList(record: EvidenceRecord): boolean {
  const { path } = record.from;
  return path !== DEVICES && path !== PEOPLE && !(record.kind === 'document' && record.topic === 'vendor-register');
}

/** A decision that nobody made has no day. It is part of its review all the same, and may take away from what was shown, never add. */
const COUNT_WHAT_HAS_NO_DAY = new Set(['share-of-access-review-decisions-made']);

/** The same record from an export that tells no day at all. */
function withoutDays(record: EvidenceRecord): EvidenceRecord {
  const isDay = (value: unknown) => typeof value === 'object' && value !== null && 'instant' in value;
  const fields = Object.entries(record).map(([name, value]) => [name, isDay(value) ? undated : value]);
  return {
    ...Object.fromEntries(fields),
    from: { ...record.from, path: `undated/${record.from.path}` },
  } as EvidenceRecord;
}

/** More is better: fewer days since, more of the whole, held rather than not. */
function goodness(fact: Fact): number {
  if (fact.status !== 'known') return Number.NaN;
  const { measure: value } = fact;
  if (value.kind === 'days') return -value.days;
  if (value.kind === 'holds') return value.holds ? 1 : 0;
  return value.kind === 'occurrences' ? value.found : ratio(fact);
}

describe('more evidence', () => {
  const base = [owned('WS01'), owned('SRV01', { role: 'server' }), staff('dana'), staff('sam')];
  it.each(SUPPORTING)('%s never falls by a further support', (id, supporting, subjects) => {
    fc.assert(
      fc.property(world, fc.constantFrom(...subjects), fc.boolean(), (records, subject, named) => {
        const within = named ? scope : { ...scope, populations: {} as typeof scope.populations };
        const before = measure(id, [...base, ...records], within);
        const after = measure(id, [...base, ...records, supporting(subject)], within);
        // What rests on undated rows alone gives way to the first dated one.
        if (before.status !== 'known' || before.newest === null) return;
        expect(after.status).toBe('known');
        expect(ratio(after)).toBeGreaterThanOrEqual(ratio(before));
      }),
      { numRuns: 60 },
    );
  });

  it.each(BEST)('%s never worsens by the best that can be shown', (id, best) => {
    fc.assert(
      fc.property(world, (records) => {
        const before = measure(id, [...base, ...records], scope);
        const after = measure(id, [...base, ...records, best()], scope);
        if (before.status !== 'known' || before.newest === null) return;
        expect(after.status).toBe('known');
        expect(goodness(after)).toBeGreaterThanOrEqual(goodness(before));
      }),
      { numRuns: 60 },
    );
  });

  it('an export without a day changes nothing where something dated decides', () => {
    fc.assert(
      fc.property(world, world, (records, more) => {
        const before = all([...base, ...records]);
        const after = new Map(
          all([...base, ...records, ...more.filter(isNoList).map(withoutDays)]).map((one) => [one.id, one.fact]),
        );
        for (const { id, fact } of before) {
          if (fact.status !== 'known' || fact.newest === null) continue;
          const now = after.get(id);
          expect([id, now?.status === 'known' && now.newest]).toEqual([id, fact.newest]);
          if (COUNT_WHAT_HAS_NO_DAY.has(id)) expect(now && goodness(now), id).toBeLessThanOrEqual(goodness(fact));
          else expect([id, now && measured(now)]).toEqual([id, fact.measure]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each(BEST)('%s never betters by what an undated row of a dated export says', (id) => {
    fc.assert(
      fc.property(world, world, (records, more) => {
        const before = measure(id, [...base, ...records], scope);
        if (before.status !== 'known' || before.newest === null) return;
        const undatedRows = more.filter(isNoList).map((record) => ({ ...withoutDays(record), from: record.from }));
        const after = measure(id, [...base, ...records, ...undatedRows], scope);
        if (after.status === 'known') expect(goodness(after)).toBeLessThanOrEqual(goodness(before));
      }),
      { numRuns: 20 },
    );
  });

  it('a second policy takes nothing from the first', () => {
    const before = measure('mfa-policy-enforced-for-all-users', [policy({ strength: 'C' })]);
    const after = measure('mfa-policy-enforced-for-all-users', [
      policy({ strength: 'C' }),
      policy({ name: 'Other', strength: 'C', exclusions: ['X'] }),
    ]);
    expect([measured(before), measured(after)]).toEqual([
      { kind: 'holds', holds: true },
      { kind: 'holds', holds: true },
    ]);
    expect(after).toMatchObject({ strength: 'C', exceptionCount: 0 });
  });

  it('a statement beside a machine’s record weakens nothing', () => {
    const proven = restore({ strength: 'R', observed: day('2026-09-01') });
    const said = restore({ strength: 'A', observed: day('2026-09-20') });
    expect(measure('days-since-proven-restore', [proven, said])).toMatchObject({ strength: 'R', newest: '2026-09-01' });
    expect(measure('restore-tests-over-period', [proven, said])).toMatchObject({ strength: 'R' });
  });
});

describe('the as-of date', () => {
  const zones = ['UTC', 'Asia/Kolkata', 'America/Los_Angeles', 'Pacific/Chatham'];
  const hours = ['00:00:00', '05:30:00', '06:59:59', '07:00:00', '11:15:00', '18:29:59', '18:30:00', '23:59:59'];
  it.each(zones)('counts calendar days of %s, and nothing after the last of them', (zone) => {
    for (const dayText of ['2026-10-14', '2026-10-15', '2026-10-16']) {
      for (const hour of hours) {
        const fact = measure('days-since-last-patch-installed', [install({ observed: at(`${dayText}T${hour}Z`) })], {
          ...SCOPE,
          zone,
        });
        const local = new Date(at(`${dayText}T${hour}Z`).instant ?? 0).toLocaleDateString('sv-SE', { timeZone: zone });
        const days = (Date.parse('2026-10-15') - Date.parse(local)) / 86_400_000;
        if (days < 0) expect(fact.status).toBe('unknown');
        else expect(fact).toMatchObject({ measure: { days } });
      }
    }
  });
  it('tells how many records it left out', () => {
    const fact = measure('days-since-last-patch-installed', [install(), install({ observed: day('2026-10-16') })]);
    expect(fact.remarks.join()).toContain('1 record of patch-install observed after the as-of date');
  });
});

function ratio(fact: Fact): number {
  return fact.status === 'known' && fact.measure.kind === 'share' ? fact.measure.n / fact.measure.of : Number.NaN;
}

function measured(fact: Fact) {
  return fact.status === 'known' ? fact.measure : fact.because;
}

function faultOf(id: string, fact: Fact & { status: 'known' }): string | undefined {
  const { measure: value } = fact;
  const definition = definitions.find(([name]) => name === id)?.[1];
  if (value.kind !== definition?.measures) return `${id}: ${value.kind}`;
  if (fact.basis.length === 0) return `${id}: no basis`;
  if (fact.basisCount < fact.basis.length || fact.exceptionCount < fact.exceptions.length) return `${id}: counts`;
  if ([...fact.basis, ...fact.exceptions].some(({ text }) => text.trim() === '' || /undefined|NaN|null/.test(text)))
    return `${id}: words`;
  if (value.kind === 'share' && !(value.n >= 0 && value.n <= value.of && value.of > 0))
    return `${id}: ${value.n} of ${value.of}`;
  if (value.kind === 'days' && !(value.days >= 0)) return `${id}: ${value.days} days`;
  if (value.kind === 'count' && !(value.count >= 0)) return `${id}: ${value.count}`;
  if (value.kind === 'occurrences' && !(value.expected >= 1 && value.found <= value.expected))
    return `${id}: ${value.found}`;
  return undefined;
}
