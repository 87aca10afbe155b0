import { describe, expect, it } from 'vitest';
import { type Ballot, cast, decide, mayDecide, merge, type Side } from '../../src/facts/kit/ballot.ts';
import { type Row, rowOf } from '../../src/facts/kit/row.ts';
import type { Observed } from '../../src/model/observed.ts';
import type { Strength } from '../../src/model/record.ts';
import { at, day, undated } from './records.ts';

const row = (observed: Observed, given: { strength?: Strength; line?: number; text?: string } = {}): Row =>
  rowOf({ from: { path: 'a', row: given.line ?? 1 }, observed, strength: given.strength ?? 'R' }, given.text ?? '');
const NEW_YEAR = day('2026-01-01');
const MIDNIGHT = at('2026-01-01T00:00:00Z');
const NOON = at('2026-01-01T12:00:00Z');
const LAST = at('2026-01-01T23:59:59Z');
const NEXT = at('2026-01-02T00:00:00Z');

describe('whether a row may displace the one that is held', () => {
  it.each<[string, Side, Observed, Observed, boolean]>([
    ['a newer one', 'supports', NOON, LAST, true],
    ['an older one', 'supports', LAST, NOON, false],
    ['one of the same instant', 'supports', NOON, NOON, true],
    // A day supports from its first instant on and refutes to its last.
    ['a day in support, after its noon', 'supports', NOON, NEW_YEAR, false],
    ['a day in support, after its midnight', 'supports', MIDNIGHT, NEW_YEAR, true],
    ['a day against, after its noon', 'refutes', NOON, NEW_YEAR, true],
    ['noon against, after its day', 'refutes', NEW_YEAR, NOON, false],
    ['noon in support, after its day', 'supports', NEW_YEAR, NOON, true],
    ['a day in doubt, after its noon', 'undecided', NOON, NEW_YEAR, false],
    ['one of no day, after one of a day', 'supports', NOON, undated, false],
    ['one of a day, after one of no day', 'supports', undated, NOON, true],
    ['one of no day, after another', 'refutes', undated, undated, true],
  ])('%s: %s', (_, side, held, next, may) => {
    const ballot: Ballot = {};
    expect(mayDecide(ballot, side, row(next), 'UTC')).toBe(true);
    cast(ballot, { side, row: row(held, { line: 9 }) }, 'UTC');
    expect(mayDecide(ballot, side, row(next), 'UTC')).toBe(may);
    const kept = { ...ballot };
    cast(ballot, { side, row: row(next, { line: 2 }) }, 'UTC');
    expect(Object.values(ballot).map(({ place }) => place.row)).toEqual([may ? 2 : 9]);
    expect(Object.keys(ballot)).toEqual(Object.keys(kept));
  });

  it('is asked of its own side and strength alone', () => {
    const ballot: Ballot = { supports: row(NEXT), weaklyRefutes: row(NEXT, { strength: 'A' }) };
    expect(mayDecide(ballot, 'refutes', row(NOON), 'UTC')).toBe(true);
    expect(mayDecide(ballot, 'supports', row(NOON, { strength: 'A' }), 'UTC')).toBe(true);
    expect(mayDecide(ballot, 'supports', row(NOON, { strength: 'C' }), 'UTC')).toBe(false);
    expect(mayDecide(ballot, 'refutes', row(NOON, { strength: 'S' }), 'UTC')).toBe(false);
    expect(mayDecide(ballot, 'undecided', row(NOON), 'UTC')).toBe(true);
  });
});

describe('of two rows of one instant', () => {
  const kept = (side: Side, lines: readonly number[]) => {
    const ballot: Ballot = {};
    for (const line of lines) cast(ballot, { side, row: row(NOON, { line }) }, 'UTC');
    return Object.values(ballot)[0]?.place.row;
  };
  it.each<[Side]>([['supports'], ['refutes'], ['undecided']])('the first by place is kept: %s', (side) => {
    expect([kept(side, [1, 2]), kept(side, [2, 1])]).toEqual([1, 1]);
  });

  it('of the same place too, the one that is held stays', () => {
    const first = row(NOON);
    const ballot: Ballot = { supports: first };
    cast(ballot, { side: 'supports', row: row(NOON) }, 'UTC');
    expect(ballot.supports).toBe(first);
  });

  it('of no day the first by place is kept', () => {
    const ballot: Ballot = {};
    for (const line of [3, 1, 2]) cast(ballot, { side: 'refutes', row: row(undated, { line }) }, 'UTC');
    expect(ballot.refutes?.place.row).toBe(1);
  });
});

describe('what is joined', () => {
  it('is all that was said under either name', () => {
    const strong = { supports: row(NOON, { line: 1 }), refutes: row(NOON, { line: 2 }) };
    const weak: Ballot = {
      weaklySupports: row(NOON, { strength: 'A', line: 3 }),
      weaklyRefutes: row(NOON, { strength: 'S', line: 4 }),
      undecided: row(NOON, { line: 5 }),
    };
    expect(merge([strong, weak], 'UTC')).toEqual({ ...strong, ...weak });
    expect(merge([], 'UTC')).toEqual({});
  });

  it('is the newest of each', () => {
    const [older, newer] = [row(NOON, { text: 'older' }), row(NEXT, { text: 'newer' })];
    for (const ballots of [
      [{ supports: older }, { supports: newer }],
      [{ supports: newer }, { supports: older }],
    ])
      expect(merge(ballots, 'UTC')).toEqual({ supports: newer });
  });
});

describe('what is decided', () => {
  const weak = (observed: Observed) => row(observed, { strength: 'A' });
  it.each<[string, Ballot, 'newest' | 'ever', string | undefined]>([
    ['nothing was said', {}, 'newest', undefined],
    ['doubt', { undecided: row(NOON) }, 'newest', 'undecided'],
    ['once is enough', { supports: row(NOON), refutes: row(NEXT) }, 'ever', 'supports'],
    ['nobody supports', { refutes: row(NEXT), undecided: row(NEXT) }, 'ever', 'refutes'],
    [
      'support of a day and refutation of its noon',
      { supports: row(NEW_YEAR), refutes: row(NOON) },
      'newest',
      'refutes',
    ],
    ['noon against its day', { supports: row(NOON), refutes: row(NEW_YEAR) }, 'newest', 'refutes'],
    ['the day after', { supports: row(NEXT), refutes: row(NEW_YEAR) }, 'newest', 'supports'],
    ['the same instant', { supports: row(NOON), refutes: row(NOON) }, 'newest', 'refutes'],
    ['the next second', { supports: row(at('2026-01-01T12:00:01Z')), refutes: row(NOON) }, 'newest', 'supports'],
    ['of no day against no day', { supports: row(undated), refutes: row(undated) }, 'newest', 'refutes'],
    ['dated against no day', { supports: row(NOON), refutes: row(undated) }, 'newest', 'supports'],
    ['a newer statement against a machine', { weaklySupports: weak(NEXT), refutes: row(NOON) }, 'newest', 'refutes'],
    ['a newer statement against one', { weaklySupports: weak(NEXT), weaklyRefutes: weak(NOON) }, 'newest', 'supports'],
    ['a machine against a newer statement', { supports: row(NOON), weaklyRefutes: weak(NEXT) }, 'newest', 'refutes'],
    ['a newer machine against a statement', { supports: row(NEXT), weaklyRefutes: weak(NOON) }, 'newest', 'supports'],
  ])('%s', (_, ballot, rule, side) => {
    expect(decide(ballot, rule, 'UTC')?.side).toBe(side);
  });

  it('by a machine before a statement, unless only the statement says when', () => {
    const [strong, statement] = [row(undated), weak(NOON)];
    const by = (ballot: Ballot) => decide(ballot, 'newest', 'UTC')?.row;
    expect(by({ supports: strong, weaklySupports: statement })).toBe(statement);
    expect(by({ supports: row(NOON, { line: 7 }), weaklySupports: weak(NEXT) })?.place.row).toBe(7);
    expect(by({ supports: strong, weaklySupports: weak(undated) })).toBe(strong);
    expect(by({ weaklySupports: statement })).toBe(statement);
    expect(by({ supports: strong })).toBe(strong);
  });

  it('against it by the newer of a machine and a statement', () => {
    const by = (ballot: Ballot) => decide(ballot, 'newest', 'UTC')?.row.observed;
    expect(by({ refutes: row(NOON), weaklyRefutes: weak(NEXT) })).toBe(NEXT);
    expect(by({ refutes: row(NEXT), weaklyRefutes: weak(NOON) })).toBe(NEXT);
    expect(by({ refutes: row(NOON), weaklyRefutes: weak(NEW_YEAR) })).toBe(NEW_YEAR);
    expect(by({ weaklyRefutes: weak(NOON) })).toBe(NOON);
    const twice = { refutes: row(NOON, { line: 2 }), weaklyRefutes: row(NOON, { strength: 'A', line: 1 }) };
    expect(decide(twice, 'newest', 'UTC')?.row.place.row).toBe(1);
  });
});
