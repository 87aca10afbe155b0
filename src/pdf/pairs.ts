import type { DrawnGlyph, ParsedFont } from './fonts.ts';

const ASCII = 128;
const BLANK = 32;
/** Above the last plain character. */
const CODES = 0x2070;
const UNKNOWN = Number.NEGATIVE_INFINITY;

export interface Pairs {
  /** All plain characters are below. */
  readonly codes: number;
  /** Of a plain character. */
  glyph(code: number): DrawnGlyph | undefined;
  /** How far two characters are moved together or apart; NaN where they must be shaped. */
  kern(left: number, right: number): number;
  /** Of words and blanks, which are not kerned with one another, between two places of a text; NaN when one of the words must be shaped. */
  width(text: string, from: number, to: number): number;
  /** The same of a long token: only the short stretches that pairs cannot tell, each with a neighbour on both sides, go to `shaped`. */
  widthInStretches(word: string, shaped: (stretch: string) => number): number;
  /** Nothing when the word must be shaped whole. */
  shape(word: string): readonly DrawnGlyph[] | undefined;
}

/**
 * Widths and glyphs of words whose glyphs depend on their neighbour only. Shaping a pair is cheap and there are few of them, so they are learnt as texts
 * come by; a word of known pairs needs no shaping at all.
 */
export function learnPairs(parsed: ParsedFont, scale: number): Pairs {
  const glyphs = new Map<number, DrawnGlyph>();
  const advances = new Float64Array(CODES).fill(UNKNOWN);
  const asciiKerns = new Float64Array(ASCII * ASCII).fill(UNKNOWN);
  const kerns = new Map<number, number>();
  const glyphOf = (code: number): DrawnGlyph => {
    const known = glyphs.get(code);
    if (known) return known;
    const glyph = parsed.layout(String.fromCharCode(code)).glyphs[0];
    const advance = (glyph?.advanceWidth ?? 0) * scale;
    const made = { id: glyph?.id ?? 0, codePoints: [code], ownAdvance: advance, advance, dx: 0, dy: 0 };
    glyphs.set(code, made);
    return made;
  };
  const advanceOf = (code: number): number => {
    const known = advances[code] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const { advance } = glyphOf(code);
    advances[code] = advance;
    return advance;
  };
  /** How far the pair is moved together or apart; NaN for a ligature or anything else that is more than that. */
  const learn = (left: number, right: number): number => {
    const run = parsed.layout(String.fromCharCode(left, right));
    const [first, second] = run.positions;
    const [a, b] = run.glyphs;
    const unmoved = first?.xOffset === 0 && second?.xOffset === 0 && first.yOffset === 0 && second.yOffset === 0;
    const same = run.glyphs.length === 2 && a?.id === glyphOf(left).id && b?.id === glyphOf(right).id;
    if (!first || !second || !unmoved || !same || second.xAdvance * scale !== advanceOf(right)) return Number.NaN;
    return first.xAdvance * scale - advanceOf(left);
  };
  const kernOf = (left: number, right: number): number => {
    if (left < ASCII && right < ASCII) {
      const known = asciiKerns[left * ASCII + right] ?? UNKNOWN;
      if (known !== UNKNOWN) return known;
      const kern = learn(left, right);
      asciiKerns[left * ASCII + right] = kern;
      return kern;
    }
    const key = left * 0x10000 + right;
    let kern = kerns.get(key);
    if (kern === undefined) {
      kern = learn(left, right);
      kerns.set(key, kern);
    }
    return kern;
  };
  for (let code = 0; code < ASCII; code += 1) {
    asciiKerns[BLANK * ASCII + code] = 0;
    asciiKerns[code * ASCII + BLANK] = 0;
  }
  const learntWidth = (text: string, from: number, to: number): number => {
    let total = 0;
    let before = BLANK;
    for (let index = from; index < to; index += 1) {
      const code = text.charCodeAt(index);
      if (!isPlain(code)) return Number.NaN;
      total += advanceOf(code);
      if (before !== BLANK && code !== BLANK) total += kernOf(before, code);
      before = code;
    }
    return total;
  };
  /** After the character at `index`; NaN where it must be shaped with the next one. */
  const kernBetween = (word: string, index: number): number => {
    const [left, right] = [word.charCodeAt(index), word.charCodeAt(index + 1)];
    return isPlain(left) && isPlain(right) ? kernOf(left, right) : Number.NaN;
  };
  return {
    codes: CODES,
    glyph: (code) => (isPlain(code) ? glyphOf(code) : undefined),
    kern: (left, right) => (isPlain(left) && isPlain(right) ? kernOf(left, right) : Number.NaN),
    width(text, from, to) {
      // What was not learnt yet makes the sum endless, what must be shaped makes it no number: to ask once is cheaper than at every letter.
      let total = 0;
      let before = BLANK;
      for (let index = from; index < to; index += 1) {
        const code = text.charCodeAt(index);
        if (code >= ASCII) return learntWidth(text, from, to);
        total += (advances[code] ?? UNKNOWN) + (asciiKerns[before * ASCII + code] ?? UNKNOWN);
        before = code;
      }
      return total === UNKNOWN ? learntWidth(text, from, to) : total;
    },
    widthInStretches(word, shaped) {
      let total = 0;
      let at = 0;
      for (const { from, to } of stretchesOf(word, kernBetween)) {
        for (; at < from; at += 1) total += advanceOf(word.charCodeAt(at)) + kernBetween(word, at);
        total += shaped(word.slice(from, to));
        at = to;
        if (at < word.length) total += kernBetween(word, at - 1);
      }
      for (; at < word.length; at += 1)
        total += advanceOf(word.charCodeAt(at)) + (at + 1 < word.length ? kernBetween(word, at) : 0);
      return total;
    },
    shape(word) {
      const drawn: DrawnGlyph[] = [];
      for (let index = 0; index < word.length; index += 1) {
        const code = word.charCodeAt(index);
        if (!isPlain(code)) return undefined;
        const glyph = glyphOf(code);
        const next = index + 1 < word.length ? word.charCodeAt(index + 1) : -1;
        const kern = next >= 0 && isPlain(next) ? kernOf(code, next) : 0;
        if (Number.isNaN(kern)) return undefined;
        drawn.push(kern === 0 ? glyph : { ...glyph, advance: glyph.advance + kern });
      }
      return drawn;
    },
  };
}

/** From and to where the characters of a word must be shaped together; two that touch are one. */
function stretchesOf(
  word: string,
  kernBetween: (word: string, index: number) => number,
): readonly { readonly from: number; readonly to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (let index = 0; index + 1 < word.length; index += 1) {
    if (!Number.isNaN(kernBetween(word, index))) continue;
    const [from, to] = [Math.max(0, index - 1), Math.min(word.length, index + 3)];
    const last = stretches.at(-1);
    if (last && from <= last.to) last.to = to;
    else stretches.push({ from, to });
  }
  return stretches;
}

/** Latin, Greek and Cyrillic letters and common punctuation; no combining marks, no fraction slash. */
function isPlain(code: number): boolean {
  return code < 0x300 || (code >= 0x370 && code < 0x483) || (code >= 0x1e00 && code < CODES && code !== 0x2044);
}
