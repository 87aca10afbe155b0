/** Longest first; what is left must still be a word of some length. */
const FORMS = ['ings', 'ing', 'eds', 'ed'];
const DERIVED = [
  'ations',
  'ation',
  'ators',
  'ator',
  'ement',
  'ment',
  'ness',
  'ance',
  'anc',
  'ence',
  'enc',
  'ity',
  'ise',
  'ize',
  'is',
  'iz',
  'ion',
  'ate',
  'at',
  'er',
  'ly',
  'e',
  'y',
  'i',
];
const SHORTEST = 3;
/** How often an ending is taken off: `segmentation` comes to what `segmented` comes to. */
const ROUNDS = 2;

/** A light stem of an English word: enough that `reviewed` meets `review`, and never so much that two subjects fall together. */
export function stem(word: string): string {
  if (/\d/.test(word)) return word;
  if (word.length <= SHORTEST) return word.length === SHORTEST ? withoutPlural(word) : word;
  let rest = withoutForm(withoutPlural(word));
  for (let round = 0; round < ROUNDS; round += 1) rest = without(rest, DERIVED);
  return rest;
}

/** The s of `access`, `virus` and `analysis` is no plural. */
function withoutPlural(word: string): string {
  if (/(ss|us|is)$/.test(word)) return word;
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function withoutForm(word: string): string {
  const rest = without(word, FORMS);
  // The doubled letter of `scanned`, but not that of `access`.
  return rest !== word && /([bdgmnprt])\1$/.test(rest) ? rest.slice(0, -1) : rest;
}

function without(word: string, endings: readonly string[]): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= SHORTEST);
  return ending === undefined ? word : word.slice(0, word.length - ending.length);
}
