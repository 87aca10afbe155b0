import { describe, expect, it } from 'vitest';
import { type Item, rollUp } from '../../src/assessment/roll-up.ts';
import type { Outcome } from '../../src/model/assessment.ts';
import fc from '../house/fast-check.ts';

const item = (outcome: Outcome, bears: Item['bears'] = 'directly'): Item => ({ outcome, bears });
/** Rows show that it is not so. */
const against = (outcome: Outcome): Item => ({ ...item(outcome, 'partly'), contrary: true });

describe('the extent of a part', () => {
  const part = (n: number, of: number, lowered: boolean): Item => ({
    ...item('partly'),
    extent: { n, of, unit: 'devices' },
    lowered,
  });

  it('is the first of those that decide, whatever only lowers another', () => {
    expect(rollUp([part(767, 774, true), part(6, 7, false)], 'practices').extent).toMatchObject({ n: 6, of: 7 });
    expect(rollUp([part(118, 119, false), part(6, 7, false)], 'practices').extent).toMatchObject({ n: 118, of: 119 });
    expect(rollUp([item('met'), part(767, 774, true)], 'practices').extent).toMatchObject({ n: 767, of: 774 });
  });
});

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
      'the contrary in part refutes where nothing direct is shown',
      [item('unknown'), against('refuted')],
      'contradicted',
    ],
    ['one that goes without refutes as well', [item('attested'), against('partly')], 'contradicted'],
    ['the contrary in part lowers what is shown directly', [item('met'), against('partly')], 'partly-supported'],
    ['too little in part refutes nothing', [item('unknown'), item('short', 'partly')], 'not-evidenced'],
    ['some of those seen refute nothing', [item('stale'), item('partly', 'partly')], 'stale'],
    ['too little leaves a statement a statement', [item('attested'), item('short', 'partly')], 'attested-only'],
    ['too little of what decides is no contrary', [item('short')], 'not-evidenced'],
    ['too little beside what is met is a part of it', [item('met'), item('short')], 'partly-supported'],
    ['too little in part lowers', [item('met'), item('short', 'partly')], 'partly-supported'],
    ['too little where nothing bears directly', [item('short', 'partly'), item('met', 'partly')], 'partly-supported'],
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

  const outcomes = fc.constantFrom<Outcome>('met', 'partly', 'refuted', 'short', 'stale', 'attested', 'unknown');
  const bears = fc.constantFrom<Item['bears']>('directly', 'partly', 'as-context');
  const items = fc.array(
    fc
      .record({ outcome: outcomes, bears, contrary: fc.boolean() })
      // Only what falls short can be the contrary.
      .map((each) => (each.outcome === 'refuted' || each.outcome === 'partly' ? each : { ...each, contrary: false })),
    { maxLength: 6 },
  );

  it('never says supported when evidence is taken away', () => {
    fc.assert(
      fc.property(items, fc.nat(), (all, which) => {
        const before = rollUp(all, 'x').verdict;
        const without = all.map((each, i) =>
          i === which % Math.max(all.length, 1) ? { ...each, outcome: 'unknown' as const, contrary: false } : each,
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
          i === which % Math.max(all.length, 1) ? { ...each, outcome: 'met' as const, contrary: false } : each,
        );
        return rank[rollUp(better, 'x').verdict] >= rank[rollUp(all, 'x').verdict];
      }),
    );
  });

  it('does not depend on order', () => {
    fc.assert(fc.property(items, (all) => rollUp(all, 'x').verdict === rollUp([...all].reverse(), 'x').verdict));
  });
});
