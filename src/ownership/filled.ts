/** A sentence of a data file with its words filled in; a word that is not known yet stays, for whoever knows it later. */
export function filled(sentence: string, words: Readonly<Record<string, string | undefined>>): string {
  return sentence.replace(/\{([a-z-]+)\}/g, (word, name: string) => words[name] ?? word);
}
