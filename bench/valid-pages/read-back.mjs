// Whether every value stands on the pages, as somebody else's program reads them.
import { execFileSync } from 'node:child_process';
import { openPdf, readContents, readTree } from './file.mjs';

const READING = { encoding: 'utf8', maxBuffer: 1 << 30 };
const MARK = 'm4rk';
const SOFT_HYPHEN = '\u00AD';

/** What the footer says beside the number of the page. */
export { MARK as FOOTER_MARK };

/**
 * The values that a file does not say. First the text in the order of the content, which is quick; what runs over a page has its footer in the middle
 * there, and what shares its lines with other columns is cut up, so that the rest is looked for in the structure, as a screen reader is told it.
 */
export function missingFrom(file, values, undrawn) {
  const quick = squeezed(
    execFileSync('pdftotext', ['-raw', file, '-'], READING).replace(/^\s*(m4rk\s+)?Page \d+ of \d+\s*$/gm, ''),
  );
  const rest = [...new Set(values)].filter((value) => !says(quick, value, undrawn));
  if (rest.length === 0) return [];
  const told = squeezed(readAloud(file));
  return rest.filter((value) => !says(told, value, undrawn));
}

/**
 * By our own count, not by the renderer's: every character, or its number where the renderer says that it lacks it. One that is missing in bold alone
 * is shown by number there and drawn elsewhere, so that both are admitted.
 */
function says(read, value, undrawn) {
  const characters = [...value.toWellFormed().normalize('NFC')];
  if (!characters.some((character) => character === SOFT_HYPHEN || undrawn.has(numberOf(character))))
    return read.includes(squeezed(value.toWellFormed()));
  const wanted = characters.map((character) => {
    // Where a line breaks at it, it is drawn.
    if (character === SOFT_HYPHEN) return '-?';
    const drawn = squeezed(character).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    const number = numberOf(character);
    return undrawn.has(number) ? `(?:${drawn}|\\[${number.replace('+', '\\+')}\\])` : drawn;
  });
  return new RegExp(wanted.join(''), 'u').test(read);
}

function numberOf(character) {
  return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Blanks and soft hyphens are the layout's to move. */
function squeezed(text) {
  return text.normalize('NFC').replace(/[\s\u00AD]+/gu, '');
}

/** What a screen reader is told, in its order. poppler can tell it too, but takes minutes for a hundred pages. */
export function readAloud(file) {
  const pdf = openPdf(file);
  const texts = readContents(pdf);
  return readTree(pdf)
    .nodes.flatMap((node) => node.marks.map((key) => texts.get(key) ?? ''))
    .join('\n');
}
