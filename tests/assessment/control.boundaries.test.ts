import { describe, expect, it } from 'vitest';
import { type AssessmentResult, assess } from '../../src/assessment/index.ts';
import { judge } from '../../src/assessment/judge.ts';
import { type Item, rollUp } from '../../src/assessment/roll-up.ts';
import type { ControlAssessment } from '../../src/model/assessment.ts';
import type { Fact, Measure } from '../../src/model/fact.ts';
import type { Test } from '../../src/model/practice.ts';
import { day, engagement, framework, holds, known, named, OWNERSHIP, practice, share, unknown } from './world.ts';

type Bears = 'directly' | 'partly' | 'as-context';
const edge = (of: string, bears: Bears = 'directly') => ({ practice: of, bears, because: 'It bears on it.' });
const A = practice('a', [{ fact: 'a', is: { holds: true } }]);
const B = practice('b', [{ fact: 'b', is: { holds: true } }], { severity: 'low' });

function run(
  control: object,
  {
    facts = {},
    says = {},
    practices = [A, B],
  }: { facts?: Record<string, Fact>; says?: object; practices?: object[] } = {},
): AssessmentResult {
  return assess({
    engagement: engagement(says),
    practices: practices as (typeof A)[],
    frameworks: [framework([{ id: 'C', answer: 'yes-no', ...control }])],
    facts: named(facts),
    ownership: OWNERSHIP,
    exhibits: [],
    obtainable: {},
  });
}
function judged(...given: Parameters<typeof run>): ControlAssessment {
  const control = run(...given).frameworks[0]?.controls[0];
  if (!control) throw new Error('no control');
  return control;
}
const YES = known(holds(true));
const NO = known(holds(false));
const NONE = unknown('no-evidence');

const accepts = (...of: string[]) =>
  of.map((each) => ({
    practice: each,
    until: '2026-12-31',
    because: 'It is being replaced',
    by: 'Dana',
    on: '2026-06-01',
  }));
const inherits = (...of: string[]) =>
  of.map((each) => ({ practice: each, provider: `Host of ${each}`, proof: 'SOC 2', on: '2026-06-01' }));
const leavesOut = (...of: string[]) =>
  of.map((each) => ({ practice: each, applies: false, because: `There is no ${each} here`, approvedBy: 'Dana' }));
const states = (...of: string[]) =>
  of.map((each) => ({
    practice: each,
    statement: `We do ${each}`,
    by: 'Dana',
    on: '2026-05-04',
    expires: '2027-05-04',
  }));

describe('what people decided, on a control of two practices', () => {
  const both = { practices: [edge('a'), edge('b')] };
  it.each<[string, Record<string, Fact>, object, string, string | null]>([
    ['nothing decided', { a: YES, b: YES }, {}, 'supported', null],
    ['one does not apply, the other is shown', { b: YES }, { applicability: leavesOut('a') }, 'supported', null],
    [
      'one does not apply, the other is refuted',
      { b: NO },
      { applicability: leavesOut('a') },
      'contradicted',
      'There is no a here (approved by Dana)',
    ],
    [
      'neither applies',
      { a: YES },
      { applicability: leavesOut('a', 'b') },
      'not-applicable',
      'There is no a here (approved by Dana)',
    ],
    [
      'both inherited',
      {},
      { inherited: inherits('a', 'b') },
      'inherited',
      'Provided by Host of a; proof: SOC 2, 2026-06-01 · Provided by Host of b; proof: SOC 2, 2026-06-01',
    ],
    [
      'one inherited, one shown',
      { b: YES },
      { inherited: inherits('a') },
      'inherited',
      'Provided by Host of a; proof: SOC 2, 2026-06-01',
    ],
    [
      'one inherited, one refuted',
      { b: NO },
      { inherited: inherits('a') },
      'contradicted',
      'Provided by Host of a; proof: SOC 2, 2026-06-01',
    ],
    [
      'one inherited, one accepted',
      {},
      { inherited: inherits('a'), riskAcceptances: accepts('b') },
      'accepted-risk',
      'Provided by Host of a; proof: SOC 2, 2026-06-01 · Risk accepted by Dana on 2026-06-01 until 2026-12-31: It is being replaced',
    ],
    [
      'both accepted, though refuted',
      { a: NO, b: NO },
      { riskAcceptances: accepts('a', 'b') },
      'accepted-risk',
      'Risk accepted by Dana on 2026-06-01 until 2026-12-31: It is being replaced',
    ],
    [
      'one accepted, one refuted',
      { b: NO },
      { riskAcceptances: accepts('a') },
      'contradicted',
      'Risk accepted by Dana on 2026-06-01 until 2026-12-31: It is being replaced',
    ],
    ['shown, and accepted all the same', { a: YES, b: YES }, { riskAcceptances: accepts('a') }, 'supported', null],
    ['refuted, and inherited all the same', { a: NO, b: YES }, { inherited: inherits('a') }, 'contradicted', null],
  ])('%s', (_, facts, says, verdict, remark) => {
    expect([judged(both, { facts, says }).verdict, judged(both, { facts, says }).remark]).toEqual([verdict, remark]);
  });

  it('does not reach what a control asks of its own', () => {
    const own = [{ fact: 'c', is: { holds: true }, shows: 'operation', bears: 'directly', because: 'Asked here.' }];
    const says = { inherited: inherits('a') };
    const of = (facts: Record<string, Fact>) => judged({ practices: [edge('a')], own }, { facts, says }).verdict;
    expect([of({ c: YES }), of({ c: NO })]).toEqual(['inherited', 'contradicted']);
    expect(of({})).not.toBe('inherited');
  });

  it('leaves a control that asks something of its own applicable though its practices are not', () => {
    const own = [{ fact: 'c', is: { holds: true }, shows: 'operation', bears: 'directly', because: 'Asked here.' }];
    const says = { applicability: leavesOut('a') };
    expect(judged({ practices: [edge('a')], own }, { facts: { c: YES }, says }).verdict).toBe('supported');
    expect(judged({ own }, { facts: { c: YES } }).verdict).toBe('supported');
  });

  it('counts for a practice only if it is of that practice', () => {
    const elsewhere = { riskAcceptances: accepts('b'), inherited: inherits('b'), attestations: states('b') };
    expect(judged({ practices: [edge('a')] }, { says: elsewhere })).toMatchObject({
      verdict: 'not-evidenced',
      remark: null,
    });
  });

  it('lets a statement stand beside what is stale, and never above it', () => {
    const facts = { a: known(holds(true), { newest: day('2026-01-01') }) };
    expect(judged({ practices: [edge('a')] }, { facts, says: { attestations: states('a') } })).toMatchObject({
      verdict: 'stale',
      remark: 'Stated by Dana on 2026-05-04, valid until 2027-05-04: We do a',
    });
  });

  it('takes the claim of that question alone, and none from after the as-of date', () => {
    const claim = (control: string, on: string) => ({ claims: [{ control, answer: 'yes', by: 'Dana', on }] });
    const of = (says: object) => judged({ onlyPeopleKnow: 'Yearly revenue' }, { says }).verdict;
    expect([of(claim('C', '2026-10-15')), of(claim('C', '2026-10-16')), of(claim('D', '2026-10-15')), of({})]).toEqual([
      'attested-only',
      'not-evidenced',
      'not-evidenced',
      'not-evidenced',
    ]);
  });
});

describe('what bears on a control', () => {
  const PARTLY = practice('p', [
    { fact: 'a', is: { holds: true } },
    { fact: 'b', is: { holds: true }, bears: 'partly' },
    { fact: 'c', is: { holds: true }, bears: 'as-context' },
  ]);
  const bears = (by: Bears) =>
    judged({ practices: [edge('p', by)] }, { practices: [PARTLY] }).reasons.map((reason) => reason.bears);

  it('is no more than what bears on the practice, and no more than the practice bears', () => {
    expect([bears('directly'), bears('partly'), bears('as-context')]).toEqual([
      ['directly', 'partly', 'as-context'],
      ['partly', 'partly', 'as-context'],
      ['as-context', 'as-context', 'as-context'],
    ]);
  });

  it('is nothing from a practice that nobody assessed', () => {
    const alone = judged({ practices: [edge('gone'), edge('a')] }, { facts: { a: YES } });
    expect([alone.practices, alone.verdict]).toEqual([['a'], 'supported']);
  });
});

describe('the words of an answer', () => {
  const answer = (facts: Record<string, Fact>, control: object = { practices: [edge('a')] }, says: object = {}) =>
    judged(control, { facts, says }).answer;

  it.each<[string, Record<string, Fact>, object, string]>([
    ['yes', { a: YES }, {}, 'Shown by the evidence. What of a? Yes.'],
    ['no', { a: NO }, {}, 'The evidence shows the contrary. What of a? No; expected: yes.'],
    [
      'cannot say',
      { a: NONE },
      {},
      'Cannot be said from the evidence. What of a? Not known: nothing that was read tells it.',
    ],
    ['not applicable', {}, { applicability: leavesOut('a') }, 'Not applicable: There is no a here (approved by Dana)'],
  ])('%s', (_, facts, says, text) => {
    expect(answer(facts, undefined, says)?.text).toBe(text);
  });

  it('are those of what bears directly, and of what bears partly where it lowers the answer or nothing else does', () => {
    const text = (facts: Record<string, Fact>) =>
      answer(facts, { practices: [edge('a'), edge('b', 'partly')] })?.text ?? '';
    expect(text({ a: YES, b: YES })).not.toContain('What of b?');
    expect(text({ a: YES, b: NO })).toBe('Shown in part. What of a? Yes. What of b? No; expected: yes.');
    expect(text({ a: NO, b: NO })).not.toContain('What of b?');
    expect(answer({ b: YES }, { practices: [edge('b', 'partly')] })?.text).toContain('What of b? Yes.');
    expect(answer({ b: YES }, { practices: [edge('b', 'as-context')] })?.text).not.toContain('What of b?');
    expect(answer({ a: YES }, { practices: [edge('a'), edge('a')] })?.text.match(/What of a/g)).toHaveLength(1);
  });

  it('are none where none is asked for', () => {
    expect(answer({ a: YES }, { practices: [edge('a')], answer: undefined })).toBeNull();
  });

  it('name at most fifty exceptions and count all', () => {
    const exceptions = Array.from({ length: 60 }, (_, i) => ({
      place: { path: 'a.csv', row: i + 1 },
      text: `row ${i}`,
    }));
    const facts = {
      a: known(holds(false), { exceptions, exceptionCount: 70 }),
      b: known(holds(false), { exceptionCount: 3 }),
    };
    const both = answer(facts, { practices: [edge('a'), edge('b')] });
    expect([both?.exceptions.length, both?.exceptionCount, both?.exceptions[0]?.text]).toEqual([50, 73, 'row 0']);
  });

  it('tell a row once that two measures speak of', () => {
    const same = { place: { path: 'a.csv', row: 7 }, text: 'PRT01: no agent was seen' };
    const other = { place: { path: 'a.csv', row: 8 }, text: 'PRT02: no agent was seen' };
    const facts = {
      a: known(holds(false), { exceptions: [same, other], exceptionCount: 2 }),
      b: known(holds(false), { exceptions: [same], exceptionCount: 1 }),
    };
    const both = answer(facts, { practices: [edge('a'), edge('b')] });
    expect([both?.exceptions, both?.exceptionCount]).toEqual([[same, other], 2]);
  });

  it('tell a row once however each measure words it, and what one measure tells apart at a place apart', () => {
    const place = { path: 'restores.csv', row: 4 };
    const told = (...texts: readonly string[]) =>
      known(holds(false), { exceptions: texts.map((text) => ({ place, text })), exceptionCount: texts.length });
    const both = (a: Fact, b: Fact) => answer({ a, b }, { practices: [edge('a'), edge('b')] });
    const [short, full] = ['FS01: restored with errors', 'FS01: files restored, 2026-09-03: restored with errors'];
    expect(both(told(short), told(full))).toMatchObject({ exceptions: [{ place, text: full }], exceptionCount: 1 });
    const [late, lost] = ['Acme: reviewed late', 'Acme: agreement expired'];
    expect(both(told(late), told(lost))).toMatchObject({
      exceptions: [{ text: `${late}; ${lost}` }],
      exceptionCount: 1,
    });
    expect(both(told('Policy: except group A', 'Policy: except group B'), told(short))).toMatchObject({
      exceptionCount: 3,
    });
  });

  it('stand beside the claim and its override', () => {
    const override = { by: 'Sam', on: '2026-10-12', because: 'Seen on the console' };
    const claims = [
      { control: 'D', answer: 'no', by: 'Sam', on: '2026-10-01' },
      { control: 'C', answer: true, by: 'Dana', on: '2026-10-10', override },
    ];
    expect(answer({ a: NO }, undefined, { claims })).toMatchObject({
      claimed: { answer: 'yes', by: 'Dana', on: '2026-10-10' },
      override: { answer: 'yes', ...override },
    });
    expect(answer({ a: NO })).toMatchObject({ claimed: null, override: null });
  });
});

describe('a reason', () => {
  const days = (value: number): Measure => ({ kind: 'days', days: value });
  const count = (value: number): Measure => ({ kind: 'count', count: value, unit: 'account' });
  const times = (found: number, expected: number): Measure => ({ kind: 'occurrences', found, expected, dates: [] });
  const names: Measure = { kind: 'names', names: ['restic'] };
  const reason = (is: Test, fact: Fact) =>
    judge({ fact: 'f', is, shows: 'operation', bears: 'directly', because: 'because it is so' }, fact, 'Is it so?', {
      asOf: day('2026-10-15'),
      periodFrom: day('2025-10-01'),
      thresholds: {},
      freshDays: 92,
      practice: 'p',
    });

  it.each<[Test, Measure, string]>([
    [{ known: true }, names, 'told by the exports'],
    [{ holds: true }, holds(true), 'yes'],
    [{ holds: false }, holds(true), 'no'],
    [{ occurs: 'as-expected' }, times(4, 4), 'each time it is due'],
    [{ atLeastPercent: 100 }, share(1, 1), 'all of them'],
    [{ atLeastPercent: 99 }, share(1, 1), 'at least 99 %'],
    [{ atMostPercent: 0 }, share(1, 1), 'none'],
    [{ atMostPercent: 1 }, share(1, 1), 'at most 1 %'],
    [{ atLeast: 0 }, count(0), 'at least 0'],
    [{ atLeast: 100 }, count(0), 'at least 100'],
    [{ atMost: 0 }, count(0), 'none'],
    [{ atMost: 1 }, count(0), 'at most 1'],
    [{ atMostDays: 30 }, days(0), 'at most 30 days'],
    [{ withinDays: 30 }, days(0), 'within 30 days of the as-of date'],
  ])('%j expects it in words', (is, measure, expected) => {
    expect(reason(is, known(measure)).expected).toBe(expected);
  });

  it.each<[string, Fact, Test, boolean | null]>([
    ['met', known(holds(true)), { holds: true }, true],
    ['attested', known(holds(true), { strength: 'A' }), { holds: true }, true],
    ['refuted', known(holds(false)), { holds: true }, false],
    ['partly', known(share(1, 2)), { atLeastPercent: 100 }, false],
    ['stale', known(holds(true), { newest: null }), { holds: true }, null],
    ['unknown', unknown('no-evidence'), { holds: true }, null],
    ['stale', unknown('only-outside-period'), { holds: true }, null],
    ['stale', unknown('undated'), { holds: true }, null],
    ['unknown', known(holds(true)), { atMost: 0 }, null],
  ])('that is %s says whether it holds, or that nobody knows', (outcome, fact, is, wanted) => {
    expect([reason(is, fact).outcome, reason(is, fact).holds]).toEqual([outcome, wanted]);
  });

  it('carries n of d of a share and of occurrences, never more than all, and none else', () => {
    expect(reason({ atLeastPercent: 95 }, known(share(3, 4))).share).toEqual({ n: 3, of: 4 });
    expect(reason({ occurs: 'as-expected' }, known(times(3, 4))).share).toEqual({ n: 3, of: 4 });
    expect(reason({ occurs: 'as-expected' }, known(times(9, 4))).share).toEqual({ n: 4, of: 4 });
    expect([reason({ atMost: 0 }, known(count(0))).share, reason({ atMostDays: 1 }, known(days(0))).share]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('does not ask for a list where nothing is a share', () => {
    expect(reason({ holds: true }, known(holds(true), { populationKnown: false })).outcome).toBe('met');
  });
});

describe('the order of the register and its words', () => {
  const C = practice(
    'c',
    [
      { fact: 'c', is: { atLeastPercent: 100 } },
      { fact: 'x', is: { holds: true }, bears: 'as-context' },
    ],
    { severity: 'high' },
  );
  const D = practice('d', [{ fact: 'd', is: { holds: true } }], { severity: 'high' });
  const gaps = (facts: Record<string, Fact>, says: object = {}) =>
    run({ practices: [edge('b'), edge('a'), edge('c'), edge('d')] }, { facts, says, practices: [B, A, C, D] }).gaps;

  it('is severity first, then the verdict, then the catalogue', () => {
    const facts = { a: NO, b: NO, c: known(share(1, 2)), d: NO };
    expect(gaps(facts).map(({ practice: of, severity, verdict, id }) => [id, of, severity, verdict])).toEqual([
      ['GAP-001', 'a', 'high', 'contradicted'],
      ['GAP-002', 'd', 'high', 'contradicted'],
      ['GAP-003', 'c', 'high', 'partly-supported'],
      ['GAP-004', 'b', 'low', 'contradicted'],
    ]);
    const old = known(holds(true), { newest: day('2026-01-01') });
    expect(
      gaps({ a: NONE, c: NONE, d: old, b: NO }, { attestations: states('c') }).map((gap) => [
        gap.practice,
        gap.verdict,
      ]),
    ).toEqual([
      ['d', 'stale'],
      ['a', 'not-evidenced'],
      ['c', 'attested-only'],
      ['b', 'contradicted'],
    ]);
  });

  it('says what is open and where, each control that asks for it, and nothing of what is met or mere context', () => {
    const row = (text: string) => ({ place: { path: 'a.csv', row: 1 }, text });
    const facts = {
      c: known(share(1, 2), { exceptions: [row('without')], basis: [row('with')] }),
      x: NO,
    };
    const [gap] = gaps(facts, { applicability: leavesOut('a', 'b', 'd') });
    expect(gap?.weakness).toBe('Practice c: What of c? 1 of 2 people; expected: all of them.');
    expect(gap?.places.slice(0, 2)).toEqual([row('without'), row('with')]);
    expect(gap?.controls).toEqual([{ framework: 'house', control: 'C' }]);
  });

  it('does not list what is context alone and silent, and does list what speaks against a context', () => {
    const control = { practices: [edge('a'), edge('d', 'as-context')] };
    const listed = (d: Fact) =>
      run(control, { facts: { a: NO, d }, practices: [A, D] }).gaps.map((gap) => gap.practice);
    expect(listed(NONE)).toEqual(['a']);
    expect(listed(known(holds(false)))).toEqual(['a', 'd']);
  });

  it('takes the plan and the acceptance of that practice alone', () => {
    const remediation = [{ practice: 'b', action: 'Other work', owner: 'msp', due: '2026-12-01', status: 'planned' }];
    const says = { remediation, riskAcceptances: [...accepts('b'), { ...accepts('a')[0], until: '2027-01-31' }] };
    const a = gaps({ a: NO }, says).find((gap) => gap.practice === 'a');
    expect([a?.action, a?.due, a?.status, a?.milestones]).toEqual([
      'Do it and show it.',
      '2027-01-31',
      'risk accepted',
      [],
    ]);
    const d = gaps({ d: NO }, says).find((gap) => gap.practice === 'd');
    expect([d?.due, d?.status, d?.actionBasis, d?.owner]).toEqual(['2026-11-14', 'open', 'proposed', '']);
  });

  it('proposes milestones where nobody planned any: the exceptions or the asking first, by thirds of the time', () => {
    const of = (fact: Fact) => gaps({ d: fact }).find((gap) => gap.practice === 'd')?.milestones;
    expect(of(known(holds(false), { exceptionCount: 2 }))).toEqual([
      '2026-10-25 Each of the 2 exceptions is closed or explained',
      '2026-11-04 The action is done',
      '2026-11-14 What closes it is handed over',
    ]);
    expect(of(NO)?.[0]).toBe('2026-10-25 Ask for that export.');
    expect(of(NONE)?.[0]).toBe('2026-11-14 Ask for that export.');
    expect(of(known(holds(false), { exceptionCount: 1 }))?.[0]).toBe(
      '2026-10-25 The one exception is closed or explained',
    );
  });

  it('proposes to mend what falls short, to show what is stated, and what nothing shows to be shown or done', () => {
    const of = (fact: Fact) => {
      const { action, milestones } = gaps({ d: fact }).find((gap) => gap.practice === 'd') ?? {};
      return { action, last: milestones?.[0] };
    };
    expect(of(NO).action).toBe('Do it and show it.');
    expect(of(known(holds(true), { newest: day('2025-11-01') })).action).toBe('Do it and show it.');
    expect(of(NONE).action).toBe('If it is done, show it. If not: Do it and show it.');
    expect(of(known(holds(true), { strength: 'A' }))).toEqual({
      action: 'Hand over what shows it; so far a person or a plan says it.',
      last: '2027-01-13 What closes it is handed over',
    });
  });

  it('lists as missing what applies, with what each lacks', () => {
    const { missing } = run({ practices: [edge('a'), edge('b')] }, { says: { applicability: leavesOut('b') } });
    expect(missing.map(({ practice: of, by, because }) => [of, by, because])).toEqual([
      ['a', '', 'a Not known: the exports handed over do not measure it.'],
    ]);
  });
});

describe('many outcomes', () => {
  const item = (outcome: Item['outcome'], bears: Bears = 'directly', more: Partial<Item> = {}): Item => ({
    outcome,
    bears,
    ...more,
  });
  const HALF = { n: 1, of: 2, unit: 'people' };

  it('carry the extent of what lowers them, else count', () => {
    expect(rollUp([item('met'), item('partly', 'partly', { extent: HALF })], 'x').extent).toEqual(HALF);
    expect(
      rollUp([item('met'), item('unknown', 'partly'), item('partly', 'partly', { extent: HALF })], 'x').extent,
    ).toEqual(HALF);
    // The word of a person lowers nothing there and proves nothing either: two of four are shown.
    expect(
      rollUp([item('met'), item('unknown', 'partly'), item('met', 'partly'), item('attested', 'partly')], 'x').extent,
    ).toEqual({ n: 2, of: 4, unit: 'x' });
    expect(rollUp([item('met'), item('unknown', 'partly'), item('met', 'partly')], 'x').extent).toEqual({
      n: 2,
      of: 3,
      unit: 'x',
    });
    expect(rollUp([item('met'), item('refuted', 'as-context')], 'x')).toEqual({ verdict: 'supported', extent: null });
  });
});
