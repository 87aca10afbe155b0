import { create } from 'fontkit';
import { ProofpackError } from '../kernel/failure.ts';
import type { FontBytes, FontName } from '../model/page.ts';
import type { Measurer } from './measurer.ts';
import { learnPairs, type Pairs } from './pairs.ts';

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
  /** Its cache of glyphs, each with the characters of whoever asked first. */
  _glyphs: Record<number, unknown>;
  stringsForGlyph(id: number): readonly string[];
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string): {
    readonly glyphs: readonly { readonly id: number; readonly codePoints: number[]; readonly advanceWidth: number }[];
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
  };
}

export interface Fonts extends Measurer {
  readonly names: readonly FontName[];
  /** A word without spaces. */
  shape(font: FontName, word: string): readonly DrawnGlyph[];
  parsed(font: FontName): ParsedFont;
  pairs(font: FontName): Pairs;
}

const FONT_NAMES = [
  'regular',
  'italic',
  'semibold',
  'bold',
  'mono',
  'monobold',
  'further1',
  'further2',
  'further3',
  'further4',
] as const satisfies readonly FontName[];
const CACHED_WORDS = 50_000;
const LONGEST_CACHED = 64;

/** Parsing a font costs 10 ms and its kerning is learnt as texts come by, so both are kept as long as its bytes are. */
const faces = new WeakMap<Uint8Array, Face>();

export function openFonts(bytes: FontBytes): Fonts {
  // A plain object: it is asked for every word of every cell.
  const opened: Partial<Record<FontName, Face>> = {};
  for (const name of FONT_NAMES) {
    const font = bytes[name];
    if (font !== undefined) opened[name] = faceOf(name, font);
  }
  const face = (name: FontName): Face => opened[name] ?? notGiven(name);
  return {
    names: FONT_NAMES.filter((name) => opened[name] !== undefined),
    covers: (font, codePoint) => opened[font]?.covers(codePoint) ?? false,
    width: (font, text, from, to) => (opened[font] ?? notGiven(font)).width(text, from ?? 0, to ?? text.length),
    shape: (font, word) => face(font).shape(word),
    parsed: (font) => face(font).parsed,
    pairs: (font) => face(font).pairs,
  };
}

function notGiven(name: FontName): never {
  throw new Error(`the font ${name}, which nobody gave`);
}

interface Face {
  readonly parsed: ParsedFont;
  readonly pairs: Pairs;
  covers(codePoint: number): boolean;
  width(text: string, from: number, to: number): number;
  shape(word: string): readonly DrawnGlyph[];
}

function faceOf(name: FontName, bytes: Uint8Array): Face {
  const known = faces.get(bytes);
  if (known) return known;
  const made = makeFace(parse(name, bytes));
  faces.set(bytes, made);
  return made;
}

function parse(name: FontName, bytes: Uint8Array): ParsedFont {
  const hint = 'Give the bytes of a TrueType or OpenType font (.ttf, .otf, .ttc), not WOFF2.';
  try {
    const parsed = create(bytes as Parameters<typeof create>[0]);
    // Of a collection its first font.
    const font = 'fonts' in parsed ? parsed.fonts[0] : parsed;
    if (font === undefined) throw new TypeError('a collection without fonts');
    return font as unknown as ParsedFont;
  } catch (cause) {
    throw new ProofpackError('font-unreadable', `The font for "${name}" cannot be read.`, hint, { cause });
  }
}

function makeFace(parsed: ParsedFont): Face {
  const scale = 1000 / parsed.unitsPerEm;
  const covered = new Map<number, boolean>();
  const shaped = new Map<string, number>();
  const pairs = learnPairs(parsed, scale);
  const shape = (word: string): readonly DrawnGlyph[] => pairs.shape(word) ?? shapeWith(parsed, scale, word);
  /** Words that the pairs cannot tell are shaped whole, once. */
  const slowWidth = (word: string): number => {
    const known = shaped.get(word);
    if (known !== undefined) return known;
    const width = shapeWith(parsed, scale, word).reduce((sum, glyph) => sum + glyph.advance, 0);
    if (shaped.size >= CACHED_WORDS) shaped.clear();
    if (word.length <= LONGEST_CACHED) shaped.set(word, width);
    return width;
  };
  const wordWidth = (word: string): number => {
    const quick = pairs.width(word, 0, word.length);
    if (!Number.isNaN(quick)) return quick;
    return word.length > LONGEST_CACHED ? pairs.widthInStretches(word, slowWidth) : slowWidth(word);
  };
  return {
    parsed,
    pairs,
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
    width(text, from, to) {
      const quick = pairs.width(text, from, to);
      if (!Number.isNaN(quick)) return quick;
      const parts = text.slice(from, to).split(' ');
      let width = (parts.length - 1) * wordWidth(' ');
      for (const word of parts) if (word !== '') width += wordWidth(word);
      return width;
    },
  };
}

function shapeWith(parsed: ParsedFont, scale: number, word: string): readonly DrawnGlyph[] {
  let run = parsed.layout(word);
  if (!tells(word, run.glyphs)) {
    // A glyph from the cache brings the characters of another word: "ff" would be copied out as U+FB00.
    parsed._glyphs = {};
    run = parsed.layout(word);
  }
  const codePoints = spread(run.glyphs, parsed);
  return run.glyphs.map((glyph, index) => {
    const position = run.positions[index] ?? { xAdvance: glyph.advanceWidth, xOffset: 0, yOffset: 0 };
    return {
      id: glyph.id,
      codePoints: codePoints[index] ?? [],
      ownAdvance: glyph.advanceWidth * scale,
      advance: position.xAdvance * scale,
      dx: position.xOffset * scale,
      dy: position.yOffset * scale,
    };
  });
}

function tells(word: string, glyphs: readonly { readonly codePoints: readonly number[] }[]): boolean {
  let at = 0;
  for (const { codePoints } of glyphs)
    for (const codePoint of codePoints) {
      if (word.codePointAt(at) !== codePoint) return false;
      at += codePoint > 0xffff ? 2 : 1;
    }
  return at === word.length;
}

/** A letter drawn as base and marks: each gets its own part of it, so that what is copied is equal to what was printed. */
function spread(
  glyphs: readonly { readonly id: number; readonly codePoints: readonly number[] }[],
  parsed: ParsedFont,
): readonly (readonly number[])[] {
  const result: (readonly number[])[] = glyphs.map((glyph) => glyph.codePoints);
  for (let index = 0; index < glyphs.length; index += 1) {
    let end = index + 1;
    while (end < glyphs.length && glyphs[end]?.codePoints.length === 0) end += 1;
    if (end === index + 1) continue;
    const parts = [...String.fromCodePoint(...(result[index] ?? [])).normalize('NFD')];
    const alike = parts.length === end - index;
    for (let at = index; at < end; at += 1) {
      const text = alike
        ? parts[at - index]
        : at === index
          ? undefined
          : parsed.stringsForGlyph(glyphs[at]?.id ?? 0)[0];
      if (text !== undefined) result[at] = [...text].map((character) => character.codePointAt(0) ?? 0);
    }
    index = end - 1;
  }
  return result.map((codePoints) => (codePoints.length === 0 ? [0xfffd] : codePoints));
}
