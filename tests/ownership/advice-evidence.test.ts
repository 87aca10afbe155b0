import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { AdviceRules } from '../../src/model/advice.ts';
import type { Fact, Measure } from '../../src/model/fact.ts';
import { answersShown, startAfterHours } from '../../src/ownership/index.ts';
import { engagement } from '../assessment/world.ts';
import { factIds } from '../catalog/catalog-files.ts';
import { at, day, incident } from '../facts/records.ts';
import { owners, PEOPLE, PRACTICES } from './shipped.ts';

const FILE = new URL('../../frameworks/operating-models/rules/advice.yaml', import.meta.url);
const RULES = AdviceRules.parse(parse(readFileSync(FILE, 'utf8')));
const LAKESIDE = engagement({ operatingModel: 'co-managed', parties: PEOPLE });

function tickets(...opened: (ReturnType<typeof at> | undefined)[]) {
  const fold = startAfterHours(LAKESIDE, RULES.reads.officeHours);
  for (const [i, when] of opened.entries()) fold.see(incident({ incidentId: `INC${i}`, opened: when }));
  return fold.finish();
}

describe('tickets after hours', () => {
  it.each([
    ['on a Tuesday at ten in Chicago', '2026-05-05T15:00:00Z', 0],
    ['on a Tuesday at two at night in Chicago, seven in London', '2026-05-05T07:00:00Z', 1],
    ['on a Tuesday at six in the evening sharp', '2026-05-05T23:00:00Z', 1],
    ['on a Tuesday at one minute to six', '2026-05-05T22:59:00Z', 0],
    ['on a Saturday at noon', '2026-05-09T17:00:00Z', 1],
    ['in winter, when Chicago is six hours behind: ten', '2026-01-13T16:00:00Z', 0],
    ['in winter at five to eight', '2026-01-13T13:55:00Z', 1],
  ])('%s', (_, when, outside) => {
    expect(tickets(at(when))).toMatchObject({ tickets: 1, outside });
  });

  it('are counted once, within the period, and only with a time of day', () => {
    const fold = startAfterHours(LAKESIDE, RULES.reads.officeHours);
    const night = { incidentId: 'INC1', opened: at('2026-05-05T07:00:00Z') };
    for (const record of [incident(night), incident(night)]) fold.see(record);
    fold.see(incident({ incidentId: 'INC2', opened: at('2025-05-05T07:00:00Z') }));
    fold.see(incident({ incidentId: 'INC3', opened: day('2026-05-05') }));
    fold.see(incident({ incidentId: 'INC4', opened: undefined }));
    expect(fold.finish()).toMatchObject({ tickets: 1, outside: 1, withoutTime: 1 });
    expect(fold.finish().places).toHaveLength(1);
  });
});

const known = (measure: Measure): Fact => ({
  status: 'known',
  measure,
  strength: 'R',
  newest: null,
  oldest: null,
  days: [],
  dateAssumed: false,
  basis: [{ place: { path: 'patches.csv', row: 4 }, text: 'WS01' }],
  basisCount: 1,
  exceptions: [],
  exceptionCount: 0,
  remarks: [],
  populationKnown: true,
});
const none: Fact = { status: 'unknown', because: 'no-evidence', wouldNeed: [], remarks: [], basis: [] };
const named = (id: string, fact: Fact) => ({ id, question: 'A question?', fact });

function shown(over: Partial<Parameters<typeof answersShown>[0]> = {}, said = tickets()) {
  const findings = { engagement: LAKESIDE, facts: [], cadence: [], practices: PRACTICES, ownership: owners(), ...over };
  return answersShown(findings, said, RULES);
}

describe('what exhibits answer', () => {
  it('is nothing where there is nothing: no ticket is no quiet night', () => {
    expect(shown({ facts: [named('critical-patches-missing', none)] })).toEqual([]);
  });

  it('tells tickets with their rows and hours', () => {
    const [answer] = shown({}, tickets(at('2026-05-05T07:00:00Z'), at('2026-05-05T15:00:00Z')));
    expect(answer).toMatchObject({ question: 'afterHoursTickets', value: 1, by: 'exhibits' });
    expect(answer?.text).toContain('1 of 2 tickets');
    expect(answer?.text).toContain('America/Chicago');
    expect(answer?.places).toHaveLength(1);
  });

  it('takes missing patches before devices that were never patched, and says which it is', () => {
    const rest = named('share-of-devices-patched-in-period', known({ kind: 'share', n: 30, of: 33, unit: 'device' }));
    const missing = named('critical-patches-missing', known({ kind: 'count', count: 5, unit: 'patch' }));
    expect(shown({ facts: [rest, missing] }).map(({ value, text }) => [value, text])).toEqual([
      [5, '5 critical patches are missing on devices.'],
    ]);
    expect(shown({ facts: [rest] })[0]).toMatchObject({
      value: 3,
      text: '3 of 33 devices show no installed update in the whole period.',
      places: [{ path: 'patches.csv', row: 4 }],
    });
  });

  it('counts due tests without a trace, and not what runs by itself', () => {
    const line = (practice: string, cadence: string, found: number, expected: number) => ({
      practice,
      fact: 'of-the-test',
      cadence,
      found,
      expected,
      occurrences: [],
      longestGapDays: null,
    });
    const cadence = [
      line('restore-testing', 'quarterly', 3, 4),
      line('log-review', 'monthly', 9, 12),
      line('access-review', 'quarterly', 6, 4),
      line('backup-frequency', 'weekly', 10, 52),
    ];
    const [answer] = shown({ cadence });
    expect(answer).toMatchObject({ question: 'testsNotDone', value: 4 });
    expect(answer?.text).toContain('4 of 20 due occurrences');
    expect(answer?.text).toContain('(9 of 12)');
    expect(answer?.text).not.toContain('52');
  });

  it('tells what the matrix leaves without an owner, and nothing of days that are over', () => {
    const entry = { practice: 'log-review', accountable: [], because: 'Nobody wanted it.' };
    expect(shown({ ownership: owners({ ownership: [entry] }) })[0]).toMatchObject({
      question: 'unowned',
      value: ['log-review'],
      by: 'matrix',
    });
    expect(shown({ ownership: owners({ ownership: [{ ...entry, until: '2026-01-31' }] }) })).toEqual([]);
  });
});

describe('the shipped rules', () => {
  it('read facts that there are', () => {
    expect(RULES.reads.overduePatches.map(({ fact }) => fact).filter((id) => !factIds().includes(id))).toEqual([]);
  });
});
