import { describe, expect, it } from 'vitest';
import { day, measure, restore, undated } from './records.ts';

const ID = 'days-since-proven-restore';
const on = (text: string, more: Parameters<typeof restore>[0] = {}) => restore({ observed: day(text), ...more });

describe('the newest of several', () => {
  it.each([
    ['older first', ['2026-09-01', '2026-10-01']],
    ['newer first', ['2026-10-01', '2026-09-01']],
    ['between', ['2026-09-01', '2026-10-01', '2026-09-15']],
  ])('decides, %s', (_, days) => {
    const fact = measure(
      ID,
      days.map((each) => on(each)),
    );
    expect(fact).toMatchObject({ measure: { kind: 'days', days: 14 }, newest: '2026-10-01', remarks: [] });
  });

  it('of one day is the first by place, whichever is read first', () => {
    const [first, second] = [1, 2].map((row) => on('2026-10-01', { from: { path: 'a.csv', row } }));
    if (!first || !second) throw new Error('two rows');
    for (const rows of [
      [first, second],
      [second, first],
    ])
      expect(measure(ID, rows)).toMatchObject({ basis: [{ place: { path: 'a.csv', row: 1 } }] });
  });

  it('counts on the as-of date and not on the day after', () => {
    expect(measure(ID, [on('2026-10-15')])).toMatchObject({ measure: { days: 0 } });
    const after = measure(ID, [on('2026-10-16')]);
    expect(after).toMatchObject({ status: 'unknown', because: 'no-evidence', wouldNeed: ['restore-test'] });
    expect(after.remarks).toHaveLength(1);
  });

  it('is not what has no date, which is shown all the same', () => {
    const fact = measure(ID, [restore({ observed: undated })]);
    expect(fact).toMatchObject({ status: 'unknown', because: 'undated', wouldNeed: ['restore-test'] });
    expect([fact.basis.length, fact.remarks.length]).toEqual([1, 1]);
  });

  it('is a machine’s before a newer statement, and says that there is one', () => {
    const rows = [on('2026-09-15', { strength: 'R' }), on('2026-10-01', { strength: 'A' })];
    const fact = measure(ID, rows);
    expect(fact).toMatchObject({ measure: { days: 30 }, strength: 'R' });
    expect(fact.remarks.join()).toContain('A newer statement');
    const older = measure(ID, [on('2026-10-01', { strength: 'R' }), on('2026-09-15', { strength: 'A' })]);
    expect(older.remarks).toEqual([]);
  });
});
