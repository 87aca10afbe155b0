import { expect, it } from 'vitest';
import { CADENCE_DAYS as judged, freshDaysOf as judgedDays } from '../../src/assessment/index.ts';
import { CADENCE_DAYS, freshDaysOf } from '../../src/model/freshness.ts';

it('draws evidence against the same ages by which it is judged', () => {
  expect(CADENCE_DAYS).toEqual(judged);
  for (const practice of [{}, { freshDays: 30 }, { cadence: 'quarterly' as const }])
    expect(freshDaysOf(practice)).toBe(judgedDays(practice));
});
