/** Robertson and Zaragoza's BM25 with its usual constants. */
const K1 = 1.2;
const B = 0.6;

export interface Index {
  /** Between 0 and 1: how much of what the query says, weighed by how telling each term is, the document says too. */
  readonly score: (terms: readonly string[], document: number) => number;
  readonly weight: (term: string) => number;
}

/** A concept is what a question is about; other words vary with whoever asks, those that we never use most of all. */
function emphasis(term: string, known: boolean): number {
  if (term.startsWith('#')) return 1;
  return known ? 0.5 : 0.3;
}

/** Documents are their terms with weights; a term that no document has is as telling as the rarest, so that foreign subjects lower the score. */
export function indexOf(documents: readonly ReadonlyMap<string, number>[]): Index {
  const frequency = new Map<string, number>();
  for (const terms of documents) for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const lengths = documents.map((terms) => [...terms.values()].reduce((sum, weight) => sum + weight, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length);
  const weight = (term: string): number => {
    const within = frequency.get(term) ?? 0.5;
    return Math.log(1 + (documents.length - within + 0.5) / (within + 0.5));
  };
  const score = (terms: readonly string[], document: number): number => {
    let got = 0;
    let possible = 0;
    for (const term of new Set(terms)) {
      const telling = weight(term) * emphasis(term, frequency.has(term));
      const count = documents[document]?.get(term) ?? 0;
      const length = (lengths[document] ?? 0) / Math.max(1, average);
      got += (telling * count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
      possible += telling * (K1 + 1);
    }
    return possible === 0 ? 0 : got / possible;
  };
  return { score, weight };
}
