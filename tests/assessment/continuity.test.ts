import { describe, expect, it } from 'vitest';
import { continuity, monthsBefore } from '../../src/assessment/continuity.ts';
import type { MonthState } from '../../src/model/continuity.ts';
import type { Fact } from '../../src/model/fact.ts';
import { allPractices, frameworkOf } from '../catalog/catalog-files.ts';
import { day, engagement, framework, holds, known, named, practice, share, unknown } from './world.ts';

const P = practice('p', [
  { fact: 'checked', is: { holds: true } },
  { fact: 'policy', is: { holds: true }, shows: 'design' },
  { fact: 'done', is: { occurs: 'as-expected' }, bears: 'partly' },
  {
    fact: 'people',
    is: { atLeastPercent: 100 },
    bears: 'partly',
    fallingShort: { shows: 'the-contrary', because: 'One goes without.' },
  },
  { fact: 'beside', is: { holds: true }, bears: 'as-context' },
]);
const FORM = {
  months: 12,
  title: 'Month by month',
  law: 'The law',
  note: 'It is considered.',
  topics: [{ title: 'Topic', practices: ['p'] }],
  because: 'The law says so.',
};

function states(facts: Record<string, Fact>, says: object = {}): readonly MonthState[] {
  const [found] = continuity({
    frameworks: [{ ...framework([]), continuity: FORM }],
    practices: new Map([['p', P]]),
    facts: new Map(named(facts).map((each) => [each.id, each])),
    engagement: engagement({ period: { from: '2025-10-01', to: '2026-09-30' }, ...says }),
  });
  return found?.topics[0]?.lines[0]?.states ?? [];
}
const on = (...days: string[]) => ({ days: days.map(day) });
const YES = (...days: string[]) => known(holds(true), on(...days));
/** The months of the strip that are not silent, by their place: 0 is the oldest. */
const told = (strip: readonly MonthState[]) => strip.flatMap((state, i) => (state === 'none' ? [] : [`${i} ${state}`]));

describe('a strip of months before the as-of date', () => {
  it('counts back whole months that end on the as-of date, also from a day that shorter months lack', () => {
    expect(monthsBefore(day('2026-10-15'), 12).map(({ from, to }) => `${from} ${to}`)).toMatchObject([
      '2025-10-16 2025-11-15',
      ...Array.from({ length: 10 }, () => expect.any(String)),
      '2026-09-16 2026-10-15',
    ]);
    expect(monthsBefore(day('2026-03-31'), 2)).toEqual([
      { from: '2026-02-01', to: '2026-02-28' },
      { from: '2026-03-01', to: '2026-03-31' },
    ]);
  });

  it('says nothing of a month that no row speaks of', () => {
    expect(states({})).toEqual(Array.from({ length: 12 }, () => 'none'));
    expect(told(states({ checked: unknown('undated') }))).toEqual([]);
    expect(told(states({ checked: YES() }))).toEqual([]);
    expect(told(states({ beside: YES('2026-10-10') }))).toEqual([]);
  });

  it('shows the months of the deciding rows and no other, to the day', () => {
    expect(told(states({ checked: YES('2025-10-15', '2025-10-16', '2026-09-15', '2026-09-16') }))).toEqual([
      '0 shown',
      '10 shown',
      '11 shown',
    ]);
  });

  it('a month before the period was not asked for, unless a row speaks of it', () => {
    const short = { period: { from: '2026-08-01', to: '2026-09-30' } };
    const strip = states({ checked: YES('2025-11-01') }, short);
    expect([strip[0], strip[1], strip[9], strip[10]]).toEqual(['shown', 'not-asked', 'not-asked', 'none']);
  });

  it.each<[string, Record<string, Fact>, string[]]>([
    ['a policy by word', { policy: known(holds(true), { strength: 'A', ...on('2026-10-10') }) }, ['11 stated']],
    ['one that goes without', { people: known(share(2, 4), on('2026-10-10')) }, ['11 against']],
    ['the contrary', { checked: known(holds(false), on('2026-10-10')) }, ['11 against']],
    [
      'the contrary beside what is shown',
      { checked: YES('2026-10-10'), policy: known(holds(false), on('2026-10-10')) },
      ['11 against'],
    ],
    [
      'a word beside what is shown',
      { checked: YES('2026-10-10'), policy: known(holds(true), { strength: 'S', ...on('2026-10-10') }) },
      ['11 in-part'],
    ],
    [
      'what bears in part alone',
      { done: known({ kind: 'occurrences', found: 1, expected: 12, dates: [day('2026-10-10')] }) },
      ['11 in-part'],
    ],
    [
      'what bears in part beside what is shown',
      {
        checked: YES('2026-10-10'),
        done: known({ kind: 'occurrences', found: 1, expected: 12, dates: [day('2026-10-10')] }),
      },
      ['11 shown'],
    ],
    ['a measure that does not go with the question', { checked: known(share(1, 2), on('2026-10-10')) }, []],
  ])('%s', (_, facts, wanted) => {
    expect(told(states(facts))).toEqual(wanted);
  });

  it('is asked for by the HIPAA Security Rule over twelve months, of practices that there are', () => {
    const { continuity: form } = frameworkOf('hipaa-security-rule');
    const asked = form?.topics.flatMap(({ practices }) => practices) ?? [];
    const ids = new Set(allPractices().map(({ id }) => id));
    expect(form?.months).toBe(12);
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
  });
});
