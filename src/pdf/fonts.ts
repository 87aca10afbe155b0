import { create } from 'fontkit';
import type { FontName } from '../model/page.ts';
import type { Measurer } from './measurer.ts';

/** One glyph as drawn: how far the pen moves, and how far it is drawn beside the pen. In thousandths. */
export interface DrawnGlyph {
  readonly id: number;
  readonly codePoints: readonly number[];
  readonly ownAdvance: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

/** What we use of a parsed fontkit font. */
export interface ParsedFont {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string): {
    readonly glyphs: readonly { readonly id: number; readonly codePoints: number[]; readonly advanceWidth: number }[];
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
  };
}

export interface Fonts extends Measurer {
  /** A word without spaces. */
  shape(font: FontName, word: string): readonly DrawnGlyph[];
  parsed(font: FontName): ParsedFont;
}

const FONT_NAMES = ['regular', 'italic', 'semibold', 'bold', 'mono', 'monobold'] as const satisfies readonly FontName[];
const CACHED_WORDS = 50_000;
const LONGEST_CACHED = 64;

/** Parsing a font costs 10 ms and its kerning is learnt as texts come by, so both are kept as long as its bytes are. */
const faces = new WeakMap<Uint8Array, Face>();

export function openFonts(bytes: Readonly<Record<FontName, Uint8Array>>): Fonts {
  const opened = Object.fromEntries(FONT_NAMES.map((name) => [name, faceOf(bytes[name])])) as Record<FontName, Face>;
  return {
    covers: (font, codePoint) => opened[font].covers(codePoint),
    width: (font, text) => opened[font].width(text),
    shape: (font, word) => opened[font].shape(word),
    parsed: (font) => opened[font].parsed,
  };
}

interface Face {
  readonly parsed: ParsedFont;
  covers(codePoint: number): boolean;
  width(text: string): number;
  shape(word: string): readonly DrawnGlyph[];
}

function faceOf(bytes: Uint8Array): Face {
  const known = faces.get(bytes);
  if (known) return known;
  const made = makeFace(create(bytes as Parameters<typeof create>[0]) as unknown as ParsedFont);
  faces.set(bytes, made);
  return made;
}

function makeFace(parsed: ParsedFont): Face {
  const scale = 1000 / parsed.unitsPerEm;
  const covered = new Map<number, boolean>();
  const words = new Map<string, number>();
  const pairs = learnPairs(parsed, scale);
  const shape = (word: string): readonly DrawnGlyph[] => shapeWith(parsed, scale, word);
  const measure = (word: string): number => {
    const quick = pairs.width(word);
    return Number.isNaN(quick) ? shape(word).reduce((sum, glyph) => sum + glyph.advance, 0) : quick;
  };
  const wordWidth = (word: string): number => {
    if (word.length > LONGEST_CACHED) return measure(word);
    let width = words.get(word);
    if (width === undefined) {
      width = measure(word);
      if (words.size >= CACHED_WORDS) words.clear();
      words.set(word, width);
    }
    return width;
  };
  return {
    parsed,
    shape,
    covers(codePoint) {
      let known = covered.get(codePoint);
      if (known === undefined) {
        known = parsed.hasGlyphForCodePoint(codePoint);
        covered.set(codePoint, known);
      }
      return known;
    },
    // Word by word, as the painter draws: no kerning with spaces, so widths add up.
    width(text) {
      if (!text.includes(' ')) return wordWidth(text);
      const parts = text.split(' ');
      return parts.reduce(
        (sum, word) => sum + (word === '' ? 0 : wordWidth(word)),
        (parts.length - 1) * wordWidth(' '),
      );
    },
  };
}

function shapeWith(parsed: ParsedFont, scale: number, word: string): readonly DrawnGlyph[] {
  const run = parsed.layout(word);
  return run.glyphs.map((glyph, index) => {
    const position = run.positions[index] ?? { xAdvance: glyph.advanceWidth, xOffset: 0, yOffset: 0 };
    return {
      id: glyph.id,
      codePoints: glyph.codePoints,
      ownAdvance: glyph.advanceWidth * scale,
      advance: position.xAdvance * scale,
      dx: position.xOffset * scale,
      dy: position.yOffset * scale,
    };
  });
}

/** Shaping a pair is cheap and there are few of them; a word of known pairs needs no shaping at all. */
function learnPairs(parsed: ParsedFont, scale: number) {
  const advances = new Map<number, number>();
  const kerning = new Map<number, number>();
  const advanceOf = (code: number): number => {
    let advance = advances.get(code);
    if (advance === undefined) {
      advance = (parsed.layout(String.fromCharCode(code)).glyphs[0]?.advanceWidth ?? 0) * scale;
      advances.set(code, advance);
    }
    return advance;
  };
  const kernOf = (left: number, right: number): number => {
    const key = left * 0x10000 + right;
    let kern = kerning.get(key);
    if (kern === undefined) {
      const run = parsed.layout(String.fromCharCode(left, right));
      const [first, second] = run.positions;
      // A ligature or anything else that is more than two glyphs moved apart: such words are shaped whole.
      const plain = run.glyphs.length === 2 && second !== undefined && second.xAdvance * scale === advanceOf(right);
      kern = plain && first ? first.xAdvance * scale - advanceOf(left) : Number.NaN;
      kerning.set(key, kern);
    }
    return kern;
  };
  return {
    /** NaN when the word must be shaped whole. */
    width(word: string): number {
      let total = 0;
      for (let index = 0; index < word.length; index += 1) {
        const code = word.charCodeAt(index);
        if (!isPlain(code)) return Number.NaN;
        total += advanceOf(code);
        if (index > 0) total += kernOf(word.charCodeAt(index - 1), code);
      }
      return total;
    },
  };
}

/** Latin, Greek and Cyrillic letters and common punctuation, whose glyphs depend on their neighbour only; no combining marks. */
function isPlain(code: number): boolean {
  return code < 0x300 || (code >= 0x370 && code < 0x483) || (code >= 0x1e00 && code < 0x2070 && code !== 0x2044);
}
