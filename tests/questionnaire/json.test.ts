import { describe, expect, it } from 'vitest';
import { CivilDate } from '../../src/model/civil-day.ts';
import type { Entry } from '../../src/model/questionnaire.ts';
import { holds } from '../../src/questionnaire/answer/conditions.ts';
import { findQuestions, openForm } from '../../src/questionnaire/index.ts';
import { WORDS } from './world.ts';

const FORM = `{
  // Lines of comment are allowed.
  "version": 1,
  "questionnaire": [{ "type": "block", "text": "Supplier check", "items": [
    { "type": "line", "id": "name", "text": "Name of your <b>service</b>" },
    { "type": "line", "id": "tested", "text": "When was the plan last tested?", "inputType": "date" },
    { "type": "block", "text": "Access", "items": [
      { "type": "yesno", "id": "mfa", "text": "Is MFA enforced for all administrators?", "yes": "Yes, for all", "no": "No" },
      { "type": "box", "id": "mfa_why", "text": "Why not?", "cond": "mfa/no" },
      { "type": "info", "text": "Where are backups kept?" },
      { "type": "radiogroup", "choices": [{ "here": "On site" }, { "away": "Off site &amp; offline" }] },
      { "type": "tip", "text": "Keep one of them elsewhere.", "cond": "here" },
      { "type": "checkgroup", "text": "What is encrypted?", "choices": [{ "enc_disk": "Disks" }, { "enc_mail": "Mail" }] },
      { "type": "check", "id": "sure", "text": "The above is true.", "auth": "readonly" },
      { "type": "box", "id": "more", "text": "Explain.", "cond": "(here || away) && !(mfa/no)" },
      { "type": "upload", "id": "file", "text": "Attach a report." },
      { "type": "box", "id": "odd", "text": "Odd?", "cond": "nobody/knows && " }
    ] }
  ] }]
}
`;
const bytes = (text: string) => new TextEncoder().encode(text);
const open = (text: string) => openForm({ path: 'vendor.json', bytes: bytes(text), allow: new Set(), words: WORDS });
const text = (words: string): Entry => ({ kind: 'text', text: words });

async function fill(form: string, cells: readonly (readonly [row: number, entry: Entry])[]) {
  const opened = await open(form);
  const [grid] = opened.form.grids;
  const writings = cells.map(([row, entry]) => ({
    spot: { grid: grid?.name ?? '', row, column: 4, ref: String(row) },
    entry,
  }));
  const { bytes: made, refused } = await opened.fill({ writings, allow: new Set() });
  return { text: new TextDecoder().decode(made), refused, name: opened.outputName?.('vendor.json') };
}

describe('a questionnaire as VSAQ writes it', () => {
  it('is read item by item: sections, choices as words, texts without their HTML, groups asked by what was told before them', async () => {
    const { form } = await open(FORM);
    const { questions } = findQuestions(form, { words: WORDS, profiles: [] });
    expect(questions.map(({ text: asks, section, at }) => [at.ref, section, asks])).toEqual([
      ['name', 'Supplier check', 'Name of your service'],
      ['tested', 'Supplier check', 'When was the plan last tested?'],
      ['mfa', 'Access', 'Is MFA enforced for all administrators?'],
      ['mfa_why', 'Access', 'Why not?'],
      ['here', 'Access', 'Where are backups kept?'],
      ['enc_disk', 'What is encrypted?', 'Disks'],
      ['enc_mail', 'What is encrypted?', 'Mail'],
      ['sure', 'Access', 'The above is true.'],
      ['more', 'Access', 'Explain.'],
      ['odd', 'Access', 'Odd?'],
    ]);
    const takes = form.grids[0]?.at(5, 4).takes;
    expect(takes).toMatchObject({ kind: 'list', words: ['On site', 'Off site & offline'] });
    expect([form.grids[0]?.at(2, 4).takes.kind, form.grids[0]?.at(8, 4).locked]).toEqual(['date', true]);
  });

  it('asks by its conditions, which are unknown as long as an answer that decides is missing', async () => {
    const { form } = await open(FORM);
    const { questions } = findQuestions(form, { words: WORDS, profiles: [] });
    const asked = (ref: string, answers: Readonly<Record<number, string>>) => {
      const condition = questions.find(({ at }) => at.ref === ref)?.asksIf;
      return condition === undefined ? 'always' : holds(condition, (row) => answers[row]);
    };
    expect([asked('mfa', {}), asked('mfa_why', {}), asked('odd', {})]).toEqual(['always', 'unknown', 'unknown']);
    expect([asked('mfa_why', { 3: 'No' }), asked('mfa_why', { 3: 'Yes, for all' })]).toEqual([true, false]);
    expect(asked('more', { 3: 'Yes, for all', 5: 'On site' })).toBe(true);
    expect([asked('more', { 3: 'No' }), asked('more', { 5: 'On site' })]).toEqual([false, 'unknown']);
  });

  it('is answered in the file that VSAQ loads, one value an id', async () => {
    const {
      text: made,
      refused,
      name,
    } = await fill(FORM, [
      [1, text('Quillstack "Ink"')],
      [2, { kind: 'date', date: CivilDate.parse('2026-09-01') }],
      [3, text('No')],
      [5, text('Off site & offline')],
      [6, { kind: 'mark' }],
    ]);
    expect([refused, name]).toEqual([[], 'answers_vendor.json']);
    expect(JSON.parse(made)).toEqual({
      name: 'Quillstack "Ink"',
      tested: '2026-09-01',
      mfa: 'no',
      away: 'checked',
      enc_disk: 'checked',
    });
  });

  it('that carries its answers is filled in place: what stands there is kept, and every other character too', async () => {
    const form = FORM.replace('"version": 1,', '"version": 1.0, "answers": { "name": "Ink {1}", "mfa" : "" },');
    const {
      text: made,
      refused,
      name,
    } = await fill(form, [
      [1, text('other')],
      [3, text('No')],
    ]);
    expect([refused.length, name]).toEqual([1, 'vendor.json']);
    const [before, after] = form.split('{ "name": "Ink {1}", "mfa" : "" }');
    expect(made.startsWith(before ?? '?') && made.endsWith(after ?? '?')).toBe(true);
    expect((await open(made)).form.grids[0]?.at(3, 4).text).toBe('No');
  });

  it('is another form than one that asks something else, and the same when it is filled', async () => {
    const print = async (form: string) =>
      findQuestions((await open(form)).form, { words: WORDS, profiles: [] }).fingerprint;
    const filled = FORM.replace('"version": 1,', '"answers": { "mfa": "no" },');
    expect(await print(filled)).toBe(await print(FORM));
    expect(await print(FORM.replace('Why not?', 'Why?'))).not.toBe(await print(FORM));
  });

  it('takes no word that is no choice, and nothing where it is only read', async () => {
    const { refused, text: made } = await fill(FORM, [
      [3, text('Yes')],
      [8, { kind: 'mark' }],
    ]);
    expect([refused.length, made]).toEqual([2, '{}\n']);
  });

  it.each([
    ['broken', '{ "questionnaire": ['],
    ['another kind of JSON', '{ "pages": [] }'],
    ['nested without end', `{ "questionnaire": [${'{ "items": ['.repeat(60)}${']}'.repeat(60)}] }`],
  ])('is refused when it is %s', async (_, form) => {
    await expect(open(form)).rejects.toMatchObject({ code: 'form-refused' });
  });
});

describe('a file of nothing but line breaks', () => {
  it('is refused as soon as it is read', async () => {
    await expect(open('\n'.repeat(400_000))).rejects.toMatchObject({ code: 'form-refused' });
  });
});
