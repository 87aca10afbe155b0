import * as FACTS from '../../src/facts/index.ts';
import type { Fact, KnownFact, Measure, MeasureKind } from '../../src/model/fact.ts';
import fc from '../house/fast-check.ts';
import { day, known, unknown } from './world.ts';

export const MEASURES: Readonly<Record<string, MeasureKind>> = Object.fromEntries(
  Object.entries(FACTS).map(([id, fact]) => [id, fact.measures]),
);

const SMALL = fc.integer({ min: 0, max: 400 });
const measureOf = (kind: MeasureKind): fc.Arbitrary<Measure> => {
  switch (kind) {
    case 'share':
      return fc
        .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }))
        .map(([of, n]): Measure => ({ kind, n: Math.min(n, of), of, unit: 'device' }));
    case 'days':
      return SMALL.map((days): Measure => ({ kind, days }));
    case 'count':
      return SMALL.map((count): Measure => ({ kind, count: count % 4, unit: 'account' }));
    case 'holds':
      return fc.boolean().map((holds): Measure => ({ kind, holds }));
    case 'occurrences':
      return fc.integer({ min: 0, max: 4 }).map((found): Measure => ({ kind, found, expected: 4, dates: [] }));
    case 'names':
      return fc.constant<Measure>({ kind, names: ['restic'] });
  }
};
const DAYS = [null, ...['2025-09-30', '2025-10-01', '2026-06-01', '2026-10-10', '2026-10-15'].map(day)];
const details = fc.record({
  newest: fc.constantFrom(...DAYS),
  strength: fc.constantFrom<KnownFact['strength']>('R', 'C', 'S', 'A'),
  populationKnown: fc.boolean(),
});
const UNKNOWN = fc
  .constantFrom('no-evidence', 'undated', 'only-outside-period', 'population-unknown', 'incomplete-export' as const)
  .map((because): Fact => unknown(because));
/** A fact in any state, of the measure that it declares. */
export const factOf = (id: string): fc.Arbitrary<Fact> =>
  fc.oneof(
    { weight: 1, arbitrary: UNKNOWN },
    {
      weight: 4,
      arbitrary: fc
        .tuple(measureOf(MEASURES[id] ?? 'holds'), details)
        .map(([measure, over]): Fact => known(measure, over)),
    },
  );
