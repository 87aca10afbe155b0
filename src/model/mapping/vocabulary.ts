import { z } from 'zod';

const List = z.array(z.string().min(1)).min(1);

const BY_LANGUAGE = { en: List, de: List, fr: List, es: List, it: List };
const ByLanguage = z.strictObject(BY_LANGUAGE);
export type ByLanguage = z.output<typeof ByLanguage>;

export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it'] as const satisfies readonly (keyof ByLanguage)[];
export type Language = (typeof LANGUAGES)[number];

/** `device`, or `asset.name` for one kind alone. */
export const HeadersFile = z.record(z.string(), ByLanguage);

export const WordsFile = z.strictObject({
  flags: z.strictObject({ true: ByLanguage, false: ByLanguage }),
  words: z.array(z.strictObject({ fields: List, means: z.string(), ...BY_LANGUAGE })),
});

export const ExportsFile = z.strictObject({ kinds: z.record(z.string(), ByLanguage), totals: ByLanguage });

/** The words of exporting tools in several languages: data that proposals are made by. */
export interface Vocabulary {
  readonly headers: z.output<typeof HeadersFile>;
  readonly words: z.output<typeof WordsFile>;
  readonly exports: z.output<typeof ExportsFile>;
}

/** As words are compared: without case, accents and punctuation, and camelCase taken apart. */
export function foldedWords(text: string): string {
  return text
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
