import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { customerWorkbook, LAST_YEAR } from '../../bench/customer-forms.mjs';
import { answerQuestionnaire, judgeQuestionnaire, openQuestionnaire } from '../../src/cli/answering.ts';
import { openTerminal } from '../../src/cli/terminal.ts';
import { readThesaurus } from '../../src/disk/index.ts';
import { NO_REVIEW, type Review } from '../../src/model/review.ts';
import { createMatcher, findQuestions, matchAll, openForm } from '../../src/questionnaire/index.ts';
import { smallClient } from '../cli/world.ts';
import { WORDS } from './world.ts';

const ASKS = 'Is MFA enforced for all privileged accounts?';
const encoded = (text: string) => new TextEncoder().encode(text);

async function pdfForm(answer: string): Promise<Uint8Array> {
  const pdf = PDF.create();
  const page = pdf.addPage({ size: 'a4' });
  const form = pdf.getOrCreateForm();
  page.drawText(ASKS, { x: 50, y: 700, size: 11 });
  const field = form.createDropdown('mfa', { options: ['', 'Yes', 'No'] });
  page.drawField(field, { x: 350, y: 696, width: 100, height: 18 });
  if (answer !== '') field.setValue(answer);
  return pdf.save();
}

function wordForm(answer: string): Uint8Array {
  const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const body = p(ASKS) + p(`Answer: ${answer}`.trim());
  return zipSync({
    'word/document.xml': encoded(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

function vsaqForm(answer: string): Uint8Array {
  const item = { type: 'yesno', id: 'mfa', text: ASKS, yes: 'Yes', no: 'No' };
  const answers = answer === '' ? {} : { mfa: answer.toLowerCase() };
  return encoded(JSON.stringify({ questionnaire: [{ type: 'block', text: 'Access', items: [item] }], answers }));
}

/** The same question in every kind of form, with what was claimed last year, or with nothing. */
const FORMS: Readonly<Record<string, (answer: string) => Uint8Array | Promise<Uint8Array>>> = {
  'form.csv': (answer) => encoded(`Question,Answer,Comments\n${ASKS},${answer},\n`),
  'form.xlsx': (answer) => (answer === '' ? customerWorkbook() : customerWorkbook(LAST_YEAR)),
  'form.docx': wordForm,
  'form.json': vsaqForm,
  'form.pdf': pdfForm,
};

const folder = smallClient({ 'questionnaires/form.csv': `Question,Answer,Comments\n${ASKS},,\n` });
const opened = await openQuestionnaire(join(folder, 'questionnaires/form.csv'), folder, new Set());
const terminal = openTerminal(process, { json: true, quiet: true });
const judged = await judgeQuestionnaire(opened, opened.pairs, { terminal });
const matcher = createMatcher(judged.judged.catalog, await readThesaurus());

async function rowOf(path: string, answer: string, review: Review = NO_REVIEW) {
  const bytes = (await FORMS[path]?.(answer)) ?? new Uint8Array();
  const form = await openForm({ path, bytes, allow: new Set(), words: WORDS });
  const finding = findQuestions(form.form, { words: WORDS, profiles: [] });
  const matches = matchAll(finding.questions, matcher);
  const { rows } = await answerQuestionnaire(
    { ...judged, ...form, path, finding, matches },
    { review, earlier: new Map() },
  );
  const row = rows.find(({ question }) => question === ASKS);
  return { row, fingerprint: finding.fingerprint };
}

describe.each(Object.keys(FORMS))('a claim that the evidence does not carry, in %s', (path) => {
  it('is told as a contradiction where it stands already', async () => {
    const { row } = await rowOf(path, 'Yes');
    expect([row?.state, row?.earlier?.said.slice(0, 3)]).toEqual(['answered', 'Yes']);
    expect(row?.earlier?.contradiction).toContain('The evidence allows at most "cannot-say"');
  });

  it('is not written, whoever edited the file of the review', async () => {
    const { row, fingerprint } = await rowOf(path, '');
    expect([row?.state, row?.written]).toEqual(['person', []]);
    const entry = {
      question: row?.id ?? '',
      asks: ASKS,
      by: 'Eve',
      on: judged.judged.engagement.asOf,
      asOf: judged.judged.engagement.asOf,
    };
    const questions = [{ ...entry, state: 'edited' as const, answer: 'Yes' }];
    const claimed = await rowOf(path, '', { review: 1, forms: [{ fingerprint, title: path, questions }] });
    expect([claimed.row?.state, claimed.row?.written]).toEqual(['person', []]);
    expect(claimed.row?.reviewed?.contradiction).toContain('the evidence allows at most "cannot-say"');
  });
});
