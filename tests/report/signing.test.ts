import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/model/document.ts';
import { Engagement } from '../../src/model/engagement.ts';
import type { Findings } from '../../src/model/findings.ts';
import { compose } from '../../src/report/index.ts';
import { lensOn } from '../../src/report/view/lens.ts';
import { ownershipView } from '../../src/report/view/ownership.ts';
import { statementsView } from '../../src/report/view/statements.ts';
import { PLACEMENTS, TEMPLATES, WORLD } from './world.ts';

const lens = (findings: Findings) => lensOn(findings, { edition: 'auditor', placements: PLACEMENTS, domains: [] });

function blocksOf(fileName: string, findings: Findings): readonly Block[] {
  const options = { edition: 'auditor', templates: TEMPLATES, placements: PLACEMENTS, assurance: '' } as const;
  return compose(findings, options).documents.find((each) => each.fileName === fileName)?.blocks ?? [];
}

describe('what somebody signs', () => {
  const { asOf } = WORLD.engagement;
  const until = (day: string): Findings => {
    const made = { by: 'Dana Cole', on: '2026-05-04' };
    const engagement = Engagement.parse({
      ...WORLD.engagement,
      attestations: [{ ...made, practice: 'incident-response-plan', statement: 'In force', expires: day }],
      addressable: [
        { control: 'A-03', decision: 'implemented', approvedBy: 'Dana Cole', decidedOn: '2026-05-04', reviewBy: day },
      ],
    });
    return { ...WORLD, engagement };
  };
  const marks = (findings: Findings) => {
    const { attestations, addressable, lapsed } = statementsView(lens(findings));
    return [attestations[0]?.lapsed, addressable[0]?.lapsed, lapsed];
  };

  it('is marked where its day is past, and not on its last day', () => {
    expect(marks(until('2026-06-01'))).toEqual(['expired', 'review overdue', true]);
    expect(marks(until(asOf))).toEqual(['', '', false]);
  });

  it('is marked beside the line itself', () => {
    const said = (day: string) => JSON.stringify(blocksOf('06-Attestations', until(day)));
    expect(said('2026-06-01')).toContain('"text":"review overdue","colour":"bad"');
    expect(said('2026-06-01')).toContain('would have to be stated anew');
    expect(said(asOf)).not.toContain('stated anew');
  });
});

describe('the matrix', () => {
  it('is signed by every party in it, and by its preparer once', () => {
    const lines = blocksOf('03-Responsibility-Matrix', WORLD).flatMap((block) =>
      block.type === 'signature' ? block.lines.map(({ name }) => name) : [],
    );
    const parties = WORLD.ownership.parties.map(({ name }) => name ?? '');
    expect(lines).toEqual(expect.arrayContaining(parties));
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('tells once above a domain who does which part, and beside a practice what is its own', () => {
    const [first, second, third] = WORLD.practices;
    if (first === undefined || second === undefined || third === undefined) throw new Error('fewer than three');
    const parts = (own: string): Findings => ({
      ...WORLD,
      practices: [first, second, third].map((practice) => ({ ...practice, domain: 'one' })),
      ownership: {
        ...WORLD.ownership,
        assignments: [first, second, third].flatMap(({ id }, index) =>
          WORLD.ownership.assignments
            .filter(({ practice }) => practice === id)
            .slice(0, 1)
            .map((each) => ({
              ...each,
              responsible: index === 2 ? ['msp'] : ['internal-it', 'msp'],
              split: { 'internal-it': index === 1 ? own : 'keeps the list' },
            })),
        ),
      },
    });
    const told = (own: string) => {
      const [domain] = ownershipView(lens(parts(own))).domains;
      return { shared: domain?.shared, own: domain?.practices.map(({ part }) => part) };
    };
    const [list, check] = ['Sam Ortiz: keeps the list', 'Sam Ortiz: checks it'];
    expect(told('keeps the list')).toEqual({ shared: [list], own: ['', '', list] });
    expect(told('checks it')).toEqual({ shared: [], own: [list, check, list] });
  });
});
