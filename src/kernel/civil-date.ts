/** A day of the calendar without a zone: `2026-10-15`. Only `civilDate` and the functions here make one. */
export type CivilDate = string & { readonly __brand: 'CivilDate' };

const DAY_MS = 86_400_000;

/** Strict: the 30th of February is no date. */
export function civilDate(text: string): CivilDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  return civilDateOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

export function civilDateOf(year: number, month: number, day: number): CivilDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate;
}

/** Days since 1970-01-01; the only way in which days are added, subtracted and compared here. */
export function dayNumber(date: CivilDate): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** The same from numbers, for whoever reads millions of dates; undefined when there is no such day. */
export function dayNumberOf(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);
}

export function fromDayNumber(days: number): CivilDate {
  return new Date(days * DAY_MS).toISOString().slice(0, 10) as CivilDate;
}

const WEEKDAYS = ['thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export function weekdayOf(date: CivilDate): Weekday {
  // The first of January 1970 was a Thursday.
  return WEEKDAYS[((dayNumber(date) % 7) + 7) % 7] ?? 'thursday';
}

/** Calendar days from `earlier` to `later`; negative when they are the other way round. */
export function daysBetween(earlier: CivilDate, later: CivilDate): number {
  return dayNumber(later) - dayNumber(earlier);
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The 31st of January plus one month is the last day of February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (index % 12) + 1;
  const targetDay = Math.min(day, daysInMonth(targetYear, targetMonth));
  return `${pad(targetYear, 4)}-${pad(targetMonth, 2)}-${pad(targetDay, 2)}` as CivilDate;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
