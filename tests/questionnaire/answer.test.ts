import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { customerCsv, customerWorkbook, LAST_YEAR } from '../../bench/customer-forms.mjs';
import * as FACTS from '../../src/facts/index.ts';
import { openForm } from '../../src/questionnaire/index.ts';
import { newFolder, proofpack, SMALL_ENGAGEMENT, smallClient } from '../cli/world.ts';
import { ROOT } from '../house/house.ts';
import { WORDS } from './world.ts';

const FORMS = join(ROOT, 'fixtures/questionnaires');
/** A copy: a run keeps the key of its pseudonyms beside the engagement. */
const CLIENT = newFolder();
cpSync(join(ROOT, 'fixtures/clients/software'), CLIENT, { recursive: true });
const MFA_ADMINS = 'Is MFA enforced for all privileged accounts?';
const MAIL = 'Is MFA required for all users to access email?';

const Row = z.looseObject({
  id: z.string(),
  question: z.string(),
  state: z.string(),
  because: z.string(),
  says: z.string().nullable(),
  ceiling: z.string().nullable(),
  control: z.string().nullable(),
  owner: z.string(),
  practices: z.array(z.string()),
  facts: z.array(z.string()),
  exhibits: z.array(z.string()),
  written: z.array(z.object({ cell: z.string(), text: z.string() })),
  sameAs: z.string().nullable(),
  earlier: z.object({ said: z.string(), contradiction: z.string().nullable() }).nullable(),
});
const AnswerMap = z.looseObject({ questions: z.array(Row) });
type Row = z.output<typeof Row>;

const readMap = (folder: string) =>
  AnswerMap.parse(JSON.parse(readFileSync(join(folder, 'answer-map.json'), 'utf8'))).questions;
const asked = (rows: readonly Row[], text: string): Row => {
  const row = rows.find(({ question }) => question === text);
  if (row === undefined) throw new Error(`nobody asks "${text}"`);
  return row;
};

describe('the forms of the customer', () => {
  it('are what their maker makes', () => {
    expect(readFileSync(join(FORMS, 'harbourline.xlsx')).equals(Buffer.from(customerWorkbook()))).toBe(true);
    expect(readFileSync(join(FORMS, 'harbourline-2025.xlsx')).equals(Buffer.from(customerWorkbook(LAST_YEAR)))).toBe(
      true,
    );
    expect(readFileSync(join(FORMS, 'harbourline.csv')).equals(Buffer.from(customerCsv()))).toBe(true);
  });
});

const answeredIn = newFolder();
const answered = await proofpack(
  'answer',
  join(FORMS, 'harbourline.xlsx'),
  '--engagement',
  CLIENT,
  '--earlier',
  join(FORMS, 'harbourline-2025.xlsx'),
  '-o',
  answeredIn,
  '--fail-on',
  'contradiction',
);
const rows = readMap(answeredIn);

describe('a customer’s workbook, answered with one command', () => {
  it('comes back under its own name, with the map, the list for people and the package', () => {
    expect(
      readdirSync(answeredIn)
        .map((name) => name.replace(/^quillstack_.*_customer\.zip$/, 'package'))
        .sort(),
    ).toEqual(['answer-map.csv', 'answer-map.json', 'harbourline.xlsx', 'needs-a-person.csv', 'package']);
  });

  it('has in every cell what the map says, and every row of the map leads to what there is', async () => {
    const bytes = readFileSync(join(answeredIn, 'harbourline.xlsx'));
    const { form } = await openForm({ path: 'harbourline.xlsx', bytes, allow: new Set(), words: WORDS });
    const grid = form.grids.find(({ name }) => name === 'Questionnaire');
    const zip = readdirSync(answeredIn).find((name) => name.endsWith('.zip')) ?? '';
    const parts = unzipSync(readFileSync(join(answeredIn, zip)));
    const omitted = Object.entries(parts).filter(([path]) => path.endsWith('OMISSIONS.csv'));
    const inPackage = new TextDecoder().decode(omitted[0]?.[1]);
    const filled = rows.filter(({ state }) => state === 'filled');
    expect(filled.length).toBeGreaterThan(10);
    for (const { written, facts, practices, exhibits, control } of filled) {
      for (const { cell, text } of written) {
        const [, column = 'A', row = '1'] = /!([A-Z])(\d+)$/.exec(cell) ?? [];
        expect(grid?.at(Number(row) - 1, column.charCodeAt(0) - 65).text).toBe(text);
      }
      expect(control).not.toBeNull();
      expect(facts.filter((fact) => !(fact in FACTS))).toEqual([]);
      expect(practices.length * facts.length * exhibits.length).toBeGreaterThan(0);
      expect(exhibits.filter((number) => !inPackage.includes(number))).toEqual([]);
    }
  });

  it('says of each answer no more than the evidence: counts and day beside it, and no where no is the favourable word', () => {
    const mail = asked(rows, MAIL);
    expect([mail.state, mail.says, mail.ceiling]).toEqual(['filled', 'partly', 'partly']);
    const [, told = ''] = mail.written.map(({ text }) => text);
    expect(told).toMatch(/^Shown in part\. .* 25 of 25 people\. .* As of 2026-10-05\./);
    const desktop = asked(rows, 'Is RDP exposed to the internet?');
    expect([desktop.says, desktop.ceiling, desktop.written[0]?.text]).toEqual(['no', 'yes', 'No']);
    expect(rows.filter(({ says, ceiling }) => says === 'yes' && ceiling !== 'yes')).toEqual([]);
  });

  it('leaves to a person what the evidence does not carry, each with an owner and a reason', () => {
    const open = rows.filter(({ state }) => state === 'person');
    expect(open.filter(({ owner, because }) => owner === '' || because === '')).toEqual([]);
    expect(open.flatMap(({ written }) => written)).toEqual([]);
    const list = readFileSync(join(answeredIn, 'needs-a-person.csv'), 'utf8');
    expect(list.trim().split(/\n(?=[A-Z][a-z]+ ?[A-Za-z]*,Q-)/)).toHaveLength(open.length + 1);
    expect(asked(rows, 'Are critical vulnerabilities remediated within 7 days?').because).toBe(
      'it names 7 days, and ours does not',
    );
  });

  it('answers a repeated question as before, and says so', () => {
    const [first, second] = rows.filter(({ question }) => question === MFA_ADMINS);
    expect(second?.sameAs).toBe(first?.id);
    expect([second?.state, second?.says]).toEqual([first?.state, first?.says]);
  });

  it('refuses, explains and lists what was claimed last year and is not carried', () => {
    const claimed = asked(rows, MFA_ADMINS);
    expect([claimed.earlier?.said, claimed.state, claimed.written]).toEqual(['Yes', 'person', []]);
    expect(claimed.earlier?.contradiction).toMatch(
      /^Earlier answer: "Yes"\. The evidence allows at most "cannot-say"\. Cannot be said/,
    );
    expect(asked(rows, 'Are backups encrypted?').earlier?.contradiction).toMatch(/at most "partly"/);
    const agreeing = rows.filter(({ earlier }) => earlier !== null && earlier?.contradiction === null);
    expect(agreeing.map(({ question }) => question).length).toBeGreaterThan(0);
    expect(answered.exit).toBe(1);
    expect(answered.err).toContain('Q-011: Earlier answer: "Yes".');
    expect(readFileSync(join(answeredIn, 'answer-map.csv'), 'utf8')).toContain(
      'The evidence allows at most ""cannot-say""',
    );
  });
});

describe('the same questions as CSV', () => {
  it('are answered the same, in the fields that were blank', async () => {
    const shown = await proofpack(
      'answer',
      join(FORMS, 'harbourline.csv'),
      '--engagement',
      CLIENT,
      '--dry-run',
      '--json',
    );
    const told = AnswerMap.parse(JSON.parse(shown.out)).questions;
    const says = (all: readonly Row[]) => all.map(({ question, state, control }) => [question, state, control]);
    expect(says(told)).toEqual(says(rows));
    expect(asked(told, 'Are backups encrypted?').written.map(({ cell }) => cell)).toEqual([
      'CSV!C31',
      'CSV!D31',
      'CSV!E31',
    ]);
  });
});

describe('a request that cannot be met', () => {
  const refusal = async (...args: readonly string[]) => {
    const { exit, err } = await proofpack('answer', ...args, '--engagement', CLIENT);
    return [exit, err.split('\n')[0]];
  };
  const form = join(FORMS, 'harbourline.xlsx');

  it('says so before anything is read', async () => {
    const plain = join(newFolder(), 'letter.csv');
    writeFileSync(plain, 'Dear supplier,\nthank you.\n');
    expect(await refusal(plain)).toEqual([2, expect.stringContaining('No question with a place for its answer')]);
    expect(await refusal(form, '-o', join(CLIENT, 'out'))).toEqual([
      2,
      expect.stringContaining('lies among the exhibits'),
    ]);
    expect(await refusal(form, '--confirm', 'Q-026')).toEqual([2, expect.stringContaining('an equals sign')]);
    expect(await refusal(form, '--confirm', 'Q-026=VS-XXX', '--by', 'A')).toEqual([
      2,
      expect.stringContaining('VS-XXX'),
    ]);
    expect(await refusal(form, '--confirm', 'Q-999=none', '--by', 'A')).toEqual([2, expect.stringContaining('Q-999')]);
    expect(await refusal(form, '--confirm', 'Q-026=none')).toEqual([2, expect.stringContaining('--by')]);
    expect(existsSync(join(CLIENT, 'out'))).toBe(false);
  });
});

describe('what a person found out or said', () => {
  const form = () => {
    const path = join(newFolder(), 'form.csv');
    writeFileSync(path, 'Question,Answer\nAre the copies read back in whole?,\nWill you send cake?,\n');
    return path;
  };
  const dry = async (path: string, client: string, ...more: readonly string[]) => {
    const { out, err, exit } = await proofpack('answer', path, '--engagement', client, '--json', ...more);
    return { exit, err, rows: exit === 0 ? AnswerMap.parse(JSON.parse(out)).questions : [] };
  };

  it('is remembered beside the engagement, and taken for sure from then on', async () => {
    const [path, client] = [form(), smallClient()];
    expect((await dry(path, client, '--dry-run')).rows[0]).toMatchObject({ certainty: 'unsure', state: 'person' });
    const output = newFolder();
    const said = await dry(
      path,
      client,
      '--confirm',
      'Q-001=S-1',
      '--confirm',
      'Q-002=none',
      '--by',
      'Dana Cole',
      '--on',
      '2026-10-14',
      '-o',
      output,
    );
    expect(said.rows.map(({ because }) => because)).toEqual([expect.any(String), 'Dana Cole said so on 2026-10-14']);
    const pairs = readFileSync(join(client, 'questionnaires/pairs.yaml'), 'utf8');
    expect(pairs).toContain(
      '  - asks: Are the copies read back in whole?\n    is: S-1\n    by: Dana Cole\n    on: 2026-10-14\n',
    );
    const [again] = (await dry(path, client, '--dry-run')).rows;
    expect(again).toMatchObject({ control: 'S-1', certainty: 'confirmed' });
  });

  it('is shared by the engagements that name its folder; the word of the engagement itself goes first', async () => {
    const shared = newFolder();
    const pair = (is: string) =>
      `pairs:\n  - { asks: Will you send cake?, is: ${is}, by: Dana Cole, on: 2026-10-14 }\n`;
    writeFileSync(join(shared, 'pairs.yaml'), pair('S-1'));
    const client = smallClient();
    const file = join(client, 'engagement.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}questionnaires: ['${shared}']\n`);
    const path = form();
    expect((await dry(path, client, '--dry-run')).rows[1]).toMatchObject({ control: 'S-1', certainty: 'confirmed' });
    mkdirSync(join(client, 'questionnaires'));
    writeFileSync(join(client, 'questionnaires/pairs.yaml'), pair('S-2'));
    expect((await dry(path, client, '--dry-run')).rows[1]).toMatchObject({ control: 'S-2', certainty: 'confirmed' });
  });

  it('is a profile of the form, saved by its fingerprint and corrected by hand', async () => {
    const [path, client] = [form(), smallClient()];
    await dry(path, client, '--dry-run', '--profile');
    const [name = ''] = readdirSync(join(client, 'questionnaires'));
    expect(name).toMatch(/^[0-9a-f]{16}\.form\.yaml$/);
    const profile = join(client, 'questionnaires', name);
    const text = readFileSync(profile, 'utf8');
    writeFileSync(profile, text.replace('leaveOut: []', 'leaveOut: [3]'));
    expect((await dry(path, client, '--dry-run')).rows.map(({ id }) => id)).toEqual(['Q-001']);
    writeFileSync(profile, text.replace('to: 3', 'to: 2'));
    const shorter = await proofpack('answer', path, '--engagement', client, '--dry-run');
    expect(shorter.err).toContain('CSV, A3: what stands there asks too, outside of the rows that the profile');
    writeFileSync(profile, text.replace('grid: CSV', 'grid: Elsewhere'));
    expect(await dry(path, client, '--dry-run')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('"Elsewhere"'),
    });
    writeFileSync(profile, text.replace('fingerprint:', 'fingerprnt:'));
    expect(await dry(path, client, '--dry-run')).toMatchObject({ exit: 2, err: expect.stringContaining('fingerprnt') });
  });

  it('is looked for where the engagement says', async () => {
    const client = smallClient();
    const file = join(client, 'engagement.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}questionnaires: [../nowhere]\n`);
    expect(await dry(form(), client, '--dry-run')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('../nowhere'),
    });
  });

  it('is no exhibit, nor is a form that lies beside it', async () => {
    const client = smallClient({ 'questionnaires/customer.csv': 'Question,Answer\nWill you send cake?,\n' });
    const { out } = await proofpack('inspect', client, '--json');
    expect(out).not.toContain('customer.csv"');
  });
});

describe('what the exhibits name', () => {
  const CANARIES = ['LSD-CANARY07', '198.51.100.77', 'k3epOut77', 'Kim Canary'];

  it('does not reach the sender in a plan that names it, nor the lists beside his file', async () => {
    const client = smallClient({
      'hr/staff.csv': `Display name,Computer name,IP address,Password\nKim Canary,LSD-CANARY07,198.51.100.77,k3epOut77\n`,
      'backup/restores.csv': `Date,System,Backup date,Level,Result,Files checked,Performed by,Minutes taken,Minutes allowed,Ticket
2026-09-10,LSD-FS01,2026-09-09,files verified,restored,25,Priya Nair,42,240,T-3310
`,
      'engagement.yaml': `${SMALL_ENGAGEMENT}remediation:
  - { practice: restore-testing, action: "Restore LSD-CANARY07 (198.51.100.77) with k3epOut77 for Kim Canary", owner: msp, due: 2026-12-01, status: planned }
`,
    });
    const [out, form] = [newFolder(), join(newFolder(), 'form.csv')];
    writeFileSync(form, 'Question,Answer,Comments\nAre restores tested?,,\n');
    const confirm = ['--confirm', 'Q-001=S-2', '--by', 'Dana Cole'];
    const said = await proofpack('answer', form, '--engagement', client, '-o', out, ...confirm);
    expect(said.exit, said.err).toBe(0);
    const texts = ['form.csv', 'answer-map.csv', 'answer-map.json', 'needs-a-person.csv'].map((name) =>
      readFileSync(join(out, name), 'utf8'),
    );
    expect(texts[0]).toMatch(/Planned.*Restore device-[a-z2-9]{6} \(address-[a-z2-9]{6}\) with \[redacted:password\]/i);
    for (const canary of CANARIES) expect(texts.join('\n'), canary).not.toContain(canary);
  }, 60_000);
});
