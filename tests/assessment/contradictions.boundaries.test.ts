import { describe, expect, it } from 'vitest';
import { sameAnswer } from '../../src/assessment/answer.ts';
import { assess } from '../../src/assessment/index.ts';
import type { Contradiction } from '../../src/model/assessment.ts';
import type { Framework } from '../../src/model/control.ts';
import type { Basis, Fact, KnownFact, Measure } from '../../src/model/fact.ts';
import { engagement, framework, holds, known, named, OWNERSHIP, practice, share, unknown } from './world.ts';

const DIRECT = { bears: 'directly', because: 'It is the same thing.' };
const PRACTICES = [
  practice('mfa', [{ fact: 'mfa-share', is: { atLeastPercent: 100 } }]),
  practice('admins', [{ fact: 'admin-count', is: { atMost: 9 } }]),
  practice(
    'patching',
    [
      { fact: 'slowest-patch', is: { atMostDays: 30 } },
      { fact: 'patch-policy', is: { holds: true }, shows: 'design', bears: 'partly' },
    ],
    {
      figures: [
        { stated: 'policy-days', measured: 'slowest-patch', is: 'no-more', because: 'The document says so.' },
        { stated: 'kept-days-wanted', measured: 'kept-days', is: 'no-less', because: 'The document says so.' },
      ],
    },
  ),
];
const on = (of: string, over: object = {}) => ({ practices: [{ practice: of, ...DIRECT, ...over }] });
const CONTROLS = [
  { id: 'Q-MFA', answer: 'yes-no', ...on('mfa') },
  { id: 'Q-ADMINS', answer: 'number', ...on('admins') },
  { id: 'Q-PATCHES', answer: 'yes-no', ...on('patching') },
];
const rowAt = (row: number, text = `row ${row}`): Basis => ({ place: { path: 'a.csv', row }, text });
const rowsTo = (last: number) => Array.from({ length: last }, (_, i) => rowAt(i + 1));

interface World {
  readonly facts?: Readonly<Record<string, Fact>>;
  readonly says?: object;
  readonly frameworks?: readonly Framework[];
}

function found({ facts = {}, says = {}, frameworks = [framework(CONTROLS)] }: World): readonly Contradiction[] {
  const { contradictions } = assess({
    engagement: engagement(says),
    practices: PRACTICES,
    frameworks,
    facts: named(facts),
    ownership: OWNERSHIP,
    exhibits: [],
    obtainable: {},
  });
  return contradictions;
}

/** `kind control|practice: claimed > ceiling`, one each. */
const gist = (all: readonly Contradiction[]) =>
  all.map((each) => `${each.kind} ${each.control ?? each.practice}: ${each.claimed} > ${each.ceiling}`);
const claim = (control: string, answer: unknown, more: object = {}) => ({
  control,
  answer,
  by: 'Dana',
  on: '2026-10-10',
  ...more,
});
const OVERRIDE = { override: { by: 'Sam', on: '2026-10-11', because: 'the vendor confirmed it' } };

const MOST = known(share(38, 40), { exceptions: [rowAt(7, 'kiosk: none')], exceptionCount: 1 });
const counted = (count: number): KnownFact => known({ kind: 'count', count, unit: 'account' });
const days = (value: number, more: Partial<KnownFact> = {}) => known({ kind: 'days', days: value }, more);

describe('a claim above what the exhibits allow', () => {
  it('is told with both sides, its rows, and nobody who stands by it', () => {
    const [one, ...more] = found({ facts: { 'mfa-share': MOST }, says: { claims: [claim('Q-MFA', 'yes')] } });
    expect(more).toEqual([]);
    expect(one).toMatchObject({ kind: 'claim', control: 'Q-MFA', practice: null, claimed: 'yes', ceiling: 'partly' });
    expect(one?.override).toBeNull();
    expect(one?.sides[0]).toEqual({ says: expect.stringContaining('Dana intends to answer "yes"'), places: [] });
    expect(one?.sides[1].says).toContain('at most "partly"');
    expect(one?.sides[1].places.map(({ text }) => text)).toEqual(['kiosk: none', 'a row']);
    expect(one?.places).toEqual(one?.sides[1].places);
    expect(one?.text).toContain('38 of 40 people');
    expect(one?.text).not.toContain('stands by');
  });

  it('is told also where somebody stands by it, with the reason', () => {
    const [one] = found({ facts: { 'mfa-share': MOST }, says: { claims: [claim('Q-MFA', 'yes', OVERRIDE)] } });
    expect(one?.override).toContain('Sam stands by the answer (2026-10-11): the vendor confirmed it');
    expect(one?.text.endsWith(one.override ?? 'nothing')).toBe(true);
    const [share] = found({ facts: { 'mfa-share': MOST }, says: { claims: [claim('Q-MFA', 99, OVERRIDE)] } });
    expect(share?.override).toContain('Sam');
  });

  it.each<[unknown, readonly string[]]>([
    [95, []],
    [96, ['claim Q-MFA: 96 > 38 of 40 people']],
    ['95 %', []],
    ['95%', []],
    ['95.5 %', ['claim Q-MFA: 95.5 % > 38 of 40 people']],
    ['95.05 %', ['claim Q-MFA: 95.05 % > 38 of 40 people']],
    ['100%', ['claim Q-MFA: 100% > 38 of 40 people']],
    ['100  %', []],
    ['about 100 %', []],
    ['100 % of admins', []],
    ['100', []],
    [0, []],
    [true, ['claim Q-MFA: yes > partly']],
    [false, []],
  ])('of a share: %j', (answer, wanted) => {
    expect(gist(found({ facts: { 'mfa-share': MOST }, says: { claims: [claim('Q-MFA', answer)] } }))).toEqual(wanted);
  });

  it.each<[unknown, readonly string[]]>([
    [4, []],
    [5, ['claim Q-ADMINS: 5 > 4 accounts']],
    [3, ['claim Q-ADMINS: 3 > 4 accounts']],
    ['4', []],
    ['12', ['claim Q-ADMINS: 12 > 4 accounts']],
    ['5 accounts', []],
    ['about 5', []],
    ['5 %', []],
  ])('of a number of things: %j', (answer, wanted) => {
    const facts = { 'admin-count': counted(4) };
    expect(gist(found({ facts, says: { claims: [claim('Q-ADMINS', answer)] } }))).toEqual(wanted);
  });

  it('shows what was measured beside the number, and nothing where nothing was', () => {
    const says = { claims: [claim('Q-ADMINS', 5)] };
    const [one] = found({ facts: { 'admin-count': counted(4) }, says });
    expect(one?.text).toContain('measured: 4 accounts');
    expect(one?.sides.map(({ says: words }) => words)).toEqual([
      expect.stringContaining('"5"'),
      'Measured: 4 accounts.',
    ]);
    expect(one?.sides[1].places).toHaveLength(1);
    expect(found({ facts: { 'admin-count': unknown('no-evidence') }, says })).toEqual([]);
    expect(found({ says })).toEqual([]);
    // Days are no number of things.
    expect(found({ facts: { 'slowest-patch': days(4) }, says: { claims: [claim('Q-PATCHES', 5)] } })).toEqual([]);
  });

  it('is not a number against what bears on the question only in part', () => {
    const frameworks = [framework([{ id: 'Q-ADMINS', answer: 'number', ...on('admins', { bears: 'partly' }) }])];
    const says = { claims: [claim('Q-ADMINS', 5)] };
    expect(found({ facts: { 'admin-count': counted(4) }, says, frameworks })).toEqual([]);
    const shares = [framework([{ id: 'Q-MFA', answer: 'number', ...on('mfa', { bears: 'partly' }) }])];
    expect(found({ facts: { 'mfa-share': MOST }, says: { claims: [claim('Q-MFA', 99)] }, frameworks: shares })).toEqual(
      [],
    );
  });

  it('needs a question that takes an answer and is asked', () => {
    const says = { claims: [claim('Q-MFA', 'yes')] };
    const frameworks = [framework([{ id: 'Q-MFA', ...on('mfa') }])];
    expect(found({ facts: { 'mfa-share': MOST }, says, frameworks })).toEqual([]);
    expect(found({ facts: { 'mfa-share': MOST }, says: { claims: [claim('Q-OTHER', 'yes')] } })).toEqual([]);
  });

  it('speaks where people know and exhibits show something, and not where only people know', () => {
    const says = { claims: [claim('Q-PAST', 'yes')] };
    const asked = (over: object) => [
      framework([
        { id: 'Q-OTHER', answer: 'yes-no', ...on('mfa') },
        { id: 'Q-PAST', answer: 'yes-no', ...over },
      ]),
    ];
    const onlyPeopleKnow = 'Whether there was a claim';
    expect(found({ says, frameworks: asked({ onlyPeopleKnow }) })).toEqual([]);
    expect(gist(found({ says, frameworks: asked({}) }))).toEqual(['claim Q-PAST: yes > cannot-say']);
    const shown = { facts: { 'mfa-share': MOST }, says, frameworks: asked({ onlyPeopleKnow, ...on('mfa') }) };
    expect(gist(found(shown))).toEqual(['claim Q-PAST: yes > partly']);
  });

  it('is held against the question of each framework for itself', () => {
    const asked = (id: string, over: object) => ({ ...framework([{ id: 'Q-1', answer: 'yes-no', ...over }]), id });
    const frameworks = [asked('a', { onlyPeopleKnow: 'Whether there was one' }), asked('b', {})];
    const says = { claims: [claim('Q-1', 'yes')] };
    expect(gist(found({ says, frameworks }))).toEqual(['claim Q-1: yes > cannot-say']);
    expect(gist(found({ says, frameworks: [...frameworks].reverse() }))).toEqual(['claim Q-1: yes > cannot-say']);
  });

  it('shows at most fifty rows, those that speak against it first, and none that are context', () => {
    const many = known(share(0, 80), {
      basis: rowsTo(20),
      exceptions: rowsTo(60).map((row) => ({ ...row, text: 'x' })),
    });
    const says = { claims: [claim('Q-MFA', 'yes')] };
    const [one] = found({ facts: { 'mfa-share': many }, says });
    expect(one?.sides[1].places).toHaveLength(50);
    expect(one?.places).toHaveLength(50);
    expect(new Set(one?.places.map(({ text }) => text))).toEqual(new Set(['x']));
    const frameworks = [
      framework([{ id: 'Q-MFA', answer: 'yes-no', practices: [...on('mfa').practices, ...CONTEXT.practices] }]),
    ];
    const facts = { 'mfa-share': MOST, 'admin-count': known(holds(true), { basis: [rowAt(9, 'context')] }) };
    const [two] = found({ facts, says, frameworks });
    expect(two?.places.map(({ text }) => text)).toEqual(['kiosk: none', 'a row']);
  });
});

const CONTEXT = on('admins', { bears: 'as-context' });

describe('one question, two answers', () => {
  const twice = (...answers: readonly unknown[]) =>
    found({ says: { claims: answers.map((answer, i) => claim('Q-MFA', answer, { by: ['Dana', 'Sam', 'Kim'][i] })) } });
  const about = (all: readonly Contradiction[]) => gist(all.filter(({ kind }) => kind === 'same-question'));

  it.each<[readonly unknown[], readonly string[]]>([
    [['no', 'no'], []],
    [['no', 'No.'], []],
    [[false, 'no'], []],
    [['no', 'partly'], ['same-question Q-MFA: no > partly']],
    [
      ['no', 'partly', 'no'],
      ['same-question Q-MFA: no > partly', 'same-question Q-MFA: partly > no'],
    ],
  ])('%j', (answers, wanted) => expect(about(twice(...answers))).toEqual(wanted));

  const asked = (...sameAs: readonly (object | undefined)[]) =>
    framework(
      sameAs.map((same, i) => ({
        id: `Q-${i + 1}`,
        answer: 'yes-no',
        ...on('mfa'),
        ...(same === undefined ? {} : { sameAs: same }),
      })),
    );
  const held = (a: string, b: string, frameworks: readonly Framework[]) =>
    about(found({ says: { claims: [claim(a, 'partly'), claim(b, 'no')] }, frameworks, facts: { 'mfa-share': MOST } }));

  it('is one question under two names, in one framework or two, whichever names the other', () => {
    const pair = [asked({ house: ['Q-2'] }, undefined)];
    expect(held('Q-1', 'Q-2', pair)).toEqual(['same-question Q-1: partly > no']);
    expect(held('Q-2', 'Q-1', pair)).toEqual(['same-question Q-2: partly > no']);
    const across = [asked({ other: ['X-1'] }), { ...framework([{ id: 'X-1', answer: 'yes-no' }]), id: 'other' }];
    expect(held('X-1', 'Q-1', across)).toEqual(['same-question X-1: partly > no']);
  });

  it('reaches by way of a third, and of a group that was joined later', () => {
    const chain = [asked({ house: ['Q-2'] }, { house: ['Q-3'] }, undefined, undefined)];
    expect(held('Q-1', 'Q-3', chain)).toEqual(['same-question Q-1: partly > no']);
    expect(held('Q-1', 'Q-4', chain)).toEqual([]);
    const joined = [asked({ house: ['Q-2'] }, undefined, { house: ['Q-4'] }, { house: ['Q-2'] })];
    expect(held('Q-1', 'Q-3', joined)).toEqual(['same-question Q-1: partly > no']);
    const both = [asked({ house: ['Q-2'], other: ['Q-3'] }, undefined, undefined)];
    expect(held('Q-2', 'Q-3', both)).toEqual(['same-question Q-2: partly > no']);
  });

  it('is not asked by two that have nothing to do with each other', () => {
    expect(held('Q-1', 'Q-2', [asked(undefined, undefined)])).toEqual([]);
    expect(held('Q-7', 'Q-8', [asked(undefined)])).toEqual([]);
    expect(held('Q-7', 'Q-7', [asked(undefined)])).toEqual(['same-question Q-7: partly > no']);
  });

  it('is told with what each said, the rows of each, and who stands by either', () => {
    const frameworks = [asked({ house: ['Q-2'] }, undefined)];
    const told = (first: object, second: object) =>
      found({
        says: { claims: [claim('Q-1', 'partly', first), claim('Q-2', 'no', { by: 'Sam', ...second })] },
        frameworks,
        facts: { 'mfa-share': MOST },
      })[0];
    const bare = told({}, {});
    expect(bare).toMatchObject({ practice: null, override: null });
    expect(bare?.text).toBe('Q-1 and Q-2 ask the same: "partly" by Dana, "no" by Sam.');
    expect(bare?.sides.map(({ says }) => says)).toEqual([
      expect.stringContaining('Dana intends to answer "partly" to Q-1'),
      expect.stringContaining('Sam intends to answer "no" to Q-2'),
    ]);
    expect(bare?.sides.map(({ places }) => places.length)).toEqual([2, 2]);
    expect(bare?.places).toHaveLength(4);
    expect(told(OVERRIDE, {})?.override).toContain('Sam stands by');
    expect(told({}, OVERRIDE)?.override).toContain('Sam stands by');
    const sides = found({ says: { claims: [claim('Q-MFA', 'no'), claim('Q-MFA', 'partly')] } })[0]?.sides;
    expect(sides?.every(({ places }) => places.length === 0)).toBe(true);
    const rows = found({
      says: { claims: [claim('Q-MFA', 'no'), claim('Q-MFA', 'partly')] },
      facts: { 'admin-count': counted(4) },
    });
    expect(rows[0]?.places).toEqual([]);
  });

  it('shows at most fifty rows of both sides together', () => {
    const many = known(share(38, 40), { basis: rowsTo(45), exceptions: [] });
    const [one] = found({
      says: { claims: [claim('Q-1', 'partly'), claim('Q-2', 'no')] },
      frameworks: [asked({ house: ['Q-2'] }, undefined)],
      facts: { 'mfa-share': many },
    });
    expect([one?.sides[0].places.length, one?.sides[1].places.length, one?.places.length]).toEqual([45, 45, 50]);
  });
});

describe('answers in words', () => {
  it.each<[string, string, boolean]>([
    ['Yes', 'yes, for everybody', true],
    ['  YES. ', 'true', true],
    ['yes', 'yes, but not the kiosk', false],
    ['yes-except', 'Yes, except the kiosk', true],
    ['yes, some', 'yes, partially', true],
    ['partly', 'In part', true],
    ['Partially done', 'partly', true],
    ['no', 'False', true],
    ['no', 'No, not yet!', true],
    ['no', 'none', false],
    ['yes', 'yesterday', false],
    ['no', 'no later than March', false],
    ['no more than 3', 'No more  than 3.', true],
    ['no less', 'no fewer', false],
    ['cannot-say', 'Cannot-say.', true],
    ['4', '4', true],
    ['4', '4 people', false],
    ['4', '5', false],
    ['Duo', 'Okta', false],
    ['v1.2', 'v12', false],
    ['4', 'yes', false],
    ['yes', '4', false],
    ['We use  Duo', 'we use duo', true],
    ['n/a', 'N/A!!', true],
    ['in part', 'we do it in part', false],
    ['we say yes', 'yes', false],
    ['we say no', 'no', false],
  ])('"%s" and "%s" say the same: %s', (a, b, same) => {
    expect([sameAnswer(a, b), sameAnswer(b, a)]).toEqual([same, same]);
  });
});

describe('what an answer says of itself', () => {
  const told = (control: object, facts: World['facts'] = {}, says: object = {}) => {
    const { frameworks } = assess({
      engagement: engagement(says),
      practices: PRACTICES,
      frameworks: [framework([{ id: 'Q-1', answer: 'yes-no', ...control }])],
      facts: named(facts),
      ownership: OWNERSHIP,
      exhibits: [],
      obtainable: {},
    });
    return frameworks[0]?.controls[0]?.answer?.text;
  };
  const WITHOUT = { notMeasured: 'Whether customers are told of it.' };
  const PEOPLE = { onlyPeopleKnow: 'Whether there was a claim' };

  it.each<[string, object, World['facts'], object, string]>([
    ['only people', PEOPLE, {}, {}, 'Only people know this: Whether there was a claim'],
    ['people and exhibits', { ...PEOPLE, ...on('mfa') }, { 'mfa-share': MOST }, {}, 'Shown in part.'],
    ['nothing that is read', WITHOUT, {}, {}, 'No export that is read here shows this: Whether customers'],
    ['a part that is read', { ...WITHOUT, ...on('mfa') }, { 'mfa-share': MOST }, {}, 'Shown in part.'],
    ['nothing asked', {}, {}, {}, 'Cannot be said from the evidence.'],
    ['all', on('mfa'), { 'mfa-share': known(share(40, 40)) }, {}, 'Shown by the evidence. What of mfa-share? 40 of 40'],
    ['none', on('mfa'), { 'mfa-share': known(share(0, 40)) }, {}, 'The evidence shows the contrary. What of'],
    [
      'but for what was accepted',
      on('mfa'),
      { 'mfa-share': MOST },
      { riskAcceptances: [{ practice: 'mfa', until: '2026-12-31', because: 'Kiosk', by: 'Dana', on: '2026-06-01' }] },
      'Shown but for 1 accepted exception. What of mfa-share?',
    ],
    [
      'not applicable',
      on('mfa'),
      {},
      { applicability: [{ control: 'Q-1', applies: false, because: 'Nobody signs in', approvedBy: 'Dana' }] },
      'Not applicable: Nobody signs in (approved by Dana)',
    ],
  ])('%s', (_, control, facts, says, words) => expect(told(control, facts, says)).toContain(words));

  it('sets a space between two reasons and says each once', () => {
    const control = { practices: [...on('mfa').practices, ...on('admins').practices, ...on('mfa').practices] };
    const facts = { 'mfa-share': known(share(40, 40)), 'admin-count': counted(4) };
    expect(told(control, facts)).toBe(
      'Shown by the evidence. What of mfa-share? 40 of 40 people. What of admin-count? 4 accounts.',
    );
  });
});

describe('this package and the last', () => {
  const last = (answers: readonly object[]) => ({
    client: 'Lakeside',
    asOf: '2025-10-15',
    period: { from: '2024-10-01', to: '2025-09-30' },
    sha256: 'a'.repeat(64),
    answers,
  });
  const then = (answer: string | null, over: object = {}) => ({
    framework: 'house',
    control: 'Q-MFA',
    ceiling: 'yes',
    claimed: answer === null ? null : { answer, by: 'Dana', on: '2025-10-10' },
    ...over,
  });
  const held = (answers: readonly object[], says: object = {}, facts: World['facts'] = { 'mfa-share': MOST }) =>
    found({ facts, says: { previous: last(answers), ...says } });

  it.each<[string, readonly object[], object, readonly string[]]>([
    ['the same again', [then('partly')], { claims: [claim('Q-MFA', 'Partly.')] }, []],
    ['another answer', [then('no')], { claims: [claim('Q-MFA', 'partly')] }, ['last-package Q-MFA: no > partly']],
    ['an answer that nobody gave then', [then(null)], { claims: [claim('Q-MFA', 'partly')] }, []],
    ['an answer no longer shown', [then('yes')], {}, ['last-package Q-MFA: yes > partly']],
    ['an answer still shown', [then('partly')], {}, []],
    ['nothing said then or now', [then(null)], {}, []],
    ['a question of another framework', [then('yes', { framework: 'other' })], {}, []],
    ['another question', [then('yes', { control: 'Q-GONE' })], {}, []],
    [
      'the claim on another question',
      [then('yes')],
      { claims: [claim('Q-ADMINS', 4)] },
      ['last-package Q-MFA: yes > partly'],
    ],
  ])('%s', (_, answers, says, wanted) => {
    expect(gist(held(answers, says))).toEqual(wanted);
  });

  it('is silent where today nothing can be said, and where the package was not opened', () => {
    expect(held([then('yes')], {}, {})).toEqual([]);
    expect(found({ facts: { 'mfa-share': MOST }, says: { previous: 'last.zip' } })).toEqual([]);
    const bare = [framework([{ id: 'Q-MFA', ...on('mfa') }])];
    const says = { previous: last([then('yes')]), claims: [claim('Q-MFA', 'no')] };
    expect(found({ facts: { 'mfa-share': MOST }, says, frameworks: bare })).toEqual([]);
  });

  it('tells who answered what, when, in which package, against the rows of today', () => {
    const [one] = held([then('yes')]);
    expect(one).toMatchObject({ practice: null, override: null });
    expect(one?.sides[0]).toEqual({ says: expect.stringContaining('Dana answered "yes" (2025-10-10)'), places: [] });
    expect(one?.sides[0].says).toContain(`2025-10-15, SHA-256 ${'a'.repeat(64)}`);
    expect(one?.sides[1].says).toContain('at most "partly". Shown in part');
    expect(one?.sides[1].places).toHaveLength(2);
    expect(one?.text).toContain('Q-MFA was answered "yes" as of 2025-10-15;');
    const [two] = held([then('no')], { claims: [claim('Q-MFA', 'partly', OVERRIDE)] });
    expect(two?.text).toContain('Q-MFA was answered "no" as of 2025-10-15 and is now answered "partly"');
    expect(two?.sides[1].says).toContain('intends to answer "partly" to Q-MFA');
    expect(two?.sides[1].places).toHaveLength(2);
    expect(two?.override).toContain('Sam stands by');
  });
});

describe('what a document sets, and what is measured', () => {
  const held = (policy: Fact, measured: Fact, ids = ['policy-days', 'slowest-patch']) =>
    found({ facts: { [ids[0] ?? '']: policy, [ids[1] ?? '']: measured } });
  const KEPT = ['kept-days-wanted', 'kept-days'];

  it.each<[number, number, readonly string[] | undefined, readonly string[]]>([
    [14, 14, undefined, []],
    [14, 13, undefined, []],
    [14, 15, undefined, ['policy patching: 14 days > 15 days']],
    [365, 365, KEPT, []],
    [365, 366, KEPT, []],
    [365, 364, KEPT, ['policy patching: 365 days > 364 days']],
  ])('%i days and %i days', (wanted, measured, ids, all) => {
    expect(gist(held(days(wanted), days(measured), ids && [...ids]))).toEqual(all);
  });

  it('needs both, in days', () => {
    const count: Measure = { kind: 'count', count: 15, unit: 'patch' };
    expect(held(unknown('no-evidence'), days(15))).toEqual([]);
    expect(held(days(14), unknown('no-evidence'))).toEqual([]);
    expect(held(known(count), days(16))).toEqual([]);
    expect(held(days(14), known(count))).toEqual([]);
    expect(found({ facts: { 'slowest-patch': days(15) } })).toEqual([]);
    expect(found({ facts: { 'policy-days': days(14) } })).toEqual([]);
  });

  it('is told with the words of the document and the rows of both', () => {
    const policy = days(14, { basis: [rowAt(1, 'Patching: "14 days"')] });
    const measured = days(45, { basis: [rowAt(2, 'WS02: 45 days')], exceptions: [rowAt(3, 'WS03: 45 days')] });
    const [one] = held(policy, measured);
    expect(one).toMatchObject({ control: null, override: null });
    expect(one?.text).toBe('Patching says "14 days" (14 days); the exhibits show: What of slowest-patch? 45 days.');
    expect(one?.sides).toEqual([
      { says: 'The document in force: Patching: "14 days".', places: policy.basis },
      { says: 'What of slowest-patch? 45 days.', places: [...measured.exceptions, ...measured.basis] },
    ]);
    const [bare] = held(days(14, { basis: [] }), measured);
    expect(bare?.sides[0].says).toContain('Practice patching');
    expect(bare?.text).toContain('Practice patching');
  });
});

describe('what a person stated, and what exports show', () => {
  const stated = (of: string) => ({
    attestations: [{ practice: of, statement: 'We always do it', by: 'Dana', on: '2026-05-04', expires: '2027-05-04' }],
  });

  it.each<[string, string, Readonly<Record<string, Fact>>, readonly string[]]>([
    ['refuted', 'mfa', { 'mfa-share': known(share(0, 40)) }, ['statement mfa: We always do it > contradicted']],
    ['shown in part', 'mfa', { 'mfa-share': MOST }, ['statement mfa: We always do it > partly-supported']],
    ['shown', 'mfa', { 'mfa-share': known(share(40, 40)) }, []],
    ['not known', 'mfa', {}, []],
    ['of nothing that is assessed', 'gone', { 'mfa-share': known(share(0, 40)) }, []],
    ['of another practice', 'admins', { 'mfa-share': known(share(0, 40)) }, []],
    ['refuted only by what bears in part', 'patching', { 'patch-policy': known(holds(false)) }, []],
  ])('%s', (_, of, facts, wanted) => {
    expect(gist(found({ facts, says: stated(of) }))).toEqual(wanted);
  });

  it('is told with what was measured and the rows that say so, exceptions first', () => {
    const facts = { 'slowest-patch': days(45, { exceptions: [rowAt(3)] }), 'patch-policy': known(holds(false)) };
    const [one] = found({ facts, says: stated('patching') });
    expect(one).toMatchObject({ control: null, override: null });
    expect(one?.sides[0]).toEqual({ says: 'Dana stated on 2026-05-04: "We always do it".', places: [] });
    expect(one?.sides[1].says).toBe('What of slowest-patch? 45 days; expected: at most 30 days.');
    expect(one?.sides[1].places.map(({ text }) => text)).toEqual(['row 3', 'a row']);
    expect(one?.text).toContain('exports show otherwise: What of slowest-patch?');
    const both = practice('two', [
      { fact: 'mfa-share', is: { atLeastPercent: 100 } },
      { fact: 'admin-count', is: { atMost: 3 } },
    ]);
    const said = assess({
      engagement: engagement(stated('two')),
      practices: [both],
      frameworks: [],
      facts: named({ 'mfa-share': MOST, 'admin-count': counted(4) }),
      ownership: OWNERSHIP,
      exhibits: [],
      obtainable: {},
    }).contradictions[0];
    expect(said?.sides[1].says).toContain('all of them. What of admin-count?');
  });
});
