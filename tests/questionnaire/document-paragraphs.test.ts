import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/model/questionnaire.ts';
import { findQuestions, openForm } from '../../src/questionnaire/index.ts';
import { WORDS } from './world.ts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const p = (...inside: readonly string[]) => `<w:p>${inside.join('')}</w:p>`;
const r = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const bold = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`;
const sdt = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const PROMPT = '<w:showingPlcHdr/>';
const list = (...words: readonly string[]) =>
  `${PROMPT}<w:dropDownList><w:listItem w:displayText="Choose" w:value=""/>${words.map((word) => `<w:listItem w:displayText="${word}" w:value="${word}"/>`).join('')}</w:dropDownList>`;
const tick = '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>';
const char = (type: string, inside = '') => `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;
const field = (data: string, result: string) =>
  `${char('begin', `<w:ffData><w:name w:val="F"/><w:enabled/>${data}</w:ffData>`)}<w:r><w:instrText> FORM </w:instrText></w:r>${char('separate')}${result}${char('end')}`;

/** What a sender of a Word form may write between tables. */
const BODY = [
  p(bold('1. Access')),
  p(r('Please answer all questions in full.')),
  p(),
  p(r('Is MFA enforced for all administrators?')),
  p(),
  p(r('Describe how backups are tested.')),
  p(r('Answer:')),
  p(r('Comments: ')),
  p(r('Name of your company: '), r('________'), r('____')),
  p(r('Are laptops encrypted? '), sdt(list('Yes', 'No'), r('Choose an item.'))),
  p(r('Are backups kept offline?')),
  p(sdt(tick, r('☐')), r(' Yes   '), sdt(tick, r('☐')), r(' No')),
  p(r('Is there a plan for incidents?')),
  sdt(`${PROMPT}<w:text/>`, p(r('Click here.'))),
  p(bold('2. Older fields')),
  p(r('Is access reviewed? '), field('<w:ddList><w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList>', '')),
  p(r('Who reviews it? '), field('<w:textInput/>', r('     '))),
  p(
    r('Are logs kept? '),
    field('<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox>', ''),
    r(' Yes '),
    field('<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox>', ''),
    r(' No'),
  ),
  p(r('Do you scan for weak spots?')),
  p(r('Answer: Yes, monthly')),
  p(r('Thank you.')),
  sdt('<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>', p(r('Is this a question?'))),
].join('');

const document = (body: string, settings = '') =>
  zipSync({
    '[Content_Types].xml': new TextEncoder().encode('<Types/>'),
    'word/document.xml': new TextEncoder().encode(`<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`),
    ...(settings === ''
      ? {}
      : { 'word/settings.xml': new TextEncoder().encode(`<w:settings ${NAMESPACES}>${settings}</w:settings>`) }),
  });
const open = (bytes: Uint8Array) => openForm({ path: 'form.docx', bytes, allow: new Set(), words: WORDS });
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);

async function answers(bytes: Uint8Array, given: Readonly<Record<string, Entry>>) {
  const opened = await open(bytes);
  const { questions } = findQuestions(opened.form, { words: WORDS, profiles: [] });
  const writings = questions.flatMap(({ text, cells }) => {
    const entry = given[text];
    return entry === undefined || cells.answer === null ? [] : [{ spot: cells.answer, entry }];
  });
  const filled = await opened.fill({ writings, allow: new Set() });
  const again = findQuestions((await open(filled.bytes)).form, { words: WORDS, profiles: [] });
  return { ...filled, again: again.questions, form: (await open(filled.bytes)).form };
}

const text = (words: string): Entry => ({ kind: 'text', text: words });

describe('questions outside of tables', () => {
  it('are found with the place that is made for their answer, and no other text is taken for one', async () => {
    const { form } = await open(document(BODY));
    const { questions } = findQuestions(form, { words: WORDS, profiles: [] });
    const grid = form.grids.find(({ name }) => name === 'Text');
    expect(
      questions.map(({ text: asks, section, at }) => {
        const cell = grid?.at(at.row, 4);
        const words = cell?.takes.kind === 'list' ? cell.takes.words : cell?.takes.kind;
        return [section, asks, words, cell?.text];
      }),
    ).toEqual([
      ['1. Access', 'Is MFA enforced for all administrators?', 'anything', ''],
      ['1. Access', 'Describe how backups are tested.', 'anything', ''],
      ['1. Access', 'Name of your company', 'anything', ''],
      ['1. Access', 'Are laptops encrypted?', ['Yes', 'No'], ''],
      ['1. Access', 'Are backups kept offline?', ['Yes', 'No'], ''],
      ['1. Access', 'Is there a plan for incidents?', 'anything', ''],
      ['2. Older fields', 'Is access reviewed?', ['Yes', 'No'], ''],
      ['2. Older fields', 'Who reviews it?', 'anything', ''],
      ['2. Older fields', 'Are logs kept?', ['Yes', 'No'], ''],
      ['2. Older fields', 'Do you scan for weak spots?', 'anything', 'Yes, monthly'],
    ]);
  });

  it('are answered in place: blank paragraphs, labels, lines, controls, boxes and older fields', async () => {
    const { bytes, refused, again, form } = await answers(document(BODY), {
      'Is MFA enforced for all administrators?': text('Partially. 2 of 3 <admins>'),
      'Describe how backups are tested.': text('Restored each quarter.'),
      'Name of your company': text('Quillstack'),
      'Are laptops encrypted?': text('Yes'),
      'Are backups kept offline?': text('No'),
      'Is there a plan for incidents?': text('Yes'),
      'Is access reviewed?': text('No'),
      'Who reviews it?': text('Internal IT'),
      'Are logs kept?': text('Yes'),
      'Do you scan for weak spots?': text('No'),
    });
    expect(refused.map(({ writing }) => writing.spot.ref)).toEqual(['paragraph 10']);
    const grid = form.grids.find(({ name }) => name === 'Text');
    expect(again.map(({ at }) => grid?.at(at.row, 4).text)).toEqual([
      'Partially. 2 of 3 <admins>',
      'Restored each quarter.',
      'Yes',
      'No',
      'Yes',
      'No',
      'Internal IT',
      'Yes',
      'Yes, monthly',
    ]);
    const xml = textOf(bytes);
    expect(xml).toContain('<w:t xml:space="preserve">Quillstack</w:t></w:r><w:r><w:t xml:space="preserve"></w:t>');
    expect(xml).toContain('<w:ddList><w:result w:val="1"/><w:listEntry w:val="Yes"/>');
    expect(xml).toContain('<w:default w:val="0"/><w:checked w:val="1"/></w:checkBox>');
    expect(xml.match(/w14:val="1"/g)).toHaveLength(1);
    expect(xml.match(/showingPlcHdr/g)).toBeNull();
  });

  it('of a protected document are answered in its controls and fields only', async () => {
    const guarded = document(BODY, '<w:documentProtection w:edit="forms" w:enforcement="1"/>');
    const { refused, written } = await answers(guarded, {
      'Is MFA enforced for all administrators?': text('No'),
      'Who reviews it?': text('Internal IT'),
    });
    expect([written.length, refused[0]?.note.message]).toEqual([1, expect.stringContaining('--allow locked')]);
  });

  it('in cells of tables may have two boxes, of which the right one is ticked', async () => {
    const cell = (...inside: readonly string[]) => `<w:tc>${p(...inside)}</w:tc>`;
    const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const boxes = cell(sdt(tick, r('☐')), r(' Yes '), sdt(tick, r('☐')), r(' No '));
    const table = `<w:tbl>${row(cell(r('Question')), cell(r('Answer')))}${row(cell(r('Are laptops encrypted?')), boxes)}</w:tbl>`;
    const { bytes, form } = await answers(document(table), { 'Are laptops encrypted?': text('No') });
    expect(form.grids[0]?.at(1, 1)).toMatchObject({ text: 'No', takes: { kind: 'list', words: ['Yes', 'No'] } });
    expect(textOf(bytes)).toMatch(/☐<[\s\S]* Yes [\s\S]*w14:val="1"[\s\S]*☒/);
  });
});
