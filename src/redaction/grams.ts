/** Which three letters follow one another in a text, as marks in a table: what is not marked cannot stand there. */
export type Grams = Uint8Array;

const SLOTS = 1 << 16;

export function gramsOf(text: string): Grams {
  const grams = new Uint8Array(SLOTS);
  let first = 0;
  let second = 0;
  for (let at = 0; at < text.length; at += 1) {
    const third = text.charCodeAt(at);
    grams[slot(first, second, third)] = 1;
    first = second;
    second = third;
  }
  return grams;
}

/** A single look for each of its letters says of most words that they are not there, before the text is searched for them. */
export function mayHold(grams: Grams, word: string): boolean {
  for (let at = 0; at + 2 < word.length; at += 1) {
    if (grams[slot(word.charCodeAt(at), word.charCodeAt(at + 1), word.charCodeAt(at + 2))] !== 1) return false;
  }
  return true;
}

function slot(first: number, second: number, third: number): number {
  return ((first * 31 + second) * 31 + third) & (SLOTS - 1);
}
