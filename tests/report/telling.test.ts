import { describe, expect, it } from 'vitest';
import type { Answer, ControlAssessment, Extent, Outcome, Reason, Verdict } from '../../src/model/assessment.ts';
import type { Edition } from '../../src/model/engagement.ts';
import type { Findings } from '../../src/model/findings.ts';
import { controlView } from '../../src/report/view/control.ts';
import { lensOn } from '../../src/report/view/lens.ts';
import { PLACEMENTS, WORLD } from './world.ts';

const [HOUSE] = WORLD.frameworks;
const [CONTROL] = HOUSE?.framework.controls ?? [];
const [ASSESSED] = HOUSE?.controls ?? [];
const [BASE] = WORLD.frameworks.flatMap(({ controls }) => controls.flatMap(({ reasons }) => reasons));
if (HOUSE === undefined || CONTROL === undefined || ASSESSED === undefined || BASE === undefined)
  throw new Error('nothing is judged');
const [house, control, assessed, base] = [HOUSE.framework, CONTROL, ASSESSED, BASE];

const FACTS = ['first', 'second', 'beside'] as const;
const findings: Findings = {
  ...WORLD,
  facts: FACTS.map((id) => ({
    id,
    question: `Is the ${id} so?`,
    fact: { status: 'unknown', because: 'no-evidence', wouldNeed: [], remarks: [], basis: [] },
  })),
};
const lens = lensOn(findings, { edition: 'insurer', placements: PLACEMENTS, domains: [] });

function reason(fact: (typeof FACTS)[number], outcome: Outcome, more: Partial<Reason> = {}): Reason {
  const { measured = outcome === 'unknown' ? 'not known' : 'yes' } = more;
  const { share: _, ...plain } = base;
  const said = {
    outcome,
    measured,
    expected: 'yes',
    text: `Is the ${fact} so? ${measured}.`,
    bears: 'directly',
  } as const;
  return { ...plain, ...said, fact, shows: 'operation', ...NO_ROWS, ...more };
}

const NO_ROWS = { places: [], placeCount: 0, exceptions: [], exceptionCount: 0 } as const;

const told = (
  found: Verdict,
  reasons: readonly Reason[],
  { extent = null, notMeasured }: { extent?: Extent | null; notMeasured?: string } = {},
) => {
  const assessment: ControlAssessment = { ...assessed, verdict: found, found, reasons, extent, practices: [] };
  const asked = notMeasured === undefined ? control : { ...control, notMeasured };
  const { telling, unseen, part } = controlView(asked, assessment, house, lens);
  return [part, telling === null ? null : `${telling.question} ${telling.found}.`, unseen];
};

const OPEN: Answer = {
  ceiling: 'cannot-say',
  text: '',
  exceptions: [],
  exceptionCount: 0,
  claimed: null,
  override: null,
};
const HALF = { n: 1, of: 2, unit: 'practices' };

describe('what is told first beside a *partly*', () => {
  it('is what is shown, with its n of d, and then what is only said', () => {
    const reasons = [reason('first', 'attested'), reason('second', 'met')];
    expect(told('partly-supported', reasons, { extent: HALF })).toEqual([
      '1 of 2 practices (50 %)',
      'Is the second so? yes.',
      'By word only: Is the first so? Yes.',
    ]);
  });

  it('is the share that made it, whose n of d is not told twice', () => {
    const share = { n: 3, of: 4 };
    const reasons = [reason('first', 'met'), reason('second', 'partly', { share, measured: '3 of 4 devices' })];
    const [part, telling] = told('partly-supported', reasons, { extent: { ...share, unit: 'devices' } });
    expect([part, telling]).toEqual(['', 'Is the second so? 3 of 4 devices (75 %).']);
  });

  it('tells what nothing measures whatever else it tells', () => {
    const notMeasured = 'Whether anybody looks.';
    expect(told('partly-supported', [reason('first', 'met')], { extent: HALF, notMeasured })[2]).toBe(
      'Not measured: Whether anybody looks.',
    );
    expect(told('attested-only', [reason('first', 'attested')], { notMeasured })[2]).toBe(
      'By word only. Not measured: Whether anybody looks.',
    );
    expect(told('supported', [reason('first', 'met')])[2]).toBe('');
  });
});

describe('where nothing decides', () => {
  it('what decides is asked, and what bears on it in part is no answer in its place', () => {
    const reasons = [reason('first', 'unknown'), reason('beside', 'met', { bears: 'partly', measured: '9 days' })];
    expect(told('not-evidenced', reasons)).toEqual([
      '',
      'Is the first so? not known.',
      'Beside it: Is the beside so? 9 days.',
    ]);
  });

  it('and nothing speaks beside it, nothing is told', () => {
    expect(told('not-evidenced', [reason('first', 'unknown')])).toEqual(['', null, '']);
  });
});

describe('beside a question that nothing answers', () => {
  const contrary = reason('second', 'short', { bears: 'partly', byItself: 'contrary', measured: '1 access key' });
  const well = reason('beside', 'met', { bears: 'partly', measured: '9 days' });

  it('what speaks against it is told before what is well', () => {
    expect(told('not-evidenced', [reason('first', 'unknown'), well, contrary])[2]).toBe(
      'Beside it: Is the second so? 1 access key.',
    );
  });

  it('stand the day and the exhibits of what is told beside it, and no others', () => {
    const [from] = base.places;
    if (from === undefined) throw new Error('nothing is cited');
    const rows = { places: [from], placeCount: 1 };
    const silent = { ...reason('first', 'unknown'), newest: null };
    const cited = (edition: Edition, others: readonly Reason[], found: Verdict = 'not-evidenced') => {
      const reasons = [silent, ...others];
      const assessment: ControlAssessment = {
        ...assessed,
        verdict: found,
        found,
        reasons,
        practices: [],
        answer: OPEN,
      };
      const look = lensOn(findings, { edition, placements: PLACEMENTS, domains: [] });
      const { exhibits, newest } = controlView(control, assessment, house, look);
      return [newest, ...exhibits.map(({ number }) => number)];
    };
    const shown = { ...well, ...rows };
    expect(cited('auditor', [shown])).toEqual(['']);
    expect(cited('insurer', [shown])).toEqual(['2026-10-01', 'E-003']);
    expect(cited('auditor', [{ ...contrary, ...rows }])).toEqual(['2026-10-01', 'E-003']);
  });
});

describe('the exhibits beside an answer', () => {
  it('are those of the rows that speak against it as well: the cell cites them', () => {
    const [against] = WORLD.frameworks.flatMap(({ controls }) =>
      controls.flatMap(({ reasons }) => reasons.flatMap(({ exceptions }) => exceptions)),
    );
    if (against === undefined) throw new Error('nothing speaks against anything');
    const reasons = [reason('first', 'partly', { exceptions: [against], exceptionCount: 1 })];
    const assessment: ControlAssessment = {
      ...assessed,
      verdict: 'partly-supported',
      found: 'partly-supported',
      reasons,
    };
    const { exhibits } = controlView(control, { ...assessment, practices: [] }, house, lens);
    expect(exhibits.map(({ number }) => number)).toEqual([lens.exhibitNumber(against.place.path)]);
  });
});

describe("somebody's word", () => {
  it('is told with the rows that speak against it', () => {
    expect(told('attested-only', [reason('first', 'attested', { exceptionCount: 2 })])[2]).toBe(
      'By word only; 2 rows speak against it.',
    );
    expect(told('attested-only', [reason('first', 'attested', { exceptionCount: 1 })])[2]).toBe(
      'By word only; 1 row speaks against it.',
    );
  });

  it('for the whole is told as whose it is, before what nothing tells', () => {
    const remark = 'Stated by Ruth Adler on 2026-09-01: There is a button';
    const reasons = [
      reason('first', 'unknown', { text: 'Is the first so? Not known: nothing that was read tells it.' }),
    ];
    const said = (verdict: Verdict) => {
      const assessment: ControlAssessment = {
        ...assessed,
        verdict,
        found: 'not-evidenced',
        reasons,
        remark,
        answer: OPEN,
      };
      const view = controlView(control, { ...assessment, practices: [] }, house, lens);
      return [view.said, view.answer?.text];
    };
    const unknown = 'Is the first so? Not known: nothing that was read tells it.';
    expect(said('attested-only')).toEqual([`${remark}.`, `${remark}. ${unknown}`]);
    expect(said('not-evidenced')).toEqual(['', `${unknown} ${remark}.`]);
  });
});

describe('what is not current', () => {
  it('is called so where its sentence has not told the day already', () => {
    const late = 'Is the first so? 832 days; expected: yes.';
    expect(told('stale', [reason('first', 'stale', { measured: '832 days', text: late })])[2]).toBe('Not current.');
    const dated = 'Is the first so? Yes, last shown on 2025-11-05; evidence of this practice is current for 100 days.';
    expect(told('stale', [reason('first', 'stale', { text: dated })])[2]).toBe('');
  });
});

describe('what is told as context', () => {
  it('is called the word of somebody where it is no more', () => {
    const beside = (outcome: Outcome) => reason('beside', outcome, { bears: 'as-context' });
    const contextOf = (outcome: Outcome) =>
      controlView(control, { ...assessed, reasons: [beside(outcome)], practices: [] }, house, lens).context[0]?.found;
    expect([contextOf('met'), contextOf('attested')]).toEqual(['yes', 'Yes, by word only']);
  });
});

describe('a row that shows the contrary', () => {
  it('is called so in a control that weighs it as too little', () => {
    const reasons = [reason('first', 'short', { byItself: 'contrary' }), reason('second', 'short')];
    const { reasons: shown } = controlView(control, { ...assessed, reasons, practices: [] }, house, lens);
    expect(shown.map(({ outcome }) => outcome)).toEqual(['Contrary', 'Falls short']);
  });

  it('and does not decide it is told with the practice it is of, unless the verdict is that', () => {
    const [practice] = WORLD.practices;
    if (practice === undefined) throw new Error('nothing is practised');
    const row = reason('second', 'short', { bears: 'partly', byItself: 'contrary', practice: practice.id });
    const weighed = (found: Verdict) => {
      const assessment: ControlAssessment = { ...assessed, verdict: found, found, reasons: [row], practices: [] };
      return controlView(control, assessment, house, lens).weighed;
    };
    expect(weighed('not-evidenced')).toMatch(`"${practice.title}" bears on it only in part;`);
    expect(weighed('contradicted')).toBe('');
  });
});
