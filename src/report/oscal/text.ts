/** One line without blanks at its ends, or what stands for it where nothing is left: OSCAL knows no empty text. */
export function line(text: string, otherwise = '?'): string {
  if (text !== '' && !UNEVEN.test(text)) return text;
  // Control characters too: programs do not agree which of them are blanks.
  const told = wellFormed(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return told === '' ? otherwise : told;
}

const UNEVEN = /^ | $| {2}|[^\S ]|\p{Cc}|\p{Cs}/u;

/**
 * Text for a field that OSCAL reads as Markdown: names and sentences of a client stay what they are. Each mark that could begin
 * emphasis, code, a link, an insert or a tag is escaped wherever it stands; those of blocks and lists only where a line begins.
 */
export function markup(text: string, otherwise = '?'): string {
  const told = line(text, otherwise);
  const inert = MARKS.test(told) ? told.replace(ACTIVE, '\\$&') : told;
  return !STARTS.test(inert)
    ? inert
    : inert.replace(/^(?=[#+\-=])/u, '\\').replace(/^(\d{1,9})(?=[.)](?:\s|$))/u, '$1\\');
}

const STARTS = /^[#+\-=\d]/u;
const MARKS = /[\\`*~^[\]<>{}|_&]/u;
/** An underscore inside a word is no mark, and an ampersand is one only before the name of a character. */
const ACTIVE = /[\\`*~^[\]<>{}|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu;

/** Letters, digits, dots, hyphens and underscores behind a letter; `prefix` stands before what begins otherwise. */
export function token(text: string, prefix: string): string {
  const plain = wellFormed(text)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._]+/gu, '-')
    .replace(/^[-.]+|-+$/g, '');
  return /^[\p{L}_]/u.test(plain) ? plain : [prefix, plain].filter((part) => part !== '').join('-');
}

/** A path of the package as it is seen from `data/machine/`, fit to be a relative reference. */
export function hrefOf(packaged: string): string {
  const path = packaged.replace(/^data\//, '');
  return `../${path
    .split('/')
    .map((segment) => encodeURIComponent(wellFormed(segment)))
    .join('/')}`;
}

/** A list, or nothing where it would be empty. */
export function some<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}

/** Half a character of two halves is no character. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
