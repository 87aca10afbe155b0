import { dayNumberOf } from '../../kernel/civil-date.ts';

/** Words that stand in a column of times and are none: the tool says that it never happened, or does not know. */
const NEVER = new Set([
  'never',
  'never logged in',
  'never signed in',
  'none',
  'no_information',
  'not_supported',
  'not available',
  'not applicable',
  'unknown',
  'nie',
  'jamais',
  'mai',
  'nunca',
  'никогда',
  '从不',
]);

const DAY_MS = 86_400_000;

export function saysNever(raw: string, more: readonly string[] | undefined): boolean {
  // Nearly all that is asked for is a time, and none of our words begins as one.
  if (more === undefined && isDigit(raw.charCodeAt(0))) return false;
  const word = raw.toLowerCase();
  return NEVER.has(word) || (more?.includes(word) ?? false);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/**
 * Days with which tools fill a field that holds nothing: .NET's and Go's zero (0001), the directory's (1601), those of tables (1899,
 * 1900) and of the epoch (1970), and far futures (3000, 9999).
 */
export function isSentinelDay(day: number): boolean {
  return day <= START_OF_TABLES || day === EPOCH_DAY || day >= END_OF_TIME;
}

export function isSentinelInstant(ms: number): boolean {
  return ms <= 0 || isSentinelDay(Math.floor(ms / DAY_MS));
}

const EPOCH_DAY = 0;
const START_OF_TABLES = dayNumberOf(1900, 1, 1) ?? EPOCH_DAY;
const END_OF_TIME = dayNumberOf(2999, 12, 31) ?? EPOCH_DAY;
