import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { PracticeAssessment, Verdict } from '../../src/model/assessment.ts';
import type { CadenceLine } from '../../src/model/findings.ts';
import { TransitionRules } from '../../src/model/transition.ts';
import { planTransition } from '../../src/ownership/index.ts';
import { day, engagement } from '../assessment/world.ts';
import { MODELS, owners, PEOPLE, PRACTICES } from './shipped.ts';

const FILE = new URL('../../frameworks/operating-models/rules/transition.yaml', import.meta.url);
const RULES = TransitionRules.parse(parse(readFileSync(FILE, 'utf8')));

const CHANGED = {
  operatingModel: [
    { model: 'fully-managed', to: '2026-03-31' },
    { model: 'internal', from: '2026-04-01' },
  ],
};

const found = (practice: string, verdict: Verdict): PracticeAssessment => ({
  practice,
  verdict,
  found: verdict,
  extent: null,
  design: null,
  operation: verdict,
  reasons: [],
  remark: null,
});

const line = (practice: string, cadence: string, ...days: string[]): CadenceLine => ({
  practice,
  fact: 'of-the-test',
  cadence,
  found: days.length,
  expected: 12,
  occurrences: days.map((on) => ({ on, owner: 'msp' })),
  longestGapDays: null,
});

/** Fully managed until the end of March, then all by internal IT; the period is the year from October. */
function debts(shown: { found?: PracticeAssessment[]; lines?: CadenceLine[] }, says: object = {}) {
  const told = { ...CHANGED, ...says };
  const transition = planTransition({
    to: 'internal',
    on: day('2026-04-01'),
    practices: PRACTICES,
    engagement: engagement({ parties: PEOPLE, ...told }),
    models: MODELS,
    rules: RULES,
    findings: {
      engagement: engagement({ parties: PEOPLE, ...told }),
      ownership: owners(told),
      // What is not spoken of in a story is shown.
      practiceAssessments: [...(shown.found ?? []), ...PRACTICES.map(({ id }) => found(id, 'supported'))],
      cadence: shown.lines ?? [],
    },
  });
  return transition.debt.map(({ practice, party, kind, missed, text }) => ({
    practice,
    party,
    kind,
    missed: missed.map(({ from }) => from),
    text,
  }));
}

describe('evidence that whoever goes still owes', () => {
  it('is nothing when everything is shown', () => {
    expect(debts({})).toEqual([]);
  });

  it('is each whole month of its watch without a review, and no month of the one who comes', () => {
    const lines = [line('log-review', 'monthly', '2025-10-20', '2025-12-03', '2026-01-15', '2026-05-04')];
    const [debt, ...more] = debts({ lines });
    expect(more).toEqual([]);
    expect(debt).toMatchObject({ practice: 'log-review', party: 'msp', kind: 'missed' });
    expect(debt?.missed).toEqual(['2025-11-01', '2026-02-01', '2026-03-01']);
    expect(debt?.text).toContain('3 of 6 monthly occurrences between 2025-10-01 and 2026-03-31');
  });

  it('is everything where nothing at all was handed over', () => {
    const [debt] = debts({ found: [found('log-review', 'not-evidenced')] });
    expect(debt).toMatchObject({ kind: 'nothing', party: 'msp' });
    expect(debt?.text).toBe(
      'Nothing that was handed over speaks of it; Managed service provider (Northlake IT) had it from 2025-10-01 to 2026-03-31.',
    );
  });

  it.each<[Verdict, string, string[]]>([
    ['attested-only', '2026-10-15', ['by-word']],
    ['stale', '2026-10-15', []],
    ['contradicted', '2026-10-15', []],
    ['stale', '2026-03-30', ['stale']],
    ['contradicted', '2026-03-30', ['refuted']],
  ])('%s, as judged on %s: what went wrong after the change is not owed by whoever went before', (verdict, asOf, kinds) => {
    expect(debts({ found: [found('log-review', verdict)] }, { asOf }).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('is not asked of a party that never had the practice in the engagement', () => {
    const says = { operatingModel: 'internal' };
    expect(debts({ found: [found('log-review', 'not-evidenced')] }, says)).toEqual([]);
  });

  it('leaves no word of its sentences unfilled', () => {
    const verdicts: Verdict[] = ['attested-only', 'stale', 'contradicted', 'not-evidenced'];
    const told = verdicts.flatMap((verdict) =>
      debts({ found: [found('log-review', verdict)] }, { asOf: '2026-03-30' }),
    );
    expect(told).toHaveLength(4);
    expect(told.filter(({ text }) => /[{}]|undefined/.test(text))).toEqual([]);
  });
});
