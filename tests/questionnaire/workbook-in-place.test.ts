import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { NASTY, nastyWorkbook } from '../../bench/workbook.mjs';
import { type CivilDate, civilDate } from '../../src/kernel/civil-date.ts';
import type { Allowance, Entry } from '../../src/model/questionnaire.ts';
import { openForm } from '../../src/questionnaire/index.ts';
import { parseCell } from '../../src/questionnaire/xlsx/refs.ts';
import { WORDS } from './world.ts';

const SMALL = nastyWorkbook({ formulas: 30, extra: 3 });
const SHEET = 'xl/worksheets/sheet2.xml';
const decoder = new TextDecoder();

const open = (bytes: Uint8Array, allow: readonly Allowance[] = []) =>
  openForm({ path: 'form.xlsx', bytes, allow: new Set(allow), words: WORDS });

async function fill(
  cells: Readonly<Record<string, Entry>>,
  { bytes = SMALL, allow = [] }: { bytes?: Uint8Array; allow?: readonly Allowance[] } = {},
) {
  const opened = await open(bytes, allow);
  const writings = Object.entries(cells).map(([ref, entry]) => {
    const { row, column } = parseCell(ref) ?? { row: -1, column: -1 };
    return { spot: { grid: NASTY.sheet, row, column, ref }, entry };
  });
  const filled = await opened.fill({ writings, allow: new Set(allow) });
  return { ...filled, parts: unzipSync(filled.bytes), again: await open(filled.bytes, allow) };
}

const dayOf = (written: string): CivilDate => {
  const day = civilDate(written);
  if (day === undefined) throw new Error(written);
  return day;
};
const number = (value: number): Entry => ({ kind: 'number', number: value });
const text = (words: string): Entry => ({ kind: 'text', text: words });
const gridOf = (opened: Awaited<ReturnType<typeof open>>) => {
  const grid = opened.form.grids.find(({ name }) => name === NASTY.sheet);
  if (grid === undefined) throw new Error('no sheet');
  return grid;
};

describe('a workbook of more rows than a call takes arguments', () => {
  it('is read to its last row', async () => {
    const rows = Array.from(
      { length: 150_000 },
      (_, row) => `<row r="${row + 1}"><c r="B${row + 1}"><v>1</v></c></row>`,
    );
    const parts = unzipSync(SMALL);
    const head = decoder.decode(parts[SHEET]).slice(0, 400);
    const sheet = `${/^[\s\S]*?<worksheet[^>]*>/.exec(head)?.[0]}<sheetData>${rows.join('')}</sheetData></worksheet>`;
    const opened = await open(zipSync({ ...parts, [SHEET]: new TextEncoder().encode(sheet) }));
    expect(gridOf(opened)).toMatchObject({ rowCount: 150_000, columnCount: 2 });
  });
});

/** The workbook with one part changed by hand. */
function edited(part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(SMALL);
  const before = decoder.decode(parts[part]);
  const after = change(before);
  if (after === before) throw new Error(`${part} was to change`);
  return zipSync({ ...parts, [part]: new TextEncoder().encode(after) });
}

describe('a workbook that is read', () => {
  it('shows its sheets, the hidden ones too, and the words of drop-downs that lie on another sheet or behind a name', async () => {
    const opened = await open(SMALL);
    expect(opened.form.grids.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['START HERE', false],
      [NASTY.sheet, false],
      ['Scores', false],
      ['Lists', false],
      ['Backend', true],
    ]);
    const grid = gridOf(opened);
    expect(grid.at(9, 1).text).toBe('Do you have a documented incident response plan?');
    expect(grid.at(9, 2).takes).toEqual({ kind: 'list', words: ['Yes', 'No', 'N/A'], format: 'general' });
    expect(grid.at(10, 2).takes).toEqual({ kind: 'list', words: ['Yes', 'No', 'N/A'], format: 'general' });
    expect(grid.at(9, 3).prompt).toBe('Note 1: Answer for your whole organisation');
    expect(grid.at(0, 0).span).toEqual({ rows: 1, columns: 5 });
    expect(grid.at(0, 1).span).toBeNull();
    expect([grid.at(9, 1).locked, grid.at(9, 2).locked]).toEqual([true, false]);
    expect(grid.at(9, 5).formula).toBe(true);
  });

  it('never counts out a range that spans the sheet', async () => {
    const grid = gridOf(await open(SMALL));
    expect(grid.at(900_000, 16_000).takes).toMatchObject({
      kind: 'number',
      whole: true,
      within: { least: 0, most: 9 },
    });
  });
});

describe('a workbook that is filled', () => {
  it('changes the sheet and what makes formulas reckon anew, and no byte of any other part, nor the order of the parts', async () => {
    const { parts, bytes } = await fill({ C10: text('Yes'), D10: text('See exhibit E-004') });
    const before = unzipSync(SMALL);
    expect(Object.keys(parts)).toEqual(Object.keys(before));
    const changed = Object.keys(before).filter(
      (name) => !Buffer.from(before[name] ?? []).equals(parts[name] ?? Buffer.of()),
    );
    expect(changed).toEqual(['xl/workbook.xml', SHEET]);
    expect(decoder.decode(parts['xl/workbook.xml'])).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
    // Even the packed bytes and headers of what was left alone are those of the sender.
    const header = Buffer.from(SMALL).indexOf('customXml/item1.xml') - 30;
    const length = 200;
    expect(Buffer.from(bytes).includes(Buffer.from(SMALL).subarray(header, header + length))).toBe(true);
  });

  it('changes of the sheet nothing but the cells', async () => {
    const { parts } = await fill({ C10: text('Yes') });
    const before = decoder.decode(unzipSync(SMALL)[SHEET]);
    const after = decoder.decode(parts[SHEET]);
    const made = '<c r="C10" s="1" t="inlineStr"><is><t xml:space="preserve">Yes</t></is></c>';
    expect(after).toBe(before.replace('<c r="C10" s="1"/>', made));
  });

  it('puts a cell that is not there yet in its place, in the style of its row', async () => {
    const { again, parts } = await fill({ C13: text('No'), D13: text('why') });
    expect([gridOf(again).at(12, 2).text, gridOf(again).at(12, 3).text]).toEqual(['No', 'why']);
    expect(decoder.decode(parts[SHEET])).toMatch(
      /<c r="B13"[^>]*>.*?<\/c><c r="C13" s="1" t="inlineStr">.*?<\/c><c r="D13" s="1".*?<\/c><c r="F13">/,
    );
  });

  it('makes a row that is not there yet, between those that are', async () => {
    const { again, parts } = await fill({ D5: text('new'), D40: text('last') }, { allow: ['locked'] });
    expect([gridOf(again).at(4, 3).text, gridOf(again).at(39, 3).text]).toEqual(['new', 'last']);
    const rows = [...decoder.decode(parts[SHEET]).matchAll(/<row r="(\d+)"/g)].map(([, row]) => Number(row));
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
  });

  it.each([
    '=1+1',
    '+49 30 1234',
    '-none',
    '@here',
    '=HYPERLINK("http://x.example")',
    '_x0041_',
    'a < b & c > "d"',
    ' lead',
    'two\nlines',
    'Ünïcödé ✓ 𝔘',
  ])('keeps %j as the text that it is', async (words) => {
    const { again, parts } = await fill({ D10: text(words) });
    expect(gridOf(again).at(9, 3).text).toBe(words);
    expect(decoder.decode(parts[SHEET])).not.toMatch(/<c r="D10"[^>]*><f>/);
  });

  it('writes numbers as numbers and days as the serial number of their day', async () => {
    const { parts } = await fill({
      D10: number(40),
      D11: { kind: 'date', date: dayOf('2026-10-05') },
    });
    expect(decoder.decode(parts[SHEET])).toContain('<c r="D10" s="1"><v>40</v></c>');
    expect(decoder.decode(parts[SHEET])).toContain('<c r="D11" s="1"><v>46300</v></c>');
  });
});

describe('what a sender did not leave open', () => {
  it.each([
    ['a formula', 'F10', text('1'), 'formula'],
    ['a locked cell', 'B10', text('x'), 'protected'],
    ['a cell that another is merged over', 'B1', text('x'), 'merged'],
    ['a word that the drop-down has not', 'C10', text('Partly'), 'Yes · No · N/A'],
    ['a number of another size', 'N10', number(12), 'size'],
    ['a text longer than a cell', 'D10', text('x'.repeat(32_768)), '32768'],
  ])('%s is left as it is, with the reason', async (_, ref, entry, word) => {
    const bytes =
      ref === 'N10'
        ? edited(SHEET, (xml) => xml.replace('<sheetProtection sheet="1"', '<sheetProtection sheet="0"'))
        : SMALL;
    const filled = await fill({ [ref]: entry }, { bytes });
    expect(filled.written).toEqual([]);
    expect(filled.refused.map(({ note }) => [note.code, note.message.includes(word)])).toEqual([
      ['form-cell-refused', true],
    ]);
    expect(Buffer.from(filled.bytes).equals(bytes)).toBe(true);
  });

  it('is written when a person says so; a formula then leaves the order of calculation with its relation', async () => {
    const { parts, written } = await fill(
      { F10: text('by hand'), C11: text('Partly') },
      { allow: ['formulas', 'locked', 'other-values'] },
    );
    expect(written.map(({ spot }) => spot.ref)).toEqual(['F10', 'C11']);
    expect(parts['xl/calcChain.xml']).toBeUndefined();
    expect(decoder.decode(parts['[Content_Types].xml'])).not.toContain('calcChain');
    expect(decoder.decode(parts['xl/_rels/workbook.xml.rels'])).not.toContain('calcChain');
  });

  it('is a formula that others hang on, whatever is allowed', async () => {
    const bytes = edited(SHEET, (xml) =>
      xml.replace('<c r="F10"><f>', '<c r="F10"><f t="shared" ref="F10:F28" si="0">'),
    );
    const { refused } = await fill({ F10: text('by hand') }, { bytes, allow: ['formulas', 'locked'] });
    expect(refused[0]?.note.message).toContain('other cells hang on the formula in it');
  });

  it('is an answer that stands there already', async () => {
    const first = await fill({ C10: text('Yes') });
    const second = await fill({ C10: text('No') }, { bytes: first.bytes });
    expect(second.refused[0]?.note.message).toContain('"Yes" stands in it');
  });
});

describe('a file that cannot be filled', () => {
  const code = (bytes: Uint8Array) =>
    open(bytes)
      .then(({ form }) => form.grids.map(({ rowCount }) => rowCount))
      .catch((error) => error.code);

  it('says what it is', async () => {
    expect(await code(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2))).toBe('form-locked-away');
    expect(await code(new TextEncoder().encode('<html>'))).toBe('form-kind-unknown');
    expect(await code(new TextEncoder().encode('%PDF-1.7'))).toBe('form-refused');
    expect(await code(zipSync({ 'a.txt': Uint8Array.of(1) }))).toBe('form-refused');
    expect(await code(SMALL.slice(0, SMALL.length - 30))).toBe('form-refused');
    expect(await code(edited(SHEET, (xml) => xml.replace('</sheetData>', '')))).toBe('form-refused');
    expect(
      await code(
        edited('xl/workbook.xml', (xml) => xml.replace('<workbook ', '<!DOCTYPE x [<!ENTITY a "b">]><workbook ')),
      ),
    ).toBe('form-refused');
  });

  it('is one that carries a signature, unless a broken one is no harm', async () => {
    const signed = zipSync({ ...unzipSync(SMALL), '_xmlsignatures/sig1.xml': Uint8Array.of(60) });
    expect(await code(signed)).toBe('form-signed');
    expect((await open(signed, ['signed'])).form.grids).toHaveLength(5);
  });
});
