/** A word of a language and no value: one capital and small letters, longer than most words are. Names of hosts, hashes and paths look otherwise. */
const COMPOUND = /^[("„“»]?\p{Lu}\p{Ll}{11,79}[)”“",.;:«!?]*$/u;
const VOWEL = /[aeiouyäöüàâáåæéèêëíìîïóòôøõúùûæœıаеёиоуыэюяαεηιουωάέήίόύώ]/iu;
/** Letters that are one sound: never parted. */
const ONE_SOUND = /^(?:c[hk]|ph|th|sh|s[tp]|qu|ng|tz|ß.)$/iu;
const LOOK_BACK = 9;
const LEAST = 3;

export function isCompound(word: string): boolean {
  return COMPOUND.test(word);
}

/** How many letters stay before the hyphen, at most `most`: up to a consonant that begins a syllable, for one that is read as a syllable. */
export function hyphenPoint(letters: readonly string[], most: number): number {
  for (let cut = most; cut >= Math.max(LEAST, most - LOOK_BACK); cut -= 1) {
    if (letters.length - cut < LEAST) continue;
    const [before = '', at = '', next = ''] = letters.slice(cut - 1, cut + 2);
    if (!VOWEL.test(at) && VOWEL.test(next) && !ONE_SOUND.test(before + at)) return cut;
  }
  return most;
}
