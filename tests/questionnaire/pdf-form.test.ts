import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF, PdfDict, PdfString } from '@libpdf/core';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/model/questionnaire.ts';
import { findQuestions, openForm } from '../../src/questionnaire/index.ts';
import { WORDS } from './world.ts';

/** A form as carriers send it: fields beside and below their words, a tooltip, two boxes of one question, buttons of one field. */
async function carrierForm(change: (pdf: PDF) => void = () => undefined): Promise<Uint8Array> {
  const pdf = PDF.create();
  const page = pdf.addPage({ size: 'a4' });
  const form = pdf.getOrCreateForm();
  const say = (text: string, x: number, y: number) => page.drawText(text, { x, y, size: 11 });
  const box = (x: number, y: number) => ({ x, y, width: 12, height: 12 });
  say('Supplier security form', 50, 790);
  say('1. Name of your company:', 50, 750);
  page.drawField(form.createTextField('f1', {}), { x: 200, y: 746, width: 250, height: 18 });
  say('2. Is MFA enforced for all administrators?', 50, 720);
  for (const [name, word, x] of [
    ['c1', 'Yes', 330],
    ['c2', 'No', 380],
  ] as const) {
    say(word, x + 16, 720);
    page.drawField(form.createCheckbox(name, { onValue: 'On' }), box(x, 718));
  }
  say('3. Are backups encrypted?', 50, 690);
  page.drawField(form.createDropdown('d1', { options: [' ', 'Yes', 'Partial', 'No'] }), {
    x: 330,
    y: 686,
    width: 100,
    height: 18,
  });
  say('4. Describe how restores are tested,', 50, 674);
  say('and how often.', 50, 660);
  page.drawField(form.createTextField('f2', { multiline: true }), { x: 50, y: 580, width: 480, height: 60 });
  say('5. Are laptops encrypted?', 50, 550);
  const buttons = form.createRadioGroup('r1', { options: ['0', '1', '2'] });
  for (const [index, word] of ['Yes', 'No', 'N/A'].entries()) {
    say(word, 346 + index * 50, 550);
    page.drawField(buttons, { ...box(330 + index * 50, 548), option: String(index) });
  }
  const told = form.createTextField('x9', {});
  told.acroField().set('TU', PdfString.fromString('Who is responsible for security?'));
  page.drawField(told, { x: 50, y: 500, width: 200, height: 18 });
  page.drawField(form.createCheckbox('agree', {}), box(50, 470));
  say('All answers are true.', 70, 472);
  change(pdf);
  return pdf.save();
}

const FORM = await carrierForm();
const open = (bytes: Uint8Array, allow: readonly 'signed'[] = []) =>
  openForm({ path: 'form.pdf', bytes, allow: new Set(allow), words: WORDS });
const text = (words: string): Entry => ({ kind: 'text', text: words });

async function answers(given: Readonly<Record<string, Entry>>) {
  const opened = await open(FORM);
  const { questions } = findQuestions(opened.form, { words: WORDS, profiles: [] });
  const writings = questions.flatMap(({ text: asks, cells }) => {
    const entry = given[asks];
    return entry === undefined || cells.answer === null ? [] : [{ spot: cells.answer, entry }];
  });
  const filled = await opened.fill({ writings, allow: new Set() });
  return { ...filled, again: (await open(filled.bytes)).form.grids[0] };
}

describe('a fillable PDF', () => {
  it('is read by its fields: the question is in the tooltip, beside the field or above it; boxes of one line are one question', async () => {
    const { form } = await open(FORM);
    const { questions } = findQuestions(form, { words: WORDS, profiles: [] });
    const [grid] = form.grids;
    expect(
      questions.map(({ text: asks, at }) => {
        const takes = grid?.at(at.row, 4).takes;
        return [at.ref, asks, takes?.kind === 'list' ? takes.words : takes?.kind];
      }),
    ).toEqual([
      ['f1', '1. Name of your company:', 'length'],
      ['c1 / c2', '2. Is MFA enforced for all administrators?', ['Yes', 'No']],
      ['d1', '3. Are backups encrypted?', [' ', 'Yes', 'Partial', 'No']],
      ['f2', '4. Describe how restores are tested, and how often.', 'length'],
      ['r1', '5. Are laptops encrypted?', ['Yes', 'No', 'N/A']],
      ['x9', 'Who is responsible for security?', 'length'],
      ['agree', 'All answers are true.', 'tick'],
    ]);
  });

  it('is filled behind the sender’s bytes, and shows its answers to whoever opens or prints it', async () => {
    const { bytes, refused, again } = await answers({
      '1. Name of your company:': text('Quillstack – “Ink & Co”'),
      '2. Is MFA enforced for all administrators?': text('No'),
      '3. Are backups encrypted?': text('Partial'),
      '4. Describe how restores are tested, and how often.': text('Restored each quarter.\nAs of 2026-10-05.'),
      '5. Are laptops encrypted?': text('N/A'),
    });
    expect(refused).toEqual([]);
    expect(Buffer.from(bytes.subarray(0, FORM.length)).equals(Buffer.from(FORM))).toBe(true);
    expect([1, 2, 3, 5, 7].map((row) => again?.at(row, 4).text)).toEqual([
      'Quillstack - "Ink & Co"',
      'No',
      'Partial',
      'N/A',
      '',
    ]);
    const shown = printed(bytes);
    if (shown !== undefined) {
      expect(shown).toContain('Quillstack - "Ink & Co"');
      expect(shown).toMatch(/Are backups encrypted\?\s+Partial/);
      expect(shown).toMatch(/Restored each quarter\.\s+As of 2026-10-05\./);
    }
    const twice = await answers({ '3. Are backups encrypted?': text('Partial') });
    const once = await answers({ '3. Are backups encrypted?': text('Partial') });
    expect(Buffer.from(twice.bytes).equals(Buffer.from(once.bytes))).toBe(true);
  });

  it('keeps out what would be cut off, what its fonts cannot show, and words that are no choice', async () => {
    const { refused, bytes } = await answers({
      '1. Name of your company:': text('Łódź'),
      '3. Are backups encrypted?': text('Perhaps'),
      'Who is responsible for security?': text('somebody whose name is far too long for such a field'),
    });
    expect(refused.map(({ note }) => note.message)).toEqual([
      expect.stringContaining('"Perhaps" is not in its drop-down'),
      expect.stringContaining('are not as many as it takes'),
      expect.stringContaining('the fonts of its form have no Ł ó ź'),
    ]);
    expect(Buffer.from(bytes).equals(Buffer.from(FORM))).toBe(true);
  });

  it.each([
    ['an XFA form', (pdf: PDF) => pdf.getForm()?.acroForm().getDict().set('XFA', PdfString.fromString('x')), 'XFA'],
    ['encrypted', (pdf: PDF) => pdf.setProtection({ ownerPassword: 'owner', userPassword: '' }), 'encrypted'],
  ])('is refused when it is %s', async (_, change, reason) => {
    await expect(open(await carrierForm(change))).rejects.toMatchObject({
      code: 'form-refused',
      message: expect.stringContaining(reason),
    });
  });

  it('is refused when it carries a signature, unless a broken one is no harm; and without fields or broken', async () => {
    const signed = await carrierForm((pdf) => pdf.getCatalog().set('Perms', PdfDict.of({})));
    await expect(open(signed)).rejects.toMatchObject({ code: 'form-signed' });
    expect((await open(signed, ['signed'])).form.grids[0]?.rowCount).toBe(8);
    const plain = PDF.create();
    plain.addPage({ size: 'a4' });
    await expect(open(await plain.save())).rejects.toMatchObject({ message: expect.stringContaining('no fields') });
    await expect(open(new TextEncoder().encode('%PDF-1.7\nnonsense'))).rejects.toMatchObject({ code: 'form-refused' });
  });
});

/** What somebody reads who prints it; undefined where this machine has no pdftotext. */
function printed(bytes: Uint8Array): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-form-'));
  writeFileSync(join(folder, 'form.pdf'), bytes);
  const { stdout, error } = spawnSync('pdftotext', ['-layout', join(folder, 'form.pdf'), '-'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return error === undefined ? stdout : undefined;
}
