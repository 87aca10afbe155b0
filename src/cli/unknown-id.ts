import { diagnostic } from '../kernel/diagnostic.ts';
import { failure, type ProofpackError } from '../kernel/failure.ts';
import { nearest } from '../kernel/text.ts';

export function unknownId(word: string, near: readonly string[]): ProofpackError {
  return failure(diagnostic('id-unknown', { word, nearest: near }));
}

/** The nearest spelling, and whatever holds the word. */
export function nearestFew(word: string, known: readonly string[]): readonly string[] {
  const spelt = nearest(word, known);
  const holding = word.length < 3 ? [] : known.filter((id) => id.toLowerCase().includes(word.toLowerCase()));
  return [...new Set([...(spelt === undefined ? [] : [spelt]), ...holding])].slice(0, 6);
}
