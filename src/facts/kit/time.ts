import { type CivilDate, dayNumber, fromDayNumber } from '../../kernel/civil-date.ts';
import { contains } from '../../kernel/period.ts';
import { counted } from '../../kernel/text.ts';
import { boundsOfDay, dayIn, type Instant } from '../../kernel/zone.ts';
import { type Dated, isDated, type Observed } from '../../model/observed.ts';
import type { Scope } from '../define-fact.ts';

export type Clock = Pick<Scope, 'asOf' | 'zone'>;

const QUARTER_HOUR_MS = 900_000;
/** Until then some clocks were off by odd minutes. */
const QUARTERS_SINCE = Date.UTC(1973, 0, 1);
const SLOTS_REMEMBERED = 400_000;
const boundsByZone = new Map<string, Map<number, readonly [Instant, Instant]>>();
const daysByZone = new Map<string, Map<number, CivilDate>>();

/**
 * `dayIn`, remembered by quarters of an hour: logs have millions of lines, and the time-zone table is slow to ask. Offsets are
 * multiples of a quarter, and so is every midnight.
 */
export function dayOf(zone: string, instant: Instant): CivilDate {
  if (instant < QUARTERS_SINCE) return dayIn(zone, instant);
  const days = inner(daysByZone, zone);
  if (days.size > SLOTS_REMEMBERED) days.clear();
  return remembered(days, Math.floor(instant / QUARTER_HOUR_MS), () => dayIn(zone, instant));
}

/** The day by the best reading: for deciding what lies inside a period. */
export function bestDay(observed: Dated, clock: Clock): CivilDate {
  return dayOf(clock.zone, observed.instant);
}

/** The earliest day that it can have been: for judging how old evidence is. */
export function earliestDay(observed: Dated, clock: Clock): CivilDate {
  return dayOf(clock.zone, observed.earliest);
}

/** The last day that it can have been: for judging whether something was done in time. */
export function latestDay(observed: Dated, clock: Clock): CivilDate {
  return dayOf(clock.zone, observed.latest);
}

/** Days up to the as-of date by the worse bound; undefined when undated. */
export function ageDays(observed: Observed | undefined, clock: Clock): number | undefined {
  return observed && isDated(observed) ? daysApart(earliestDay(observed, clock), clock.asOf) : undefined;
}

/** Dated after the as-of day's end: it was not so on the day on which the answers are signed. */
export function isLater(observed: Observed | undefined, clock: Clock): boolean {
  return observed !== undefined && isDated(observed) && bestDay(observed, clock) > clock.asOf;
}

/** On or before the as-of date, at most `limit` days old even by the worse bound. */
export function isWithin(observed: Observed | undefined, limit: number, clock: Clock): boolean {
  const age = ageDays(observed, clock);
  return age !== undefined && age <= limit && !isLater(observed, clock);
}

/** An end (expiry, due day, next review) that has passed by the as-of date; the last day itself still counts. */
export function hasPassed(end: Observed | undefined, clock: Clock): end is Dated {
  return end !== undefined && isDated(end) && earliestDay(end, clock) < clock.asOf;
}

export function isInPeriod(observed: Dated, scope: Scope): boolean {
  return contains(scope.period, bestDay(observed, scope));
}

/** `2026-08-01`, or the tool's own words, or that there is none. */
export function dayText(observed: Observed | undefined, clock: Clock): string {
  if (!observed) return 'undated';
  if (isDated(observed)) return bestDay(observed, clock);
  return observed.raw === null || observed.raw.trim() === '' ? 'undated' : `"${observed.raw.trim()}"`;
}

/** `2026-08-01, 75 days before the as-of date`; both counts where an unknown zone leaves two. */
export function agoText(observed: Observed | undefined, clock: Clock): string {
  if (!observed || !isDated(observed)) return dayText(observed, clock);
  const best = daysApart(bestDay(observed, clock), clock.asOf);
  const worst = ageDays(observed, clock) ?? best;
  const span = best === worst ? counted(best, 'day') : `${best} or ${counted(worst, 'day')}`;
  return `${bestDay(observed, clock)}, ${span} before the as-of date`;
}

const numbers = new Map<CivilDate, number>();

/** `daysBetween`, remembered. */
export function daysApart(earlier: CivilDate, later: CivilDate): number {
  return numberOf(later) - numberOf(earlier);
}

function numberOf(date: CivilDate): number {
  const found = numbers.get(date);
  if (found !== undefined) return found;
  const made = dayNumber(date);
  numbers.set(date, made);
  return made;
}

const dates = new Map<number, CivilDate>();

function dateOf(day: number): CivilDate {
  return remembered(dates, day, () => fromDayNumber(day));
}

function boundsOf(zone: string, day: number): readonly [Instant, Instant] {
  return remembered(inner(boundsByZone, zone), day, () => boundsOfDay(zone, dateOf(day)));
}

function inner<V>(outer: Map<string, Map<number, V>>, zone: string): Map<number, V> {
  const found = outer.get(zone);
  if (found) return found;
  const made = new Map<number, V>();
  outer.set(zone, made);
  return made;
}

function remembered<V>(memory: Map<number, V>, key: number, make: () => V): V {
  const found = memory.get(key);
  if (found !== undefined) return found;
  const made = make();
  memory.set(key, made);
  return made;
}

/** First and last instant that the printed time can mean: a whole day when only a day is printed. */
export function spanOf(observed: Dated, zone: string): readonly [Instant, Instant] {
  if (observed.precision !== 'day') return [observed.instant, observed.instant];
  return boundsOf(zone, numberOf(dayOf(zone, observed.instant)));
}
