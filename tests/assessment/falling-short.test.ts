import { describe, expect, it } from 'vitest';
import { type AssessmentResult, assess } from '../../src/assessment/index.ts';
import { judge } from '../../src/assessment/judge.ts';
import type { ControlAssessment, PracticeAssessment, Reason } from '../../src/model/assessment.ts';
import { decidingReasons } from '../../src/model/deciding.ts';
import type { Fact, Measure } from '../../src/model/fact.ts';
import { Expectation } from '../../src/model/practice.ts';
import { allPractices, frameworkOf } from '../catalog/catalog-files.ts';
import { day, engagement, framework, holds, known, named, OWNERSHIP, practice, share, unknown } from './world.ts';

const SHIPPED = allPractices();
const count = (value: number, unit: string): Measure => ({ kind: 'count', count: value, unit });
const expectation = (over: object) =>
  Expectation.parse({
    fact: 'f',
    is: { atLeast: 2 },
    shows: 'operation',
    bears: 'partly',
    because: 'It bears on it.',
    ...over,
  });
const CONTRARY = { shows: 'the-contrary', because: 'One is enough to show it.' };
const TOO_LITTLE = { shows: 'too-little', because: 'It shows less than there is.' };

/** A control of the shipped catalogue, or one of ours, over facts in literal states. */
function judged(control: object, facts: Readonly<Record<string, Fact>>, practices = SHIPPED): ControlAssessment {
  const [first] = assessed(control, facts, practices).frameworks[0]?.controls ?? [];
  if (first === undefined) throw new Error('no control');
  return first;
}
function assessed(control: object, facts: Readonly<Record<string, Fact>>, practices = SHIPPED): AssessmentResult {
  return assess({
    engagement: engagement(),
    practices,
    frameworks: [framework([control])],
    facts: named(facts),
    ownership: OWNERSHIP,
    exhibits: [],
    obtainable: {},
  });
}
function found(id: string, facts: Readonly<Record<string, Fact>>): PracticeAssessment {
  const practices = SHIPPED.filter((each) => each.id === id);
  const [first] = assessed({ id: 'C' }, facts, practices).practiceAssessments;
  if (first === undefined) throw new Error(`no practice ${id}`);
  return first;
}
function shipped(framework: string, id: string): object {
  const control = frameworkOf(framework).controls.find((each) => each.id === id);
  if (control === undefined) throw new Error(`no control ${id}`);
  return control;
}

describe('too little evidence is no refutation', () => {
  it('one log of one system leaves a monitoring contract a statement, and tells 1 of 2', () => {
    const { verdict, operation, reasons } = found('central-log-monitoring', {
      'monitoring-contract-in-force': known(holds(true), { strength: 'A' }),
      'logged-systems': known(count(1, 'system')),
    });
    expect([verdict, operation]).toEqual(['attested-only', 'partly-supported']);
    expect(reasons.find(({ fact }) => fact === 'logged-systems')?.measured).toBe('1 of 2 expected systems');
  });

  it('29 of 30 agents with tamper protection say nothing on whether agents block', () => {
    const { answer, verdict } = judged(shipped('cyber-insurance', 'INS-EDR-05'), {
      'share-of-agents-tamper-protected': known({ kind: 'share', n: 29, of: 30, unit: 'agent' }),
    });
    expect([verdict, answer?.ceiling]).toEqual(['not-evidenced', 'cannot-say']);
    expect(answer?.text).toContain('29 of 30 agents');
  });

  it('a restore that took too long does not refute that the mission is understood', () => {
    const { verdict } = judged(shipped('nist-csf-2.0', 'GV.OC-01'), {
      'recovery-objectives-set': known(holds(true), { strength: 'A' }),
      'recovery-time-met': known({ kind: 'share', n: 3, of: 4, unit: 'restore test' }),
    });
    expect(verdict).toBe('attested-only');
  });

  it('an open action from an exercise does not show that no exercise is held', () => {
    const facts = { 'exercise-actions-open': known(count(2, 'open action')) };
    const { verdict, reasons } = found('continuity-exercise', facts);
    expect(verdict).toBe('not-evidenced');
    expect(reasons.find(({ fact }) => fact === 'exercise-actions-open')).toMatchObject({
      outcome: 'short',
      holds: false,
    });
  });
});

describe('a restore that nobody verified', () => {
  it('is neither stale nor the contrary: nothing shows that restores work', () => {
    const { verdict, operation, reasons } = found('restore-testing', {
      'days-since-proven-restore': unknown('none-counts'),
      'restore-tests-over-period': known({ kind: 'occurrences', found: 0, expected: 4, dates: [] }),
    });
    expect([verdict, operation]).toEqual(['not-evidenced', 'not-evidenced']);
    expect(reasons.slice(0, 2).map(({ outcome, text }) => `${outcome}: ${text}`)).toEqual([
      'unknown: What of days-since-proven-restore? Not known: none of the rows that come near it shows it.',
      'short: What of restore-tests-over-period? 0 of 4 expected; expected: each time it is due.',
    ]);
  });
});

describe('a counter-example is one', () => {
  it('an administrator without any factor contradicts that all have to use one', () => {
    const facts = { 'share-of-privileged-accounts-with-mfa': known(share(2, 4)) };
    const { verdict, answer } = judged(shipped('cyber-insurance', 'INS-MFA-03'), facts);
    expect([verdict, answer?.ceiling]).toEqual(['contradicted', 'no']);
  });

  it('a device of the inventory without a backup contradicts, or shows a part of it where others have one', () => {
    const shareOf = (n: number) => ({
      'share-of-critical-systems-backed-up': known({ kind: 'share', n, of: 4, unit: 'device' }),
    });
    expect(found('backup-scope', shareOf(0)).verdict).toBe('contradicted');
    expect(found('backup-scope', shareOf(3)).verdict).toBe('partly-supported');
  });

  it('of a practice that bears in part is none of the control, and lowers it', () => {
    const [done, beside] = ['done', 'beside'].map((id) => practice(id, [{ fact: id, is: { holds: true } }]));
    const edges = [
      { practice: 'done', bears: 'directly', because: 'It is the same thing.' },
      { practice: 'beside', bears: 'partly', because: 'It helps with it.' },
    ];
    const practices = [done, beside].flatMap((each) => (each === undefined ? [] : [each]));
    const of = (facts: Record<string, Fact>) => judged({ id: 'C', practices: edges }, facts, practices);
    const NO = known(holds(false));
    expect(of({ beside: NO }).verdict).toBe('not-evidenced');
    expect(of({ done: known(holds(true)), beside: NO }).verdict).toBe('partly-supported');
    expect(of({ done: NO, beside: known(holds(true)) }).verdict).toBe('contradicted');
    expect(of({ beside: NO }).reasons.map(({ outcome }) => outcome)).toEqual(['unknown', 'short']);
  });

  it('lowers a control beside a statement, and so do leaving it out and the statement itself', () => {
    const stated = practice('stated', [
      { fact: 'policy', is: { holds: true }, shows: 'design' },
      { fact: 'accounts', is: { atLeastPercent: 100 }, bears: 'partly' },
    ]);
    const done = practice('done', [{ fact: 'done', is: { holds: true } }]);
    const edges = [
      { practice: 'done', bears: 'directly', because: 'It is the same thing.' },
      { practice: 'stated', bears: 'partly', because: 'It helps with it.' },
    ];
    const of = (accounts: Record<string, Fact>) =>
      judged(
        { id: 'C', practices: edges },
        { done: known(holds(true)), policy: known(holds(true), { strength: 'A' }), ...accounts },
        [done, stated],
      ).verdict;
    expect(of({ accounts: known(share(40, 41)) })).toBe('partly-supported');
    expect(of({})).toBe('partly-supported');
    expect(of({ accounts: known(share(41, 41)) })).toBe('partly-supported');
    expect(of({ accounts: known(share(41, 41)), policy: known(holds(true)) })).toBe('supported');
  });
});

describe('what falling short shows', () => {
  it.each<[string, object, Measure, string, string]>([
    ['nothing of what was hoped for beside', {}, count(0, 'system'), 'short', '0 systems'],
    ['a part of it', {}, count(1, 'system'), 'partly', '1 of 2 expected systems'],
    ['enough', {}, count(3, 'system'), 'met', '3 systems'],
    ['declared to be the contrary', { fallingShort: CONTRARY }, count(1, 'system'), 'refuted', '1 system'],
    ['too few of what decides', { bears: 'directly' }, count(1, 'system'), 'refuted', '1 system'],
    [
      'too few of what decides, declared to be too little',
      { bears: 'directly', fallingShort: TOO_LITTLE },
      count(1, 'system'),
      'partly',
      '1 of 2 expected systems',
    ],
    ['some that should not be, in part', { is: { atMost: 0 } }, count(2, 'account'), 'short', '2 accounts'],
    ['a no, in part', { is: { holds: true } }, holds(false), 'short', 'no'],
    ['a share of nothing, in part', { is: { atLeastPercent: 100 } }, share(0, 4), 'short', '0 of 4 people'],
  ])('%s', (_, over, measure, outcome, measured) => {
    const scope = {
      asOf: day('2026-10-15'),
      periodFrom: day('2025-10-01'),
      thresholds: {},
      freshDays: 92,
      practice: 'p',
    };
    expect(judge(expectation(over), known(measure), 'Is it so?', scope)).toMatchObject({ outcome, measured });
  });

  it.each([
    ['as usual, directly', { bears: 'directly', fallingShort: CONTRARY }],
    ['as usual, in part', { bears: 'partly', fallingShort: TOO_LITTLE }],
    ['of context', { bears: 'as-context', fallingShort: CONTRARY }],
    ['in a word of its own', { fallingShort: { shows: 'nothing', because: 'It shows nothing.' } }],
    ['without a reason', { fallingShort: { shows: 'the-contrary' } }],
  ])('is refused when declared %s', (_, over) => {
    expect(() => expectation(over)).toThrow();
  });
});

describe('the reason that is told first is the one that decided', () => {
  const told = (assessment: { readonly reasons: readonly Reason[]; readonly found: PracticeAssessment['found'] }) =>
    decidingReasons(assessment.reasons, assessment.found).map(({ fact }) => fact);
  const P = practice('p', [
    { fact: 'policy', is: { holds: true } },
    { fact: 'mode', is: { holds: true } },
    { fact: 'people', is: { atLeastPercent: 100 }, bears: 'partly', fallingShort: CONTRARY },
  ]);
  const of = (facts: Record<string, Fact>) => {
    const edges = [{ practice: 'p', bears: 'directly', because: 'It is the same thing.' }];
    return judged({ id: 'C', answer: 'yes-no', practices: edges }, facts, [P]);
  };
  const [YES, NO] = [known(holds(true)), known(holds(false))];

  it('no: what refutes, and nothing that is not known', () => {
    const control = of({ people: known(share(2, 4)) });
    expect(control.answer?.text).toBe(
      'The evidence shows the contrary. What of people? 2 of 4 people; expected: all of them.',
    );
    expect(control.answer?.exceptionCount).toBe(0);
    expect(told(of({ mode: NO, policy: YES }))).toEqual(['mode', 'policy']);
  });

  it('partly: what is shown in part, else what is shown, and then what is lacking', () => {
    expect(told(of({ policy: YES, mode: YES, people: known(share(2, 4)) }))).toEqual(['people', 'policy', 'mode']);
    expect(told(of({ policy: YES }))).toEqual(['policy', 'mode']);
  });

  it('cannot say: what is stale or stated before what is not known', () => {
    const old = known(holds(true), { newest: day('2025-10-02') });
    expect(told(of({ mode: old }))).toEqual(['mode', 'policy']);
    expect(told(of({ mode: known(holds(true), { strength: 'A' }) }))).toEqual(['mode', 'policy']);
    expect(told(of({ mode: unknown('undated') }))).toEqual(['mode', 'policy']);
  });

  it('a statement against what merely was not all seen is no contradiction; against one that goes without it is', () => {
    const says = {
      attestations: [{ practice: 'p', statement: 'All do', by: 'Dana', on: '2026-05-04', expires: '2027-05-04' }],
    };
    const contradictions = (facts: Record<string, Fact>) =>
      assess({
        engagement: engagement(says),
        practices: [P],
        frameworks: [framework([{ id: 'C' }])],
        facts: named(facts),
        ownership: OWNERSHIP,
        exhibits: [],
        obtainable: {},
      }).contradictions.map(({ kind }) => kind);
    expect(contradictions({ people: known(share(4, 4), { populationKnown: false }) })).toEqual([]);
    expect(contradictions({ people: known(share(3, 4)) })).toEqual(['statement']);
  });
});
