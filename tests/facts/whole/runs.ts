import { at, day, owned, run } from '../records.ts';
import type { Whole } from '../whole.ts';

const on = (text: string) => ({ observed: day(text) });

/** Runs that only count, without a row for each rule. */
export const runs: Whole = {
  rows: [
    owned('WS01'),
    owned('WS02'),
    run({ ...on('2026-09-01'), target: 'WS01' }),
    run({ ...on('2026-08-01'), target: 'WS01', passed: 1, failed: 99 }),
    run({ ...on('2026-09-01'), target: 'WS01', passed: 2, failed: 98 }),
    run({ ...on('2026-09-02'), target: 'WS02', passed: 10, failed: 0, skipped: 2, errors: 1, notApplicable: 7 }),
    run({ ...on('2026-09-02'), target: 'WS02', profile: 'L2', passed: 4, failed: 0 }),
    run({ ...on('2026-09-02'), target: 'WS03', passed: 0, failed: 0, notApplicable: 44 }),
    run({ observed: at('2026-09-03T10:00:00Z'), target: undefined, passed: 3, failed: 0 }),
    run({ observed: at('2026-09-03T11:00:00Z'), target: undefined, passed: 2, failed: 1 }),
    run({ ...on('2026-09-04'), target: 'WS04', passed: 50, failed: 50, complete: false }),
    run({ ...on('2026-09-05'), target: 'WS05', passed: 6, failed: 0, complete: undefined }),
  ],
};
