import { describe, expect, it } from 'vitest';
import { type Ballot, cast, decide, type Side } from '../../src/facts/kit/ballot.ts';
import { keeper, rowOf, shown } from '../../src/facts/kit/row.ts';
import fc from '../house/fast-check.ts';
import { day, undated } from './records.ts';

describe('a ballot', () => {
  const row = (text: string | null, strength: 'R' | 'A' = 'R', index = 1) =>
    rowOf(
      { from: { path: 'a', row: index }, observed: text === null ? undated : day(text), strength },
      `${text} ${strength}`,
    );
  const held = (votes: readonly (readonly [Side, ReturnType<typeof row>])[]) => {
    const ballot: Ballot = {};
    for (const [side, vote] of votes) cast(ballot, { side, row: vote }, 'UTC');
    return decide(ballot, 'newest', 'UTC')?.side;
  };
  it.each([
    [
      'the newest wins',
      [
        ['refutes', row('2026-01-01')],
        ['supports', row('2026-02-01')],
      ],
      'supports',
    ],
    [
      'on one day the refuting one',
      [
        ['supports', row('2026-02-01')],
        ['refutes', row('2026-02-01')],
      ],
      'refutes',
    ],
    [
      'between undated the refuting one',
      [
        ['supports', row(null)],
        ['refutes', row(null)],
      ],
      'refutes',
    ],
    [
      'undated never beats dated',
      [
        ['supports', row('2026-02-01')],
        ['refutes', row(null)],
      ],
      'supports',
    ],
    [
      'undated never saves',
      [
        ['supports', row(null)],
        ['refutes', row('2026-02-01')],
      ],
      'refutes',
    ],
    [
      'a statement does not outweigh a machine',
      [
        ['refutes', row('2026-01-01')],
        ['supports', row('2026-02-01', 'A')],
      ],
      'refutes',
    ],
    [
      'a statement outweighs an older statement',
      [
        ['refutes', row('2026-01-01', 'A')],
        ['supports', row('2026-02-01', 'A')],
      ],
      'supports',
    ],
    [
      'doubt decides nothing',
      [
        ['supports', row('2026-01-01')],
        ['undecided', row('2026-02-01')],
      ],
      'supports',
    ],
  ] as const)('%s', (_, votes, side) => expect(held(votes)).toBe(side));

  it('comes out the same in whichever order votes are cast', () => {
    const vote = fc.tuple(
      fc.constantFrom<Side>('supports', 'refutes', 'undecided'),
      fc.constantFrom(null, '2026-01-01', '2026-01-02', '2026-01-03'),
      fc.constantFrom<'R' | 'A'>('R', 'A'),
      fc.integer({ min: 1, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(vote, { maxLength: 8 }), (votes) => {
        const cast = votes.map(([side, text, strength, index]) => [side, row(text, strength, index)] as const);
        expect(held([...cast].reverse())).toBe(held(cast));
      }),
    );
  });

  it('never loses by a further support', () => {
    const vote = fc.tuple(
      fc.constantFrom<Side>('supports', 'refutes'),
      fc.constantFrom(null, '2026-01-01', '2026-01-02'),
      fc.constantFrom<'R' | 'A'>('R', 'A'),
    );
    fc.assert(
      fc.property(fc.array(vote, { maxLength: 6 }), vote, (votes, [, text, strength]) => {
        const before = votes.map(([side, when, how]) => [side, row(when, how)] as const);
        if (held(before) === 'supports') expect(held([...before, ['supports', row(text, strength)]])).toBe('supports');
      }),
    );
  });
});

describe('rows', () => {
  const rowAt = (index: number) =>
    rowOf({ from: { path: 'a', row: index }, observed: undated, strength: 'R' }, `row ${index}`);
  it('shows the first fifty by place, each once, and counts', () => {
    const rows = Array.from({ length: 70 }, (_, index) => rowAt(70 - index));
    const { rows: kept, count } = shown([...rows, rowAt(1)]);
    expect(count).toBe(70);
    expect(kept.map(({ place }) => place.row)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });
  it('keeps the first fifty of a stream', () => {
    const kept = keeper();
    for (let index = 1000; index > 0; index -= 1) kept.add(rowAt(index));
    expect(kept.count()).toBe(1000);
    expect(kept.rows().at(-1)?.place.row).toBe(50);
  });
});
