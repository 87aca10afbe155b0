import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/kernel/sha256.ts';
import { type ExhibitReport, NO_DUPLICATES, NOTHING_SAID } from '../../src/model/exhibit.ts';
import type { Basis, Fact, Measure } from '../../src/model/fact.ts';
import { lintDisputes } from '../../src/ownership/index.ts';
import { engagement } from '../assessment/world.ts';
import { owners, PEOPLE, PRACTICES } from './shipped.ts';

const OURS = 'policies/register.csv';
const THEIRS = 'msp/documents.csv';
const says = {
  operatingModel: 'co-managed',
  parties: PEOPLE,
  exhibits: {
    [OURS]: { by: 'Sam Ortiz', observedOn: '2026-08-01', because: 'reviewed' },
    [THEIRS]: { by: 'Priya Nair', observedOn: '2026-09-15', because: 'exported' },
  },
};

const row = (path: string, subject?: string): Basis => ({
  place: { path, row: 3 },
  text: `${path} says so`,
  ...(subject === undefined ? {} : { subject }),
});

function fact(measure: Measure, basis: Basis[], exceptions: Basis[]): Fact {
  return {
    status: 'known',
    measure,
    strength: 'C',
    newest: null,
    oldest: null,
    days: [],
    dateAssumed: false,
    basis,
    basisCount: basis.length,
    exceptions,
    exceptionCount: exceptions.length,
    remarks: [],
    populationKnown: true,
  };
}

const HOLDS: Measure = { kind: 'holds', holds: true };
const SHARE: Measure = { kind: 'share', n: 1, of: 2, unit: 'device' };

function disputes(known: Fact, over: object = {}, exhibits: ExhibitReport[] = []) {
  const practices = PRACTICES.filter(({ id }) => id === 'incident-response-plan');
  const told = { ...says, ...over };
  const facts = [{ id: 'incident-response-plan-in-force', question: 'Is there a plan?', fact: known }];
  return lintDisputes(owners(told), { engagement: engagement(told), practices, facts, exhibits });
}

describe('evidence of two parties that disagrees', () => {
  it('is told with both, their rows, who decides, and how long it lasts', () => {
    const [issue, ...more] = disputes(fact(HOLDS, [row(OURS)], [row(THEIRS)]));
    expect(more).toEqual([]);
    expect(issue).toMatchObject({ code: 'evidence-disputed', practice: 'incident-response-plan' });
    expect(issue?.message).toContain('Sam Ortiz (Internal IT) in policies/register.csv row 3');
    expect(issue?.message).toContain('Northlake IT (Managed service provider) in msp/documents.csv row 3');
    expect(issue?.message).toContain('since 2026-09-15 (30 days); Dana Cole (Client leadership) decides.');
  });

  it.each<[string, Fact, number]>([
    ['in one and the same file', fact(HOLDS, [row(OURS)], [row(OURS)]), 0],
    ['of a file that nobody signs for', fact(HOLDS, [row(OURS)], [row('found.csv')]), 0],
    ['about one device', fact(SHARE, [row(OURS, 'ws01')], [row(THEIRS, 'ws01')]), 1],
    ['about two devices is none', fact(SHARE, [row(OURS, 'ws01')], [row(THEIRS, 'ws02')]), 0],
    ['where both say no is none', fact({ kind: 'holds', holds: false }, [row(OURS)], [row(THEIRS)]), 0],
  ])('%s', (_, known, issues) => {
    expect(disputes(known)).toHaveLength(issues);
  });

  it('is none when both files are of one party', () => {
    const exhibits = { ...says.exhibits, [THEIRS]: { by: 'Sam Ortiz', because: 'exported' } };
    expect(disputes(fact(HOLDS, [row(OURS)], [row(THEIRS)]), { exhibits })).toEqual([]);
  });

  it('has no age where one of the files tells no day', () => {
    const exhibits = { ...says.exhibits, [THEIRS]: { by: 'Priya Nair', because: 'exported' } };
    const known = fact(HOLDS, [row(OURS)], [row(THEIRS)]);
    expect(disputes(known, { exhibits })[0]?.message).toContain('since when cannot be told');
  });

  it('takes the producer and the day from the file where the engagement says nothing', () => {
    const report: ExhibitReport = {
      path: THEIRS,
      sha256: sha256('x'),
      bytes: 1,
      status: 'read',
      source: null,
      candidates: [],
      saw: [],
      kinds: {},
      records: 1,
      rejected: 0,
      completeness: NOTHING_SAID,
      duplicates: NO_DUPLICATES,
      encoding: null,
      covers: null,
      produced: { runBy: 'Northlake IT', ranAt: '2026-10-05T10:00:00Z' },
      said: null,
      foreign: null,
      excluded: null,
      notes: [],
    };
    const exhibits = { [OURS]: says.exhibits[OURS] };
    const [issue] = disputes(fact(HOLDS, [row(OURS)], [row(THEIRS)]), { exhibits }, [report]);
    expect(issue?.message).toContain('since 2026-10-05 (10 days)');
  });
});
