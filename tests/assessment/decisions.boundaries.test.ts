import { describe, expect, it } from 'vitest';
import { ceilingOf, claimWord, exceeds } from '../../src/assessment/answer.ts';
import { cadenceLedger } from '../../src/assessment/cadence.ts';
import { dispositionOf } from '../../src/assessment/disposition.ts';
import { freshness } from '../../src/assessment/freshness.ts';
import { assess, headline } from '../../src/assessment/index.ts';
import { compare, markOf, measured } from '../../src/assessment/judge.ts';
import { inForce } from '../../src/assessment/practice.ts';
import type { Ceiling, ControlAssessment, Verdict } from '../../src/model/assessment.ts';
import type { Control } from '../../src/model/control.ts';
import type { ExhibitReport } from '../../src/model/exhibit.ts';
import type { Fact, Measure } from '../../src/model/fact.ts';
import type { Assignment, Ownership } from '../../src/model/ownership.ts';
import type { Test } from '../../src/model/practice.ts';
import { day, engagement, framework, holds, known, named, OWNERSHIP, practice, share, unknown } from './world.ts';

describe('a decision of a person', () => {
  it.each<[string, string, string | undefined, string, boolean]>([
    ['on its first day', '2026-05-04', '2027-05-04', '2026-05-04', true],
    ['the day before', '2026-05-04', '2027-05-04', '2026-05-03', false],
    ['on its last day', '2026-05-04', '2027-05-04', '2027-05-04', true],
    ['the day after', '2026-05-04', '2027-05-04', '2027-05-05', false],
    ['without an end, long after', '2026-05-04', undefined, '2036-05-04', true],
    ['without an end, the day before', '2026-05-04', undefined, '2026-05-03', false],
  ])('counts %s: %s to %s on %s', (_, on, until, asOf, counts) => {
    expect(inForce(day(on), until === undefined ? undefined : day(until), day(asOf))).toBe(counts);
  });
});

describe('how fresh evidence is', () => {
  const scope = { asOf: day('2026-10-15'), periodFrom: day('2025-10-01'), freshDays: 92 };
  it.each<[string | null, string]>([
    ['2026-10-16', 'undated'],
    ['2026-10-15', 'fresh'],
    ['2026-07-15', 'fresh'],
    ['2026-07-14', 'old'],
    ['2025-10-01', 'old'],
    ['2025-09-30', 'outside'],
    [null, 'undated'],
  ])('%s is %s', (newest, wanted) => {
    expect(freshness(newest === null ? null : day(newest), scope)).toBe(wanted);
  });
});

describe('the bare comparison', () => {
  const days = (value: number): Measure => ({ kind: 'days', days: value });
  const count = (value: number): Measure => ({ kind: 'count', count: value, unit: 'account' });
  const times = (found: number, expected: number): Measure => ({ kind: 'occurrences', found, expected, dates: [] });
  const names: Measure = { kind: 'names', names: ['restic', 'borg'] };

  it.each<[Test, Measure, string]>([
    [{ holds: false }, holds(false), 'met'],
    [{ holds: false }, holds(true), 'refuted'],
    [{ holds: true }, days(0), 'unfit'],
    [{ occurs: 'as-expected' }, times(5, 4), 'met'],
    [{ occurs: 'as-expected' }, times(1, 4), 'partly'],
    [{ occurs: 'as-expected' }, count(4), 'unfit'],
    [{ atLeastPercent: 95 }, share(1, 40), 'partly'],
    [{ atLeastPercent: 95 }, share(0, 0), 'unfit'],
    [{ atLeastPercent: 0 }, share(0, 1), 'met'],
    [{ atLeastPercent: 95 }, count(95), 'unfit'],
    [{ atMostPercent: 5 }, share(5, 100), 'met'],
    [{ atMostPercent: 5 }, share(51, 1000), 'refuted'],
    [{ atMostPercent: 5 }, share(0, 0), 'unfit'],
    [{ atMostPercent: 5 }, holds(false), 'unfit'],
    [{ atLeast: 3 }, count(2), 'refuted'],
    [{ atLeast: 3 }, days(3), 'met'],
    [{ atLeast: 3 }, days(2), 'refuted'],
    [{ atLeast: 3 }, times(3, 12), 'met'],
    [{ atLeast: 3 }, times(2, 12), 'refuted'],
    [{ atLeast: 3 }, names, 'unfit'],
    [{ atMost: 3 }, count(3), 'met'],
    [{ atMost: 3 }, count(4), 'refuted'],
    [{ atMost: 3 }, share(3, 4), 'unfit'],
    [{ atMostDays: 30 }, count(3), 'unfit'],
    [{ withinDays: 30 }, times(3, 3), 'unfit'],
    [{ withinDays: 30 }, days(31), 'late'],
    [{ atMostDays: 30 }, days(31), 'refuted'],
    [{ known: true }, names, 'met'],
  ])('%j of %j is %s', (test, measure, wanted) => {
    expect(compare(test, measure, {})).toBe(wanted);
  });

  it.each<[Test, number]>([
    [{ atLeastPercent: 95 }, 95],
    [{ atMostPercent: 5 }, 5],
    [{ atLeast: 3 }, 3],
    [{ atMost: 2 }, 2],
    [{ atMostDays: 30 }, 30],
    [{ withinDays: 92 }, 92],
    [{ holds: true }, 0],
    [{ atMostDays: 30, named: 'critical-patch-days' }, 14],
    [{ atMostDays: 30, named: 'another' }, 30],
  ])('the mark of %j is %i', (test, mark) => {
    expect(markOf(test, { 'critical-patch-days': 14 })).toBe(mark);
  });

  it.each<[Measure, string]>([
    [share(38, 40), '38 of 40 people'],
    [share(1, 1), '1 of 1 person'],
    [days(1), '1 day'],
    [days(0), '0 days'],
    [count(1), '1 account'],
    [count(2), '2 accounts'],
    [holds(true), 'yes'],
    [holds(false), 'no'],
    [times(3, 4), '3 of 4 expected'],
    [names, 'restic, borg'],
  ])('%j reads "%s"', (measure, words) => {
    expect(measured(measure)).toBe(words);
  });
});

describe('the strongest answer', () => {
  it.each<[Verdict, Verdict, Ceiling]>([
    ['supported', 'supported', 'yes'],
    ['partly-supported', 'partly-supported', 'partly'],
    ['contradicted', 'contradicted', 'no'],
    ['stale', 'stale', 'cannot-say'],
    ['attested-only', 'not-evidenced', 'cannot-say'],
    ['inherited', 'not-evidenced', 'cannot-say'],
    ['not-evidenced', 'not-evidenced', 'cannot-say'],
    ['not-applicable', 'supported', 'cannot-say'],
    ['accepted-risk', 'partly-supported', 'yes-except'],
    ['accepted-risk', 'contradicted', 'no'],
    ['accepted-risk', 'not-evidenced', 'cannot-say'],
  ])('for %s over %s is %s', (verdict, found, ceiling) => {
    expect(ceilingOf({ verdict, found })).toBe(ceiling);
  });

  const ORDER: readonly Ceiling[] = ['no', 'partly', 'yes-except', 'yes'];
  it.each(
    ORDER.flatMap((claim) => ORDER.map((ceiling): [Ceiling, Ceiling] => [claim, ceiling])),
  )('holds a claim of %s against %s', (claim, ceiling) => {
    expect(exceeds(claim, ceiling)).toBe(ORDER.indexOf(claim) > ORDER.indexOf(ceiling));
  });

  it('reads a claim in capitals, and takes other words for no claim of this kind', () => {
    expect([exceeds('YES', 'partly'), exceeds('Monthly', 'cannot-say'), exceeds('toString', 'no')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([exceeds('partly', 'cannot-say'), exceeds('no', 'cannot-say')]).toEqual([true, false]);
  });

  it('is a word whatever the engagement file held', () => {
    expect([claimWord(true), claimWord(false), claimWord(95), claimWord('95 %')]).toEqual(['yes', 'no', '95', '95 %']);
  });
});

describe('the two numbers of the headline', () => {
  const of = (verdict: Verdict, found: Verdict = verdict) => ({ verdict, found }) as ControlAssessment;

  it('leave out what does not apply, and count as assessed what there was evidence for: an intended answer is none', () => {
    const all = [
      of('supported'),
      of('partly-supported'),
      of('contradicted'),
      of('stale'),
      of('not-evidenced'),
      of('attested-only', 'not-evidenced'),
      of('inherited', 'not-evidenced'),
      of('accepted-risk', 'not-evidenced'),
      of('not-applicable', 'supported'),
    ];
    expect(headline(all)).toEqual({ controls: 9, applicable: 8, supported: 1, assessed: 5 });
    expect(headline([])).toEqual({ controls: 0, applicable: 0, supported: 0, assessed: 0 });
  });
});

describe('an addressable specification', () => {
  const control = { id: 'L', requirement: 'addressable' } as Control;
  const says = (over: object) =>
    engagement({ addressable: [{ control: 'L', approvedBy: 'Dana', decidedOn: '2026-02-01', ...over }] });
  const why = 'Shared operatory computers';

  it.each<[object, string]>([
    [{ decision: 'implemented' }, 'Implemented, decided by Dana on 2026-02-01'],
    [
      { decision: 'alternative', alternative: 'Privacy screens', because: why },
      `Alternative measure: Privacy screens. Reason: ${why}. Decided by Dana on 2026-02-01`,
    ],
    [
      { decision: 'not-reasonable', because: why },
      `Not reasonable and appropriate: ${why}. Decided by Dana on 2026-02-01`,
    ],
    [{ decision: 'implemented', reviewBy: '2026-10-15' }, 'Implemented, decided by Dana on 2026-02-01'],
    [
      { decision: 'implemented', reviewBy: '2026-10-14' },
      'Implemented, decided by Dana on 2026-02-01. The review was due on 2026-10-14.',
    ],
    [{ decision: 'implemented', decidedOn: '2026-10-15' }, 'Implemented, decided by Dana on 2026-10-15'],
  ])('%j', (over, words) => {
    expect(dispositionOf(control, says(over))).toBe(words);
  });

  it('is not decided by what comes after the as-of date, nor by what is said of another one', () => {
    const undecided = dispositionOf(control, engagement());
    expect(undecided).toContain('Not decided');
    expect(dispositionOf(control, says({ decision: 'implemented', decidedOn: '2026-10-16' }))).toBe(undecided);
    expect(dispositionOf(control, says({ decision: 'implemented', control: 'M' }))).toBe(undecided);
  });

  it('is asked of no other specification', () => {
    expect(dispositionOf({ ...control, requirement: 'required' } as Control, engagement())).toBeNull();
  });
});

const assignment = (over: Partial<Assignment>): Assignment => ({
  practice: 'restore',
  accountable: 'client',
  responsible: ['msp'],
  evidence: 'vciso',
  approves: 'client',
  consulted: [],
  informed: [],
  escalation: [],
  split: {},
  because: 'Somebody has to own it',
  model: 'co-managed',
  overridden: false,
  ...over,
});

describe('the ledger of what recurs', () => {
  const RESTORE = practice('restore', [{ fact: 'restores', is: { occurs: 'as-expected' } }], { cadence: 'quarterly' });
  const occurrences = (...dates: string[]): Fact =>
    known({ kind: 'occurrences', found: dates.length, expected: 4, dates: dates.map(day) });
  const facts = (fact: Fact) => new Map(named({ restores: fact }).map((each) => [each.id, each]));
  const gap = (...dates: string[]) =>
    cadenceLedger([RESTORE], facts(occurrences(...dates)), OWNERSHIP, engagement())[0]?.longestGapDays;

  it('measures the longest time without one, the ends of the period included', () => {
    expect(gap('2025-10-01', '2026-09-30')).toBe(364);
    expect(gap('2026-01-01', '2026-04-01')).toBe(182);
    expect(gap('2026-04-01', '2026-01-01')).toBe(182);
    expect(gap('2025-09-30')).toBe(364);
    expect(gap('2026-10-01', '2026-03-01')).toBe(213);
    expect(gap()).toBeNull();
  });

  it('names who owned it on the day', () => {
    const owned: Ownership = {
      ...OWNERSHIP,
      assignments: [
        assignment({ responsible: ['internal-it'], until: day('2026-03-31') }),
        assignment({ from: day('2026-04-01') }),
      ],
    };
    expect(cadenceLedger([RESTORE], facts(occurrences('2026-03-31', '2026-04-01')), owned, engagement())).toMatchObject(
      [
        {
          practice: 'restore',
          fact: 'restores',
          cadence: 'quarterly',
          found: 2,
          expected: 4,
          occurrences: [
            { on: '2026-03-31', owner: 'internal-it' },
            { on: '2026-04-01', owner: 'msp' },
          ],
        },
      ],
    );
  });

  it('has no line for what does not recur, is not known or is no occurrence', () => {
    const once = practice('restore', [{ fact: 'restores', is: { occurs: 'as-expected' } }]);
    expect(cadenceLedger([once], facts(occurrences('2026-01-01')), OWNERSHIP, engagement())).toEqual([]);
    expect(cadenceLedger([RESTORE], facts(unknown('no-evidence')), OWNERSHIP, engagement())).toEqual([]);
    expect(cadenceLedger([RESTORE], facts(known(holds(true))), OWNERSHIP, engagement())).toEqual([]);
    expect(cadenceLedger([RESTORE], new Map(), OWNERSHIP, engagement())).toEqual([]);
  });
});

describe('what the engagement file says too early or too late', () => {
  const RESTORE = practice('restore', [{ fact: 'restored', is: { holds: true } }]);
  const notes = (says: object) =>
    assess({
      engagement: engagement(says),
      practices: [RESTORE],
      frameworks: [],
      facts: [],
      ownership: OWNERSHIP,
      exhibits: [],
      obtainable: {},
    }).notes.map(({ code }) => code);
  const stated = (on: string, expires: string) => ({
    attestations: [{ practice: 'restore', statement: 'We restore', by: 'Dana', on, expires }],
  });
  const accepted = (until: string) => ({
    riskAcceptances: [{ practice: 'restore', until, because: 'It is being replaced', by: 'Dana', on: '2026-06-01' }],
  });
  const planned = (due: string, status: string) => ({
    remediation: [{ practice: 'restore', action: 'Restore', owner: 'msp', due, status }],
  });

  it.each<[string, object, readonly string[]]>([
    ['a statement of that day', stated('2026-10-15', '2026-10-15'), []],
    ['a statement of the day after', stated('2026-10-16', '2027-10-15'), ['attestation-in-future']],
    ['a statement that ended the day before', stated('2026-01-01', '2026-10-14'), ['attestation-expired']],
    ['an acceptance on its last day', accepted('2026-10-15'), []],
    ['an acceptance that ended the day before', accepted('2026-10-14'), ['acceptance-expired']],
    ['a plan that is due that day', planned('2026-10-15', 'planned'), []],
    ['a plan that was due the day before', planned('2026-10-14', 'planned'), ['remediation-overdue']],
    ['a plan that was done', planned('2026-10-14', 'done'), []],
  ])('%s', (_, says, codes) => {
    expect(notes(says)).toEqual(codes);
  });
});

describe('an entry of the gap register', () => {
  const OWNED: Ownership = { ...OWNERSHIP, assignments: [assignment({})] };
  const gaps = (fact: Fact, says: object = {}, over: object = {}) =>
    assess({
      engagement: engagement(says),
      practices: [practice('restore', [{ fact: 'restored', is: { atLeastPercent: 100 } }], over)],
      frameworks: [framework([{ id: 'C', practices: [{ practice: 'restore', bears: 'directly', because: 'Same.' }] }])],
      facts: named({ restored: fact }),
      ownership: OWNED,
      exhibits: [],
      obtainable: {},
    }).gaps;
  const due = (severity: string, fact: Fact) => gaps(fact, {}, { severity }).map((gap) => [gap.severity, gap.due]);

  it('is due by its severity: 30, 90 and 180 days from the as-of date', () => {
    expect(due('high', known(share(0, 40)))).toEqual([['high', '2026-11-14']]);
    expect(due('moderate', known(share(39, 40)))).toEqual([['moderate', '2027-01-13']]);
    expect(due('low', known(share(0, 40)))).toEqual([['low', '2027-04-13']]);
    expect(due('moderate', unknown('no-evidence'))).toEqual([['low', '2027-04-13']]);
    expect(due('low', unknown('no-evidence'))).toEqual([['low', '2027-04-13']]);
  });

  it('belongs to whoever does the practice, whether it failed or nothing shows it: the matrix calls the same party responsible', () => {
    expect(gaps(known(share(0, 40)))[0]).toMatchObject({ owner: 'msp', status: 'open', actionBasis: 'proposed' });
    expect(gaps(unknown('no-evidence'))[0]).toMatchObject({ owner: 'msp' });
    expect(gaps(known(share(40, 40), { newest: day('2026-01-01') }))[0]).toMatchObject({
      owner: 'msp',
      verdict: 'stale',
    });
  });

  it('runs until the acceptance ends where the risk was accepted', () => {
    const says = {
      riskAcceptances: [
        { practice: 'restore', until: '2027-03-31', because: 'It is being replaced', by: 'Dana', on: '2026-06-01' },
      ],
    };
    expect(gaps(known(share(39, 40)), says)[0]).toMatchObject({
      verdict: 'accepted-risk',
      due: '2027-03-31',
      status: 'risk accepted',
    });
    // A plan beside it says when; the acceptance still says what it is.
    const planned = {
      ...says,
      remediation: [
        {
          practice: 'restore',
          action: 'Replace it',
          owner: 'client',
          due: '2026-12-01',
          status: 'in-progress',
          milestones: [{ on: '2026-11-01', what: 'ordered' }],
        },
      ],
    };
    expect(gaps(known(share(39, 40)), planned)[0]).toMatchObject({
      due: '2026-12-01',
      owner: 'client',
      status: 'risk accepted',
      milestones: ['2026-11-01 ordered'],
    });
  });

  it('is none for what is supported, inherited, not applicable, or asked by no control that applies', () => {
    expect(gaps(known(share(40, 40)))).toEqual([]);
    const inherited = { inherited: [{ practice: 'restore', provider: 'Host', proof: 'SOC 2', on: '2026-06-01' }] };
    expect(gaps(unknown('no-evidence'), inherited)).toEqual([]);
    const excluded = {
      applicability: [{ control: 'C', applies: false, because: 'Nothing to restore', approvedBy: 'Dana' }],
    };
    expect(gaps(known(share(0, 40)), excluded)).toEqual([]);
  });
});

describe('what is missing', () => {
  interface World {
    readonly read?: ExhibitReport['kinds'];
    readonly over?: object;
    readonly bears?: 'directly' | 'as-context';
    readonly says?: object;
  }
  const made = (fact: Fact, { read = {}, over = {}, bears = 'directly', says = {} }: World = {}) =>
    assess({
      engagement: engagement(says),
      practices: [
        practice('restore', [{ fact: 'restored', is: { holds: true }, ...over }], {
          evidence: {
            best: 'The log of a restore.',
            askFor: 'Ask for that log.',
            kinds: ['restore-test', 'backup-job'],
          },
        }),
      ],
      frameworks: [
        framework([{ id: 'C', practices: [{ practice: 'restore', bears, because: 'It is the same thing.' }] }]),
      ],
      facts: named({ restored: fact }),
      ownership: { ...OWNERSHIP, assignments: [assignment({})] },
      exhibits: [{ kinds: read } as ExhibitReport],
      obtainable: { restored: ['A: menu', 'B: menu', 'C: menu', 'D: menu'], other: ['E: menu'] },
    });
  const missing = (fact: Fact, world: World = {}) => made(fact, world).missing;

  it('names the kinds that nothing was read of, and three exports at most that answer what is wanted', () => {
    expect(missing(unknown('no-evidence'))[0]).toMatchObject({
      kinds: ['restore-test', 'backup-job'],
      obtain: 'Ask for that log. · A: menu · B: menu · C: menu',
      by: 'vciso',
    });
    expect(missing(unknown('no-evidence'), { read: { 'restore-test': 1 } })[0]).toMatchObject({
      kinds: ['backup-job'],
    });
    const all = { 'restore-test': 1, 'backup-job': 1 };
    expect(missing(unknown('no-evidence'), { read: all })[0]?.kinds).toEqual(['restore-test', 'backup-job']);
  });

  it.each<[string, Fact, number]>([
    ['what is stale', known(holds(true), { newest: day('2026-01-01') }), 1],
    ['not what is shown', known(holds(true)), 0],
    ['not what is refuted', known(holds(false)), 0],
  ])('%s', (_, fact, count) => {
    expect(missing(fact)).toHaveLength(count);
  });

  it('is nothing that only a control asks for which does not apply, or that is context of a control; nobody is asked to collect it', () => {
    const says = {
      applicability: [{ control: 'C', applies: false, because: 'Nothing to restore', approvedBy: 'Dana' }],
    };
    expect(made(unknown('no-evidence')).collect).toHaveLength(1);
    for (const world of [{ says }, { bears: 'as-context' as const }]) {
      const { missing: none, collect } = made(unknown('no-evidence'), world);
      expect([none, collect]).toEqual([[], []]);
    }
  });

  it('is nothing that is context only', () => {
    expect(missing(unknown('no-evidence'), { over: { bears: 'as-context' } })).toEqual([]);
  });
});
