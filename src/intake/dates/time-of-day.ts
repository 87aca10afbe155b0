import { zoneExists } from '../../kernel/zone.ts';
import type { Observed } from '../../model/observed.ts';
import { offsetsOf, offsetWritten } from './zone-names.ts';

export interface TimeOfDay {
  readonly clockMs: number;
  readonly precision: Exclude<Observed['precision'], 'none'>;
  readonly zone?: string;
}

const HALF = '(?<half>[ap]\\.? ?m\\.?(?!\\p{L})|上午|下午)';
const BEFORE = '(?:[T,-]|,? (?:(?:at|um|à|alle ore|alle|a las|в) )?|, ?)';
const ZONE =
  '(?: ?\\(?(?<zone>[A-Za-z][A-Za-z_]*(?:/[A-Za-z_]+)*(?:[+-]\\d{1,2}(?::?\\d{2})?)?|[+−-]\\d{2}(?::?\\d{2}|\\d)?)\\)?)?(?: [A-Z]{2,5}| \\([^)]*\\))?';

const CLOCK = new RegExp(
  `^${BEFORE}(?<early>上午|下午)? ?(?<h>\\d{1,2})[:.](?<m>\\d{2})(?:[:.](?<s>\\d{2})(?:[.,](?<f>\\d{1,9}))?)?(?: ?${HALF})?(?: Uhr)?${ZONE}$`,
  'iu',
);
// 20210211T162340221
const COMPACT = new RegExp(`^T?(?<h>\\d{2})(?<m>\\d{2})(?:(?<s>\\d{2})(?:[.,]?(?<f>\\d{1,9}))?)?${ZONE}$`, 'iu');

/** What follows a date: nothing, or a clock and perhaps a zone; undefined when it is something else. */
export function splitTime(rest: string): TimeOfDay | undefined {
  if (rest === '') return { clockMs: 0, precision: 'day' };
  const groups = CLOCK.exec(rest)?.groups ?? COMPACT.exec(rest)?.groups;
  if (!groups) return undefined;
  const hour = hourOf(Number(groups['h']), groups['half'] ?? groups['early']);
  const minute = Number(groups['m']);
  const second = Number(groups['s'] ?? '0');
  if (hour === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  // Nine digits are written by some tools; a millisecond is as fine as we keep.
  const fraction = Number((groups['f'] ?? '').slice(0, 3).padEnd(3, '0'));
  const clockMs = ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
  const precision = groups['f'] ? 'fraction' : groups['s'] ? 'second' : 'minute';
  const zone = groups['zone'];
  if (zone === undefined) return { clockMs, precision };
  return isZone(zone) ? { clockMs, precision, zone } : undefined;
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  const after = /^p|下午/i.test(half);
  return (hour % 12) + (after ? 12 : 0);
}

function isZone(zone: string): boolean {
  return offsetsOf(zone) !== undefined || offsetWritten(zone) !== undefined || (zone.includes('/') && zoneExists(zone));
}
