import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Item, rollUp } from '../../src/assessment/roll-up.ts';
import type { Outcome } from '../../src/model/assessment.ts';

const item = (outcome: Outcome, bears: Item['bears'] = 'directly'): Item => ({ outcome, bears });

describe('many outcomes, one verdict', () => {
  it.each<[string, Item[], string]>([
    ['all met', [item('met'), item('met')], 'supported'],
    ['one refuted beats all that is met', [item('met'), item('refuted')], 'contradicted'],
    ['met beside unknown', [item('met'), item('unknown')], 'partly-supported'],
    ['met beside stale', [item('met'), item('stale')], 'partly-supported'],
    ['met beside a statement', [item('met'), item('attested')], 'partly-supported'],
    ['a statement alone', [item('attested'), item('unknown')], 'attested-only'],
    ['stale alone', [item('stale'), item('unknown')], 'stale'],
    ['nothing', [item('unknown')], 'not-evidenced'],
    ['no expectation at all', [], 'not-evidenced'],
    ['context never counts', [item('unknown'), item('met', 'as-context')], 'not-evidenced'],
    ['context never counts against', [item('met'), item('refuted', 'as-context')], 'supported'],
    ['what bears partly lowers', [item('met'), item('refuted', 'partly')], 'partly-supported'],
    ['what bears partly lowers by silence too', [item('met'), item('unknown', 'partly')], 'partly-supported'],
    ['a statement is enough for what bears partly', [item('met'), item('attested', 'partly')], 'supported'],
    [
      'what bears partly refutes where nothing direct is shown',
      [item('unknown'), item('refuted', 'partly')],
      'contradicted',
    ],
    ['a part of what bears partly refutes as well', [item('attested'), item('partly', 'partly')], 'contradicted'],
    [
      'all of those seen refutes nothing, where only the list of all is missing',
      [item('stale'), { ...item('partly', 'partly'), extent: { n: 2, of: 2, unit: 'devices' } }],
      'stale',
    ],
    [
      'some of those seen does',
      [item('stale'), { ...item('partly', 'partly'), extent: { n: 1, of: 2, unit: 'devices' } }],
      'contradicted',
    ],
    ['what bears partly alone shows nothing', [item('unknown'), item('met', 'partly')], 'not-evidenced'],
    ['what bears partly never lifts to supported', [item('met', 'partly')], 'partly-supported'],
  ])('%s', (_, items, wanted) => {
    expect(rollUp(items, 'expectations').verdict).toBe(wanted);
  });

  it('says n of d wherever it says partly', () => {
    expect(rollUp([item('met'), item('unknown'), item('stale')], 'expectations').extent).toEqual({
      n: 1,
      of: 3,
      unit: 'expectations',
    });
    expect(rollUp([{ ...item('partly'), extent: { n: 38, of: 40, unit: 'people' } }], 'expectations').extent).toEqual({
      n: 38,
      of: 40,
      unit: 'people',
    });
  });

  const outcomes = fc.constantFrom<Outcome>('met', 'partly', 'refuted', 'stale', 'attested', 'unknown');
  const bears = fc.constantFrom<Item['bears']>('directly', 'partly', 'as-context');
  const items = fc.array(fc.record({ outcome: outcomes, bears }), { maxLength: 6 });

  it('never says supported when evidence is taken away', () => {
    fc.assert(
      fc.property(items, fc.nat(), (all, which) => {
        const before = rollUp(all, 'x').verdict;
        const without = all.map((each, i) =>
          i === which % Math.max(all.length, 1) ? { ...each, outcome: 'unknown' as const } : each,
        );
        return before === 'supported' || rollUp(without, 'x').verdict !== 'supported';
      }),
    );
  });

  it('never turns supported into not evidenced when evidence that supports is added', () => {
    fc.assert(
      fc.property(items, fc.nat(), (all, which) => {
        const rank = {
          contradicted: 0,
          'not-evidenced': 1,
          stale: 2,
          'attested-only': 3,
          'partly-supported': 4,
          supported: 5,
          inherited: 5,
          'not-applicable': 5,
          'accepted-risk': 5,
        };
        const better = all.map((each, i) =>
          i === which % Math.max(all.length, 1) ? { ...each, outcome: 'met' as const } : each,
        );
        return rank[rollUp(better, 'x').verdict] >= rank[rollUp(all, 'x').verdict];
      }),
    );
  });

  it('does not depend on order', () => {
    fc.assert(fc.property(items, (all) => rollUp(all, 'x').verdict === rollUp([...all].reverse(), 'x').verdict));
  });
});
