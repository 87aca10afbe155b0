import { type CivilDate, daysBetween } from '../kernel/civil-date.ts';

/** `outside` is before the period. What lies after the as-of date has been left out by the facts already; found here it is no proof either. */
export function freshness(
  newest: CivilDate | null,
  {
    asOf,
    periodFrom,
    freshDays,
  }: { readonly asOf: CivilDate; readonly periodFrom: CivilDate; readonly freshDays: number },
): 'fresh' | 'old' | 'outside' | 'undated' {
  if (newest === null || newest > asOf) return 'undated';
  if (newest < periodFrom) return 'outside';
  return daysBetween(newest, asOf) <= freshDays ? 'fresh' : 'old';
}
