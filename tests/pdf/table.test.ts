import { describe, expect, it } from 'vitest';
import type { Block, Cell, Column } from '../../src/model/document.ts';
import { layOut } from '../../src/pdf/index.ts';
import { allocate } from '../../src/pdf/table/columns.ts';
import fc from '../house/fast-check.ts';
import { cell, documentOf, HALF_EM, outside, textsOf } from './kit.ts';

const table = (columns: readonly Column[], rows: readonly (readonly Cell[])[], more = {}): Block => ({
  type: 'table',
  columns,
  rows,
  empty: 'Nothing here.',
  ...more,
});
const lay = (blocks: readonly Block[]) => layOut(documentOf(blocks), HALF_EM, { mark: 'm' });

describe('widths of columns', () => {
  const wish = (weight: number, min: number, max: number) => ({ weight, min, max });
  it.each([
    ['stretch in proportion when all fits', [wish(0, 10, 20), wish(0, 10, 30)], 100, [40, 60]],
    ['follow their weights', [wish(1, 10, 500), wish(3, 10, 500)], 100, [25, 75]],
    ['take no more by weight than they can use', [wish(1, 10, 20), wish(1, 10, 500)], 100, [20, 80]],
    ['give weighted columns what measured ones leave', [wish(0, 10, 30), wish(1, 10, 500)], 100, [30, 70]],
    ['never fall below the longest word', [wish(1, 60, 80), wish(9, 10, 80)], 100, [60, 40]],
    ['shrink alike when even the words do not fit', [wish(0, 100, 100), wish(0, 300, 300)], 200, [50, 150]],
    ['leave what short columns do not need to long ones', [wish(0, 20, 30), wish(0, 20, 500)], 100, [30, 70]],
  ])('%s', (_name, wishes, width, widths) => {
    expect(allocate(wishes, width).map((value) => Math.round(value))).toEqual(widths);
  });

  it('leave to those that share what measured ones do not need', () => {
    expect(allocate([wish(0, 10, 20), wish(1, 10, 30)], 100).map(Math.round)).toEqual([20, 80]);
  });

  it('are kept as they are written where all are exact, so that tables of one kind stand under each other', () => {
    const columns = [3, 1].map((weight) => ({ title: 'A', weight, exact: true }));
    const long = 'a sentence that would like to have all of the room';
    const starts = [
      ['x', long],
      [long, 'x'],
    ].map((words) => {
      const { pages } = lay([table(columns, [words.map((word) => cell(word))])]);
      return pages.flatMap(({ marks }) =>
        marks.flatMap((mark) => (mark.mark === 'text' && mark.text === 'A' ? [mark.x] : [])),
      );
    });
    expect(starts[0]).toHaveLength(2);
    expect(starts[0]).toEqual(starts[1]);
  });

  it('always sum up to the width', () => {
    const wishes = fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 900 }))
      .map(([weight, min, more]) => wish(weight, min, min + more));
    fc.assert(
      fc.property(fc.array(wishes, { minLength: 1, maxLength: 12 }), (all) => {
        const widths = allocate(all, 480);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(480, 4);
        for (const width of widths) expect(width).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('those who sign together', () => {
  it('stand on one page', () => {
    const lines = ['Dana Cole', 'Marta Ruiz'].map((name) => ({ role: 'vCISO', name }));
    const rows = (count: number) =>
      table(
        [{ title: 'A' }],
        Array.from({ length: count }, () => [cell('x')]),
      );
    for (let count = 20; count < 50; count += 1) {
      const pages = lay([rows(count), { type: 'signature', lines }]).pages.map(textsOf);
      expect(
        pages.filter((texts) => lines.some(({ name }) => texts.includes(name))),
        `${count} rows`,
      ).toHaveLength(1);
    }
  });
});

describe('tables', () => {
  it('repeat their head on each page, as decoration', () => {
    const rows = Array.from({ length: 100 }, (_, index) => [cell(`row ${index}`)]);
    const { pages, structure } = lay([table([{ title: 'Device' }], rows)]);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      const heads = page.marks.filter((mark) => mark.mark === 'text' && mark.text === 'Device');
      expect(heads).toHaveLength(1);
      expect(heads.map((mark) => 'tag' in mark)).toEqual([page.number === 1]);
    }
    expect(structure.filter((node) => node.role === 'TH')).toHaveLength(1);
    expect(pages.flatMap(textsOf).filter((text) => text.startsWith('row'))).toEqual(rows.map((_, i) => `row ${i}`));
  });

  it('split a row that is taller than a page without losing a line', () => {
    const lines = Array.from({ length: 200 }, (_, index) => `line ${index}`);
    const { pages } = lay([table([{ title: 'A' }, { title: 'B' }], [[cell('x'), cell(lines.join('\n'))]])]);
    expect(pages.flatMap(textsOf)).toEqual(['A', 'B', 'x', ...lines]);
    expect(pages.flatMap(outside)).toEqual([]);
  });

  it('say so when they are empty', () => {
    const { pages, structure } = lay([table([{ title: 'A' }], [], { caption: 'Risks' })]);
    expect(pages.flatMap(textsOf)).toEqual(['Risks', 'Nothing here.']);
    expect(structure.some((node) => node.role === 'Table')).toBe(false);
  });

  it('align numbers at the right', () => {
    const { pages } = lay([
      table(
        [{ title: 'Name' }, { title: 'Rows', align: 'right' }],
        [
          [cell('a'), cell('7')],
          [cell('b'), cell('1234')],
        ],
      ),
    ]);
    const ends = pages[0]?.marks.flatMap((mark) =>
      mark.mark === 'text' && /^\d+$/.test(mark.text) && mark.tag !== undefined
        ? [Math.round(mark.x + mark.width)]
        : [],
    );
    expect(new Set(ends).size).toBe(1);
  });

  it('give a verdict a shape and a word', () => {
    const { pages } = lay([table([{ title: 'Verdict' }], [[{ content: [], verdict: 'not-evidenced' }]])]);
    expect(pages.flatMap(textsOf)).toEqual(['Verdict', 'Not evidenced']);
    expect(pages[0]?.marks.some((mark) => mark.mark === 'path' && mark.tag !== undefined)).toBe(true);
  });

  it('take spans, group rows, missing and surplus cells, and lose none', () => {
    const columns = [{ title: 'A' }, { title: 'B' }, { title: 'C' }];
    const rows: readonly (readonly Cell[])[] = [
      [{ content: [{ text: 'Group' }], header: true, span: 3 }],
      [cell('one'), { content: [{ text: 'two and three' }], span: 2 }],
      [cell('lonely')],
      [cell('1'), cell('2'), cell('3'), cell('surplus')],
      [{ content: [{ text: 'wide' }], span: 9 }],
    ];
    const { pages, structure } = lay([table(columns, rows)]);
    const texts = pages.flatMap(textsOf);
    for (const word of ['Group', 'one', 'two and three', 'lonely', '1', '2', '3', 'surplus', 'wide'])
      expect(texts).toContain(word);
    for (const [index, node] of structure.entries()) {
      if (node.role !== 'TR') continue;
      const cells = structure.filter((child) => child.parent === index);
      expect(cells.reduce((sum, child) => sum + (child.span ?? 1), 0)).toBe(3);
    }
    expect(structure.filter((node) => node.role === 'TH' && node.span === 3)).toHaveLength(1);
  });

  it('take as many columns as there are, even sixty, and none leaves the page', () => {
    const names = Array.from({ length: 60 }, (_, index) => `c${index}`);
    const { pages } = lay([
      table(
        names.map((title) => ({ title })),
        [names.map(cell)],
      ),
      table([], [[cell('a'), cell('b')]]),
    ]);
    expect(pages.flatMap(outside)).toEqual([]);
    expect(pages.flatMap(textsOf).join('').match(/c/g)).toHaveLength(120);
    expect(pages.flatMap(textsOf).slice(-2)).toEqual(['a', 'b']);
  });

  it('keep a row of a few lines whole', () => {
    const rows = Array.from({ length: 40 }, (_, index) => [cell(`${index}a\n${index}b\n${index}c`)]);
    const { pages } = lay([table([{ title: 'A' }], rows)]);
    for (const page of pages) {
      const texts = textsOf(page).filter((text) => text !== 'A');
      expect(texts[0]).toMatch(/a$/);
      expect(texts.at(-1)).toMatch(/c$/);
    }
  });
});
