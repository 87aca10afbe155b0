import { tzOffset } from '@date-fns/tz/tzOffset';
import { type CivilDate, dayNumber, fromDayNumber } from './civil-date.ts';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The offsets that exist on earth reach from UTC-12 to UTC+14; a time without a zone lies between their readings. */
export const EASTERNMOST_OFFSET_MS = 14 * 60 * MINUTE_MS;
export const WESTERNMOST_OFFSET_MS = -12 * 60 * MINUTE_MS;

export function zoneExists(zone: string): boolean {
  return !Number.isNaN(tzOffset(zone, new Date(0)));
}

/** The calendar day in `zone` at an instant. */
export function dayIn(zone: string, instant: Instant): CivilDate {
  return fromDayNumber(Math.floor((instant + offsetAt(zone, instant)) / DAY_MS));
}

/** Minutes since midnight that a clock in `zone` shows at an instant. */
export function minutesOfDayIn(zone: string, instant: Instant): number {
  const wall = instant + offsetAt(zone, instant);
  return Math.floor((wall - Math.floor(wall / DAY_MS) * DAY_MS) / MINUTE_MS);
}

/**
 * The instants that a wall clock in `zone` can mean, earliest first: one as a rule, two when clocks were put back.
 * A time that was skipped (clocks put forward) is read with the offset before and after the gap.
 */
export function instantsOf(zone: string, wallClock: number): readonly [Instant, Instant] {
  const before = wallClock - offsetAt(zone, wallClock - DAY_MS);
  const after = wallClock - offsetAt(zone, wallClock + DAY_MS);
  const fits = [before, after].filter((instant) => instant + offsetAt(zone, instant) === wallClock);
  const [a = before, b = a] = fits.length === 0 ? [before, after] : fits;
  return a <= b ? [a, b] : [b, a];
}

/** First and last millisecond of a calendar day in `zone`. */
export function boundsOfDay(zone: string, day: CivilDate): readonly [Instant, Instant] {
  const number = dayNumber(day);
  return [startOfDay(zone, number), startOfDay(zone, number + 1) - 1];
}

/** Where clocks are put forward at midnight (Chile, Cuba, Egypt) the day begins an hour late: its midnight, read with the offset before. */
function startOfDay(zone: string, number: number): Instant {
  const [first, last] = instantsOf(zone, number * DAY_MS);
  return first === last || first + offsetAt(zone, first) >= number * DAY_MS ? first : last;
}

const DAYS_REMEMBERED = 50_000;
const offsetsOfDays = new Map<string, Map<number, number>>();

/** Remembered by days, since the table of zones is slow to ask; only on a day on which clocks are changed it is asked each time. */
function offsetAt(zone: string, instant: Instant): number {
  const days = daysOf(zone);
  const day = Math.floor(instant / DAY_MS);
  let offset = days.get(day);
  if (offset === undefined) {
    const start = offsetAsked(zone, day * DAY_MS);
    offset = start === offsetAsked(zone, (day + 1) * DAY_MS - 1) ? start : Number.NaN;
    if (days.size >= DAYS_REMEMBERED) days.clear();
    days.set(day, offset);
  }
  return Number.isNaN(offset) ? offsetAsked(zone, instant) : offset;
}

function daysOf(zone: string): Map<number, number> {
  const known = offsetsOfDays.get(zone);
  if (known) return known;
  const made = new Map<number, number>();
  offsetsOfDays.set(zone, made);
  return made;
}

function offsetAsked(zone: string, instant: Instant): number {
  return tzOffset(zone, new Date(instant)) * MINUTE_MS;
}
