import { dayNumberOf } from '../../kernel/civil-date.ts';
import type { Observed } from '../../model/observed.ts';
import { readIso } from './iso.ts';
import { isWeekday, monthNamed } from './months.ts';
import { splitTime, type TimeOfDay } from './time-of-day.ts';

export type DateOrder = 'mdy' | 'dmy' | 'ymd';

/** A time as it stands in the text: the days that it can mean, by the order that reads it so, and what it says of the clock and zone. */
export interface Written {
  /** Day numbers since 1970-01-01. `any` where the text leaves no choice. */
  readonly days: Readonly<Partial<Record<DateOrder | 'any', number>>>;
  readonly clockMs: number;
  readonly precision: Exclude<Observed['precision'], 'none'>;
  /** As written: `Z`, `+0200`, `MST`, `Europe/Berlin`. */
  readonly zone?: string;
}

/** Reads every written form that we know (EVIDENCE A3); undefined when the text is no time. Never the engine's own parser of dates. */
export function readWritten(raw: string): Written | undefined {
  const iso = readIso(raw);
  if (iso) return iso;
  const text = plain(raw);
  const found = readForm(text);
  if (found) return found;
  const weekday = /^(\p{L}{2,})\.?,? (?=[\p{L}\d])/u.exec(text);
  return weekday?.[1] && isWeekday(weekday[1]) ? readForm(text.slice(weekday[0].length)) : undefined;
}

function readForm(text: string): Written | undefined {
  for (const form of FORMS) {
    const match = form.pattern.exec(text);
    const written = match?.groups && form.read(match.groups);
    if (written) return written;
  }
  return undefined;
}

/** One kind of space, and no invisible marks of direction (Windows writes them around dates). */
function plain(raw: string): string {
  return raw
    .replace(/[\u200e\u200f\u202a-\u202e\ufeff]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

type Groups = Readonly<Record<string, string | undefined>>;

interface Form {
  readonly pattern: RegExp;
  readonly read: (groups: Groups) => Written | undefined;
}

const REST = '(?<rest>.*)';

const FORMS: readonly Form[] = [
  // 2026-11-21T19:01:15.536270859-05:00, 2019/1/24, 2026:07:31 18:41:55
  form(`(?<y>\\d{4})(?<s>[-/.:])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})(?!\\d)${REST}`, (g) => fixed(g, Number(g['m']))),
  // 20210211T162340221, 20210211
  form(`(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})(?:T?(?=\\d{4,})|(?=\\D|$))${REST}`, (g) => fixed(g, Number(g['m']))),
  // 2019年1月24日
  form(`(?<y>\\d{4})年 ?(?<m>\\d{1,2})月 ?(?<d>\\d{1,2})日${REST}`, (g) => fixed(g, Number(g['m']))),
  // 7/27/2020, 29-04-2019, 26/07/18, 1.10.2021
  form(`(?<a>\\d{1,2})(?<s>[-/.])(?<b>\\d{1,2})\\k<s>(?<y>\\d{4}|\\d{2})(?!\\d)${REST}`, numeric),
  // Tue Mar 22 14:54:47 2022, Mar 22 14:54:47 EST 2022
  form(
    '(?<mon>\\p{L}+)\\.? +(?<d>\\d{1,2}) (?<time>\\d{1,2}:\\d{2}(?::\\d{2})?)(?: (?<zone>[A-Z]{1,5}))? (?<y>\\d{4})',
    (g) => fixed({ ...g, rest: ` ${g['time']}${g['zone'] ? ` ${g['zone']}` : ''}` }, named(g)),
  ),
  // Jan 5, 2021 10:24:08 MST
  form(`(?<mon>\\p{L}+)\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>\\d{4})(?!\\d)${REST}`, (g) => fixed(g, named(g))),
  // 18/jul/26 9:10 AM, 04 Feb 2026, 7. März 2024, 1er janvier 2024, 7 de marzo de 2024
  form(
    `(?<d>\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?[ /.-](?:de )?(?<mon>\\p{L}+)\\.?,?[ /.-](?:de )?(?<y>\\d{4}|\\d{2})(?!\\d)${REST}`,
    (g) => fixed(g, named(g)),
  ),
];

function form(pattern: string, read: Form['read']): Form {
  return { pattern: new RegExp(`^${pattern}$`, 'u'), read };
}

function named(groups: Groups): number | undefined {
  return groups['mon'] === undefined ? undefined : monthNamed(groups['mon']);
}

function fixed(groups: Groups, month: number | undefined): Written | undefined {
  const day = month === undefined ? undefined : dayOf(yearOf(groups['y']), month, Number(groups['d']));
  const time = splitTime(groups['rest'] ?? '');
  return day === undefined || time === undefined ? undefined : written({ any: day }, time);
}

function numeric(groups: Groups): Written | undefined {
  const [a, b] = [Number(groups['a']), Number(groups['b'])];
  const year = yearOf(groups['y']);
  const time = splitTime(groups['rest'] ?? '');
  if (time === undefined) return undefined;
  const dmy = dayOf(year, b, a);
  // Points between the numbers are written day first wherever they are written.
  if (groups['s'] === '.') return dmy === undefined ? undefined : written({ any: dmy }, time);
  const mdy = dayOf(year, a, b);
  const ymd = groups['y']?.length === 2 ? dayOf(yearOf(groups['a']), b, Number(groups['y'])) : undefined;
  const days = {
    ...(mdy !== undefined && { mdy }),
    ...(dmy !== undefined && { dmy }),
    ...(ymd !== undefined && { ymd }),
  };
  return Object.keys(days).length === 0 ? undefined : written(days, time);
}

function written(days: Written['days'], time: TimeOfDay): Written {
  const base = { days, clockMs: time.clockMs, precision: time.precision };
  return time.zone === undefined ? base : { ...base, zone: time.zone };
}

/** Two digits mean 1970 to 2069. */
function yearOf(text: string | undefined): number {
  const year = Number(text);
  if (text?.length !== 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** The calendar counts years below 100 from 1900; no export speaks of the first millennium, so that all of it is one far day. */
const FAR_PAST_YEAR = 1000;

function dayOf(year: number, month: number, day: number): number | undefined {
  return dayNumberOf(Math.max(year, FAR_PAST_YEAR), month, day);
}
