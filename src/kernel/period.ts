import { type CivilDate, daysBetween } from './civil-date.ts';

/** Both days belong to it. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export function contains(period: Period, day: CivilDate): boolean {
  return period.from <= day && day <= period.to;
}

export function lengthInDays(period: Period): number {
  return daysBetween(period.from, period.to) + 1;
}
