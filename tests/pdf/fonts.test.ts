import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import type { RoleFont } from '../../src/model/page.ts';
import { openFonts } from '../../src/pdf/index.ts';
import fc from '../house/fast-check.ts';
import { FONT_BYTES } from './fonts.ts';

const fonts = openFonts(FONT_BYTES);
const NAMES = Object.keys(FONT_BYTES) as RoleFont[];
const kits = Object.fromEntries(NAMES.map((name) => [name, create(FONT_BYTES[name] as Buffer)]));

function trueWidth(font: RoleFont, word: string): number {
  const kit = kits[font];
  if (!kit || 'fonts' in kit) throw new Error('a single font is expected');
  return kit.layout(word).advanceWidth;
}

const WORDS =
  'AVATAR To Ty office staff fluffy waffle fjord Tuesday "quoted" 1/2 GV.OC-01 164.308(a)(7)(ii)(D) x² Żółć Ελληνικά Кириллица Việt Nguyễn e\u0323\u0302 x\u0331 ½ 50% f! LT’s r. P, ŁAKA'.split(
    ' ',
  );

describe('fonts', () => {
  it('that cannot be read are named, with the cure', () => {
    const bytes = { ...FONT_BYTES, mono: new Uint8Array([1, 2, 3]) };
    expect(() => openFonts(bytes)).toThrow(/"mono" cannot be read/);
  });
});

describe('widths', () => {
  it.each(NAMES)('of %s are those of fontkit, learnt by pairs or not', (font) => {
    for (const word of WORDS) expect(fonts.width(font, word)).toBeCloseTo(trueWidth(font, word), 6);
  });

  it('of random words of one script are those of fontkit', () => {
    const scripts = ["abcdefgijklfftTVAWoyréøß.,:;'-/()1234567890", 'αβγΑΒΤλώϊ', 'абвгдТУЖй'];
    const word = fc
      .constantFrom(...scripts)
      .chain((letters) => fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 }))
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(word, fc.constantFrom(...NAMES), (text, font) => {
        expect(fonts.width(font, text)).toBeCloseTo(trueWidth(font, text), 6);
      }),
    );
  });

  it('of long tokens are those of fontkit, though only their ligatures are shaped', () => {
    const letters = "abcdefgijklfftTVAWoyréøß.,:;'-/()1234567890=+\u0301x\u0331";
    const token = fc.array(fc.constantFrom(...letters), { minLength: 65, maxLength: 400 }).map((all) => all.join(''));
    fc.assert(
      fc.property(token, fc.constantFrom(...NAMES), (text, font) => {
        expect(fonts.width(font, text)).toBeCloseTo(trueWidth(font, text), 4);
      }),
      { numRuns: 60 },
    );
  });

  it('are those of the glyphs that are drawn, whatever the word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...NAMES), (text, font) => {
        const word = text.replaceAll(' ', '');
        const drawn = fonts.shape(font, word).reduce((sum, glyph) => sum + glyph.advance, 0);
        expect(fonts.width(font, word)).toBeCloseTo(drawn, 6);
      }),
    );
  });

  it('add up over words and blanks', () => {
    expect(fonts.width('regular', 'To  AV')).toBeCloseTo(
      fonts.width('regular', 'To') + 2 * fonts.width('regular', ' ') + fonts.width('regular', 'AV'),
    );
  });
});
