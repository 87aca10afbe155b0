/** Replaces words wherever they stand in the texts of a value, keys included; everything else stays as it is. */
export function scrub<T>(value: T, replacements: ReadonlyMap<string, string>): T {
  const needles = [...replacements.keys()].filter((needle) => needle.length > 2).sort((a, b) => b.length - a.length);
  if (needles.length === 0) return value;
  const lower = new Map([...replacements].map(([needle, by]) => [needle.toLowerCase(), by]));
  // Whole words only: a device called "pc-1" is not in "pc-12".
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${needles.map(quoted).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const clean = (text: string): string => text.replace(pattern, (found) => lower.get(found.toLowerCase()) ?? found);
  return mapTexts(value, clean) as T;
}

export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [change(key), mapTexts(each, change)]));
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
