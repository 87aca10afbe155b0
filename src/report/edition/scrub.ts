import { needlesOf } from '../../kernel/needles.ts';
import { WITHHELD } from '../words.ts';

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
  const withheld = new Set(words.map((word) => word.toLowerCase()));
  const isWithheld = (address: string): boolean => withheld.has(address.toLowerCase());
  const known = new Map<string, string>();
  const clean = (text: string): string => {
    if (ids.has(text)) return text;
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = needles.replace(withoutTails(text, isWithheld), (needle) => {
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

/** An address, and behind it what somebody wrote of others by their ends alone: `198.51.100.40 and .41`, `198.51.100.40-45`, `2001:db8::40, ::41`. */
const WITH_ENDS =
  /((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{1,4}:[0-9a-f:]{1,40})((?:\s*(?:,|;|\/|&|[-–—]|\+|and|or|to)\s*(?:(?:\.\d{1,3}){1,3}|::?[0-9a-f]{1,4})|\s*(?:[-–—/]|to)\s*\d{1,3})+)(?![\w.]*\w)/gi;

/** What is left of other addresses beside one that is withheld would give them away with whatever else is known of the network. */
function withoutTails(text: string, isWithheld: (address: string) => boolean): string {
  return text.replace(WITH_ENDS, (all, address: string) => (isWithheld(address) ? `${address} ${WITHHELD.ends}` : all));
}
