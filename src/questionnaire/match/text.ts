import type { Thesaurus } from '../../model/thesaurus.ts';
import { stem } from './stem.ts';

/** A wording as the matcher sees it: stems, and concepts in the place of the phrases that mean them. */
export interface Reading {
  /** Stems and `#concepts`, weak words left out. */
  readonly terms: readonly string[];
  readonly concepts: ReadonlySet<string>;
  /** Every stem of the text, and every concept, for rules about single words. */
  readonly words: ReadonlySet<string>;
}

export type Reader = (text: string) => Reading;

/** More words no phrase has. */
const LONGEST_PHRASE = 8;

/** Reads texts by a thesaurus: the longest phrase that begins at a word takes its place. */
export function readerOf({ concepts, weak, within }: Thesaurus): Reader {
  const phrases = new Map<string, readonly string[]>();
  for (const [concept, said] of Object.entries(concepts))
    for (const phrase of said) {
      const key = stemsOf(phrase).join(' ');
      phrases.set(key, [...new Set([...(phrases.get(key) ?? []), concept])]);
    }
  const weakStems = new Set(weak.flatMap(stemsOf));
  const meant = (stems: readonly string[], at: number, length: number) =>
    phrases.get(stems.slice(at, at + length).join(' ')) ?? [];
  return (text) => {
    const stems = stemsOf(text);
    const plain: string[] = [];
    const found = new Set<string>();
    for (let at = 0; at < stems.length; ) {
      const length = longestAt(stems, at, meant);
      const outer = meant(stems, at, length);
      for (const concept of outer) found.add(concept);
      for (const concept of partsOf(stems, { at, length }, meant))
        if (outer.some((each) => within[each]?.includes(concept))) found.add(concept);
      const word = stems[at] ?? '';
      if (length === 0 && !weakStems.has(word)) plain.push(word);
      at += Math.max(1, length);
    }
    const known = [...found].map((concept) => `#${concept}`);
    return { terms: [...plain, ...known], concepts: found, words: new Set([...stems, ...known]) };
  };
}

type Meant = (stems: readonly string[], at: number, length: number) => readonly string[];

function longestAt(stems: readonly string[], at: number, meant: Meant): number {
  for (let length = Math.min(LONGEST_PHRASE, stems.length - at); length > 0; length -= 1)
    if (meant(stems, at, length).length > 0) return length;
  return 0;
}

/** What shorter phrases within a longer one mean: a "backup console" is about backups as well, a "SOC 2 report" about no SOC. */
function partsOf(
  stems: readonly string[],
  { at, length }: { at: number; length: number },
  meant: Meant,
): readonly string[] {
  const found: string[] = [];
  for (let from = at; from < at + length; from += 1)
    for (let size = 1; size <= at + length - from && size < length; size += 1) found.push(...meant(stems, from, size));
  return found;
}

export function stemsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '');
  return (plain.match(/[\p{L}\p{N}]+(?:[/.'-][\p{L}\p{N}]+)*/gu) ?? []).flatMap(parts).map(stem);
}

/** `24x7` and `ids/ips` are one word; `role-based` and `multi-factor` are read word by word, so that a blank in their place is the same. */
function parts(word: string): readonly string[] {
  return word.split(/[-']/).filter((part) => part !== '');
}
