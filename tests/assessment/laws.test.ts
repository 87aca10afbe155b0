import { describe, expect, it } from 'vitest';
import { type AssessmentResult, assess } from '../../src/assessment/index.ts';
import { compare, judge } from '../../src/assessment/judge.ts';
import { bestDay, earliestDay, isLater } from '../../src/facts/kit/time.ts';
import { addDays } from '../../src/kernel/civil-date.ts';
import { boundsOfDay } from '../../src/kernel/zone.ts';
import { VERDICTS, type Verdict } from '../../src/model/assessment.ts';
import type { Control, Framework } from '../../src/model/control.ts';
import type { Fact, Measure, MeasureKind } from '../../src/model/fact.ts';
import { CADENCE_DAYS, freshDaysOf } from '../../src/model/freshness.ts';
import { type Dated, isDated } from '../../src/model/observed.ts';
import { Cadence, type Expectation, type Practice, type Test } from '../../src/model/practice.ts';
import { allPractices, frameworkIds, frameworkOf } from '../catalog/catalog-files.ts';
import { at, SCOPE } from '../facts/records.ts';
import fc from '../house/fast-check.ts';
import { factOf, MEASURES } from './generated.ts';
import { day, engagement, known, named, OWNERSHIP, unknown } from './world.ts';

const PRACTICES = allPractices();
const FRAMEWORKS = frameworkIds().map(frameworkOf);
const RANK = {
  contradicted: 0,
  'not-evidenced': 1,
  stale: 2,
  'attested-only': 3,
  'partly-supported': 4,
  supported: 5,
  inherited: 3,
  'not-applicable': 5,
  'accepted-risk': 1,
} as const satisfies Record<Verdict, number>;

/** One practice, with every control of every shipped framework that points at it. */
interface Stage {
  readonly practice: Practice;
  readonly frameworks: readonly Framework[];
  readonly expectations: readonly Expectation[];
  readonly facts: readonly string[];
}

const STAGES: readonly (readonly [string, Stage])[] = PRACTICES.map((practice) => {
  const pointsHere = (control: Control) => control.practices.some((edge) => edge.practice === practice.id);
  const frameworks = FRAMEWORKS.map((each) => ({ ...each, controls: each.controls.filter(pointsHere) })).filter(
    ({ controls }) => controls.length > 0,
  );
  const own = frameworks.flatMap(({ controls }) => controls.flatMap((control) => control.own));
  const expectations = [...practice.expects, ...own];
  const facts = [...new Set(expectations.map(({ fact }) => fact))];
  return [practice.id, { practice, frameworks, expectations, facts }];
});

type World = Readonly<Record<string, Fact>>;

function run({ practice, frameworks }: Stage, facts: World, says: object = {}): AssessmentResult {
  return assess({
    engagement: engagement(says),
    practices: [practice],
    frameworks,
    facts: named(facts),
    ownership: OWNERSHIP,
    exhibits: [],
    obtainable: {},
  });
}

const sums = ({ frameworks }: AssessmentResult) => {
  const add = (pick: (each: AssessmentResult['frameworks'][number]) => number) =>
    frameworks.reduce((total, each) => total + pick(each), 0);
  return {
    supported: add(({ headline }) => headline.supported),
    assessed: add(({ headline }) => headline.assessed),
    applicable: add(({ headline }) => headline.applicable),
  };
};
const ranks = ({ frameworks, practiceAssessments }: AssessmentResult): Readonly<Record<string, number>> =>
  Object.fromEntries([
    ...practiceAssessments.map(({ practice, verdict }) => [practice, RANK[verdict]]),
    ...frameworks.flatMap(({ framework, controls }) =>
      controls.map(({ control, verdict }) => [`${framework.id} ${control}`, RANK[verdict]]),
    ),
  ]);

const worldOf = ({ facts }: Stage): fc.Arbitrary<World> =>
  fc.record(Object.fromEntries(facts.map((id) => [id, factOf(id)])));

/** The best that a fact of the kind can show, for every expectation on it at once. */
function best(id: string, { expectations }: Stage): Fact | undefined {
  const tests = expectations.filter(({ fact }) => fact === id).map(({ is }) => is);
  return bestMeasures(MEASURES[id] ?? 'holds')
    .filter((measure) => tests.every((test: Test) => compare(test, measure, {}) === 'met'))
    .map((measure) => known(measure, { newest: day('2026-10-15'), oldest: day('2026-10-15') }))[0];
}

function bestMeasures(kind: MeasureKind): readonly Measure[] {
  switch (kind) {
    case 'share':
      return [1, 0].map((n): Measure => ({ kind, n, of: 1, unit: 'device' }));
    case 'days':
      return [0, 100_000].map((days): Measure => ({ kind, days }));
    case 'count':
      return [0, 100_000].map((count): Measure => ({ kind, count, unit: 'account' }));
    case 'holds':
      return [true, false].map((holds): Measure => ({ kind, holds }));
    case 'occurrences':
      return [{ kind, found: 4, expected: 4, dates: [] }];
    case 'names':
      return [{ kind, names: ['restic'] }];
  }
}

const STATEMENTS = {
  none: () => ({}),
  attested: (practice: string) => ({
    attestations: [{ practice, statement: 'We do it', by: 'Dana', on: '2026-05-04', expires: '2027-05-04' }],
  }),
  inherited: (practice: string) => ({
    inherited: [{ practice, provider: 'Host', proof: 'SOC 2 report', on: '2026-06-01' }],
  }),
  accepted: (practice: string) => ({
    riskAcceptances: [{ practice, until: '2027-03-31', because: 'Known', by: 'Dana', on: '2026-06-01' }],
  }),
};
const said = fc.constantFrom(...Object.values(STATEMENTS));
const RUNS = { numRuns: 12 };

const speaksOf = ({ practiceAssessments, frameworks }: AssessmentResult, fact: string): boolean =>
  [...practiceAssessments, ...frameworks.flatMap(({ controls }) => controls)].some(({ reasons }) =>
    reasons.some(
      (reason) =>
        reason.fact === fact &&
        (reason.outcome === 'refuted' || reason.outcome === 'partly' || reason.outcome === 'short'),
    ),
  );

describe('over generated evidence of every practice, with every control that points at it', () => {
  it('is about all of them', () => {
    expect(STAGES.length).toBeGreaterThanOrEqual(110);
    expect(STAGES.every(([, { frameworks }]) => frameworks.length > 0)).toBe(true);
  });

  it.each(STAGES)('%s: more evidence that supports lowers nothing', (id, stage) => {
    const improvable = stage.facts.filter((fact) => best(fact, stage) !== undefined);
    expect(improvable.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(worldOf(stage), fc.constantFrom(...improvable), (world, fact) => {
        const better = best(fact, stage);
        if (better === undefined) throw new Error(`${id}: ${fact} has no best`);
        const before = run(stage, world);
        const after = run(stage, { ...world, [fact]: better });
        const now = ranks(after);
        for (const [what, rank] of Object.entries(ranks(before)))
          expect(now[what], `${what} by ${fact}`).toBeGreaterThanOrEqual(rank);
        expect(sums(after).supported).toBeGreaterThanOrEqual(sums(before).supported);
        // What was shown to be bad is assessed; shown to be good it can be too little to carry anything, and is then called that.
        if (speaksOf(run(stage, world), fact)) return;
        expect(sums(after).assessed).toBeGreaterThanOrEqual(sums(before).assessed);
      }),
      RUNS,
    );
  });

  it.each(STAGES)('%s: what is left out raises no headline, whatever people say beside it', (id, stage) => {
    fc.assert(
      fc.property(worldOf(stage), fc.constantFrom(...stage.facts), said, fc.boolean(), (world, fact, says, gone) => {
        const { [fact]: _, ...less } = world;
        const before = sums(run(stage, world, says(id)));
        const after = sums(run(stage, gone ? less : { ...less, [fact]: unknown('no-evidence') }, says(id)));
        expect(after.supported).toBeLessThanOrEqual(before.supported);
        expect(after.assessed).toBeLessThanOrEqual(before.assessed);
        expect(after.applicable).toBe(before.applicable);
      }),
      RUNS,
    );
  });

  it.each(STAGES)('%s: the order of facts, expectations and edges changes nothing', (_, stage) => {
    const turned: Stage = {
      ...stage,
      practice: { ...stage.practice, expects: [...stage.practice.expects].reverse() },
      frameworks: stage.frameworks.map((each) => ({
        ...each,
        controls: each.controls.map((control) => ({ ...control, own: [...control.own].reverse() })),
      })),
    };
    fc.assert(
      fc.property(worldOf(stage), (world) => {
        const reversed = Object.fromEntries(Object.entries(world).reverse());
        expect(ranks(run(turned, reversed))).toEqual(ranks(run(stage, world)));
      }),
      { numRuns: 6 },
    );
  });

  it('nothing known is nothing evidenced: never a number, never a pass, never a fail', () => {
    for (const [id, stage] of STAGES) {
      const result = run(stage, {});
      expect(result.practiceAssessments.map(({ verdict }) => verdict)).toEqual(['not-evidenced']);
      expect([id, sums(result).supported, sums(result).assessed]).toEqual([id, 0, 0]);
      for (const { reasons, extent } of result.practiceAssessments) {
        expect(extent).toBeNull();
        for (const { holds, share, measured, text } of reasons) {
          expect([holds, share]).toEqual([null, undefined]);
          expect(measured).not.toMatch(/\d/);
          expect(text).toContain('Not known: ');
        }
      }
      for (const { controls } of result.frameworks)
        for (const { answer, extent } of controls)
          expect([answer?.ceiling ?? 'cannot-say', extent]).toEqual(['cannot-say', null]);
    }
  });
});

describe('a share', () => {
  const marks = fc.integer({ min: 1, max: 100 });
  it('is never rounded up to its mark', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), marks, (of, some, percent) => {
        const n = some % (of + 1);
        const raw = compare({ atLeastPercent: percent }, { kind: 'share', n, of, unit: 'device' }, {});
        // In whole numbers: no fraction can round it.
        const reaches = BigInt(n) * 100n >= BigInt(percent) * BigInt(of);
        expect(raw).toBe(reaches ? 'met' : n > 0 ? 'partly' : 'refuted');
      }),
    );
  });
  it.each([
    [999_999, 1_000_000],
    [996, 1000],
    [2, 3],
  ])('%i of %i is not all of them', (n, of) => {
    expect(compare({ atLeastPercent: 100 }, { kind: 'share', n, of, unit: 'device' }, {})).toBe('partly');
  });
  it('of nothing is none', () => {
    expect(compare({ atLeastPercent: 100 }, { kind: 'share', n: 0, of: 0, unit: 'device' }, {})).toBe('unfit');
  });
});

const ZONES = ['UTC', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Chatham'];
const GRID = ZONES.flatMap((zone) => Cadence.options.map((cadence) => [zone, cadence] as const));

describe('a millisecond at the edge of a day', () => {
  const asOf = day('2026-10-15');
  const instant = (ms: number): Dated => {
    const observed = at(new Date(ms).toISOString());
    if (!isDated(observed)) throw new RangeError(`${ms} is no instant`);
    return observed;
  };

  it.each(GRID)('in %s, %s: evidence is current from the first instant of its last day on', (zone, cadence) => {
    const freshDays = freshDaysOf({ cadence, expects: [] });
    expect(freshDays).toBe(CADENCE_DAYS[cadence]);
    const [begins] = boundsOfDay(zone, addDays(asOf, -freshDays));
    const outcome = (ms: number) => {
      const newest = earliestDay(instant(ms), { ...SCOPE, zone });
      const expectation = {
        fact: 'f',
        is: { holds: true },
        shows: 'operation',
        bears: 'directly',
        because: '',
      } as const;
      const scope = { asOf, periodFrom: day('2025-10-01'), thresholds: {}, freshDays, practice: 'p' };
      return judge(expectation, known({ kind: 'holds', holds: true }, { newest }), 'Is it so?', scope).outcome;
    };
    expect([-1, 0, 1].map((ms) => outcome(begins + ms))).toEqual(['stale', 'met', 'met']);
  });

  it.each(ZONES)('in %s: the period begins with its first day, and nothing counts after the as-of date', (zone) => {
    const scope = { ...SCOPE, zone, asOf };
    const [from] = boundsOfDay(zone, SCOPE.period.from);
    const outcome = (ms: number) => {
      const newest = earliestDay(instant(ms), scope);
      const expectation = {
        fact: 'f',
        is: { holds: true },
        shows: 'operation',
        bears: 'directly',
        because: '',
      } as const;
      const judging = { asOf, periodFrom: SCOPE.period.from, thresholds: {}, freshDays: 10_000, practice: 'p' };
      return judge(expectation, known({ kind: 'holds', holds: true }, { newest }), 'Is it so?', judging).outcome;
    };
    expect([-1, 0, 1].map((ms) => outcome(from + ms))).toEqual(['stale', 'met', 'met']);
    const [next] = boundsOfDay(zone, addDays(asOf, 1));
    expect([-1, 0, 1].map((ms) => isLater(instant(next + ms), scope))).toEqual([false, true, true]);
    expect([-1, 0].map((ms) => bestDay(instant(next + ms), scope))).toEqual([asOf, addDays(asOf, 1)]);
  });
});

it('every verdict has its place in the order of these laws', () => {
  expect(Object.keys(RANK).sort()).toEqual([...VERDICTS].sort());
});
