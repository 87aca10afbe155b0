import { describe, expect, it } from 'vitest';
import { portfolioTrend } from '../../src/fleet/portfolio-trend.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { type Found, ledgersOf, trendsOf } from '../../src/store/trends.ts';
import fc from '../house/fast-check.ts';
import { buildRecord, day, SUMMARY } from './world.ts';

let recorded = 0;

/** As Lakeside stood on a day: so many of its two questions supported. */
function found(asOf: string, supported: number, more: Partial<Found['build']> = {}, applicable = 2): Found {
  recorded += 1;
  const build = buildRecord({
    asOf: day(asOf),
    package: { sha256: sha256(`${asOf} ${recorded}`), bytes: 1, name: 'x' },
  });
  const [framework] = SUMMARY.frameworks;
  if (!framework) throw new Error('no framework');
  return {
    build: { ...build, latest: recorded, ...more },
    summary: { ...SUMMARY, frameworks: [{ ...framework, supported, assessed: supported, applicable }] },
  };
}

const small = (builds: readonly Found[], until?: string) => trendsOf(builds, until).frameworks[0]?.points ?? [];

describe('how a client stood over the quarters', () => {
  it('is told point by point with the package that says so, and a quarter without one is a gap', () => {
    const [first, second] = [found('2026-01-15', 0), found('2026-08-01', 2)];
    expect(small([second, first])).toEqual([
      {
        quarter: '2026-Q1',
        asOf: '2026-01-15',
        package: first.build.package.sha256,
        breaks: [],
        supported: 0,
        assessed: 0,
        applicable: 2,
      },
      { quarter: '2026-Q2', missing: true },
      expect.objectContaining({ quarter: '2026-Q3', supported: 2, package: second.build.package.sha256 }),
    ]);
  });

  it('shows that nothing came since', () => {
    expect(small([found('2025-11-30', 1)], '2026-06-01').map(({ quarter }) => quarter)).toEqual([
      '2025-Q4',
      '2026-Q1',
      '2026-Q2',
    ]);
    expect(small([], '2026-06-01')).toEqual([]);
  });

  it('says what else changed: rules, version, what applies', () => {
    const builds = [
      found('2026-01-15', 1),
      found('2026-04-15', 1, { catalogue: sha256('other rules') }),
      found('2026-07-15', 1, { catalogue: sha256('other rules'), software: 'proofpack 0.2.0' }),
      found('2026-10-15', 1, { catalogue: sha256('other rules'), software: 'proofpack 0.2.0' }, 1),
    ];
    const breaks = small(builds).map((point) => ('missing' in point ? [] : point.breaks));
    expect(breaks).toEqual([[], ['rules'], ['software'], ['scope']]);
  });

  it('takes what was recorded last for a day, whatever the order', () => {
    const [wrong, corrected] = [found('2026-01-15', 2), found('2026-01-15', 1)];
    for (const builds of [
      [wrong, corrected],
      [corrected, wrong],
    ]) {
      expect(small(builds)).toEqual([expect.objectContaining({ supported: 1 })]);
    }
  });

  it('tells apart a practice that was not asked about and one that was not shown', () => {
    const before = found('2026-01-15', 1);
    const asked = { ...before, summary: { ...before.summary, practices: [] } };
    const { practices } = trendsOf([asked, found('2026-04-15', 1)]);
    expect(
      practices.map(({ id, points }) => [id, points.map((each) => ('missing' in each ? 'gap' : each.verdict))]),
    ).toEqual([['restore-testing', [null, 'supported']]]);
  });

  it('has a point or a gap for each quarter between the first and the last, in order', () => {
    const days = fc.array(
      fc
        .tuple(fc.integer({ min: 2020, max: 2029 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-09`),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(days, (given) => {
        const points = small(given.map((asOf) => found(asOf, 1)));
        const quarters = points.map(({ quarter }) => quarter);
        expect(quarters).toEqual([...quarters].sort());
        const known = points.flatMap((point) => ('missing' in point ? [] : [point.asOf]));
        expect(known).toEqual([...new Set(given)].sort());
        const [first = '', last = ''] = [quarters[0], quarters.at(-1)];
        const count = (quarter: string) => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6));
        expect(new Set(quarters).size).toBe(count(last) - count(first) + 1);
      }),
    );
  });
});

describe('how a portfolio stood', () => {
  it('sums who was built, tells of how many, and compares the same clients only', () => {
    const lakeside = small([found('2026-01-15', 1), found('2026-04-15', 2)]);
    const hilltop = small([found('2026-04-20', 0)]);
    const idle = small([]);
    expect(portfolioTrend([lakeside, hilltop, idle])).toEqual([
      { quarter: '2026-Q1', clients: 1, of: 3, supported: 1, assessed: 1, applicable: 2, same: null, broken: 0 },
      {
        quarter: '2026-Q2',
        clients: 2,
        of: 3,
        supported: 2,
        assessed: 2,
        applicable: 4,
        same: {
          clients: 1,
          before: { supported: 1, assessed: 1, applicable: 2 },
          now: { supported: 2, assessed: 2, applicable: 2 },
        },
        broken: 0,
      },
    ]);
  });

  it('has a gap where nobody was built', () => {
    expect(portfolioTrend([small([found('2026-01-15', 1), found('2026-09-15', 2)])])).toEqual([
      expect.objectContaining({ quarter: '2026-Q1' }),
      { quarter: '2026-Q2', missing: true },
      expect.objectContaining({ quarter: '2026-Q3', same: null }),
    ]);
    expect(portfolioTrend([])).toEqual([]);
  });
});

describe('what recurs, over all builds', () => {
  it('counts each day once, and says where nobody looked', () => {
    const line = { practice: 'restore-testing', fact: 'restore-tests-over-period', cadence: 'quarterly', expected: 4 };
    const of = (from: string, to: string, days: readonly string[]): Found => {
      const base = found(to, 1, { period: { from: day(from), to: day(to) } });
      const occurrences = days.map((on) => ({ on, owner: 'msp' }));
      return { ...base, summary: { ...base.summary, cadence: [{ ...line, found: days.length, occurrences }] } };
    };
    const ledgers = ledgersOf([
      of('2024-01-01', '2024-12-31', ['2024-03-01']),
      of('2025-07-01', '2026-06-30', ['2025-09-01', '2026-03-01']),
      of('2025-10-01', '2026-09-30', ['2026-03-01', '2026-09-02']),
    ]);
    expect(ledgers).toEqual([
      {
        practice: 'restore-testing',
        fact: 'restore-tests-over-period',
        days: [
          { on: '2024-03-01', owner: 'msp', shownBy: 1, of: 1 },
          { on: '2025-09-01', owner: 'msp', shownBy: 1, of: 1 },
          { on: '2026-03-01', owner: 'msp', shownBy: 2, of: 2 },
          { on: '2026-09-02', owner: 'msp', shownBy: 1, of: 1 },
        ],
        covered: [
          { from: '2024-01-01', to: '2024-12-31' },
          { from: '2025-07-01', to: '2026-09-30' },
        ],
      },
    ]);
  });
});
