import type { FontName } from '../../model/page.ts';
import type { DrawnGlyph, Fonts } from '../fonts.ts';
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
  /** Operators that draw the text at the current place. */
  show(font: FontName, text: string, size: number): string;
}

const CACHED_WORDS = 50_000;

export function startGlyphs(fonts: Fonts, embedded: ReadonlyMap<FontName, EmbeddedFont>): Glyphs {
  const words = new Map<FontName, Map<string, Encoded>>();
  const codes = new Map<FontName, Map<string | number, string>>();

  /** Two characters for one text value never share a code, so that copied text is the text that was printed. */
  const codeOf = (font: FontName, glyph: DrawnGlyph): string => {
    const known = within(codes, font);
    const [first = 0, more] = glyph.codePoints;
    const key = more === undefined ? glyph.id * 0x110000 + first : `${glyph.id}/${glyph.codePoints.join('.')}`;
    let code = known.get(key);
    if (code === undefined) {
      const target = embedded.get(font);
      if (target === undefined) throw new Error(`text in ${font}, which nobody opened`);
      const index = target.subset.glyphs.push(glyph.id) - 1;
      target.widths[index] = glyph.ownAdvance;
      target.unicode[index] = glyph.codePoints;
      code = escaped(String.fromCharCode(index >> 8, index & 0xff));
      known.set(key, code);
    }
    return code;
  };
  const encode = (font: FontName, word: string): Encoded => {
    const known = within(words, font);
    let made = known.get(word);
    if (made === undefined) {
      made = encodeGlyphs(fonts.shape(font, word), (glyph) => codeOf(font, glyph));
      if (known.size >= CACHED_WORDS) known.clear();
      known.set(word, made);
    }
    return made;
  };
  return {
    show(font, text, size) {
      if (!text.includes(' ')) {
        const word = encode(font, text);
        return word.steps === undefined ? shown(word) : stepped(word, '', size);
      }
      const parts = text.split(' ').map((word) => (word === '' ? NOTHING : encode(font, word)));
      const space = parts.length > 1 ? encode(font, ' ').body : '';
      if (parts.some((part) => part.steps !== undefined))
        return parts.map((part, index) => stepped(part, index === 0 ? '' : space, size)).join('\n');
      const moves = parts.some((part) => part.moves);
      return shown({ body: parts.map((part) => part.body).join(space), moves });
    },
  };
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

function shown({ body, moves }: { readonly body: string; readonly moves: boolean }): string {
  return moves ? `[(${body})] TJ` : `(${body}) Tj`;
}

function stepped(part: Encoded, space: string, size: number): string {
  const steps = part.steps ?? [{ ...part, rise: 0 }];
  const lead = space === '' ? [] : [shown({ body: space, moves: false })];
  const rises = steps.map((step) => `${Math.round(step.rise * size) / 1000} Ts ${shown(step)}`);
  return [...lead, ...rises, '0 Ts'].join('\n');
}

function escaped(bytes: string): string {
  return bytes.replace(/[()\\]/g, (character) => `\\${character}`).replaceAll('\r', '\\r');
}

function within<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  let found = maps.get(key);
  if (!found) {
    found = new Map();
    maps.set(key, found);
  }
  return found;
}
