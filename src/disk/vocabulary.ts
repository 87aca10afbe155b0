import { ExportsFile, HeadersFile, type Vocabulary, WordsFile } from '../model/mapping/vocabulary.ts';
import { readShipped } from './shipped.ts';

/** The words by which `map` proposes, from the data files that are shipped. */
export async function readVocabulary(): Promise<Vocabulary> {
  const [headers, words, exports] = await Promise.all([
    readShipped('vocabulary/headers.yaml', HeadersFile),
    readShipped('vocabulary/words.yaml', WordsFile),
    readShipped('vocabulary/exports.yaml', ExportsFile),
  ]);
  return { headers, words, exports };
}
