import { describe, expect, it } from 'vitest';
import type { Block, Figure } from '../../src/model/document.ts';
import type { Page } from '../../src/model/page.ts';
import { layOut } from '../../src/pdf/index.ts';
import { sheetOf } from '../../src/pdf/theme.ts';
import { cell, collisions, documentOf, HALF_EM, heading, outside, paragraph, say, textsOf } from './kit.ts';

const lay = (blocks: readonly Block[], change = {}) => layOut(documentOf(blocks, change), HALF_EM, { mark: 'm' });
const lines = (count: number, word = 'line'): Block =>
  paragraph(Array.from({ length: count }, (_, index) => `${word} ${index}`).join('\n'));
/** About as many lines of text as a page of Letter holds. */
const A_PAGE = 47;

const decorations = (page: Page | undefined): readonly string[] =>
  (page?.marks ?? []).flatMap((mark) => (mark.mark === 'text' && mark.tag === undefined ? [mark.text.trim()] : []));

/** How far down the page its content goes, of what it may take. */
function filled(page: Page | undefined): number {
  const { top, bottom } = sheetOf({ paper: 'letter', orientation: 'portrait', density: 'normal' });
  const lowest = (page?.marks ?? []).flatMap((mark) =>
    mark.mark === 'text' && mark.tag !== undefined ? [mark.y] : [],
  );
  return (Math.max(...lowest) - top) / (bottom - top);
}

const pageWith = (pages: readonly Page[], text: string): number =>
  pages.findIndex((page) => textsOf(page).includes(text));

/** Of that many rows, each 18 points high: 20 take more than half of a page. */
const figure = (id: string, count = 20): Block => {
  const rows = Array.from({ length: count }, (_, index) => ({
    label: `${id} ${index}`,
    n: 1,
    of: 2,
    asked: null,
    note: '',
  }));
  const drawn: Figure = { kind: 'coverage', alt: id, rows };
  return { type: 'figure', id, caption: `caption of ${id}`, figure: drawn };
};

describe('a chapter', () => {
  const chapter = (before: number) =>
    lay([lines(before, 'before'), { type: 'break', to: 'chapter' }, heading('Next', 'n', 2), lines(9)]);

  it('begins a page where the one before it is nearly full', () => {
    expect(chapter(A_PAGE - 9).pages.map((page) => textsOf(page).includes('Next'))).toEqual([false, true]);
  });

  it('goes on under what stands on a page that would be half empty', () => {
    const { pages } = chapter(A_PAGE - 22);
    expect(pages).toHaveLength(1);
    expect(pages.flatMap(collisions)).toEqual([]);
  });

  it('leaves more than a third of no page white', () => {
    for (let before = 1; before < A_PAGE; before += 1) {
      const { pages } = chapter(before);
      if (pages.length > 1) expect(filled(pages[0]), `${before} lines before`).toBeGreaterThan(0.6);
    }
  });

  it('is no new sheet: what must stand alone asks for a page', () => {
    expect(lay([lines(2), { type: 'break', to: 'page' }, lines(2)]).pages).toHaveLength(2);
  });
});

describe('a figure without room', () => {
  const told = [heading('Section', 's', 2), figure('wide'), lines(40, 'after')];

  it('waits for the next page, and what follows it fills this one', () => {
    const { pages } = lay([lines(22, 'before'), ...told]);
    expect(textsOf(pages[0] ?? FAIL)).toEqual(expect.arrayContaining(['Section', 'after 0']));
    expect(textsOf(pages[1] ?? FAIL)[0]).toBe('caption of wide');
    expect(filled(pages[0])).toBeGreaterThan(0.9);
    expect(pages.flatMap(outside)).toEqual([]);
    expect(pages.flatMap(collisions)).toEqual([]);
  });

  it('stands where it is told when there is room', () => {
    const [page] = lay([lines(3, 'before'), ...told]).pages;
    const texts = textsOf(page ?? FAIL);
    expect(texts.indexOf('caption of wide')).toBe(texts.indexOf('Section') + 1);
  });

  it('is read aloud where it is told', () => {
    const { structure } = lay([lines(22, 'before'), ...told]);
    const roles = structure.flatMap(({ role, parent }) => (parent === 0 ? [role] : []));
    expect(roles).toEqual(['P', 'H1', 'P', 'Figure', 'P']);
  });

  it('leaves its section to nobody: it comes before the next heading of that level', () => {
    for (let before = 1; before < A_PAGE; before += 1) {
      const { pages } = lay([
        lines(before, 'before'),
        heading('Section', 's', 2),
        figure('wide'),
        heading('Next', 'n', 2),
        lines(9),
      ]);
      const said = pages.flatMap(textsOf);
      expect(said.indexOf('caption of wide')).toBeLessThan(said.indexOf('Next'));
      const together = pages.some((page) =>
        ['Section', 'caption of wide'].every((text) => textsOf(page).includes(text)),
      );
      expect(together, `${before} lines before`).toBe(true);
    }
  });

  it('comes between no two rows: before a table for which little room is left, else behind it', () => {
    const rows = Array.from({ length: 60 }, (_, row) => [cell(`row ${row}`)]);
    const table: Block = { type: 'table', columns: [{ title: 'Row' }], rows, empty: '' };
    for (let before = 1; before < A_PAGE; before += 1) {
      const { pages } = lay([lines(before, 'before'), heading('Section', 's', 2), figure('wide'), lines(2), table]);
      const said = pages.flatMap(textsOf);
      const caption = said.indexOf('caption of wide');
      const isBetween = said.indexOf('row 0') < caption && caption < said.indexOf('row 59');
      expect(isBetween, `${before} lines before`).toBe(false);
      expect(pages.flatMap(collisions)).toEqual([]);
      if (pages.length > 1 && said.indexOf('row 0') > caption) expect(filled(pages[0])).toBeGreaterThan(0.55);
    }
  });

  it('overtakes no other', () => {
    const { pages } = lay([
      lines(22, 'before'),
      heading('Section', 's', 2),
      figure('wide'),
      figure('small', 2),
      lines(40, 'after'),
    ]);
    const said = pages.flatMap(textsOf);
    expect(said.indexOf('caption of small')).toBeGreaterThan(said.indexOf('caption of wide'));
    expect(said.filter((text) => text.startsWith('caption'))).toHaveLength(2);
  });

  it('comes in the end when nothing follows, and before a new page that was asked for', () => {
    const { pages } = lay([
      lines(30, 'before'),
      figure('wide'),
      figure('second'),
      { type: 'break', to: 'page' },
      lines(1, 'last'),
    ]);
    expect(pages.map((page) => textsOf(page).filter((text) => /^(caption|last)/.test(text)))).toEqual([
      [],
      ['caption of wide'],
      ['caption of second'],
      ['last 0'],
    ]);
  });
});

describe('a table that goes on', () => {
  const rows = (count: number, word: string) =>
    Array.from({ length: count }, (_, index) => [cell(`${word} ${index}`), cell('x')]);
  const band = (title: string) => [{ content: say(title), header: true, span: 2 }];
  const columns = [{ title: 'Left' }, { title: 'Right' }];
  const table = (all: Extract<Block, { type: 'table' }>['rows'], more = {}): Block => ({
    type: 'table',
    columns,
    rows: all,
    empty: 'none',
    ...more,
  });

  it('says again what it belongs to, as decoration', () => {
    const { pages } = lay([heading('Report', 'r'), heading('Control 7', 'c', 3), table(rows(60, 'row'))]);
    expect(decorations(pages[0])).not.toContain('Control 7 (continued)');
    expect(decorations(pages[1])).toEqual(expect.arrayContaining(['Control 7 (continued)', 'Left', 'Right']));
    expect(pages.flatMap(textsOf).filter((text) => text.includes('Control 7'))).toEqual(['Control 7']);
  });

  it('leaves no low row alone under its head at the foot of a page, and no higher one waiting for the second', () => {
    const low = (before: number) => lay([lines(before, 'before'), heading('Control 7', 'c', 3), table(rows(9, 'row'))]);
    for (let before = 20; before < A_PAGE; before += 1)
      for (const page of low(before).pages) {
        const own = textsOf(page).filter((text) => text.startsWith('row'));
        expect(own, `${before} lines before`).not.toHaveLength(1);
      }
    const high = rows(9, 'row').map(([, last = cell('')]) => [cell(`${'tall\n'.repeat(8)}end`), last]);
    const first = lay([lines(34, 'before'), table(high)]).pages[0];
    expect(textsOf(first ?? FAIL)).toContain('end');
  });

  it('goes by its own name where it has one, and by none under the title of the document', () => {
    const named = lay([heading('Control 7', 'c', 3), table(rows(60, 'row'), { caption: 'Who left' })]);
    expect(decorations(named.pages[1])).toContain('Who left (continued)');
    const titled = lay([heading('Report', 'r'), table(rows(60, 'row'))]);
    expect(decorations(titled.pages[1]).filter((text) => text.includes('continued'))).toEqual([]);
  });

  it('repeats the band of the rows that go on, and no band where a new one begins', () => {
    for (let first = 1; first < 60; first += 1) {
      const { pages } = lay([table([band('One'), ...rows(first, 'one'), band('Two'), ...rows(50, 'two')])]);
      for (const page of pages.slice(1)) {
        const begins = textsOf(page)[0] ?? '';
        const again = decorations(page).filter((text) => text === 'One' || text === 'Two');
        expect(again, `${first} rows, ${begins}`).toEqual(
          begins === 'Two' ? [] : [begins.startsWith('one') ? 'One' : 'Two'],
        );
      }
      expect(pages.flatMap(collisions)).toEqual([]);
      expect(pages.flatMap(outside)).toEqual([]);
    }
  });
});

describe('signers', () => {
  const names = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ role: `role ${index}`, name: `signer ${index}` }));
  const signature = (count: number): Block => ({ type: 'signature', lines: names(count) });
  const agreed = (before: number, count: number): readonly Block[] => [
    {
      type: 'table',
      columns: [{ title: 'Duty' }],
      rows: Array.from({ length: before }, (_, index) => [cell(`duty ${index}`)]),
      empty: '',
    },
    heading('Agreed', 'a', 2),
    paragraph('The undersigned have read it.'),
    signature(count),
  ];

  it.each([
    'portrait',
    'landscape',
  ] as const)('never stand on a %s page without a row of what they sign', (orientation) => {
    for (let before = 5; before < 40; before += 1) {
      const { pages } = lay(agreed(before, 4), { orientation });
      for (const page of pages.filter((each) => textsOf(each).some((text) => text.startsWith('signer'))))
        expect(textsOf(page), `${before} rows`).toEqual(
          expect.arrayContaining([`duty ${before - 1}`, 'Agreed', 'signer 0', 'signer 3']),
        );
    }
  });

  it('stand beside one another on a wide page, and are read one after the other', () => {
    const { pages } = lay([signature(3)], { orientation: 'landscape' });
    const places = pages.flatMap(({ marks }) =>
      marks.flatMap((mark) => (mark.mark === 'text' && mark.text.startsWith('signer') ? [mark] : [])),
    );
    expect(places.map(({ text }) => text)).toEqual(['signer 0', 'signer 1', 'signer 2']);
    expect(places[0]?.y).toBe(places[1]?.y);
    expect(places[2]?.x).toBe(places[0]?.x);
    expect(pages.flatMap(collisions)).toEqual([]);
  });

  it('of whom one page cannot hold all are parted, two on a page at least', () => {
    for (let before = 0; before < 30; before += 1) {
      const count = 18;
      const { pages } = lay([lines(before), signature(count)]);
      const counted = pages.map((page) => textsOf(page).filter((text) => text.startsWith('signer')).length);
      expect(counted.reduce((sum, each) => sum + each, 0)).toBe(count);
      expect(counted).not.toContain(1);
    }
  });
});

describe('pairs', () => {
  it('are followed by the list that belongs to them, on their page', () => {
    const pairs: Block = { type: 'key-values', rows: ['a', 'b'].map((key) => ({ key, value: say(`${key} value`) })) };
    const list: Block = { type: 'list', ordered: false, items: [say('noted of it')] };
    for (let before = 30; before < A_PAGE; before += 1) {
      const { pages } = lay([lines(before, 'before'), heading('File', 'f', 3), pairs, list]);
      expect(pageWith(pages, 'noted of it'), `${before} lines before`).toBe(pageWith(pages, 'File'));
    }
  });
});

const FAIL: Page = { number: 0, width: 0, height: 0, marks: [], running: { shared: 0, own: 0 } };

describe('what goes on over the page', () => {
  const small = (count: number): Block => ({
    type: 'paragraph',
    style: 'small',
    content: say(Array(count).fill('note').join('\n')),
  });
  const topOf = (page: Page | undefined): string | undefined => {
    const { top } = sheetOf({ paper: 'letter', orientation: 'portrait', density: 'normal' });
    return page?.marks
      .flatMap((mark) => (mark.mark === 'text' && mark.y > top ? [mark] : []))
      .sort((a, b) => a.y - b.y)[0]?.text;
  };
  const row = [cell('a'), cell('b')];
  const table: Block = { type: 'table', columns: [{ title: 'A' }, { title: 'B' }], rows: [row, row], empty: 'none' };
  const callout: Block = { type: 'callout', tone: 'bad', title: 'Box', blocks: [lines(12, 'told')] };
  const pairs: Block = { type: 'key-values', columns: 1, rows: [{ key: 'k', value: say('v') }] };

  it.each([
    ['small print amid its lines', small(30), 30],
    ['small print, whole', small(2), 46],
    ['pairs', pairs, 46],
    ['a table that the small print before it led to', table, 44],
    ['a box', callout, 44],
  ])('tells on the next page what it belongs to: %s', (_, block, before) => {
    const { pages } = lay([heading('Control', 'c', 4), lines(before, 'before'), block]);
    expect(pages.length).toBe(2);
    expect(topOf(pages[1])).toBe('Control (continued)');
    expect(pages.flatMap(collisions)).toEqual([]);
  });

  it('tells in a box that goes on what the box is about', () => {
    const { pages } = lay([heading('Control', 'c', 4), lines(36, 'before'), callout]);
    expect(topOf(pages[1])).toBe('Box (continued)');
  });

  it('says nothing above prose, and nothing where its heading stands', () => {
    expect(topOf(lay([heading('Control', 'c', 4), lines(60, 'before')]).pages[1])).toMatch(/^before/);
    expect(topOf(lay([lines(46, 'before'), heading('Control', 'c', 4), small(3)]).pages[1])).toBe('Control');
  });
});

describe('a figure whose page is turned before the table that it introduces', () => {
  const rows = Array.from({ length: 40 }, (_, index) => [cell(`row ${index}`), cell('b')]);
  const table: Block = { type: 'table', columns: [{ title: 'A' }, { title: 'B' }], rows, empty: 'none' };

  it('takes its heading with it', () => {
    const { pages } = lay([lines(32, 'before'), heading('Section', 's', 2), figure('wide'), table]);
    const told = textsOf(pages[1] ?? FAIL);
    expect(told.slice(0, 2)).toEqual(['Section', 'caption of wide']);
    expect(told).toContain('row 0');
    expect(pages.flatMap(collisions)).toEqual([]);
  });
});
