import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/model/document.ts';
import { boundsOf } from '../../src/pdf/bounds.ts';
import { contrast, WHITE } from '../../src/pdf/colour.ts';
import { renderPdf } from '../../src/pdf/index.ts';
import { layOut } from '../../src/pdf/layout.ts';
import { makeTheme } from '../../src/pdf/theme.ts';
import { PALE } from '../../src/pdf/watermark.ts';
import { FONT_BYTES } from './fonts.ts';
import { BRAND, documentOf, HALF_EM, inflatedStreams, outside, paragraph } from './kit.ts';

const COVER: Block = { type: 'cover', title: 'Report', subtitle: '', client: 'Lakeside', lines: [], notice: '' };
const LOGO = {
  format: 'svg' as const,
  width: 100,
  height: 40,
  shapes: [
    {
      steps: [['M', 0, 0], ['L', 100, 0], ['L', 100, 40], ['Z']] as const,
      fill: [1, 2, 3] as const,
      weight: 1,
      evenOdd: true,
    },
  ],
};

describe('the brand on the page', () => {
  it('draws a logo of shapes on its plate, as a figure that names its owner', () => {
    const { pages, structure } = layOut(documentOf([COVER], { brand: { ...BRAND, logo: LOGO } }), HALF_EM, {
      mark: 'm',
    });
    const shape = pages[0]?.marks.find((mark) => mark.mark === 'path' && mark.evenOdd);
    expect(shape).toMatchObject({ d: 'M0 0L115 0L115 46Z', fill: [1, 2, 3] });
    const tag = shape !== undefined && 'tag' in shape ? shape.tag : undefined;
    expect(structure[tag ?? -1]).toMatchObject({ role: 'Figure', alt: 'Logo: Northlake IT' });
  });

  it('sets a long title smaller, so that it takes two lines, and one that fits at its usual size', () => {
    const title = (text: string): Block => ({
      type: 'heading',
      level: 1,
      content: [{ text }],
      id: 'a',
      bookmark: true,
      contents: true,
    });
    const lines = (text: string) => {
      const [page] = layOut(documentOf([title(text)]), HALF_EM, { mark: '' }).pages;
      const set = (page?.marks ?? []).flatMap((mark) => (mark.mark === 'text' && mark.font === 'bold' ? [mark] : []));
      return { count: new Set(set.map(({ y }) => y)).size, size: set[0]?.size ?? 0 };
    };
    const usual = lines('A short title');
    expect(usual.count).toBe(1);
    const long = lines(
      'A name of many words that goes on and on, longer than anybody would say it aloud, and then what the paper is all about',
    );
    expect(long.count).toBe(2);
    expect(long.size).toBeLessThan(usual.size);
  });

  it.each([
    ['portrait', 'DRAFT'],
    ['portrait', 'a watermark of forty letters, and not 41'],
    ['landscape', 'INTERNAL DRAFT'],
    ['landscape', 'a watermark of forty letters, and not 41'],
  ] as const)('puts a watermark from corner to corner behind what each %s page says, inside of it: %s', (orientation, watermark) => {
    const brand = { ...BRAND, watermark };
    const blocks: readonly Block[] = [COVER, paragraph('one'), { type: 'break', to: 'page' }, paragraph('two')];
    const { pages } = layOut(documentOf(blocks, { brand, orientation }), HALF_EM, { mark: 'm' });
    expect(pages).toHaveLength(3);
    expect(pages.flatMap(outside)).toEqual([]);
    for (const { marks, running, height } of pages) {
      const first = marks[running.shared + running.own];
      if (first?.mark !== 'text') throw new Error('no watermark');
      expect([first.text, first.tag]).toEqual([watermark, undefined]);
      const { left = 0, right = 0, top = 0, bottom = 0 } = boundsOf(first) ?? {};
      expect(first.turned).toBeGreaterThan(15);
      expect(right - left).toBeGreaterThan(200);
      // Nowhere near the running titles, which are small.
      expect([top > 40, bottom < height - 30]).toEqual([true, true]);
    }
  });

  it('keeps a watermark paler than any ground that words are read on', () => {
    const { tones } = makeTheme(BRAND);
    for (const ink of Object.values(tones)) expect(contrast(ink, PALE)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(PALE, WHITE)).toBeGreaterThan(1.1);
  });

  it('paints a watermark as decoration that rises, and nothing after it does', async () => {
    const brand = { ...BRAND, watermark: 'DRAFT' };
    const { bytes } = await renderPdf(documentOf([paragraph('one')], { brand }), { fonts: FONT_BYTES, mark: 'm' });
    const [content = ''] = inflatedStreams(bytes).filter((stream) => stream.includes(' Tm'));
    const [before = '', after = ''] = content.split(' Tm');
    expect(before.split('\n').at(-1)).toMatch(/^0\.\d+ 0\.\d+ -0\.\d+ 0\.\d+ \d/);
    expect(before.lastIndexOf('/Artifact BMC')).toBeGreaterThan(before.lastIndexOf('EMC'));
    expect(after).toMatch(/^[^\n]*T[jJ]\nEMC\nET\n/);
    expect(content.split(' Tm')).toHaveLength(2);
  });
});

describe('the logo of a document without a cover', () => {
  const TITLE: Block = {
    type: 'heading',
    level: 1,
    content: [{ text: 'A matrix' }],
    id: 't',
    bookmark: true,
    contents: true,
  };
  const shapes = (
    change: Parameters<typeof documentOf>[1],
    blocks: readonly Block[] = [TITLE, paragraph('words'), TITLE],
  ) =>
    layOut(documentOf(blocks, change), HALF_EM, { mark: 'm' }).pages.flatMap(({ marks }) =>
      marks.filter((mark) => mark.mark === 'path' && mark.evenOdd),
    );

  it('stands once, at the right of its title', () => {
    const [shape, more] = shapes({ brand: { ...BRAND, logo: LOGO } });
    expect(shape).toMatchObject({ mark: 'path' });
    expect(shape !== undefined && 'x' in shape ? shape.x : 0).toBeGreaterThan(400);
    expect(more).toBeUndefined();
  });

  it('leaves the lines of a long title at their distance', () => {
    const long: Block = {
      ...TITLE,
      content: [{ text: 'A title of many words that goes on and on for the third line '.repeat(2) }],
    };
    const [page] = layOut(documentOf([long, paragraph('w')], { brand: { ...BRAND, logo: LOGO } }), HALF_EM, {
      mark: 'm',
    }).pages;
    const lines = (page?.marks ?? []).flatMap((mark) => (mark.mark === 'text' && mark.font === 'bold' ? [mark.y] : []));
    const gaps = new Set(lines.slice(1).map((y, index) => Math.round(y - (lines[index] ?? 0))));
    expect(lines.length).toBeGreaterThan(2);
    expect(gaps.size).toBe(1);
  });

  it('stands on the colour of the brand where it is white itself', () => {
    const pale = { ...LOGO, shapes: LOGO.shapes.map((shape) => ({ ...shape, fill: [250, 250, 250] as const })) };
    const grounds = (logo: typeof LOGO | typeof pale) =>
      layOut(documentOf([TITLE, paragraph('words')], { brand: { ...BRAND, logo } }), HALF_EM, {
        mark: 'm',
      }).pages.flatMap(({ marks }) =>
        marks.flatMap((mark) => (mark.mark === 'box' && mark.radius === 2 ? [mark.fill] : [])),
      );
    expect(grounds(LOGO)).toEqual([]);
    expect(grounds(pale)).toEqual([[11, 95, 165]]);
  });

  it('is not there without a title to stand beside, and not where there is little air', () => {
    expect(shapes({ brand: { ...BRAND, logo: LOGO } }, [paragraph('words')])).toEqual([]);
    expect(shapes({ brand: { ...BRAND, logo: LOGO }, density: 'dense' })).toEqual([]);
    expect(shapes({})).toEqual([]);
  });
});
