import type { FontName } from '../../model/page.ts';
import type { DrawnGlyph, Fonts } from '../fonts.ts';
import type { Pairs } from '../pairs.ts';
import { type Bytes, makeRoom, putHundredths, say } from './bytes.ts';
import type { EmbeddedFont } from './pen.ts';

/** Text as the operands of a PDF text operator: bytes of glyphs, split by numbers where the pen is moved, in groups of one rise each. */
interface Encoded {
  /** Inside of `[( )]`: `ab)20(cd` moves the pen 20 thousandths to the left between b and c. */
  readonly body: string;
  readonly moves: boolean;
  /** Glyphs lifted off the baseline, such as stacked marks: the word must then be drawn in steps. */
  readonly steps?: readonly Step[];
}

interface Step {
  readonly rise: number;
  readonly body: string;
  readonly moves: boolean;
}

const NOTHING: Encoded = { body: '', moves: false };

export interface Glyphs {
  /** Writes operators that draw the text at the current place. */
  show(bytes: Bytes, font: FontName, text: string, size: number): void;
}

/** What a document has drawn with one font. */
interface Drawn {
  readonly font: FontName;
  readonly pairs: Pairs;
  /** The place in the embedded font of a plain character; 0, which is .notdef, while it was not drawn. */
  readonly plain: Uint16Array;
  /** How far the pen is moved between two characters of ASCII, raised by `KNOWN`; 0 where that was not asked yet. */
  readonly shifts: Uint16Array;
  readonly places: Map<string | number, number>;
  readonly words: Map<string, Encoded>;
}

const CACHED_WORDS = 50_000;
const ASCII = 128;
const KNOWN = 0x8000;
const [BACKSLASH, OPEN, CLOSE, BRACKET, SPACE, RETURN, SMALL_R] = [0x5c, 0x28, 0x29, 0x5b, 0x20, 0x0d, 0x72];

export function startGlyphs(fonts: Fonts, embedded: ReadonlyMap<FontName, EmbeddedFont>): Glyphs {
  const drawn = new Map<FontName, Drawn>();
  const drawnWith = (font: FontName): Drawn => {
    let found = drawn.get(font);
    if (found === undefined) {
      const pairs = fonts.pairs(font);
      const [plain, shifts] = [new Uint16Array(pairs.codes), new Uint16Array(ASCII * ASCII)];
      found = { font, pairs, plain, shifts, places: new Map(), words: new Map() };
      drawn.set(font, found);
    }
    return found;
  };

  /** Two characters for one text value never share a place, so that copied text is the text that was printed. */
  const placeOf = (glyph: DrawnGlyph, { font, places }: Drawn): number => {
    const [first = 0, more] = glyph.codePoints;
    const key = more === undefined ? glyph.id * 0x110000 + first : `${glyph.id}/${glyph.codePoints.join('.')}`;
    let place = places.get(key);
    if (place === undefined) {
      const target = embedded.get(font);
      if (target === undefined) throw new Error(`text in ${font}, which nobody opened`);
      place = target.subset.glyphs.push(glyph.id) - 1;
      target.widths[place] = glyph.ownAdvance;
      target.unicode[place] = glyph.codePoints;
      places.set(key, place);
    }
    return place;
  };
  const plainPlace = (code: number, face: Drawn): number => {
    const glyph = face.pairs.glyph(code);
    if (glyph === undefined) return 0;
    const place = placeOf(glyph, face);
    face.plain[code] = place;
    return place;
  };
  const encode = (word: string, face: Drawn): Encoded => {
    let made = face.words.get(word);
    if (made === undefined) {
      made = encodeGlyphs(fonts.shape(face.font, word), (glyph) => codeOf(placeOf(glyph, face)));
      if (face.words.size >= CACHED_WORDS) face.words.clear();
      face.words.set(word, made);
    }
    return made;
  };
  /** Letter by letter, where each depends on its neighbour only. Says whether the pen is moved within it; nothing when it must be shaped. */
  const sayPlain = (bytes: Bytes, text: string, from: number, to: number, face: Drawn): boolean | undefined => {
    const { plain } = face;
    let moves = false;
    makeRoom(bytes, (to - from) * MOST_BYTES);
    const { buffer } = bytes;
    let { at } = bytes;
    for (let index = from; index < to; index += 1) {
      const code = text.charCodeAt(index);
      const place = plain[code] || plainPlace(code, face);
      if (place === 0) return undefined;
      at = putByte(buffer, at, place >> 8);
      at = putByte(buffer, at, place & 0xff);
      if (index + 1 === to) break;
      const shift = shiftOf(code, text.charCodeAt(index + 1), face);
      if (shift === 0) continue;
      if (Number.isNaN(shift)) return undefined;
      moves = true;
      buffer[at++] = CLOSE;
      at = putHundredths(buffer, at, -shift);
      buffer[at++] = OPEN;
    }
    bytes.at = at;
    return moves;
  };
  /** Word by word: no kerning with blanks. Nothing when a word must be drawn in steps. */
  const sayWords = (bytes: Bytes, text: string, face: Drawn): boolean | undefined => {
    let moves = false;
    for (let from = 0; from <= text.length; ) {
      const blank = text.indexOf(' ', from);
      const to = blank < 0 ? text.length : blank;
      const start = bytes.at;
      let moved = sayPlain(bytes, text, from, to, face);
      if (moved === undefined) {
        bytes.at = start;
        const word = encode(text.slice(from, to), face);
        if (word.steps !== undefined) return undefined;
        say(bytes, word.body);
        moved = word.moves;
      }
      moves ||= moved;
      if (blank >= 0) sayPlain(bytes, ' ', 0, 1, face);
      from = to + 1;
    }
    return moves;
  };
  return {
    show(bytes, font, text, size) {
      const face = drawnWith(font);
      const start = bytes.at;
      makeRoom(bytes, 2);
      bytes.at += 2;
      const moves = sayWords(bytes, text, face);
      if (moves === undefined) {
        bytes.at = start;
        say(bytes, ` ${steppedWords(text, size, (word) => encode(word, face))}`);
        return;
      }
      bytes.buffer[start] = moves ? BRACKET : SPACE;
      bytes.buffer[start + 1] = OPEN;
      say(bytes, moves ? ')] TJ' : ') Tj');
    },
  };
}

/** Two escaped bytes of a glyph, and a move with its brackets. */
const MOST_BYTES = 16;

/** A byte of a string; says where the next one goes. */
function putByte(buffer: Buffer, start: number, byte: number): number {
  let at = start;
  if (byte === OPEN || byte === CLOSE || byte === BACKSLASH || byte === RETURN) buffer[at++] = BACKSLASH;
  buffer[at++] = byte === RETURN ? SMALL_R : byte;
  return at;
}

/** By so many hundredths of a thousandth the pen is moved between two characters; NaN where they must be shaped. */
function shiftOf(left: number, right: number, { pairs, shifts }: Drawn): number {
  if (left >= ASCII || right >= ASCII) return Math.round(pairs.kern(left, right) * 100);
  const known = shifts[left * ASCII + right] ?? 0;
  if (known !== 0) return known - KNOWN;
  const shift = Math.round(pairs.kern(left, right) * 100);
  if (Math.abs(shift) < KNOWN) shifts[left * ASCII + right] = shift + KNOWN;
  return shift;
}

function codeOf(place: number): string {
  const bytes = String.fromCharCode(place >> 8, place & 0xff);
  return bytes.replace(/[()\\]/g, (character) => `\\${character}`).replaceAll('\r', '\\r');
}

function encodeGlyphs(glyphs: readonly DrawnGlyph[], codeOf: (glyph: DrawnGlyph) => string): Encoded {
  const steps: Step[] = [];
  let step: { rise: number; body: string; moves: boolean } = { rise: 0, body: '', moves: false };
  // Where the glyph should be drawn, less where the pen is.
  let owed = 0;
  const pay = (): void => {
    const shift = Math.round(owed * 100) / 100;
    if (shift === 0) return;
    step.body += `)${-shift}(`;
    step.moves = true;
    owed -= shift;
  };
  for (const glyph of glyphs) {
    if (glyph.dy !== step.rise) {
      if (step.body !== '') steps.push(step);
      step = { rise: glyph.dy, body: '', moves: false };
    }
    owed += glyph.dx;
    pay();
    step.body += codeOf(glyph);
    owed += glyph.advance - glyph.ownAdvance - glyph.dx;
  }
  pay();
  if (steps.length === 0 && step.rise === 0) return step;
  return { ...NOTHING, steps: [...steps, step] };
}

function steppedWords(text: string, size: number, encode: (word: string) => Encoded): string {
  const space = encode(' ').body;
  const words = text.split(' ').map((word) => (word === '' ? NOTHING : encode(word)));
  return words.map((word, index) => stepped(word, index === 0 ? '' : space, size)).join('\n');
}

function shown({ body, moves }: { readonly body: string; readonly moves: boolean }): string {
  return moves ? `[(${body})] TJ` : `(${body}) Tj`;
}

function stepped(part: Encoded, space: string, size: number): string {
  const steps = part.steps ?? [{ ...part, rise: 0 }];
  const lead = space === '' ? [] : [shown({ body: space, moves: false })];
  const rises = steps.map((step) => `${Math.round(step.rise * size) / 1000} Ts ${shown(step)}`);
  return [...lead, ...rises, '0 Ts'].join('\n');
}
