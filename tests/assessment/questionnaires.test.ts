import { describe, expect, it } from 'vitest';
import { type AssessmentResult, assess } from '../../src/assessment/index.ts';
import type { Ceiling, ContradictionKind, ControlAssessment } from '../../src/model/assessment.ts';
import { isContrary } from '../../src/model/deciding.ts';
import type { Fact } from '../../src/model/fact.ts';
import { allPractices, frameworkOf } from '../catalog/catalog-files.ts';
import fc from '../house/fast-check.ts';
import { factOf, MEASURES } from './generated.ts';
import { engagement, known, named, OWNERSHIP } from './world.ts';

const PRACTICES = allPractices();
const FRAMEWORKS = [frameworkOf('cyber-insurance'), frameworkOf('vendor-security')];
const FIGURES = PRACTICES.flatMap((practice) => practice.figures ?? []);
const TWINS = FRAMEWORKS.flatMap(({ controls }) =>
  controls.flatMap(({ id, sameAs = {} }) =>
    Object.values(sameAs).flatMap((ids) => ids.map((twin) => [id, twin] as const)),
  ),
);
const ASKED = new Map(
  FRAMEWORKS.flatMap(({ id: framework, controls }) =>
    controls
      .filter(({ answer }) => answer === 'yes-no')
      .map((control) => [control.id, { framework, control }] as const),
  ),
);
const FACT_IDS = Object.keys(MEASURES);

type World = Readonly<Record<string, Fact>>;
type Claims = ReadonlyMap<string, string>;

interface Says {
  readonly claims: Claims;
  readonly before?: Claims;
  readonly attested?: readonly string[];
}

function run(facts: World, { claims, before = claims, attested = [] }: Says): AssessmentResult {
  const says = {
    claims: [...claims].map(([control, answer]) => ({ control, answer, by: 'Dana', on: '2026-10-10' })),
    attestations: attested.map((practice) => ({
      practice,
      statement: 'We do it',
      by: 'Dana',
      on: '2026-05-04',
      expires: '2027-05-04',
    })),
    previous: {
      client: 'Lakeside',
      asOf: '2025-10-15',
      period: { from: '2024-10-01', to: '2025-09-30' },
      sha256: 'a'.repeat(64),
      answers: [...before].map(([control, answer]) => ({
        framework: ASKED.get(control)?.framework,
        control,
        ceiling: 'yes',
        claimed: { answer, by: 'Dana', on: '2025-10-10' },
      })),
    },
  };
  return assess({
    engagement: engagement(says),
    practices: PRACTICES,
    frameworks: FRAMEWORKS,
    facts: named(facts),
    ownership: OWNERSHIP,
    exhibits: [],
    obtainable: {},
  });
}

const WORDS = ['no', 'partly', 'yes-except', 'yes'] as const;
const RANK: Readonly<Record<Ceiling, number>> = { 'cannot-say': 0, no: 0, partly: 1, 'yes-except': 2, yes: 3 };

/** Every figure that a document sets is kept: measured as stated. */
const kept = (world: World): World => ({
  ...world,
  ...Object.fromEntries(
    FIGURES.flatMap(({ stated, measured }) => [
      [stated, known({ kind: 'days', days: 14 })],
      [measured, known({ kind: 'days', days: 14 })],
    ]),
  ),
});

const questionnaire = fc.record({
  asked: fc.subarray([...ASKED.keys()], { minLength: 20 }),
  modesty: fc.nat(3),
  pick: fc.nat(),
});
const WORLDS = 25;
const EACH = 20;
/** One client's evidence, and questionnaires on it. */
const client = fc.record({
  facts: fc.record(Object.fromEntries(FACT_IDS.map((id) => [id, factOf(id)]))).map(kept),
  questionnaires: fc.array(questionnaire, { minLength: EACH, maxLength: EACH }),
});

/** Answers at or below what the exhibits allow, the same to questions that ask the same. */
function honest(asked: readonly string[], controls: readonly ControlAssessment[], modesty: number): Claims {
  const ceilings = new Map(controls.map(({ control, answer }) => [control, answer?.ceiling ?? 'cannot-say'] as const));
  return new Map(
    asked.map((id) => [id, WORDS[Math.max(0, RANK[ceilings.get(id) ?? 'cannot-say'] - modesty)] ?? 'no'] as const),
  );
}

interface Planted {
  readonly kind: ContradictionKind;
  /** The question or practice; of two that ask the same, either. */
  readonly about: readonly string[];
  readonly result: () => AssessmentResult;
}

/** One contradiction of each kind that this questionnaire has room for. */
function plantable(facts: World, claims: Claims, result: AssessmentResult): readonly Planted[] {
  const controls = new Map(
    result.frameworks.flatMap((each) => each.controls.map((one) => [one.control, one] as const)),
  );
  const ceiling = (id: string) => RANK[controls.get(id)?.answer?.ceiling ?? 'cannot-say'];
  const onlyPeople = (id: string) => ASKED.get(id)?.control.onlyPeopleKnow !== undefined;
  const inTwins = new Set(TWINS.flat());
  const alone = [...claims.keys()].filter((id) => !inTwins.has(id) && !onlyPeople(id));
  const over = (id: string, answer: string): Claims => new Map([...claims, [id, answer]]);
  const against = result.practiceAssessments.filter(({ reasons }) => reasons.some(isContrary));
  return [
    ...alone
      .filter((id) => ceiling(id) < RANK.yes)
      .map((id): Planted => {
        const now = over(id, 'Yes');
        return { kind: 'claim', about: [id], result: () => run(facts, { claims: now }) };
      }),
    ...TWINS.filter(([one]) => ceiling(one) > RANK.no).map(([one, other]): Planted => {
      const now = new Map([...claims, [one, 'partly'], [other, 'no']]);
      return { kind: 'same-question', about: [one, other], result: () => run(facts, { claims: now }) };
    }),
    ...alone.map((id): Planted => {
      const before = over(id, claims.get(id) === 'yes' ? 'no' : 'yes');
      return { kind: 'last-package', about: [id], result: () => run(facts, { claims, before }) };
    }),
    ...FIGURES.map(({ measured, is }): Planted => {
      const worse: World = { ...facts, [measured]: known({ kind: 'days', days: is === 'no-more' ? 15 : 13 }) };
      const practice = PRACTICES.find(({ figures }) => figures?.some((figure) => figure.measured === measured))?.id;
      return { kind: 'policy', about: [practice ?? ''], result: () => run(worse, { claims: new Map() }) };
    }),
    ...against.map(({ practice }): Planted => {
      return { kind: 'statement', about: [practice], result: () => run(facts, { claims, attested: [practice] }) };
    }),
  ];
}

describe('generated questionnaires', () => {
  const KINDS = ['claim', 'same-question', 'last-package', 'policy', 'statement'] as const;
  const planted = new Map<ContradictionKind, number>();

  /** The kinds in turn; where a questionnaire has no room for one, the next. */
  function chosen(room: readonly Planted[], turn: number, pick: number): Planted {
    const order = KINDS.map((_, i) => KINDS[(turn + i) % KINDS.length]);
    const wanted = order.find((kind) => room.some((each) => each.kind === kind));
    const fitting = room.filter(({ kind }) => kind === wanted);
    const one = fitting[pick % fitting.length];
    if (one === undefined) throw new Error('nothing could be planted');
    return one;
  }

  it('500 without a contradiction: none is found; 500 with one planted: that one is found, and no other', () => {
    fc.assert(
      fc.property(client, ({ facts, questionnaires }) => {
        const bare = run(facts, { claims: new Map() });
        const controls = bare.frameworks.flatMap((each) => each.controls);
        for (const [turn, { asked, modesty, pick }] of questionnaires.entries()) {
          const claims = honest(asked, controls, modesty);
          const clean = run(facts, { claims });
          expect(clean.contradictions).toEqual([]);
          const one = chosen(plantable(facts, claims, clean), turn, pick);
          const found = one.result().contradictions;
          expect(found.map(({ kind }) => kind)).toEqual([one.kind]);
          expect(one.about).toContain(found[0]?.control ?? found[0]?.practice);
          for (const { sides, places } of found) {
            expect(sides.every(({ says }) => says.length > 10)).toBe(true);
            // A question of which nothing was handed over has no rows to show.
            if (one.kind === 'policy' || one.kind === 'statement') expect(places.length).toBeGreaterThan(0);
          }
          planted.set(one.kind, (planted.get(one.kind) ?? 0) + 1);
        }
      }),
      { numRuns: WORLDS, endOnFailure: true },
    );
    expect([...planted.values()].reduce((sum, count) => sum + count, 0)).toBe(WORLDS * EACH);
    expect([...planted.keys()].sort()).toEqual([...KINDS].sort());
  }, 120_000);

  it('questions that are said to ask the same rest on the same', () => {
    const edges = (id: string) =>
      ASKED.get(id)
        ?.control.practices.filter(({ bears }) => bears !== 'as-context')
        .map(({ practice }) => practice);
    // What one of them asks beyond the exports, the other has to ask too: else they may be answered differently in good faith.
    const unseen = (id: string) => ASKED.get(id)?.control.notMeasured === undefined;
    expect(TWINS.length).toBeGreaterThanOrEqual(19);
    for (const [one, other] of TWINS)
      expect([one, edges(one), unseen(one)]).toEqual([one, edges(other), unseen(other)]);
  });
});
