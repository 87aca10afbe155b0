import { describe, expect, it } from 'vitest';
import { type ComparedFindings, compareFindings } from '../../src/bundle/compare.ts';

type Owner = NonNullable<ComparedFindings['practices'][number]['owner']>;

const OWNER: Owner = {
  accountable: 'internal-it',
  responsible: ['msp'],
  evidence: 'msp',
  approves: 'internal-it',
  afterHours: 'msp',
  escalation: ['msp', 'client-leadership'],
};

function findings(owner: Owner | null): ComparedFindings {
  return {
    schema: 'proofpack.findings/1',
    client: 'Lakeside Family Dental',
    asOf: '2026-10-15',
    period: { from: '2025-10-01', to: '2026-09-30' },
    frameworks: [],
    practices: [{ id: 'restore-testing', verdict: 'supported', owner }],
    gaps: [],
  };
}

const changed = (before: Owner | null, after: Owner | null) =>
  compareFindings(findings(before), findings(after)).owners.map(({ hats }) =>
    hats.map((each) => `${each.hat}: ${each.before} > ${each.after}`),
  );

describe('owners that drift between two packages', () => {
  const MOVES: readonly [string, Partial<Owner>, string][] = [
    ['who answers', { accountable: 'msp' }, 'accountable: internal-it > msp'],
    ['who does it', { responsible: ['msp', 'internal-it'] }, 'responsible: msp > msp + internal-it'],
    ['who proves it', { evidence: 'vciso' }, 'evidence: msp > vciso'],
    ['who may change it', { approves: 'msp' }, 'approves: internal-it > msp'],
    ['who is awake', { afterHours: null }, 'after-hours: msp > null'],
    ['who decides', { escalation: ['msp', 'vciso'] }, 'escalation: msp > client-leadership > msp > vciso'],
  ];
  it.each(MOVES)('are told: %s', (_, change, told) => {
    expect(changed(OWNER, { ...OWNER, ...change })).toEqual([[told]]);
  });

  it('are not told where nothing moved, or where an older package does not say', () => {
    const { approves: _a, afterHours: _h, escalation: _e, ...older } = OWNER;
    expect(changed(OWNER, OWNER)).toEqual([]);
    expect(changed(older, OWNER)).toEqual([]);
    expect(changed(null, OWNER)).toEqual([]);
  });
});

describe('verdicts between two packages', () => {
  const of = (verdict: ComparedFindings['frameworks'][number]['controls'][number]['verdict']): ComparedFindings => ({
    ...findings(OWNER),
    frameworks: [
      {
        id: 'demo',
        headline: { controls: 1, applicable: 1, supported: 0, assessed: 1 },
        controls: [{ id: 'D-1', verdict }],
      },
    ],
  });
  it.each([
    ['contradicted', 'supported', 'better'],
    ['contradicted', 'partly-supported', 'better'],
    ['supported', 'stale', 'worse'],
    ['not-evidenced', 'contradicted', 'worse'],
    // The bad export was left out, or grew old: nothing became better by it.
    ['contradicted', 'not-evidenced', 'other'],
    ['contradicted', 'stale', 'other'],
    ['supported', 'not-applicable', 'other'],
  ] as const)('%s, then %s: %s', (before, after, direction) => {
    expect(compareFindings(of(before), of(after)).verdicts).toEqual([
      { framework: 'demo', control: 'D-1', before, after, direction },
    ]);
  });
});
