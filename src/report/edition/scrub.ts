import { needlesOf } from '../../kernel/needles.ts';

/**
 * Replaces words wherever they stand in the texts of a value, keys included; everything else stays as it is, `ids` too: what a fact or a practice
 * is called names nobody, although a part of it may be some device's name. `within`: what stands for a word in a sentence, where that is not the
 * whole text.
 */
export function scrub<T>(
  value: T,
  replacements: ReadonlyMap<string, string>,
  ids: ReadonlySet<string> = new Set(),
  within: ReadonlyMap<string, string> = new Map(),
): T {
  const words = [...replacements.keys()].filter((needle) => needle.length > 2);
  if (words.length === 0) return value;
  // Whole words only: a device called "pc-1" is not in "pc-12".
  // Where two spellings differ in case only, the later one is meant.
  const needles = needlesOf(words.reverse());
  const known = new Map<string, string>();
  const clean = (text: string): string => {
    if (ids.has(text)) return text;
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = needles.replace(text, (needle) => {
      const inSentence = needle.length < text.length ? within.get(needle) : undefined;
      return inSentence ?? replacements.get(needle) ?? needle;
    });
    known.set(text, made);
    return made;
  };
  return mapTexts(value, clean) as T;
}

export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [change(key), mapTexts(each, change)]));
}
