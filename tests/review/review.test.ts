import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { proofpack, SMALL_ENGAGEMENT, smallClient } from '../cli/world.ts';
import { chromiumHere, served } from './world.ts';

const QUESTIONS = [
  'Is the integrity of backups checked by reading them in full?',
  'Is MFA enforced for all privileged accounts?',
  'Do you offset your carbon emissions?',
  'Do you run any end-of-life or unsupported software?',
  'Is the integrity of backups checked by reading them in full?',
  'Do you offset your carbon emissions abroad?',
  'Do you paint the <office> each year & why?',
];
const CSV = ['No,Question,Response,Comments', ...QUESTIONS.map((asks, index) => `${index + 1},${asks},,`), ''].join(
  '\n',
);
const FOLDER = smallClient({
  'engagement.yaml': `${SMALL_ENGAGEMENT}editions: [customer]
exhibits:
  backup/check.txt: { observedOn: 2026-10-01, by: Priya Nair, because: Ticket 4821 }
`,
  'questionnaires/form.csv': CSV,
  'strange/rmm.csv': 'Computer,Colour\nPC1,blue\n',
});
const FORM = join(FOLDER, 'questionnaires/form.csv');
const STATE = join(FOLDER, 'questionnaires/review.yaml');
const page = await served(FOLDER, '--questionnaire', FORM, '--by', 'Marta Ruiz', '--on', '2026-10-16');
const cookie = await sessionOf(page.link);
const key = hidden(await see('/'), 'key');

const Entry = z.looseObject({ question: z.string(), state: z.string(), answer: z.string().optional() });
const State = z.object({ forms: z.array(z.object({ questions: z.array(Entry) })) });
const entries = () => State.parse(parse(readFileSync(STATE, 'utf8'))).forms[0]?.questions ?? [];

async function sessionOf(link: string): Promise<string> {
  const entered = await fetch(link);
  return entered.headers.get('set-cookie')?.split(';')[0] ?? '';
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** With headers that a browser would not let a page set. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      `${page.base}${path}`,
      { method: body === undefined ? 'GET' : 'POST', headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => {
          text += piece;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

async function see(path: string): Promise<string> {
  return (await ask(path, { cookie })).text;
}

function hidden(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}

/** Sends the form of a question's page as its own page would. */
async function send(id: string, fields: Readonly<Record<string, string>>, from?: string): Promise<Answer> {
  const html = from ?? (await see(`/questions/${id}`));
  const body = new URLSearchParams({
    by: 'Marta Ruiz',
    key: hidden(html, 'key'),
    version: hidden(html, 'version'),
    ...fields,
  });
  const headers = { cookie, origin: page.base, 'content-type': 'application/x-www-form-urlencoded' };
  return ask(`/questions/${id}`, headers, String(body));
}

afterAll(async () => {
  const body = new URLSearchParams({ key });
  await ask(
    '/finish',
    { cookie, origin: page.base, 'content-type': 'application/x-www-form-urlencoded' },
    String(body),
  );
  expect(await page.ended).toBe(0);
});

describe('the page of a review', () => {
  it('shows nothing to whoever comes without the link, under another name, or with a wrong token', async () => {
    const refused = [
      await ask('/'),
      await ask('/?token=1234'),
      await ask('/questions/Q-001'),
      await ask('/style.css'),
      await ask('/', { cookie: cookie.replace(/.$/, '-') }),
      await ask('/', { cookie, host: 'evil.example' }),
      await ask('/', { cookie, host: page.host.replace('127.0.0.1', 'localhost') }),
      await ask(
        '/questions/Q-001',
        { origin: page.base, 'content-type': 'application/x-www-form-urlencoded' },
        'do=accept',
      ),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    expect(refused.filter(({ text }) => /Lakeside|backups|Q-0/.test(text))).toEqual([]);
  });

  it('takes no form from elsewhere, and changes nothing by a link', async () => {
    const html = await see('/questions/Q-003');
    const body = String(
      new URLSearchParams({
        do: 'edit',
        answer: 'No',
        by: 'Eve',
        key: hidden(html, 'key'),
        version: hidden(html, 'version'),
      }),
    );
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const refused = [
      await ask('/questions/Q-003', { cookie, ...type }, body),
      await ask('/questions/Q-003', { cookie, ...type, origin: 'https://evil.example' }, body),
      await ask('/questions/Q-003', { cookie, ...type, origin: 'null' }, body),
      await ask('/questions/Q-003', { cookie, ...type, origin: page.base, 'sec-fetch-site': 'cross-site' }, body),
      await ask('/questions/Q-003', { cookie, ...type, origin: page.base }, body.replace(/key=[^&]+/, 'key=0')),
      await ask('/finish', { cookie, ...type, origin: 'https://evil.example' }, body),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    expect(
      (await ask('/questions/Q-003', { cookie, origin: page.base, 'content-type': 'text/plain' }, body)).status,
    ).toBe(413);
    expect((await ask('/questions/Q-003', { cookie, origin: page.base, ...type }, 'a'.repeat(600_000))).status).toBe(
      413,
    );
    await ask(`/questions/Q-003?${body}`, { cookie });
    expect(existsSync(STATE)).toBe(false);
  });

  it('lets nothing run or load that is not its own, and is kept by no browser', async () => {
    const { headers } = await ask('/', { cookie });
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'; script-src 'self';/);
    expect([headers['cache-control'], headers['x-frame-options']]).toEqual(['no-store', 'DENY']);
    const set = (await ask(page.link.slice(page.base.length))).headers['set-cookie'];
    expect(String(set)).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(await see('/questions/Q-007')).toContain('Do you paint the &lt;office&gt; each year &amp; why?');
  });

  it('shows a question beside its cell, with the proposed answer, the most that may be said, and the rows behind it', async () => {
    const html = await see('/questions/Q-001');
    expect(html).toContain('<code>CSV!B2</code>');
    expect(html).toMatch(/Accept “Yes/);
    expect(html).toContain('backup/check.txt');
    const none = await see('/questions/Q-002');
    expect(none).toContain('No answer is proposed:');
    expect(none).toContain('Nothing: the evidence does not carry an answer');
  });

  it('shows files that nobody reads with the way to map them, and verdicts with their rows', async () => {
    expect(await see('/exhibits')).toContain('proofpack map &quot;strange/rmm.csv&quot;');
    expect(await see('/verdicts')).toContain('/verdicts/small');
    expect(await see('/verdicts/small?verdict=supported')).toMatch(/S-1[\s\S]*backup\/check\.txt/);
    expect((await ask('/verdicts/none', { cookie })).status).toBe(404);
  });
});

describe('a review without a questionnaire', () => {
  it('shows exhibits and verdicts all the same, and ends when somebody finishes', async () => {
    const alone = await served(FOLDER);
    const session = await sessionOf(alone.link);
    const seen = await Promise.all(
      ['/', '/exhibits', '/questions/Q-001'].map((path) =>
        fetch(`${alone.base}${path}`, { headers: { cookie: session } }),
      ),
    );
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 404]);
    const text = (await seen[0]?.text()) ?? '';
    expect(text).toContain('No questionnaire was named.');
    const body = new URLSearchParams({ key: hidden(text, 'key') });
    await fetch(`${alone.base}/finish`, { method: 'POST', body, headers: { cookie: session, origin: alone.base } });
    expect(await alone.ended).toBe(0);
  });

  it('says at once when its port is none, or is taken', async () => {
    await expect(served(FOLDER, '--port', '80')).rejects.toThrow('ended with 2');
    await expect(served(FOLDER, '--port', page.host.replace(/.*:/, ''))).rejects.toThrow('ended with 2');
  });
});

describe('a decision', () => {
  it('that accepts is kept in one file, by whom and when, and leads to the next open question', async () => {
    const done = await send('Q-001', { do: 'accept' });
    expect([done.status, done.headers['location']]).toEqual([303, '/questions/Q-002?after=Q-001']);
    expect(entries()).toMatchObject([
      { question: 'Q-001', state: 'accepted', by: 'Marta Ruiz', on: '2026-10-16', asOf: '2026-10-15' },
    ]);
    expect(await see('/questions/Q-002?after=Q-001')).toContain('Q-001: accepted.');
  });

  it('is not kept where the file of decisions could not be read with it, and what was typed stays', async () => {
    const reason = 'Shown on the console. '.repeat(100);
    const { status, text } = await send('Q-002', { do: 'edit', answer: 'Yes', reason });
    expect([status, text.includes('Not saved: too long'), text.includes('because')]).toEqual([400, true, true]);
    const name = await send('Q-002', { do: 'edit', answer: 'No', by: 'M'.repeat(201) });
    expect([name.status, (await ask('/', { cookie })).status]).toEqual([400, 200]);
  });

  it('that says more than the evidence is refused, unless a name and a reason stand by it', async () => {
    const refused = await send('Q-002', { do: 'edit', answer: 'Yes', comment: 'All of them.' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Not saved: the evidence allows at most &quot;cannot-say&quot;.');
    expect(refused.text).toContain('All of them.</textarea>');
    expect((await send('Q-002', { do: 'edit', answer: 'No. In fact: yes, all of them.' })).status).toBe(400);
    expect((await send('Q-002', { do: 'edit', answer: 'Certainly' })).status).toBe(400);
    expect((await send('Q-002', { do: 'edit', answer: 'N/A' })).status).toBe(400);
    expect((await send('Q-002', { do: 'edit', answer: 'Yes', reason: 'short' })).text).toContain('ten characters');
    expect(entries().map(({ question }) => question)).toEqual(['Q-001']);
    const over = await send('Q-002', { do: 'edit', answer: 'Yes', reason: 'Shown to the broker on the console' });
    expect(over.status).toBe(303);
    const html = await see('/questions/Q-002');
    expect(html).toContain('Against the evidence: the evidence allows at most');
    expect(html).toContain('Reason given: Shown to the broker on the console');
  });

  it('on what no evidence is asked for is the word of whoever gives it', async () => {
    expect((await send('Q-003', { do: 'edit', answer: 'Yes', by: '' })).text).toContain('Your name is wanted');
    expect((await send('Q-003', { do: 'edit', answer: 'Yes' })).status).toBe(303);
  });

  it('waits for whoever says which question of ours it is', async () => {
    const refused = await send('Q-004', { do: 'edit', answer: 'No' });
    expect(refused.text).toContain('it is not settled which question of ours it is');
    expect((await send('Q-004', { do: 'settle', is: 'NO-SUCH-01' })).status).toBe(400);
    expect((await send('Q-004', { do: 'settle', is: 'none' })).headers['location']).toBe('/questions/Q-004');
    expect(readFileSync(join(FOLDER, 'questionnaires/pairs.yaml'), 'utf8')).toContain('is: none');
    expect((await send('Q-004', { do: 'assign', owner: 'Internal IT', note: 'Ask for the list' })).status).toBe(303);
  });

  it('made on a page that is old is refused, with what stands now and what was typed', async () => {
    const old = await see('/questions/Q-006');
    await send('Q-006', { do: 'edit', answer: 'Yes' }, old);
    const late = await send('Q-006', { do: 'edit', answer: 'No', comment: 'typed for long' }, old);
    expect(late.status).toBe(409);
    expect(late.text).toContain('Not saved: this question was decided');
    expect(late.text).toContain('typed for long</textarea>');
    expect(entries().find(({ question }) => question === 'Q-006')?.answer).toBe('Yes');
    const twins = await see('/questions/Q-006');
    const both = await Promise.all(
      ['A tree', 'Two trees'].map((answer) => send('Q-006', { do: 'edit', answer }, twins)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await send('Q-006', { do: 'clear' })).status).toBe(303);
  });

  it('leaves nothing half written beside the file, and sorts it by question', () => {
    expect(readdirSync(join(FOLDER, 'questionnaires')).sort()).toEqual(['form.csv', 'pairs.yaml', 'review.yaml']);
    expect(entries().map(({ question }) => question)).toEqual(['Q-001', 'Q-002', 'Q-003', 'Q-004']);
  });
});

const executablePath = chromiumHere();
describe.skipIf(executablePath === undefined)('in a real browser (skipped where no Chromium is installed)', () => {
  let browser: Browser;
  let tab: Page;
  const complaints: string[] = [];
  const asked: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--no-sandbox'],
    });
    tab = await browser.newPage();
    tab.on('request', (each) => asked.push(each.url()));
    tab.on('pageerror', (error) => complaints.push(String(error)));
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await tab.goto(page.link);
    await tab.waitForURL(`${page.base}/`);
  });
  afterAll(() => browser.close());

  it('is gone through by keys alone, and asks nobody but this machine', async () => {
    await tab.keyboard.press('n');
    await tab.waitForURL(/Q-005/);
    await tab.keyboard.press('a');
    await tab.waitForURL(/Q-006\?after=Q-005/);
    await tab.keyboard.press('e');
    await tab.keyboard.type('Yes, nine of them');
    await tab.keyboard.press('Control+Enter');
    await tab.waitForURL(/Q-007\?after=Q-006/);
    await tab.keyboard.press('o');
    await tab.keyboard.press('Tab');
    await tab.keyboard.type('See the painter');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/\/\?after=Q-007/);
    expect(await tab.textContent('.lead')).toBe('7 of 7 questions need nobody any more.');
    expect(entries().map(({ state }) => state)).toEqual([
      'accepted',
      'edited',
      'edited',
      'assigned',
      'accepted',
      'edited',
      'assigned',
    ]);
    expect(asked.filter((url) => !url.startsWith(page.base))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('has no serious fault of access on any of its pages', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    // Of every page, light and dark, wide and narrow: bench/review.mjs.
    for (const path of ['/', '/questions/Q-001', '/questions/Q-002']) {
      await tab.goto(`${page.base}${path}`);
      const faults: unknown = await tab.evaluate(
        `(async () => { ${axe}; return (await axe.run()).violations.filter(({ impact }) => impact !== 'minor').map(({ id }) => id); })()`,
      );
      expect([path, faults]).toEqual([path, []]);
    }
  });
});

describe('proofpack answer', () => {
  it('writes what was accepted and answered, marks what goes against the evidence, and leaves the assigned to its owner', async () => {
    const out = await proofpack('answer', FORM, '--engagement', FOLDER, '--dry-run', '--json');
    const Row = z.looseObject({
      id: z.string(),
      state: z.string(),
      owner: z.string(),
      written: z.array(z.object({ text: z.string() })),
    });
    const { questions } = z.object({ questions: z.array(Row) }).parse(JSON.parse(out.out));
    const row = (id: string) => questions.find((each) => each.id === id);
    expect([row('Q-001')?.state, row('Q-002')?.state, row('Q-003')?.state]).toEqual(['filled', 'overridden', 'stated']);
    expect(row('Q-002')?.written[1]?.text).toMatch(
      /^Answered by Marta Ruiz on 2026-10-16 against the evidence: the evidence allows at most "cannot-say".*Reason given: Shown to the broker on the console\./,
    );
    expect(row('Q-003')?.written.map(({ text }) => text)).toEqual([
      'Yes',
      'Stated by Marta Ruiz on 2026-10-16; no exhibit shows it.',
    ]);
    expect([row('Q-004')?.state, row('Q-004')?.owner]).toEqual(['person', 'Internal IT']);
  });

  it('believes the file of a review no more than the evidence', async () => {
    const about = 'by: Eve, on: 2026-10-16';
    const entry = (id: number, more: string) =>
      `{ question: Q-00${id}, asks: ${JSON.stringify(QUESTIONS[id - 1])}, ${about}, ${more} }`;
    const fingerprint = /fingerprint: "?([0-9a-f]{16})/.exec(readFileSync(STATE, 'utf8'))?.[1];
    const write = (...lines: readonly string[]) =>
      writeFileSync(
        STATE,
        `review: 1\nforms:\n  - fingerprint: "${fingerprint}"\n    title: form.csv\n    questions:\n${lines.map((line) => `      - ${line}\n`).join('')}`,
      );
    const today = 'asOf: 2026-10-15';
    write(
      entry(1, `${today}, state: accepted, answer: "Yes, and more", comment: null`),
      entry(2, `${today}, state: edited, answer: "Yes"`),
      entry(3, 'asOf: 2025-10-15, state: edited, answer: "Yes"'),
      `{ question: Q-006, asks: Do you sell trees?, ${about}, ${today}, state: edited, answer: "Yes" }`,
      `{ question: Q-099, asks: Do you sell trees?, ${about}, ${today}, state: edited, answer: "Yes" }`,
    );
    const out = await proofpack('answer', FORM, '--engagement', FOLDER, '--dry-run', '--fail-on', 'contradiction');
    expect(out.exit).toBe(1);
    expect(out.err).toContain(
      'Q-001: what Eve decided in the review was not used: the evidence says something else by now',
    );
    expect(out.err).toContain(
      'Q-002: what Eve decided in the review was not used: the evidence allows at most "cannot-say"',
    );
    expect(out.err).toContain(
      'Q-003: what Eve decided in the review was not used: it was decided on the evidence as of 2025-10-15',
    );
    expect(out.err).toContain(
      'Q-006: what Eve decided in the review was not used: it was decided about another wording',
    );
    expect(out.err).toContain('questionnaires/review.yaml decides about Q-099, and this form has no such question.');
    write(entry(1, `${today}, state: edited, answer: "No"`), entry(5, `${today}, state: edited, answer: "Unknown"`));
    const twice = await proofpack('answer', FORM, '--engagement', FOLDER, '--dry-run');
    expect(twice.err).toContain('Q-005: what Eve decided in the review was not used: Q-001 and Q-005 ask the same');
    write(entry(2, `${today}, state: edited, answer: "No"`));
    writeFileSync(
      STATE,
      readFileSync(STATE, 'utf8').replace(/fingerprint: "?\w{16}"?/, 'fingerprint: "0123456789abcdef"'),
    );
    const other = await proofpack('answer', FORM, '--engagement', FOLDER, '--dry-run');
    expect(other.err).toContain('review.yaml holds 1 decision about another edition of form.csv; none of them is used');
    write(entry(2, `${today}, state: edited, answer: "Yes", override: { by: Eve, because: short }`));
    expect((await proofpack('answer', FORM, '--engagement', FOLDER, '--dry-run')).exit).toBe(2);
    const told = await ask('/', { cookie });
    expect(told.status).toBe(409);
    expect(told.text).toContain('review.yaml:');
  });
});
