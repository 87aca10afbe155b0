import {
  type ByLanguage,
  foldedWords,
  LANGUAGES,
  type Language,
  type Vocabulary,
} from '../../model/mapping/vocabulary.ts';

/** The vocabulary, folded once and turned around: from a word to what it may mean. */
export interface Lexicon {
  /** How well a header names a field of a kind, with the word and language that say so. */
  headerScore(
    header: string,
    kind: string,
    field: string,
  ): { readonly score: number; readonly word: string; readonly language: Language } | undefined;
  /** Our word for a cell's, for this field. */
  wordFor(text: string, kind: string, field: string): string | undefined;
  knows(header: string): boolean;
  isTotal(word: string): boolean;
  /** The word that speaks for a kind in texts about the whole export. */
  hint(text: string, kind: string): string | undefined;
  /** The language most of these headers are written in. */
  languageOf(headers: readonly string[]): Language | undefined;
}

export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const headers = new Map(Object.entries(vocabulary.headers).map(([key, words]) => [key, foldedByLanguage(words)]));
  const known = new Map<string, Set<Language>>();
  for (const words of headers.values()) {
    for (const { word, language } of words) known.set(word, (known.get(word) ?? new Set()).add(language));
  }
  const translations = translationsOf(vocabulary.words);
  const totals = new Set(foldedByLanguage(vocabulary.exports.totals).map(({ word }) => word));
  const hints = new Map(
    Object.entries(vocabulary.exports.kinds).map(([kind, words]) => [kind, foldedByLanguage(words)]),
  );
  return {
    headerScore: (header, kind, field) => {
      const folded = foldedWords(header);
      const own = bestOf(folded, headers.get(`${kind}.${field}`) ?? [], 1);
      const general = bestOf(folded, headers.get(field) ?? [], headers.has(`${kind}.${field}`) ? 0.85 : 1);
      return (own?.score ?? 0) >= (general?.score ?? 0) ? own : general;
    },
    wordFor: (text, kind, field) => {
      const folded = foldedWords(text);
      return translations.get(`${kind}.${field}`)?.get(folded) ?? translations.get('*')?.get(folded);
    },
    knows: (header) => known.has(foldedWords(header)),
    isTotal: (word) => totals.has(word),
    hint: (text, kind) => {
      const folded = ` ${foldedWords(text)} `;
      return hints.get(kind)?.find(({ word }) => folded.includes(` ${word} `))?.word;
    },
    languageOf: (names) => mostSpoken(names.map((name) => known.get(foldedWords(name)) ?? new Set())),
  };
}

interface Spoken {
  readonly word: string;
  readonly language: Language;
}

function foldedByLanguage(words: ByLanguage): readonly Spoken[] {
  return LANGUAGES.flatMap((language) => words[language].map((word) => ({ word: foldedWords(word), language })));
}

/** The whole header is the word, or the word is part of it: "Patch installation date (local)". */
function bestOf(header: string, words: readonly Spoken[], weight: number) {
  let best: (Spoken & { score: number }) | undefined;
  for (const each of words) {
    const score = weight * partScore(header, each.word);
    if (score > (best?.score ?? 0)) best = { ...each, score };
  }
  return best;
}

function partScore(header: string, word: string): number {
  if (header === word) return 1;
  if (!` ${header} `.includes(` ${word} `)) return 0;
  return 0.5 + (0.35 * word.split(' ').length) / header.split(' ').length;
}

function translationsOf({ flags, words }: Vocabulary['words']): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const all = new Map<string, Map<string, string>>();
  const add = (field: string, spoken: ByLanguage, means: string): void => {
    const known = all.get(field) ?? new Map<string, string>();
    for (const { word } of foldedByLanguage(spoken)) known.set(word, means);
    all.set(field, known);
  };
  add('*', flags.true, 'true');
  add('*', flags.false, 'false');
  for (const { fields, means, ...spoken } of words) for (const field of fields) add(field, spoken, means);
  return all;
}

function mostSpoken(spoken: readonly ReadonlySet<Language>[]): Language | undefined {
  const [first, second] = LANGUAGES.map((language) => ({
    language,
    count: spoken.filter((languages) => languages.has(language)).length,
  })).sort((a, b) => b.count - a.count);
  if (!first || first.count === 0 || first.count === second?.count) return undefined;
  return first.language;
}
