import { type CivilDate, civilDate } from '../kernel/civil-date.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';

/** By the clock and the zone of this machine. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** A day that a flag names. */
export function dayFrom(flag: string, text: string): CivilDate {
  const day = civilDate(text.trim());
  if (day === undefined) throw failure(diagnostic('init-day-wrong', { flag, got: text }));
  return day;
}
