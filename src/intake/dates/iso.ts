import { dayNumberOf } from '../../kernel/civil-date.ts';
import type { Written } from './written.ts';

const ZERO = 0x30;
const MINUS = 0x2d;
const PLUS = 0x2b;
const COLON = 0x3a;
const POINT = 0x2e;
const SPACE = 0x20;
const T = 0x54;
const Z = 0x5a;

/**
 * `2026-11-21`, `2026-11-21 19:01`, `2026-11-21T19:01:15.536-05:00`: the form in which machines write, read without patterns, for a log
 * has millions of them. Whatever is not exactly so is undefined and left to the patterns, which read these too.
 */
export function readIso(text: string): Written | undefined {
  if (text.length < 10 || text.charCodeAt(4) !== MINUS || text.charCodeAt(7) !== MINUS) return undefined;
  const year = two(text, 0) * 100 + two(text, 2);
  const day = year >= 1000 ? dayNumberOf(year, two(text, 5), two(text, 8)) : undefined;
  if (day === undefined || Number.isNaN(day)) return undefined;
  if (text.length === 10) return { days: { any: day }, clockMs: 0, precision: 'day' };
  const between = text.charCodeAt(10);
  return between === T || between === SPACE ? readClock(text, day) : undefined;
}

function readClock(text: string, day: number): Written | undefined {
  const hour = two(text, 11);
  const minute = two(text, 14);
  if (!(hour < 24 && minute < 60) || text.charCodeAt(13) !== COLON) return undefined;
  const clockMs = (hour * 60 + minute) * 60_000;
  if (text.charCodeAt(16) !== COLON) return written(text, 16, { day, clockMs, precision: 'minute' });
  const second = two(text, 17);
  if (!(second < 60)) return undefined;
  const withSeconds = clockMs + second * 1000;
  if (text.charCodeAt(19) !== POINT) return written(text, 19, { day, clockMs: withSeconds, precision: 'second' });
  const end = endOfDigits(text, 20);
  if (end === 20 || end > 29) return undefined;
  const fraction = Number(text.slice(20, Math.min(23, end)).padEnd(3, '0'));
  return written(text, end, { day, clockMs: withSeconds + fraction, precision: 'fraction' });
}

interface Read {
  readonly day: number;
  readonly clockMs: number;
  readonly precision: Written['precision'];
}

/** With what stands behind the clock, when that is a zone or nothing. */
function written(text: string, at: number, { day, clockMs, precision }: Read): Written | undefined {
  if (at === text.length) return { days: { any: day }, clockMs, precision };
  const sign = text.charCodeAt(at);
  if (sign === Z && at + 1 === text.length) return { days: { any: day }, clockMs, precision, zone: 'Z' };
  if (sign !== PLUS && sign !== MINUS) return undefined;
  const minutesAt = text.charCodeAt(at + 3) === COLON ? at + 4 : at + 3;
  const isOffset = two(text, at + 1) <= 14 && two(text, minutesAt) < 60 && text.length === minutesAt + 2;
  return isOffset ? { days: { any: day }, clockMs, precision, zone: text.slice(at) } : undefined;
}

/** The number of two digits; not a number where there are none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) >= ZERO && text.charCodeAt(at) <= ZERO + 9) at += 1;
  return at;
}
