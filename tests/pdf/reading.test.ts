import { describe, expect, it } from 'vitest';
import type { Ink, Mark, Page } from '../../src/model/page.ts';
import { boundsOf } from '../../src/pdf/bounds.ts';
import { contrast, WHITE } from '../../src/pdf/colour.ts';
import { type Layout, layOut, openFonts } from '../../src/pdf/index.ts';
import { FONT_BYTES } from './fonts.ts';
import { sampleDocument } from './sample.ts';

const fonts = openFonts(FONT_BYTES);
const lay = (change = {}): Layout => layOut(sampleDocument(change), fonts, { mark: 'm' });

type Text = Extract<Mark, { mark: 'text' }>;
interface Place {
  readonly page: number;
  readonly top: number;
  readonly x: number;
}

/** Where each node under the root, or under a box of them, begins and ends. */
function stretchesOf({ pages, structure }: Layout): readonly { readonly begins: Place; readonly ends: Place }[] {
  const blockOf = structure.map((_, index) => index);
  for (const [index, { parent }] of structure.entries()) {
    const box = structure[parent]?.role;
    if (parent > 0 && box !== 'Div' && box !== 'Document') blockOf[index] = blockOf[parent] ?? index;
  }
  const found = new Map<number, { begins: Place; ends: Place }>();
  for (const page of pages)
    for (const mark of page.marks) {
      if (mark.mark !== 'text' || mark.tag === undefined) continue;
      const block = blockOf[mark.tag] ?? mark.tag;
      const place = { page: page.number, top: mark.y, x: mark.x };
      const known = found.get(block);
      found.set(block, { begins: known && isBefore(known.begins, place) ? known.begins : place, ends: place });
    }
  return [...found].sort(([a], [b]) => a - b).map(([, stretch]) => stretch);
}

/** Texts of two sizes beside one another stand on baselines that differ by a point or two. */
const SAME_LINE = 3;

function isBefore(a: Place, b: Place): boolean {
  return a.page < b.page || (a.page === b.page && a.top <= b.top + SAME_LINE);
}

describe('what is read aloud', () => {
  it.each(['portrait', 'landscape'] as const)('comes in the order in which it stands on %s pages', (orientation) => {
    const stretches = stretchesOf(lay({ orientation }));
    expect(stretches.length).toBeGreaterThan(40);
    for (const [index, { begins }] of stretches.entries()) {
      const before = stretches[index - 1];
      if (!before) continue;
      // Signatures stand beside one another: up again means to the right.
      const beside = before.ends.page === begins.page && begins.x > before.begins.x + 100;
      expect(beside || isBefore(before.begins, begins), JSON.stringify([before, begins])).toBe(true);
    }
  });

  it('goes through a row from left to right, through a table row by row', () => {
    const { pages, structure } = lay();
    const rows = new Map<number, Map<number, number>>();
    for (const { marks } of pages)
      for (const mark of marks) {
        if (mark.mark !== 'text' || mark.tag === undefined) continue;
        const { role, parent = 0 } = structure[mark.tag] ?? {};
        if (role !== 'TH' && role !== 'TD') continue;
        const row = rows.get(parent) ?? new Map<number, number>();
        rows.set(parent, row);
        if (!row.has(mark.tag)) row.set(mark.tag, mark.x);
      }
    expect(rows.size).toBeGreaterThan(60);
    for (const row of rows.values()) {
      const lefts = [...row].toSorted(([a], [b]) => a - b).map(([, x]) => x);
      expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
    }
  });
});

/** Larger text is readable at 3:1 (WCAG 2.2, 1.4.3): 18 points, or 14 when bold. */
function leastFor({ size, font }: Text): number {
  const bold = font === 'bold' || font === 'semibold' || font === 'monobold';
  return size >= 18 || (bold && size >= 14) ? 3 : 4.5;
}

/** The last ground painted under the middle of a text before it. */
function groundOf(text: Text, page: Page): Ink {
  const [x, y] = [text.x + text.width / 2, text.y - text.size * 0.3];
  let ground = WHITE;
  for (const mark of page.marks) {
    if (mark === text) break;
    if ((mark.mark !== 'box' && mark.mark !== 'path') || !mark.fill) continue;
    const box = boundsOf(mark);
    if (box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) ground = mark.fill;
  }
  return ground;
}

describe('every text on every page', () => {
  const brands = [
    '#0B5FA5',
    '#000000',
    '#FFFFFF',
    '#FF0000',
    '#FFD400',
    '#7F7F7F',
    '#00A86B',
    '#808000',
    '#F7A8B8',
    '#1B1B3A',
  ];
  it.each(brands)('has contrast with the ground it stands on, in the brand %s', (colour) => {
    const { pages } = lay({ brand: { organisation: 'Northlake IT', colour, classification: 'Confidential' } });
    const grounds = new Set<string>();
    for (const page of pages)
      for (const mark of page.marks) {
        if (mark.mark !== 'text') continue;
        const ground = groundOf(mark, page);
        grounds.add(ground.join());
        const ratio = contrast(mark.ink, ground);
        expect(ratio, `page ${page.number}: ${mark.text}, ${mark.ink} on ${ground}`).toBeGreaterThanOrEqual(
          leastFor(mark),
        );
      }
    // The band of the cover, the tints of callouts, cells of the heat map, stripes: more than white was looked at.
    expect(grounds.size).toBeGreaterThan(8);
  });
});
