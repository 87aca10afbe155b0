import { describe, expect, it } from 'vitest';
import type { Block, Figure, Inline, Tone } from '../../src/model/document.ts';
import { layOut, openFonts } from '../../src/pdf/index.ts';
import { startLayout } from '../../src/pdf/layout.ts';
import { FONT_BYTES } from './fonts.ts';
import { collisions, documentOf, HALF_EM, heading, outside, paragraph, say, textsOf } from './kit.ts';
import { sampleDocument } from './sample.ts';

describe('pages', () => {
  it('leave when they are full: what follows is not laid before', () => {
    const unread: Block = {
      type: 'paragraph',
      get content(): Inline {
        throw new RangeError('laid');
      },
    };
    const lines = Array.from({ length: 200 }, (_, index) => paragraph(`line ${index}`));
    const { pages } = startLayout(documentOf([...lines, unread]), HALF_EM, { mark: 'm' });
    const taken: number[] = [];
    expect(() => {
      for (const { number } of pages) taken.push(number);
    }).toThrow('laid');
    expect(taken.length).toBeGreaterThan(2);
  });
});

const lay = (blocks: readonly Block[], change = {}) => layOut(documentOf(blocks, change), HALF_EM, { mark: 'abc123' });
const LINES = (count: number, word = 'line'): Block =>
  paragraph(Array.from({ length: count }, (_, i) => `${word} ${i}`).join('\n'));
const tones: readonly Tone[] = ['good', 'part', 'bad', 'stale', 'unknown', 'muted', 'accent', 'plain'];

describe('pages', () => {
  it('keep a heading with the first two lines of what follows', () => {
    for (let count = 30; count < 50; count += 1) {
      const { pages } = lay([LINES(count, 'before'), heading('Title', 'a', 2), LINES(6)]);
      const page = pages.find((each) => textsOf(each).includes('Title'));
      const texts = page ? textsOf(page) : [];
      expect(texts.slice(texts.indexOf('Title')).slice(0, 3)).toEqual(['Title', 'line 0', 'line 1']);
    }
  });

  it('keep a heading and its few words with the heading below it', () => {
    for (let count = 30; count < 50; count += 1) {
      const parts = [heading('Group', 'a', 2), paragraph('0 of 5 supported'), heading('Item', 'b', 3), LINES(6)];
      const { pages } = lay([LINES(count, 'before'), ...parts]);
      const page = pages.find((each) => textsOf(each).includes('Group'));
      expect(page ? textsOf(page) : []).toEqual(expect.arrayContaining(['0 of 5 supported', 'Item', 'line 1']));
    }
  });

  it('leave no heading with its band alone at their foot: both stay with the rows they are about', () => {
    const band: Block = { type: 'key-values', columns: 'band', rows: [{ key: 'Verdict', value: say('supported') }] };
    const small: Block = { type: 'paragraph', style: 'small', content: say('not measured') };
    const rows = Array.from({ length: 9 }, (_, index) => [{ content: say(`row ${index}`) }]);
    const table: Block = { type: 'table', columns: [{ title: 'Found' }], rows, empty: 'none', size: 'small' };
    for (let count = 25; count < 50; count += 1) {
      for (const between of [[], [small]]) {
        const { pages } = lay([LINES(count, 'before'), heading('Item', 'b', 4), band, ...between, table]);
        const page = pages.find((each) => textsOf(each).includes('Item'));
        expect(page ? textsOf(page) : []).toEqual(expect.arrayContaining(['supported', 'Found', 'row 0']));
      }
    }
  });

  it('begin with no small print about rows that stand on the page before', () => {
    const small: Block = { type: 'paragraph', style: 'small', content: say('not known') };
    for (const count of [3, 9]) {
      const rows = Array.from({ length: count }, (_, index) => [{ content: say(`row ${index}`) }]);
      const table: Block = { type: 'table', columns: [{ title: 'Found' }], rows, empty: 'none', size: 'small' };
      for (let lines = 20; lines < 50; lines += 1) {
        const { pages } = lay([LINES(lines, 'before'), table, small]);
        const page = pages.find((each) => textsOf(each).includes('not known'));
        expect(page ? textsOf(page) : []).toContain(`row ${count - 1}`);
      }
    }
  });

  it('stand in one grid where a band says its widths', () => {
    const band = (value: string): Block => ({
      type: 'key-values',
      columns: 'band',
      widths: [60, 40],
      rows: [
        { key: 'Verdict', value: say(value) },
        { key: 'Owner', value: say('somebody') },
      ],
    });
    const { pages } = lay([band('short'), band('a good deal longer than the one above it')]);
    const lefts = pages.flatMap(({ marks }) =>
      marks.flatMap((mark) => (mark.mark === 'text' && mark.text === 'Owner' ? [mark.x] : [])),
    );
    expect(lefts).toHaveLength(2);
    expect(lefts[0]).toBeCloseTo(lefts[1] ?? 0, 6);
  });

  it('set pairs that follow one another as one block, on one page', () => {
    const pairs = (word: string): Block => ({
      type: 'key-values',
      rows: [1, 2, 3].map((n) => ({ key: `${word} ${n}`, value: say('value') })),
    });
    for (let count = 20; count < 50; count += 1) {
      const { pages } = lay([LINES(count, 'before'), pairs('first'), pairs('second')]);
      const page = pages.find((each) => textsOf(each).includes('first 1'));
      expect(page ? textsOf(page) : []).toContain('second 3');
    }
  });

  it('lead to a row by its place', () => {
    const row = { content: say('here'), id: 'row-7' };
    const columns = [{ title: 'Column' }];
    const table: Block = { type: 'table', columns, rows: [[row]], empty: 'none' };
    const { pages } = lay([LINES(60), table]);
    const marks = pages[1]?.marks ?? [];
    expect(marks).toContainEqual(expect.objectContaining({ mark: 'target', id: 'row-7' }));
  });

  it('leave no single line of a paragraph alone', () => {
    for (let count = 30; count < 50; count += 1) {
      const { pages } = lay([LINES(count, 'before'), LINES(7)]);
      for (const page of pages) {
        const own = textsOf(page).filter((text) => text.startsWith('line'));
        expect(own).not.toHaveLength(1);
      }
    }
  });

  it('say page x of y, the mark and the running titles, as decoration', () => {
    const { pages } = lay([LINES(60), { type: 'break', to: 'page' }, paragraph('last')]);
    const running = pages.map((page) =>
      page.marks.flatMap((mark) => (mark.mark === 'text' && mark.tag === undefined ? [mark.text] : [])),
    );
    expect(pages).toHaveLength(3);
    for (const [index, texts] of running.entries())
      expect(new Set(texts)).toEqual(
        new Set(['right title', 'left title', `Page ${index + 1} of 3`, 'abc123', 'footer words']),
      );
  });

  it('shorten a running title that does not fit, and keep it inside', () => {
    const running = { left: 'long words '.repeat(40), right: 'more words '.repeat(40), footer: 'x'.repeat(500) };
    const { pages } = lay([paragraph('a')], { running });
    expect(pages.flatMap(outside)).toEqual([]);
    expect(pages.flatMap(collisions)).toEqual([]);
  });

  it('say below the number of the page what does not fit beside it, part by part', () => {
    const classification = 'Confidential: for the one whom it is addressed to, no copies, no forwarding';
    const footer = [classification, 'Auditor edition', 'as of 2026-10-15', 'Northlake IT'].join(' · ');
    const { pages } = lay([paragraph('a')], { running: { left: 'l', right: 'r', footer } });
    const foot = (pages[0]?.marks ?? []).flatMap((mark) =>
      mark.mark === 'text' && mark.tag === undefined && mark.y > 740 ? [mark.text.trim()] : [],
    );
    expect(foot).toContain(`${classification} · Auditor edition`);
    expect(foot).toContain('as of 2026-10-15 · Northlake IT');
    expect(pages.flatMap(outside)).toEqual([]);
    expect(pages.flatMap(collisions)).toEqual([]);
  });

  it('make one even of nothing', () => {
    expect(lay([]).pages).toHaveLength(1);
  });

  it.each([
    ['letter', 'portrait', 612, 792],
    ['letter', 'landscape', 792, 612],
    ['a4', 'portrait', 595.28, 841.89],
    ['a4', 'landscape', 841.89, 595.28],
  ] as const)('are %s, %s', (paper, orientation, width, height) => {
    expect(lay([paragraph('a')], { paper, orientation }).pages[0]).toMatchObject({ width, height });
  });
});

describe('contents and bookmarks', () => {
  const blocks = [
    { type: 'contents', title: 'Contents', depth: 2 } as const,
    { type: 'break', to: 'page' } as const,
    heading('One', 'one'),
    LINES(60),
    heading('Deep', 'deep', 3),
    heading('Two', 'two', 2),
    paragraph('end'),
  ];

  it('name the page on which each heading stands, and link to it', () => {
    const { pages } = lay(blocks);
    const [contents] = pages;
    expect(contents ? textsOf(contents) : []).toEqual(['Contents', 'One', '2', 'Two', '3']);
    const links = contents?.marks.flatMap((mark) => (mark.mark === 'link' ? [mark.to] : []));
    expect(links).toEqual(['#one', '#two']);
    const where = pages.flatMap((page) =>
      page.marks.flatMap((mark) => (mark.mark === 'target' ? [[mark.id, page.number]] : [])),
    );
    expect(where).toEqual([
      ['one', 2],
      ['deep', 3],
      ['two', 3],
    ]);
  });

  it('give bookmarks all levels', () => {
    expect(lay(blocks).outline).toEqual([
      { id: 'one', level: 1, title: 'One' },
      { id: 'deep', level: 3, title: 'Deep' },
      { id: 'two', level: 2, title: 'Two' },
    ]);
  });

  it('tag no heading deeper than one level below the last', () => {
    const roles = lay(blocks).structure.flatMap((node) => (/^H\d$/.test(node.role) ? [node.role] : []));
    expect(roles).toEqual(['H1', 'H2', 'H2']);
  });
});

describe('the cover', () => {
  const cover = {
    type: 'cover',
    title: 'Report',
    subtitle: 'Sub',
    client: 'Client',
    lines: ['one', 'two'],
    notice: 'Note',
  } as const;

  it('is a page of its own without running titles', () => {
    const { pages } = lay([cover, paragraph('after')]);
    expect(pages.map(textsOf)).toEqual([['Northlake IT', 'Report', 'Sub', 'Client', 'one', 'two', 'Note'], ['after']]);
    expect(pages[0]?.marks.filter((mark) => mark.mark === 'text' && mark.tag === undefined)).toEqual([]);
  });

  it.each(['portrait', 'landscape'] as const)('tells on the next page in full what does not fit, %s', (orientation) => {
    const long = (word: string): string => Array.from({ length: 600 }, (_, index) => `${word}${index}`).join(' ');
    const huge = {
      ...cover,
      title: long('t'),
      subtitle: long('s'),
      client: long('c'),
      lines: [long('l')],
      notice: long('n'),
    };
    const brand = { organisation: long('o'), colour: '#123456', classification: long('k') };
    const { pages } = lay([huge], { brand, orientation });
    expect(pages.flatMap(outside)).toEqual([]);
    expect(pages.flatMap(collisions)).toEqual([]);
    const rest = pages.slice(1).flatMap(textsOf).join(' ');
    for (const word of ['t', 's', 'c', 'l', 'n', 'o', 'k']) expect(rest).toContain(long(word));
  });
});

describe('callouts', () => {
  it('run over pages, boxed anew on each', () => {
    const { pages } = lay([{ type: 'callout', tone: 'bad', title: 'Gap', blocks: [LINES(80)] }]);
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      const boxes = page.marks.filter((mark) => mark.mark === 'box');
      expect(boxes).toHaveLength(2);
    }
    expect(pages.flatMap(textsOf)).toHaveLength(81);
  });
});

describe('key-values', () => {
  it('stand in two columns and are read row by row', () => {
    const rows = ['a', 'b', 'c'].map((key) => ({ key, value: say(`${key} value`) }));
    const { pages } = lay([{ type: 'key-values', rows, columns: 2 }]);
    expect(pages.flatMap(textsOf)).toEqual(['a', 'a value', 'b', 'b value', 'c', 'c value']);
  });
});

const sample = sampleDocument();
const fonts = openFonts(FONT_BYTES);

describe.each([
  ['letter', 'portrait'],
  ['letter', 'landscape'],
  ['a4', 'portrait'],
  ['a4', 'landscape'],
] as const)('the sample on %s, %s', (paper, orientation) => {
  const { pages, structure } = layOut({ ...sample, paper, orientation }, fonts, { mark: '0123456789ab' });

  it('has no mark outside its page', () => {
    expect(pages.flatMap(outside)).toEqual([]);
  });

  it('has no text upon another', () => {
    expect(pages.flatMap(collisions)).toEqual([]);
  });

  it('gives every node of the structure a parent before it, and every mark a node', () => {
    for (const [index, node] of structure.entries()) expect(node.parent).toBeLessThan(index);
    for (const mark of pages.flatMap((page) => page.marks))
      if ('tag' in mark && mark.tag !== undefined) expect(structure[mark.tag]).toBeDefined();
    const parents = new Set(structure.map((node) => node.parent));
    const drawn = new Set(pages.flatMap((page) => page.marks.flatMap((mark) => ('tag' in mark ? [mark.tag] : []))));
    for (const tag of drawn) expect(tag !== undefined && parents.has(tag)).toBe(false);
  });
});

describe('figures', () => {
  const long = 'a rather long label that nobody expected here';
  const figures: readonly Block[] = [
    {
      type: 'figure',
      id: 'bars',
      caption: long,
      figure: {
        kind: 'stacked-bars',
        alt: 'x',
        legend: tones.map((tone) => ({ label: `${tone} ${long}`, tone })),
        rows: [long, '', 'c'].map((label, index) => ({
          label,
          values: [1, 0, 120, index, Number.NaN, -4, 1],
          note: long,
        })),
      },
    },
    {
      type: 'figure',
      id: 'fresh',
      caption: '',
      figure: {
        kind: 'freshness',
        alt: 'x',
        asOf: '2026-10-15',
        legend: { current: long, late: `${long} ${long} ${long}`, beyond: 'b' },
        rows: [
          [0, 1],
          [5000, 1],
          [30, 30],
          [1, 0],
          [Number.NaN, 30],
        ].map(([ageDays = 0, allowedDays = 0]) => ({ label: long, ageDays, allowedDays, note: long })),
      },
    },
    {
      type: 'figure',
      id: 'heat',
      caption: 'heat',
      figure: {
        kind: 'heat-map',
        alt: 'x',
        columns: Array.from({ length: 9 }, (_, index) => `Party number ${index} of this client`),
        rows: Array.from({ length: 40 }, (_, row) => ({
          label: `${long} ${row}`,
          cells: Array.from({ length: 9 }, (_, index) => ({
            count: row * index,
            share: index % 3 === 0 ? null : index / 9,
          })),
        })),
      },
    },
    ...(['2026-10-31', '2027-09-30', '2036-01-01', '2026-10-01', 'never'] as const).map(
      (to): Block => ({
        type: 'figure',
        id: `strip-${to}`,
        caption: to,
        figure: {
          kind: 'strip',
          alt: 'x',
          from: '2026-10-01',
          to,
          legend: { day: long, close: `${long} ${long} ${long}`, outside: 'o' },
          rows: [
            { label: long, dates: ['2020-01-01', '2026-10-02', '2050-01-01', 'soon'], note: long },
            {
              label: 'daily',
              dates: Array.from({ length: 28 }, (_, day) => `2026-10-${String(day + 1).padStart(2, '0')}`),
              note: '28',
            },
          ],
        },
      }),
    ),
    {
      type: 'figure',
      id: 'coverage',
      caption: long,
      figure: {
        kind: 'coverage',
        alt: 'x',
        rows: [
          [3, 4, 1],
          [0, 9, 0.5],
          [12, 9, null],
          [1, 0, Number.NaN],
          [Number.NaN, 5, 2],
        ].map(([n, of, asked]) => ({ label: long, n: n ?? 0, of: of ?? 0, asked: asked ?? null, note: long })),
      },
    },
    ...[1, 2, 8].map(
      (count): Block => ({
        type: 'figure',
        id: `trend-${count}`,
        caption: long,
        figure: {
          kind: 'trend',
          alt: 'x',
          legend: { supported: long, assessed: `${long} ${long} ${long}`, absent: long },
          packages: Array.from({ length: count }, (_, index) => ({
            asOf: `202${index}-10-15`,
            period: `202${index}-01-01 to 202${index}-12-31`,
            gap: index % 3 === 1 ? long : '',
          })),
          rows: [long, 'CSF'].map((label) => ({
            label,
            points: Array.from({ length: count }, (_, index) =>
              index === 2
                ? null
                : {
                    supported: index * 11,
                    assessed: index === 3 ? Number.NaN : 104,
                    of: index === 4 ? 0 : 104,
                    notes: { supported: '1,234 of 10,004 (12 %)', assessed: long },
                  },
            ),
          })),
        },
      }),
    ),
    ...[3, 24, 200].map(
      (count): Block => ({
        type: 'figure',
        id: `sankey-${count}`,
        caption: long,
        figure: {
          kind: 'sankey',
          alt: 'x',
          columns: ['Evidence', long, 'Frameworks'].map((title, column) => ({
            title,
            nodes: Array.from({ length: column === 2 ? 3 : count }, (_, index) => ({
              label: index % 9 === 4 ? long : `node ${index}`,
              note: index % 9 === 5 ? long : `${index} of 9`,
              value: index === 1 ? Number.NaN : index,
              counted: { n: index, of: 9 },
              tone: tones[index % tones.length] ?? 'plain',
            })),
          })),
          links: [
            ...Array.from({ length: count }, (_, index) => ({
              column: 0,
              from: index,
              to: count - 1 - index,
              value: index,
            })),
            { column: 1, from: 0, to: 2, value: -4 },
            { column: 1, from: 900, to: 2, value: 4 },
            { column: 1, from: 0, to: 1, value: Number.NaN },
          ],
        },
      }),
    ),
    ...(['2026-10-15', '2026-10-31', '2036-01-01', 'never'] as const).map(
      (to): Block => ({
        type: 'figure',
        id: `plan-${to}`,
        caption: to,
        figure: {
          kind: 'timeline',
          alt: 'x',
          from: '2026-10-15',
          to,
          legend: { decided: long, proposed: `${long} ${long} ${long}`, milestone: 'm' },
          groups: [long, `${long} ${long} ${long} ${long}`].map((title) => ({
            title,
            rows: ['2026-10-15', '2026-12-01', '2020-01-01', 'soon'].map((due, index) => ({
              label: `GAP-00${index} ${long}`,
              due,
              decided: index % 2 === 0,
              milestones: ['2026-10-20', '2050-01-01', 'later'],
              note: long,
            })),
          })),
        },
      }),
    ),
    {
      type: 'figure',
      id: 'tiles',
      caption: '',
      figure: {
        kind: 'headline',
        alt: 'x',
        tiles: tones.map((tone, index) => ({
          value: index === 3 ? '1,234,567 of 12,345,678' : `${index} of 9`,
          caption: long,
          tone,
        })),
      },
    },
  ];

  it.each([
    ['portrait', 'normal'],
    ['landscape', 'normal'],
    ['portrait', 'dense'],
    ['landscape', 'dense'],
  ] as const)('with long labels and odd numbers: nothing collides or leaves the page, %s, %s', (orientation, density) => {
    const { pages, structure } = layOut(documentOf(figures, { orientation, density }), fonts, { mark: 'm' });
    expect(pages.flatMap(outside)).toEqual([]);
    expect(pages.flatMap(collisions)).toEqual([]);
    expect(structure.filter((node) => node.role === 'Figure' && node.alt === 'x')).toHaveLength(figures.length);
    const all = pages.flatMap(textsOf).join(' ');
    expect(all).toContain('1,234,567');
    // What no page has room for as a picture is told as a list.
    expect(all).toContain('node 199');
    expect(all).not.toContain('NaN');
  });

  it.each([
    ['a year', '2025-10-01', '2026-09-30', 'Oct Nov Dec Jan Feb Mar Apr May Jun Jul Aug Sep', '2025 2026'],
    ['less, begun late in a month', '2026-10-30', '2027-01-13', 'Nov Dec Jan', '2026 2027'],
    [
      'ten years',
      '2016-10-01',
      '2026-09-30',
      Array(10).fill('Oct Apr').join(' '),
      Array.from({ length: 11 }, (_, index) => 2016 + index).join(' '),
    ],
  ])('name the months of %s at even distances, under their years', (_what, from, to, months, years) => {
    const legend = { day: '', close: '', outside: '' };
    const figure = { kind: 'strip' as const, alt: 'x', from, to, legend, rows: [{ label: 'a', dates: [], note: '' }] };
    const { pages } = lay([{ type: 'figure', id: 'm', caption: '', figure }]);
    const said = pages.flatMap(textsOf);
    expect(said.filter((text) => /^[A-Z][a-z]{2}$/.test(text)).join(' ')).toBe(months);
    expect(said.filter((text) => /^\d{4}$/.test(text)).join(' ')).toBe(years);
  });

  it('join two packages by a line only where no days lie between them', () => {
    const sloped = (gap: string): number => {
      const point = (supported: number) => ({
        supported,
        assessed: 90,
        of: 100,
        notes: { supported: 's', assessed: 'a' },
      });
      const figure: Figure = {
        kind: 'trend',
        alt: 'x',
        legend: { supported: 's', assessed: 'a', absent: '-' },
        packages: [
          { asOf: '2025-10-15', period: 'p', gap: '' },
          { asOf: '2026-10-15', period: 'p', gap },
        ],
        rows: [{ label: 'CSF', points: [point(10), point(60)] }],
      };
      const block: Block = { type: 'figure', id: 'a', caption: '', figure };
      const marks = layOut(documentOf([block]), fonts, { mark: 'm' }).pages.flatMap((page) => page.marks);
      return marks.filter((mark) => mark.mark === 'rule' && mark.y1 !== mark.y2).length;
    };
    expect(sloped('')).toBe(1);
    expect(sloped('no package tells of 2025-10-16')).toBe(0);
  });

  it('of nothing are drawn as nothing and do not fail', () => {
    const empty: readonly Block[] = [
      { type: 'figure', id: 'a', caption: '', figure: { kind: 'stacked-bars', alt: 'x', legend: [], rows: [] } },
      {
        type: 'figure',
        id: 'b',
        caption: '',
        figure: { kind: 'freshness', alt: 'x', asOf: '', legend: { current: 'a', late: 'b', beyond: 'c' }, rows: [] },
      },
      { type: 'figure', id: 'c', caption: '', figure: { kind: 'heat-map', alt: 'x', columns: [], rows: [] } },
      {
        type: 'figure',
        id: 'd',
        caption: '',
        figure: { kind: 'strip', alt: 'x', from: '', to: '', legend: { day: 'a', close: 'b', outside: 'c' }, rows: [] },
      },
      { type: 'figure', id: 'e', caption: '', figure: { kind: 'headline', alt: 'x', tiles: [] } },
      { type: 'figure', id: 'f', caption: '', figure: { kind: 'coverage', alt: 'x', rows: [] } },
      {
        type: 'figure',
        id: 'h',
        caption: '',
        figure: {
          kind: 'trend',
          alt: 'x',
          legend: { supported: 'a', assessed: 'b', absent: 'c' },
          packages: [],
          rows: [],
        },
      },
      { type: 'figure', id: 'i', caption: '', figure: { kind: 'sankey', alt: 'x', columns: [], links: [] } },
      {
        type: 'figure',
        id: 'g',
        caption: '',
        figure: {
          kind: 'timeline',
          alt: 'x',
          from: '',
          to: '',
          legend: { decided: 'a', proposed: 'b', milestone: 'c' },
          groups: [{ title: 'nobody', rows: [] }],
        },
      },
    ];
    expect(layOut(documentOf(empty), fonts, { mark: 'm' }).pages.flatMap(textsOf)).toEqual([]);
  });
});

describe('a band of pairs', () => {
  const rows = ['Verdict', 'Design', 'Operation', 'Owner'].map((key, index) => ({
    key,
    value: [{ text: index === 3 ? `${'A very long owner '.repeat(60)}${'x'.repeat(900)} end` : 'nothing is expected' }],
  }));
  const { pages, structure } = layOut(documentOf([{ type: 'key-values', columns: 'band', rows }]), fonts, {
    mark: 'm',
  });

  it('says every word on the page, however long the longest is', () => {
    const all = pages
      .flatMap(textsOf)
      .join('')
      .replace(/[\s\u00ad]/g, '');
    expect(all.match(/x/g)?.length).toBeGreaterThanOrEqual(900);
    expect(all.match(/Averylongowner/g)).toHaveLength(60);
    expect(pages.flatMap(outside)).toEqual([]);
    expect(pages.flatMap(collisions)).toEqual([]);
  });

  it('is read aloud as a table: heads of columns, then one row', () => {
    const roles = structure.map(({ role }) => role);
    expect(roles.filter((role) => role === 'TH')).toHaveLength(4);
    expect(roles.filter((role) => role === 'TD')).toHaveLength(4);
  });
});
