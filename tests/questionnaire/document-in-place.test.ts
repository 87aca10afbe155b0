import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { customerDocument } from '../../bench/customer-forms.mjs';
import type { Entry } from '../../src/model/questionnaire.ts';
import { findQuestions, openForm } from '../../src/questionnaire/index.ts';
import { ROOT } from '../house/house.ts';
import { WORDS } from './world.ts';

const DOCUMENT = customerDocument();
const PART = 'word/document.xml';
const open = (bytes: Uint8Array) => openForm({ path: 'form.docx', bytes, allow: new Set(), words: WORDS });
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(unzipSync(bytes)[PART]);
const text = (words: string): Entry => ({ kind: 'text', text: words });

async function fill(cells: readonly (readonly [grid: string, row: number, column: number, entry: Entry])[]) {
  const opened = await open(DOCUMENT);
  const writings = cells.map(([grid, row, column, entry]) => ({
    spot: { grid, row, column, ref: `${row},${column}` },
    entry,
  }));
  const filled = await opened.fill({ writings, allow: new Set() });
  return { ...filled, again: (await open(filled.bytes)).form };
}

describe('a Word document', () => {
  it('is the one that its maker makes', () => {
    expect(readFileSync(join(ROOT, 'fixtures/questionnaires/harbourline.docx')).equals(Buffer.from(DOCUMENT))).toBe(
      true,
    );
  });

  it('is read by its tables: heads, sections over all columns, drop-downs without their prompt, boxes', async () => {
    const { form } = await open(DOCUMENT);
    expect(form.grids.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['Table 1', 42],
      ['Table 2', 3],
    ]);
    const [first] = form.grids;
    expect(first?.at(1, 0)).toMatchObject({ text: '1. Governance', bold: true, span: { columns: 4 } });
    expect(first?.at(1, 2).span).toBeNull();
    expect(first?.at(2, 2)).toMatchObject({
      text: '',
      takes: { kind: 'list', words: ['Yes', 'Partial', 'No', 'N/A'] },
    });
    const { questions } = findQuestions(form, { words: WORDS, profiles: [] });
    expect(questions).toHaveLength(37);
    expect(questions[0]).toMatchObject({
      number: '1.1',
      section: '1. Governance',
      cells: { answer: { ref: 'C3' }, comment: { ref: 'D3' } },
    });
    expect(questions.at(-1)?.cells.boxes.map(({ says }) => says)).toEqual(['yes', 'no']);
  });

  it('takes a word of its drop-down, a text in a blank cell and a tick, and changes nothing else', async () => {
    const { bytes, again, refused } = await fill([
      ['Table 1', 2, 2, text('Partial')],
      ['Table 1', 2, 3, text('2 of 3 <all>\nAs of 2026-10-05')],
      ['Table 2', 1, 2, { kind: 'mark' }],
      ['Table 2', 1, 3, text('none')],
    ]);
    expect(refused).toEqual([]);
    const [first, second] = again.grids;
    expect([first?.at(2, 2).text, first?.at(2, 3).text]).toEqual(['Partial', '2 of 3 <all>\nAs of 2026-10-05']);
    expect([second?.at(1, 1).text, second?.at(1, 2).text, second?.at(1, 3).text]).toEqual(['', 'X', 'none']);
    expect(textOf(bytes)).toContain('<w14:checked w14:val="1"/>');
    expect(textOf(bytes)).toContain(
      '<w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t xml:space="preserve">none</w:t></w:r></w:p>',
    );
    expect(Object.keys(unzipSync(bytes))).toEqual(Object.keys(unzipSync(DOCUMENT)));
    expect(textOf(bytes).match(/Choose an item\./g)?.length).toBe(
      (textOf(DOCUMENT).match(/Choose an item\./g)?.length ?? 0) - 1,
    );
  });

  it('keeps out what its drop-down has not, and what would cover what stands there', async () => {
    const { refused, bytes } = await fill([
      ['Table 1', 2, 2, text('Perhaps')],
      ['Table 1', 2, 1, text('other words')],
      ['Table 1', 1, 2, text('under the heading')],
    ]);
    expect(refused).toHaveLength(3);
    expect(Buffer.from(bytes).equals(DOCUMENT)).toBe(true);
  });

  it('that is broken is refused', async () => {
    const parts = unzipSync(DOCUMENT);
    const broken = zipSync({ ...parts, [PART]: new TextEncoder().encode(textOf(DOCUMENT).replace('</w:tbl>', '')) });
    await expect(open(broken)).rejects.toMatchObject({ code: 'form-refused' });
  });
});
