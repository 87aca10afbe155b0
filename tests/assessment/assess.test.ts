import { describe, expect, it } from 'vitest';
import { type AssessmentResult, assess } from '../../src/assessment/index.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Practice } from '../../src/model/practice.ts';
import fc from '../house/fast-check.ts';
import { day, engagement, framework, holds, known, named, OWNERSHIP, practice, share, unknown } from './world.ts';

const MFA = practice('mfa', [{ fact: 'mfa-share', is: { atLeastPercent: 100 } }]);
const RESTORE = practice('restore', [{ fact: 'restored', is: { holds: true } }], { severity: 'moderate' });
const PLAN = practice('plan', [{ fact: 'plan-in-force', is: { holds: true }, shows: 'design' }], {
  duty: 'governance',
  freshDays: 400,
});

interface World {
  readonly facts?: Readonly<Record<string, Fact>>;
  readonly says?: object;
  readonly practices?: readonly Practice[];
  readonly controls?: readonly object[];
}

const DIRECT = { bears: 'directly', because: 'It is the same thing.' };
const CONTROLS = [
  { id: 'Q-MFA', answer: 'yes-no', practices: [{ practice: 'mfa', ...DIRECT }] },
  { id: 'Q-RESTORE', answer: 'yes-no', practices: [{ practice: 'restore', ...DIRECT }] },
  {
    id: 'Q-BOTH',
    practices: [
      { practice: 'mfa', ...DIRECT },
      { practice: 'restore', ...DIRECT },
    ],
  },
  { id: 'Q-REVENUE', answer: 'number', onlyPeopleKnow: 'Yearly revenue' },
];

function run({
  facts = {},
  says = {},
  practices = [MFA, RESTORE, PLAN],
  controls = CONTROLS,
}: World): AssessmentResult {
  return assess({
    engagement: engagement(says),
    practices,
    frameworks: [framework(controls)],
    facts: named(facts),
    ownership: OWNERSHIP,
    exhibits: [],
    obtainable: {},
  });
}

const control = (result: AssessmentResult, id: string) => {
  const found = result.frameworks[0]?.controls.find((each) => each.control === id);
  if (!found) throw new Error(`no control ${id}`);
  return found;
};
const GOOD = { 'mfa-share': known(share(40, 40)), restored: known(holds(true)) };

describe('evidence of two ages under one practice', () => {
  it('is current for as long as its own expectation says, where that is shorter than for the practice', () => {
    const border = (more: object) =>
      practice(
        'border',
        [
          { fact: 'open-ports', is: { atMost: 0 }, ...more },
          { fact: 'rules-reviewed', is: { holds: true } },
        ],
        { freshDays: 400 },
      );
    const old = { newest: day('2025-11-05') };
    const facts = {
      'open-ports': known({ kind: 'count', count: 0, unit: 'ports' }, old),
      'rules-reviewed': known(holds(true), old),
    };
    const outcomes = (more: object) =>
      run({ facts, practices: [border(more)], controls: [] }).practiceAssessments[0]?.reasons.map(
        ({ outcome }) => outcome,
      );
    expect(outcomes({})).toEqual(['met', 'met']);
    expect(outcomes({ freshDays: 100 })).toEqual(['stale', 'met']);
  });
});

describe('a control of which nothing measures a part', () => {
  const asking = (notMeasured?: string) => [
    {
      id: 'Q-RESTORE',
      answer: 'yes-no',
      practices: [{ practice: 'restore', ...DIRECT }],
      ...(notMeasured === undefined ? {} : { notMeasured }),
    },
  ];
  const WITHOUT = 'Whether customers are told of it.';

  it('is supported in part at most, however well the rest is shown', () => {
    expect(control(run({ facts: GOOD, controls: asking() }), 'Q-RESTORE').verdict).toBe('supported');
    const { verdict, extent, answer } = control(run({ facts: GOOD, controls: asking(WITHOUT) }), 'Q-RESTORE');
    expect([verdict, extent, answer?.ceiling]).toEqual([
      'partly-supported',
      { n: 1, of: 2, unit: 'points asked' },
      'partly',
    ]);
  });

  it('is contradicted by what is measured, and not evidenced where nothing is', () => {
    const bad = { ...GOOD, restored: known(holds(false)) };
    expect(control(run({ facts: bad, controls: asking(WITHOUT) }), 'Q-RESTORE').verdict).toBe('contradicted');
    expect(control(run({ controls: asking(WITHOUT) }), 'Q-RESTORE').verdict).toBe('not-evidenced');
  });

  it('is not inherited: the provider speaks for the practice and not for the rest', () => {
    const says = { inherited: [{ practice: 'restore', provider: 'Host', proof: 'SOC 2', on: '2026-06-01' }] };
    expect(control(run({ says, controls: asking() }), 'Q-RESTORE').verdict).toBe('inherited');
    expect(control(run({ says, controls: asking(WITHOUT) }), 'Q-RESTORE').verdict).not.toBe('inherited');
  });

  it('says what it is where nothing else can be said', () => {
    const controls = [{ id: 'Q-TOLD', answer: 'yes-no', notMeasured: WITHOUT }];
    const { verdict, answer } = control(run({ controls }), 'Q-TOLD');
    expect([verdict, answer?.ceiling, answer?.text]).toEqual([
      'not-evidenced',
      'cannot-say',
      `No export that is read here shows this: ${WITHOUT}`,
    ]);
  });
});

describe('a control', () => {
  it('is supported when all its practices are', () => {
    expect(control(run({ facts: GOOD }), 'Q-BOTH').verdict).toBe('supported');
  });

  it('is contradicted when one of them is, however well the others do', () => {
    expect(control(run({ facts: { ...GOOD, restored: known(holds(false)) } }), 'Q-BOTH').verdict).toBe('contradicted');
  });

  it('carries the share of the practice that limits it', () => {
    const both = control(run({ facts: { ...GOOD, 'mfa-share': known(share(38, 40)) } }), 'Q-BOTH');
    expect(both).toMatchObject({ verdict: 'partly-supported', extent: { n: 38, of: 40, unit: 'people' } });
  });

  it('is not applicable only with a reason and an approver, and leaves the denominator', () => {
    const result = run({
      facts: GOOD,
      says: { applicability: [{ control: 'Q-MFA', applies: false, because: 'Nobody signs in', approvedBy: 'Dana' }] },
    });
    expect(control(result, 'Q-MFA')).toMatchObject({
      verdict: 'not-applicable',
      remark: 'Nobody signs in (approved by Dana)',
    });
    expect(result.frameworks[0]?.headline).toEqual({ controls: 4, applicable: 3, supported: 2, assessed: 2 });
  });

  it('keeps what was found beneath an accepted risk, and lets it lapse', () => {
    const accept = (until: string) => ({
      riskAcceptances: [{ practice: 'mfa', until, because: 'Break-glass accounts', by: 'Dana', on: '2026-06-01' }],
    });
    const facts = { ...GOOD, 'mfa-share': known(share(38, 40)) };
    expect(control(run({ facts, says: accept('2026-12-31') }), 'Q-MFA')).toMatchObject({
      verdict: 'accepted-risk',
      found: 'partly-supported',
      answer: { ceiling: 'yes-except' },
    });
    const lapsed = run({ facts, says: accept('2026-10-14') });
    expect(control(lapsed, 'Q-MFA').verdict).toBe('partly-supported');
    expect(lapsed.notes.map(({ code }) => code)).toContain('acceptance-expired');
  });

  it('is attested only when a person alone says so, and no longer than the statement holds', () => {
    const says = {
      attestations: [
        {
          practice: 'restore',
          statement: 'We restored the server',
          by: 'Dana',
          on: '2026-05-04',
          expires: '2027-05-04',
        },
      ],
    };
    expect(control(run({ says }), 'Q-RESTORE').verdict).toBe('attested-only');
    expect(control(run({ says: { ...says, asOf: '2027-05-05' } }), 'Q-RESTORE').verdict).toBe('not-evidenced');
  });

  it('shows design and operation on two lines', () => {
    const both = practice('both', [
      { fact: 'plan-in-force', is: { holds: true }, shows: 'design', bears: 'partly' },
      { fact: 'restored', is: { holds: true } },
    ]);
    const facts = { 'plan-in-force': known(holds(true), { strength: 'A' }), restored: known(holds(true)) };
    const result = run({
      facts,
      practices: [both],
      controls: [{ id: 'C', practices: [{ practice: 'both', ...DIRECT }] }],
    });
    expect(control(result, 'C')).toMatchObject({
      verdict: 'supported',
      design: 'attested-only',
      operation: 'supported',
    });
  });
});

describe('an answer', () => {
  it.each<[string, Fact, string]>([
    ['yes', known(share(40, 40)), 'yes'],
    ['partly', known(share(38, 40)), 'partly'],
    ['no', known(share(0, 40)), 'no'],
    ['nothing', unknown('no-evidence'), 'cannot-say'],
    ['nothing current', known(share(40, 40), { newest: day('2026-01-01') }), 'cannot-say'],
  ])('says at most %s', (_, fact, ceiling) => {
    expect(control(run({ facts: { 'mfa-share': fact } }), 'Q-MFA').answer?.ceiling).toBe(ceiling);
  });

  it('stays a statement where only people know', () => {
    const says = { claims: [{ control: 'Q-REVENUE', answer: 4_000_000, by: 'Dana', on: '2026-10-01' }] };
    expect(control(run({ says }), 'Q-REVENUE')).toMatchObject({
      verdict: 'attested-only',
      answer: { ceiling: 'cannot-say', claimed: { answer: '4000000' } },
    });
  });

  it('is contradicted by a claim above it, and by none at or below it', () => {
    const world = fc.record({
      n: fc.integer({ min: 0, max: 40 }),
      evidence: fc.boolean(),
      claimed: fc.constantFrom('yes', 'yes-except', 'partly', 'no', 'cannot-say'),
    });
    const rank: Record<string, number> = { no: 0, 'cannot-say': 0, partly: 1, 'yes-except': 2, yes: 3 };
    fc.assert(
      fc.property(world, ({ n, evidence, claimed }) => {
        const facts: Record<string, Fact> = evidence ? { 'mfa-share': known(share(n, 40)) } : {};
        const result = run({
          facts,
          says: { claims: [{ control: 'Q-MFA', answer: claimed, by: 'Dana', on: '2026-10-10' }] },
        });
        const ceiling = !evidence ? 0 : n === 40 ? 3 : n > 0 ? 1 : 0;
        expect(result.contradictions).toHaveLength((rank[claimed] ?? 0) > ceiling ? 1 : 0);
      }),
      { numRuns: 500 },
    );
  });

  it('is contradicted by a statement that the exports refute', () => {
    const says = {
      attestations: [
        { practice: 'restore', statement: 'Restores always work', by: 'Dana', on: '2026-05-04', expires: '2027-05-04' },
      ],
    };
    expect(run({ facts: { restored: known(holds(false)) }, says }).contradictions).toMatchObject([
      { practice: 'restore', ceiling: 'contradicted' },
    ]);
    const [stated] = says.attestations;
    const never = { attestations: [{ ...stated, statement: 'Nobody restores', holds: false }] };
    expect(run({ facts: { restored: known(holds(true)) }, says: never }).contradictions).toMatchObject([
      { practice: 'restore', claimed: 'Nobody restores', ceiling: 'supported' },
    ]);
    expect(run({ facts: { restored: known(holds(false)) }, says: never }).contradictions).toEqual([]);
  });

  it('is no word for the practice when it says that the practice is not there', () => {
    const said = { practice: 'restore', statement: 'Not in use', by: 'Dana', on: '2026-05-04', expires: '2027-05-04' };
    const verdict = (more: object) =>
      control(run({ says: { attestations: [{ ...said, ...more }] } }), 'Q-RESTORE').verdict;
    expect([verdict({}), verdict({ holds: false })]).toEqual(['attested-only', 'not-evidenced']);
  });
});

describe('the gap register', () => {
  it('names what is open, worst first, and nothing that is shown', () => {
    const { gaps } = run({ facts: { 'mfa-share': known(share(38, 40)), restored: known(holds(true)) } });
    expect(gaps.map(({ id, practice: of, severity, due }) => [id, of, severity, due])).toEqual([
      ['GAP-001', 'mfa', 'high', '2026-11-14'],
    ]);
  });

  it('takes what was planned before what is proposed', () => {
    const says = {
      remediation: [
        { practice: 'mfa', action: 'Enrol two accounts', owner: 'msp', due: '2026-12-01', status: 'planned' },
      ],
    };
    expect(run({ says }).gaps.find((gap) => gap.practice === 'mfa')).toMatchObject({
      action: 'Enrol two accounts',
      owner: 'msp',
      due: '2026-12-01',
      actionBasis: 'planned',
    });
  });

  it('tells an acceptance that ran out, a date that passed, and what is said to be done and is not shown', () => {
    const status = (says: object) =>
      run({ facts: { 'mfa-share': known(share(38, 40)) }, says }).gaps.find((gap) => gap.practice === 'mfa')?.status;
    const accept = (until: string) => ({ practice: 'mfa', until, because: 'Known', by: 'Dana', on: '2026-06-01' });
    const plan = (due: string, state: string) => ({
      remediation: [{ practice: 'mfa', action: 'Enrol them', owner: 'msp', due, status: state }],
    });
    expect(status({})).toBe('open');
    expect(status({ riskAcceptances: [accept('2026-10-14')] })).toBe('risk acceptance expired 2026-10-14');
    expect(status({ riskAcceptances: [accept('2026-08-01'), accept('2026-12-31')] })).toBe('risk accepted');
    expect(status(plan('2026-12-01', 'planned'))).toBe('planned');
    expect(status(plan('2026-10-14', 'in-progress'))).toBe('in-progress; overdue since 2026-10-14');
    expect(status(plan('2026-09-01', 'done'))).toBe('said to be done, not shown');
  });

  it('rates an absence one step below a failure', () => {
    const gap = (fact: Fact) =>
      run({ facts: { 'mfa-share': fact } }).gaps.find((each) => each.practice === 'mfa')?.severity;
    expect(gap(known(share(0, 40)))).toBe('high');
    expect(gap(unknown('no-evidence'))).toBe('moderate');
  });
});

describe('the headline', () => {
  const fact = fc.oneof(
    fc.constant(unknown('no-evidence')),
    fc.integer({ min: 0, max: 40 }).map((n) => known(share(n, 40))),
    fc
      .constantFrom(day('2026-10-01'), day('2026-01-01'), day('2025-01-01'))
      .map((newest) => known(share(40, 40), { newest })),
  );

  it('never rises when an export is left out', () => {
    fc.assert(
      fc.property(fact, fact, (a, b) => {
        const all = run({ facts: { 'mfa-share': a, restored: b } }).frameworks[0]?.headline;
        const less = run({ facts: { 'mfa-share': a } }).frameworks[0]?.headline;
        expect(less?.supported).toBeLessThanOrEqual(all?.supported ?? 0);
        expect(less?.assessed).toBeLessThanOrEqual(all?.assessed ?? 0);
        expect(less?.applicable).toBe(all?.applicable);
      }),
    );
  });
});

describe('the last package', () => {
  it('that was named and not opened is told to be so', () => {
    expect(run({ says: { previous: 'last.zip' } }).notes.map(({ code }) => code)).toContain('previous-not-read');
  });
});

describe('answers in words of their own', () => {
  it.each([
    ['Yes', true],
    ['yes, for everybody.', true],
    ['Yes, except the kiosk', true],
    ['Partly', false],
    ['No', false],
    ['n/a', false],
    ['We use Duo', false],
    ['no later than March', false],
  ])('"%s" says more than "partly": %s', (answer, more) => {
    const says = { claims: [{ control: 'Q-MFA', answer, by: 'Dana', on: '2026-10-10' }] };
    const { contradictions } = run({ facts: { 'mfa-share': known(share(38, 40)) }, says });
    expect(contradictions.map(({ kind }) => kind)).toEqual(more ? ['claim'] : []);
  });

  it('only people know: nothing is above what nobody else can say', () => {
    const controls = [{ id: 'Q-PAST', answer: 'yes-no', onlyPeopleKnow: 'Whether there was a claim' }];
    const says = { claims: [{ control: 'Q-PAST', answer: 'yes', by: 'Dana', on: '2026-10-10' }] };
    expect(run({ says, controls }).contradictions).toEqual([]);
  });

  it('one question answered twice, by two people', () => {
    const says = {
      claims: [
        { control: 'Q-MFA', answer: 'no', by: 'Dana', on: '2026-10-10' },
        { control: 'Q-MFA', answer: 'partly', by: 'Sam', on: '2026-10-11' },
      ],
    };
    const { contradictions } = run({ facts: { 'mfa-share': known(share(38, 40)) }, says });
    expect(contradictions).toMatchObject([{ kind: 'same-question', claimed: 'no', ceiling: 'partly' }]);
  });
});

describe('what must be collected, and by when', () => {
  const line = (facts: Readonly<Record<string, Fact>>, says: object = {}) =>
    run({ facts, says }).collect.find(({ practice: id }) => id === 'mfa');

  it('is due on the last day on which the oldest deciding evidence is current', () => {
    expect(line({ 'mfa-share': known(share(40, 40), { newest: day('2026-10-01') }) })).toMatchObject({
      on: '2027-01-01',
      state: 'current',
      newest: '2026-10-01',
    });
  });

  it('is due at the signing date where it has run out, lies before the period, or is not there', () => {
    expect(line({ 'mfa-share': known(share(40, 40), { newest: day('2026-06-01') }) })).toMatchObject({
      on: '2026-10-15',
      state: 'stale',
    });
    expect(line({ 'mfa-share': known(share(40, 40), { newest: day('2025-09-30') }) })?.state).toBe('stale');
    expect(line({})).toMatchObject({ on: '2026-10-15', state: 'missing', newest: null });
  });

  it('comes in the order of its days, and without what does not apply', () => {
    const says = {
      applicability: [{ practice: 'mfa', applies: false, because: 'Nobody signs in', approvedBy: 'Dana' }],
    };
    const controls = [...CONTROLS, { id: 'Q-PLAN', practices: [{ practice: 'plan', ...DIRECT }] }];
    const { collect } = run({ facts: { restored: known(holds(true)) }, says, controls });
    expect(collect.map(({ practice: id, on }) => [id, on])).toEqual([
      ['plan', '2026-10-15'],
      ['restore', '2027-01-10'],
    ]);
    expect(run({ facts: {}, says, controls: [] }).collect).toEqual([]);
  });
});
