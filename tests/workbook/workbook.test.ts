import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../src/model/assessment.ts';
import type { Sheet, SheetCell, Workbook } from '../../src/model/workbook.ts';
import { renderWorkbook } from '../../src/workbook/index.ts';
import fc from '../house/fast-check.ts';

function workbook(rows: readonly (readonly SheetCell[])[], more: Partial<Sheet> = {}): Workbook {
  const columns = [
    { title: 'What', width: 40, wrap: true },
    { title: 'How many', width: 10 },
  ];
  const sheet: Sheet = { name: 'One', title: 'One sheet', columns, rows, ...more };
  return { fileName: 'w', title: 'Smith & Sons', author: 'Northlake IT', madeOn: '2026-10-15', sheets: [sheet] };
}

async function partsOf(made: Workbook): Promise<ReadonlyMap<string, string>> {
  const parts = unzipSync(await renderWorkbook(made));
  const decoder = new TextDecoder();
  return new Map(Object.entries(parts).map(([name, bytes]) => [name, decoder.decode(bytes)]));
}

const SHEET = 'xl/worksheets/sheet1.xml';
const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '=HYPERLINK("https://x.example","y")',
  '=cmd|/c calc!A1',
  '＝1',
];

describe('a workbook', () => {
  it.each(FORMULAS)('keeps %j as text', async (text) => {
    const parts = await partsOf(workbook([[text, 1]]));
    expect(parts.get(SHEET)).not.toContain('<f');
    expect(parts.get(SHEET)).toMatch(/<c r="A2" [^>]*t="s"/);
    expect(parts.get('xl/sharedStrings.xml')).toContain(text.replaceAll('"', '"'));
  });

  it.each([
    '#N/A',
    '#REF!',
    '#DIV/0!',
    '#NAME?',
    '#GETTING_DATA',
  ])('writes %s as words, not as an error', async (text) => {
    const parts = await partsOf(workbook([[text, 1]]));
    expect(parts.get(SHEET)).not.toContain('t="e"');
    const [, row] = (await readXlsx(await renderWorkbook(workbook([[text, 1]])))).sheets[0]?.rows ?? [];
    expect(row?.[0]).toBe(text);
  });

  it('freezes its head, filters, and gives columns their widths', async () => {
    const sheet =
      (
        await partsOf(
          workbook([
            ['a', 1],
            ['b', 2],
          ]),
        )
      ).get(SHEET) ?? '';
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toContain('<autoFilter ref="A1:B3"');
    expect(sheet).toMatch(/<col [^>]*width="40"/);
  });

  it('writes days as days and numbers as numbers', async () => {
    const made = workbook([[{ day: '2026-10-15' }, 38]]);
    const parts = await partsOf(made);
    // 46310 days after 1899-12-30.
    expect(parts.get(SHEET)).toMatch(/<c r="A2" s="\d+"><v>46310<\/v>/);
    expect(parts.get(SHEET)).toMatch(/<c r="B2"[^>]*><v>38<\/v>/);
    expect(parts.get('xl/styles.xml')).toContain('yyyy-mm-dd');
  });

  it('gives each verdict its word and its own fill', async () => {
    const parts = await partsOf(workbook(VERDICTS.map((verdict) => [{ verdict }, null])));
    const styles = [...(parts.get(SHEET) ?? '').matchAll(/<c r="A(\d+)"[^>]* s="(\d+)"/g)].filter(
      ([, row]) => row !== '1',
    );
    expect(new Set(styles.map(([, , style]) => style)).size).toBe(VERDICTS.length);
    expect(parts.get('xl/sharedStrings.xml')).toContain('Partly supported');
  });

  it('names every letter it uses, and rules off each row', async () => {
    const styles = (await partsOf(workbook([['x', 1]]))).get('xl/styles.xml') ?? '';
    const fonts = [...styles.matchAll(/<font>.*?<\/font>/gs)].map(([font]) => font);
    expect(fonts.length).toBeGreaterThan(1);
    expect(fonts.filter((font) => !font.includes('<name val="Calibri"/>'))).toEqual([]);
    expect(styles).toMatch(/<bottom style="thin">/);
  });

  it('tells where a text was too long for a cell', async () => {
    const [, row] = (await readXlsx(await renderWorkbook(workbook([['x'.repeat(40_000), 1]])))).sheets[0]?.rows ?? [];
    expect(String(row?.[0]).length).toBe(32_767);
    expect(String(row?.[0])).toContain('cut here');
  });

  it('survives names that Excel refuses, twice', async () => {
    const one = workbook([]).sheets[0];
    if (one === undefined) throw new Error('no sheet');
    const name = "Questions: [2026/27] 'of a very long title'";
    const parts = await partsOf({
      ...workbook([]),
      sheets: [
        { ...one, name },
        { ...one, name },
        { ...one, name: '' },
      ],
    });
    expect(parts.get('xl/workbook.xml')).toContain('Questions 2026 27 of a very lon');
    expect(parts.get('xl/workbook.xml')).toContain('Questions 2026 27 of a very 2');
    expect(parts.get('xl/workbook.xml')).toContain('name="sheet"');
  });

  it('gives the same bytes each time', async () => {
    const made = workbook([
      ['a', 1],
      [{ day: '2026-10-15' }, null],
    ]);
    expect(Buffer.from(await renderWorkbook(made)).equals(Buffer.from(await renderWorkbook(made)))).toBe(true);
  });

  it('carries any text there and back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { minLength: 1, maxLength: 8 }),
        async (texts) => {
          const bytes = await renderWorkbook(workbook(texts.map((text) => [`${text}|`, 1])));
          const { sheets } = await readXlsx(bytes);
          const back = sheets[0]?.rows.slice(1).map(([first]) => first);
          expect(back).toEqual(texts.map((text) => asHeld(`${text}|`)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(['_x0041_', 'a_x000D_b', '  blanks around  ', 'two\nlines'])('keeps %j as it was written', async (text) => {
    const { sheets } = await readXlsx(await renderWorkbook(workbook([[text, 1]])));
    expect(sheets[0]?.rows[1]?.[0]).toBe(text);
  });
});

function asHeld(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu,
      '\uFFFD',
    );
}

describe('a row', () => {
  it('is as high as its longest wrapped cell wants, so that no program lets texts run into one another', async () => {
    const parts = await partsOf(
      workbook([
        ['short', 1],
        ['nine words that go on '.repeat(10).trim(), 2],
      ]),
    );
    const heights = [...(parts.get(SHEET) ?? '').matchAll(/<row r="(\d+)"[^>]* ht="(\d+)"/g)].map(([, , ht]) => ht);
    expect(heights).toEqual(['15', '15', '105']);
  });

  it('is printed over as many pages side by side as it can be read on', async () => {
    const columns = Array.from({ length: 16 }, (_, index) => ({ title: `Column ${index}`, width: 30, wrap: true }));
    expect((await partsOf(workbook([], { columns }))).get(SHEET)).toContain('fitToWidth="2"');
    expect((await partsOf(workbook([]))).get(SHEET)).toContain('fitToWidth="1"');
  });
});
