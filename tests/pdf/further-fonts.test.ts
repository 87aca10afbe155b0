import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/model/document.ts';
import { layOut, openFonts, renderPdf } from '../../src/pdf/index.ts';
import { spell } from '../../src/pdf/spell.ts';
import { pdfTexts } from '../../src/redaction/pdf-text.ts';
import { FONT_BYTES } from './fonts.ts';
import { documentOf, HALF_EM, textsOf } from './kit.ts';

/** Where Debian's fonts-noto-cjk puts it. */
const CJK = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ text }] });

describe.skipIf(!existsSync(CJK))('a font for Chinese, Japanese and Korean', () => {
  const bytes = existsSync(CJK) ? { ...FONT_BYTES, further1: readFileSync(CJK) } : FONT_BYTES;
  const SENTENCE = '北湖信息技术有限公司の証拠、한국 and Source Sans';

  it('stands in for what ours has no glyph for, run by run, and can be copied out', async () => {
    const document = documentOf([paragraph(SENTENCE)]);
    const { undrawn, pages } = layOut(document, openFonts(bytes), { mark: 'm' });
    expect(undrawn).toEqual([]);
    const fonts = pages.flatMap(({ marks }) => marks.flatMap((mark) => (mark.mark === 'text' ? [mark.font] : [])));
    expect(new Set(fonts)).toContain('further1');
    expect(new Set(fonts)).toContain('regular');
    const made = await renderPdf(document, { fonts: bytes, mark: 'm' });
    expect(pdfTexts(Buffer.from(made.bytes)).join(' ').replaceAll(/\s/g, '')).toContain(SENTENCE.replaceAll(' ', ''));
  });

  it('breaks a line between signs, and begins none with a closing one', () => {
    const { pages } = layOut(documentOf([paragraph('証拠、記録。'.repeat(40))]), openFonts(bytes), { mark: 'm' });
    const lines = pages.flatMap(textsOf).filter((line) => /証|拠|記|録/.test(line));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => /^[、。]/.test(line))).toEqual([]);
  });
});

describe('what is written from right to left', () => {
  it('is shown by its numbers whatever font has it, for drawn from left to right it would be another word', () => {
    const undrawn = new Set<string>();
    // A font that has a glyph for everything.
    const spelled = spell('שלום dana', 'regular', { ...HALF_EM, covers: () => true }, undrawn);
    expect(spelled.map(({ text, shown }) => [text, shown])).toEqual([
      ['[U+05E9][U+05DC][U+05D5][U+05DD]', true],
      [' dana', false],
    ]);
    expect(undrawn.size).toBe(4);
  });
});
