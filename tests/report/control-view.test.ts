import { describe, expect, it } from 'vitest';
import type { Reason } from '../../src/model/assessment.ts';
import type { Findings } from '../../src/model/findings.ts';
import { controlView } from '../../src/report/view/control.ts';
import { exceptionsView } from '../../src/report/view/exceptions.ts';
import { lensOn } from '../../src/report/view/lens.ts';
import { share, verdictView } from '../../src/report/view/measure.ts';
import { ownerView } from '../../src/report/view/owner.ts';
import { reasonView } from '../../src/report/view/reasons.ts';
import { PLACEMENTS, WORLD } from './world.ts';

describe('a partial verdict', () => {
  it('never stands beside a hundred per cent: all of what was counted is not all that is asked', () => {
    expect(verdictView('partly-supported', { n: 1, of: 1, unit: 'practices' }).extent).toBe(
      '1 of 1 practice, and more is asked',
    );
    expect(verdictView('partly-supported', { n: 2, of: 3, unit: 'practices' }).extent).toBe('2 of 3 practices (66 %)');
    expect(verdictView('partly-supported', { n: 996, of: 1000, unit: 'rows' }).extent).toBe('996 of 1000 rows (99 %)');
  });
});

describe('a share', () => {
  it('is never told as nothing where there is something', () => {
    expect(share(1, 106)).toBe('1 of 106 (under 1 %)');
    expect(share(0, 106)).toBe('0 of 106 (0 %)');
  });
});

describe('an owner in one line', () => {
  const line = (accountable: string, responsible: readonly string[], evidence: string) =>
    ownerView(
      {
        practice: 'x',
        model: 'm',
        overridden: false,
        accountable,
        responsible,
        evidence,
        approves: '',
        consulted: [],
        informed: [],
        escalation: [],
        split: {},
        because: '',
      },
      lensOn(WORLD, { edition: 'auditor', placements: PLACEMENTS, domains: [] }),
    ).line;
  it('names nobody twice for one duty, and joins several with "and"', () => {
    expect(line('ann', ['ann'], 'ann')).toBe('ann, who does and proves it');
    expect(line('ann', ['ann', 'bob'], 'bob')).toBe('ann, who does it with bob; proved by bob');
    expect(line('ann', ['bob', 'cy'], 'cy')).toBe('ann; done by bob and cy; proved by cy');
  });
});

describe('the exceptions of a measure', () => {
  const [known] = WORLD.facts.flatMap(({ fact }) => (fact.status === 'known' ? [fact] : []));
  const [base] = WORLD.frameworks.flatMap(({ controls }) => controls.flatMap(({ reasons }) => reasons));
  if (known === undefined || base === undefined) throw new Error('nothing is known');
  const measured = (n: number, of: number): Findings => ({
    ...WORLD,
    facts: [
      { id: 'a-share', question: 'What share?', fact: { ...known, measure: { kind: 'share', n, of, unit: 'device' } } },
    ],
  });
  const told = (n: number, of: number, outcome: Reason['outcome'], texts: readonly string[], subject?: string) => {
    const about = subject === undefined ? {} : { subject };
    const exceptions = texts.map((text, index) => ({
      place: { path: 'edr/hosts.csv', row: index + 1 },
      text,
      ...about,
    }));
    const reason = { ...base, fact: 'a-share', outcome, measured: `${n} of ${of} devices`, share: { n, of } };
    const lens = lensOn(measured(n, of), { edition: 'auditor', placements: PLACEMENTS, domains: [] });
    return reasonView({ ...reason, exceptions, exceptionCount: texts.length }, lens);
  };
  const names = (count: number, said: string) => Array.from({ length: count }, (_, index) => `H${index + 1}: ${said}`);

  it('tell a long name once before all that is said of it, and a short one each time', () => {
    const arn = 'arn:aws:rds:eu-west-1:400000000025:db:Quill';
    const said = (name: string) =>
      told(1, 9, 'partly', [`${name}: FAILED on Monday`, `${name}: FAILED on Friday`], name.toLowerCase());
    const texts = (name: string) => said(name).exceptions.first.map(({ text }) => text);
    expect(texts(arn)).toEqual([`${arn}: FAILED on Monday`, 'the same: FAILED on Friday']);
    expect(texts('H1')).toEqual(['H1: FAILED on Monday', 'H1: FAILED on Friday']);
    expect(said(arn).exceptions.first.map(({ place }) => place)).toEqual(['E-002 row 1', 'E-002 row 2']);
  });

  it('bring together what is said of one long name, and never call another the same', () => {
    const [one, two] = ['arn:aws:rds:eu-west-1:400000000025:db:one', 'arn:aws:rds:eu-west-1:400000000025:db:two'];
    const basis = [one, two, one].map((name, index) => ({
      place: { path: 'edr/hosts.csv', row: index + 1 },
      text: `${name}: FAILED ${index}`,
      subject: name,
    }));
    const lens = lensOn(measured(1, 9), { edition: 'auditor', placements: PLACEMENTS, domains: [] });
    expect(exceptionsView(basis, 3, lens).first.map(({ text }) => text)).toEqual([
      `${one}: FAILED 0`,
      'the same: FAILED 2',
      `${two}: FAILED 1`,
    ]);
  });

  it('are those without it, those it counts, or neither: their number tells', () => {
    expect(told(3, 4, 'partly', names(1, 'x')).besides).toBe('Not among the 3 of 4 devices (75 %)');
    expect(told(0, 4, 'refuted', names(4, 'x')).besides).toBe('None of the 4 devices');
    expect(told(1, 4, 'short', names(1, 'x')).besides).toBe('The 1 of 4 devices (25 %)');
    expect(told(2, 4, 'refuted', names(2, 'x')).besides).toBe('The 2 of 4 devices (50 %)');
    expect(told(2, 4, 'partly', names(2, 'x')).besides).toBe('Not among the 2 of 4 devices (50 %)');
    expect(told(4, 4, 'partly', names(1, 'x')).besides).toBe('Noted beside "4 of 4 devices (100 %)"');
  });

  it('that say the same of several names are told once, with all their rows', () => {
    const { exceptions } = told(1, 5, 'partly', [...names(3, 'no agent'), 'H9: not current']);
    expect(exceptions.first).toEqual([
      { text: 'H1, H2, H3: no agent', place: 'E-002 rows 1–3' },
      { text: 'H9: not current', place: 'E-002 row 4' },
    ]);
    expect(exceptions.more).toBe('');
  });

  it('that are sentences stay apart, for what is said of them would be lost behind them', () => {
    const sentence = (rule: string) => `${rule} A setting of the tenant that nobody but its owner may change: Fail`;
    const { exceptions } = told(1, 3, 'partly', [sentence('A.1'), sentence('A.2')]);
    expect(exceptions.first.map(({ text }) => text)).toEqual([sentence('A.1'), sentence('A.2')]);
  });

  it('are cut to a few where each says something of its own', () => {
    const { exceptions } = told(
      0,
      20,
      'refuted',
      Array.from({ length: 20 }, (_, index) => `H${index}: reason ${index}`),
    );
    expect(exceptions.first).toHaveLength(6);
    expect(exceptions.more).toBe('and 14 more');
  });
});

describe('the reasons of a control', () => {
  const [found] = WORLD.frameworks.flatMap(({ framework, controls }) =>
    controls.flatMap((assessment) => {
      const control = framework.controls.find(({ id }) => id === assessment.control);
      return control !== undefined && assessment.reasons.length > 0 ? [{ framework, control, assessment }] : [];
    }),
  );
  if (found === undefined) throw new Error('no control with a reason');
  const { framework, control, assessment } = found;
  const [reason] = assessment.reasons;
  if (reason === undefined) throw new Error('no reason');
  const viewed = (reasons: readonly Reason[], world = WORLD) =>
    controlView(
      control,
      { ...assessment, reasons },
      framework,
      lensOn(world, { edition: 'auditor', placements: PLACEMENTS, domains: [] }),
    );

  it('tell the same exceptions of two measures once', () => {
    const exceptions = [{ place: { path: 'edr/hosts.csv', row: 7 }, text: 'LFD-WS07: no agent' }];
    const one = { ...reason, bears: 'directly' as const, outcome: 'partly' as const, exceptions, exceptionCount: 1 };
    const { excepted } = viewed([
      { ...one, fact: 'first', measured: '3 days' },
      { ...one, fact: 'second', measured: '2 days' },
    ]);
    expect(excepted.map(({ besides }) => besides)).toEqual([expect.stringMatching(/3 .*; .*2 /)]);
  });

  it('are said to be spoken of by nothing only where that is so', () => {
    const unknown = { ...reason, fact: 'a-share', bears: 'directly' as const, outcome: 'unknown' as const, places: [] };
    const because = (why: 'no-evidence' | 'population-empty'): Findings => ({
      ...WORLD,
      facts: [
        {
          id: 'a-share',
          question: 'What share?',
          fact: { status: 'unknown', because: why, wouldNeed: [], remarks: [], basis: [] },
        },
      ],
    });
    expect(viewed([unknown], because('no-evidence')).silent).toHaveLength(1);
    const counted = viewed([unknown], because('population-empty'));
    expect([counted.silent.length, counted.reasons.length]).toEqual([0, 1]);
  });
});

describe('what is missing of a control', () => {
  const questions = WORLD.frameworks.find(({ framework }) => framework.id === 'small-questions');
  const [plan] = questions?.framework.controls.filter(({ id }) => id === 'Q-PLAN-01') ?? [];
  const [assessment] = questions?.controls.filter(({ control }) => control === 'Q-PLAN-01') ?? [];
  const [edge] = plan?.practices ?? [];
  if (questions === undefined || plan === undefined || assessment === undefined || edge === undefined)
    throw new Error('no such question');
  const shown = (bearing: typeof edge.bears, direct = 'incident-response-plan') =>
    controlView(
      {
        ...plan,
        practices: [
          { ...edge, practice: direct },
          { ...edge, practice: 'log-review', bears: bearing },
        ],
      },
      { ...assessment, practices: [direct, 'log-review'] },
      questions.framework,
      lensOn(WORLD, { edition: 'auditor', placements: PLACEMENTS, domains: [] }),
    ).missing.map(({ practice }) => practice);

  it('is also what bears in part, where what bears directly is spoken of and by word alone', () => {
    expect(shown('partly')).toEqual(['log review']);
  });

  it('is nothing that bears as context only', () => {
    expect(shown('as-context')).toEqual([]);
  });

  it('is what bears directly, where evidence for that is missing', () => {
    expect(shown('directly')).toEqual(['log review']);
    expect(shown('partly', 'log-review')).toEqual(['log review']);
  });
});
