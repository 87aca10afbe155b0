import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder, proofpack, SMALL_ENGAGEMENT, smallClient } from './world.ts';

const PARTIES = `parties:
  client-leadership: { name: Dana Cole }
  internal-it: { name: Sam Ortiz }
  msp: { name: Northlake IT, contact: Priya Nair }
  vciso: { name: Marta Ruiz, of: msp }
prepared: { by: Marta Ruiz, organisation: Northlake IT }
ownership:
  - { practice: restore-testing, responsible: [internal-it], because: Agreed by Cole and Northlake for Lakeside, source: e-mail of Priya Nair }
`;
const lakeside = (more = '') => smallClient({ 'engagement.yaml': `${SMALL_ENGAGEMENT}${PARTIES}${more}` });
const CHANGED = SMALL_ENGAGEMENT.replace(
  'operatingModel: co-managed',
  'operatingModel:\n  - { model: fully-managed, to: 2026-03-31 }\n  - { model: co-managed, from: 2026-04-01 }',
);

describe('matrix', () => {
  it('is written in every form that the names ask for, whole or not at all', async () => {
    const out = newFolder();
    const names = ['m.pdf', 'm.xlsx', 'm.csv', 'm.md', 'm.json'].map((name) => join(out, name));
    const argv = names.flatMap((name) => ['-o', name]);
    const folder = lakeside();
    expect((await proofpack('matrix', folder, ...argv)).exit).toBe(0);
    const heads = names.map((name) => readFileSync(name).subarray(0, 4).toString('latin1'));
    expect(heads).toEqual(['%PDF', 'PK\u0003\u0004', 'prac', '| pr', '{\n  ']);
    const again = await proofpack('matrix', folder, '-o', join(out, 'new.md'), '-o', join(out, 'm.csv'));
    expect([again.exit, again.err]).toEqual([2, expect.stringContaining('exists already')]);
    expect(existsSync(join(out, 'new.md'))).toBe(false);
    expect((await proofpack('matrix', folder, '-o', join(out, 'm.csv'), '--force')).exit).toBe(0);
  });

  it('writes nothing when one of the names cannot be understood', async () => {
    const out = newFolder();
    const { exit, err } = await proofpack('matrix', lakeside(), '-o', join(out, 'm.csv'), '-o', join(out, 'm.docx'));
    expect([exit, existsSync(join(out, 'm.csv'))]).toEqual([2, false]);
    expect(err).toContain('.pdf, .xlsx, .json, .csv, .md');
  });

  it('tells a prospect no name: not of people, client or provider, in no form', async () => {
    const out = newFolder();
    const folder = lakeside();
    const files = ['m.json', 'm.csv', 'm.md'].map((name) => join(out, name));
    await proofpack('matrix', folder, '--redact', ...files.flatMap((file) => ['-o', file]));
    const { out: text } = await proofpack('matrix', folder, '--redact');
    const all = [text, ...files.map((file) => readFileSync(file, 'utf8'))].join('\n');
    expect(all).not.toMatch(/Lakeside|Dana|Cole|Sam Ortiz|Northlake|Priya|Marta/i);
    expect(JSON.parse(readFileSync(files[0] ?? '', 'utf8'))).toMatchObject({ client: 'The client', issues: [] });
  });

  it('speaks in the words of others, control by control', async () => {
    const folder = lakeside();
    const csa = await proofpack('matrix', folder, '--as', 'csa', '--csv');
    expect(csa.out).toMatch(/^framework,control,title,SSRM control ownership/);
    expect(csa.out).toContain('small,S-2,Restores are tested,CSC-owned');
    const json = (await proofpack('matrix', folder, '--as', 'fedramp', '--json')).json() as {
      spoken: { provider: string; controls: { values: string[] }[] };
    };
    expect([json.spoken.provider, json.spoken.controls[1]?.values]).toEqual(['msp', ['Provided by Customer', 'No']]);
    const wrong = await proofpack('matrix', folder, '--as', 'iso');
    expect([wrong.exit, wrong.err]).toEqual([2, expect.stringContaining('known are csa, fedramp')]);
  });

  it('refuses a party that nobody knows', async () => {
    const { exit, err } = await proofpack('matrix', lakeside(), '--party', 'mps');
    expect([exit, err]).toEqual([2, expect.stringContaining('did you mean "msp"')]);
  });

  it('changes its version with a hat, and with nothing else', async () => {
    const version = async (folder: string) =>
      ((await proofpack('matrix', folder, '--json')).json() as { version: string }).version;
    const before = await version(lakeside());
    expect(await version(lakeside('brand: { organisation: Other }\n'))).toBe(before);
    const other = `${SMALL_ENGAGEMENT}${PARTIES.replace('[internal-it]', '[msp]')}`;
    expect(await version(smallClient({ 'engagement.yaml': other }))).not.toBe(before);
  });
});

describe('transition', () => {
  it('takes the change that the engagement tells of', async () => {
    const folder = smallClient({ 'engagement.yaml': `${CHANGED}${PARTIES}` });
    const plan = (await proofpack('transition', folder, '--json')).json() as {
      from: { model: string };
      to: { model: string };
      on: string;
      debt: { kind: string }[];
      assessed: boolean;
    };
    expect([plan.from.model, plan.to.model, plan.on, plan.assessed]).toEqual([
      'fully-managed',
      'co-managed',
      '2026-04-01',
      true,
    ]);
    const { out } = await proofpack('transition', folder);
    expect(out).toContain('Lakeside: from Fully managed to Co-managed on 2026-04-01');
    expect(out).not.toMatch(/[{}]|undefined/);
  });

  it('asks for what nobody says, and names a model that is misspelt', async () => {
    const without = await proofpack('transition', lakeside());
    expect([without.exit, without.err]).toEqual([2, expect.stringContaining('--to and --on must be given')]);
    const misspelt = await proofpack('transition', lakeside(), '--to', 'intrenal', '--on', '2027-01-01');
    expect([misspelt.exit, misspelt.err]).toEqual([2, expect.stringContaining('did you mean "internal"')]);
    const day = await proofpack('transition', lakeside(), '--to', 'internal', '--on', '1.1.2027');
    expect([day.exit, day.err]).toEqual([2, expect.stringContaining('YYYY-MM-DD')]);
  });

  it('writes the plan as a document and as a workbook', async () => {
    const out = newFolder();
    const names = ['t.pdf', 't.xlsx'].map((name) => join(out, name));
    const argv = ['--to', 'internal', '--on', '2027-01-01', ...names.flatMap((name) => ['-o', name])];
    expect((await proofpack('transition', lakeside(), ...argv)).exit).toBe(0);
    expect(names.map((name) => readFileSync(name).subarray(0, 2).toString())).toEqual(['%P', 'PK']);
  });
});

describe('advise', () => {
  const SAID = 'advice: { capacityHours: 20, neededHours: 45, nightCover: false, by: Dana Cole, on: 2026-10-01 }\n';
  const TICKETS = `number,opened_at,short_description,category,subcategory,priority,state,resolved_at,closed_at,assigned_to,caller_id
INC0010200,2026-05-05 02:00:00,Server down,Hardware,,3 - Moderate,Closed,2026-05-05 15:00:00,2026-05-06 15:00:00,Northlake IT,Lakeside
INC0010201,2026-05-05 10:00:00,Printer,Hardware,,3 - Moderate,Closed,2026-05-05 15:00:00,2026-05-06 15:00:00,Northlake IT,Lakeside
`;
  interface Told {
    readonly model: string | null;
    readonly answers: readonly { question: string; value: unknown; by: string; places: { path: string }[] }[];
    readonly reviewBy: string;
  }

  it('answers with what the engagement says and the exhibits show, and what is said now goes before both', async () => {
    const folder = smallClient({
      'engagement.yaml': `${SMALL_ENGAGEMENT}${PARTIES}${SAID}`,
      'incidents/servicenow.csv': TICKETS,
    });
    const told = (await proofpack('advise', folder, '--capacity-hours', '30', '--json')).json() as Told;
    expect(told.model).toBe('co-managed');
    expect(told.reviewBy).toBe('2027-10-15');
    expect(told.answers.map(({ question, value, by }) => [question, value, by])).toEqual([
      ['capacityHours', 30, 'request'],
      ['neededHours', 45, 'engagement'],
      ['nightCover', false, 'engagement'],
      ['afterHoursTickets', 1, 'exhibits'],
    ]);
    expect(told.answers.at(-1)?.places).toMatchObject([{ path: 'incidents/servicenow.csv' }]);
    const { out } = await proofpack('advise', folder);
    expect(out).toContain('Said by Dana Cole on 2026-10-01.');
    expect(out).toContain('incidents/servicenow.csv row 1');
    expect(out).not.toMatch(/[{}]|undefined/);
  });

  it('refuses hours that are no number, and a practice and a domain that nobody knows', async () => {
    const refused = async (...argv: string[]) => {
      const { exit, err } = await proofpack('advise', lakeside(), ...argv);
      return [exit, err.split('\n')[0]];
    };
    expect(await refused('--capacity-hours', 'many')).toEqual([2, expect.stringContaining('wants a number of hours')]);
    expect(await refused('--unowned', 'restore-test')).toEqual([2, expect.stringContaining('restore-testing')]);
    expect(await refused('--keep', 'backups')).toEqual([2, expect.stringContaining('backup')]);
  });
});
