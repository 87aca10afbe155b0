import { describe, expect, it } from 'vitest';
import { judge } from '../../src/assessment/judge.ts';
import type { Fact, KnownFact, Measure } from '../../src/model/fact.ts';
import type { Test } from '../../src/model/practice.ts';
import { day, holds, known, share, unknown } from './world.ts';

const scope = { asOf: day('2026-10-15'), periodFrom: day('2025-10-01'), thresholds: {}, freshDays: 92, practice: 'p' };

function outcome(is: Test, fact: Fact, over: Partial<typeof scope> = {}): string {
  return judge(
    { fact: 'f', is, shows: 'operation', bears: 'directly', because: 'because it is so' },
    fact,
    'Is it so?',
    { ...scope, ...over },
  ).outcome;
}

describe('none of what should not be', () => {
  const told = (basisCount: number, remarks: readonly string[], count = 0) =>
    judge(
      { fact: 'f', is: { atMost: 3 }, shows: 'operation', bears: 'directly', because: 'because it is so' },
      known({ kind: 'count', count, unit: 'host' }, { basisCount, remarks }),
      'How many hosts answer?',
      scope,
    );

  it('is told with the rows that say so and with what bounds it: none of how many, and of which', () => {
    expect(told(2, ['Bound to the ports that the scan tried.'])).toMatchObject({
      text: 'How many hosts answer? 0 hosts, as 2 rows tell. Bound to the ports that the scan tried.',
      measured: '0 hosts',
    });
    expect(told(1, []).text).toBe('How many hosts answer? 0 hosts, as 1 row tells.');
    expect(told(2, ['Bound to the ports that the scan tried.'], 2).text).toBe('How many hosts answer? 2 hosts.');
  });
});

describe('one expectation held against one fact', () => {
  const days = (value: number): Measure => ({ kind: 'days', days: value });
  const count = (value: number): Measure => ({ kind: 'count', count: value, unit: 'accounts' });
  const times = (found: number, expected: number): Measure => ({ kind: 'occurrences', found, expected, dates: [] });

  it.each<[string, Test, Measure, string]>([
    ['a yes that was expected', { holds: true }, holds(true), 'met'],
    ['a no where yes was expected', { holds: true }, holds(false), 'refuted'],
    ['all of them', { atLeastPercent: 100 }, share(40, 40), 'met'],
    ['99.6 % is not 100 %', { atLeastPercent: 100 }, share(996, 1000), 'partly'],
    ['none of them', { atLeastPercent: 100 }, share(0, 40), 'refuted'],
    ['exactly the mark', { atLeastPercent: 95 }, share(95, 100), 'met'],
    ['a hair below the mark', { atLeastPercent: 95 }, share(949, 1000), 'partly'],
    ['a share that must stay low and does not', { atMostPercent: 0 }, share(1, 40), 'refuted'],
    ['nothing left over', { atMost: 0 }, count(0), 'met'],
    ['one left over', { atMost: 0 }, count(1), 'refuted'],
    ['enough', { atLeast: 3 }, count(3), 'met'],
    ['an age on its last day', { atMostDays: 30 }, days(30), 'met'],
    ['an age one day over', { atMostDays: 30 }, days(31), 'refuted'],
    ['a test on its last day', { withinDays: 92 }, days(92), 'met'],
    ['a test one day too long ago', { withinDays: 92 }, days(93), 'stale'],
    ['every quarter', { occurs: 'as-expected' }, times(4, 4), 'met'],
    ['three quarters of four', { occurs: 'as-expected' }, times(3, 4), 'partly'],
    ['not once', { occurs: 'as-expected' }, times(0, 4), 'short'],
    ['a name', { known: true }, { kind: 'names', names: ['restic'] }, 'met'],
    ['a measure of another kind', { atMostDays: 30 }, holds(true), 'unknown'],
  ])('%s', (_, is, measure, wanted) => {
    expect(outcome(is, known(measure))).toBe(wanted);
  });

  it.each<[string, Partial<KnownFact>, string]>([
    ['a day inside the cadence', { newest: day('2026-07-15') }, 'met'],
    ['a day beyond it', { newest: day('2026-07-14') }, 'stale'],
    ['before the period', { newest: day('2025-09-30') }, 'stale'],
    ['undated', { newest: null }, 'stale'],
    ['after the as-of date', { newest: day('2026-10-16') }, 'stale'],
    ['the word of a person', { strength: 'A' }, 'attested'],
    ['a schedule', { strength: 'S' }, 'attested'],
    ['a setting', { strength: 'C' }, 'met'],
  ])('does not take for proof what is %s', (_, over, wanted) => {
    expect(outcome({ holds: true }, known(holds(true), over))).toBe(wanted);
  });

  it('takes a full share without an authoritative list for a part only', () => {
    expect(outcome({ atLeastPercent: 100 }, known(share(40, 40), { populationKnown: false }))).toBe('partly');
  });

  it('takes for a part what is only shown as far as an incomplete export reaches', () => {
    const incomplete = ['edr/page-1.json'];
    expect(outcome({ atLeastPercent: 100 }, known(share(40, 40), { incomplete }))).toBe('partly');
    expect(outcome({ atMost: 0 }, known(count(0), { incomplete }))).toBe('partly');
    expect(outcome({ atLeast: 3 }, known(count(3), { incomplete }))).toBe('met');
    expect(outcome({ atMost: 0 }, known(count(2), { incomplete }))).toBe('refuted');
  });

  it('prints the day that stands in the file, judges by the worse one, and tells both where that decides', () => {
    const asked = {
      fact: 'f',
      is: { holds: true },
      shows: 'operation',
      bears: 'directly',
      because: 'it is so',
    } as const;
    const at = (newest: string, newestRead: string) =>
      judge(asked, known(holds(true), { newest: day(newest), newestRead: day(newestRead) }), 'Is it so?', scope);
    expect(at('2026-10-09', '2026-10-10')).toMatchObject({ outcome: 'met', newest: '2026-10-10' });
    const stale = at('2026-07-14', '2026-07-15');
    expect(stale).toMatchObject({ outcome: 'stale', newest: '2026-07-15' });
    expect(stale.text).toContain('last shown on 2026-07-14 or 2026-07-15 (the file tells no zone)');
  });

  it('does not take a part for current when its evidence is old', () => {
    expect(outcome({ atLeastPercent: 100 }, known(share(39, 40), { newest: day('2026-01-01') }))).toBe('stale');
  });

  it('lets an old refutation inside the period stand, and none from before it', () => {
    expect(outcome({ holds: true }, known(holds(false), { newest: day('2025-11-01') }))).toBe('refuted');
    expect(outcome({ holds: true }, known(holds(false), { newest: day('2025-09-01') }))).toBe('stale');
  });

  it('keeps unknown apart from pass and fail, and tells undated from absent', () => {
    expect(outcome({ holds: true }, unknown('no-evidence'))).toBe('unknown');
    expect(outcome({ atMost: 0 }, unknown('no-evidence'))).toBe('unknown');
    expect(outcome({ holds: true }, unknown('undated'))).toBe('stale');
  });

  it('moves a named mark by the engagement, and only a named one', () => {
    expect(
      outcome({ atMostDays: 30, named: 'critical-patch-days' }, known(days(20)), {
        thresholds: { 'critical-patch-days': 14 },
      }),
    ).toBe('refuted');
    expect(outcome({ atMostDays: 30 }, known(days(20)), { thresholds: { 'critical-patch-days': 14 } })).toBe('met');
  });
});
