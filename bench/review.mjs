// The review page as somebody uses it: 50 questions by keys alone, every page by axe-core in light and dark, wide and narrow, and what a
// stranger gets.      npm run build && node bench/review.mjs [folder for screenshots]
// Needs a Chromium or Chrome in the PATH, or its path in CHROMIUM.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { SECTIONS } from './customer-forms.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const [shots] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'review-'));
const client = join(work, 'client');
cpSync(join(root, 'fixtures/clients/software'), client, { recursive: true });
const asked = SECTIONS.flatMap(([, questions]) => questions);
const more = Array.from(
  { length: 50 - asked.length },
  (_, index) => `Do you offset the carbon of office ${index + 1}?`,
);
const form = join(client, 'questionnaires', 'fifty.csv');
const cell = (text) => `"${text.replaceAll('"', '""')}"`;
cpSync(join(root, 'fixtures/questionnaires'), join(client, 'questionnaires'), { recursive: true });
writeFileSync(
  form,
  ['No,Question,Response,Comments', ...[...asked, ...more].map((text, i) => `${i + 1},${cell(text)},,`), ''].join('\n'),
);

const found = ['chromium', 'google-chrome', 'chrome'].map((name) =>
  spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim(),
);
const executablePath = process.env.CHROMIUM ?? found.find(Boolean);
if (!executablePath) throw new Error('no Chromium or Chrome in the PATH, and none in CHROMIUM');
let wrong = 0;
const expect = (what, holds, told = '') => {
  if (!holds) wrong += 1;
  console.log(`${holds ? 'ok   ' : 'WRONG'}  ${what}${told}`);
};

const serve = async () => {
  const child = spawn(process.execPath, [
    join(root, 'bin/proofpack.js'),
    ...['review', client, '--questionnaire', form, '--by', 'Marta Ruiz', '--json'],
  ]);
  const exit = new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)));
  const printed = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (piece) => {
      said += piece;
      if (said.endsWith('\n')) resolve(JSON.parse(said).link);
    });
    child.on('exit', () => reject(new Error('it ended before it was served')));
  });
  return { child, exit, printed };
};
const { child: server, exit: ended, printed: link } = await serve();
const base = new URL(link).origin;
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  console.log(`Chromium ${browser.version()}`);
  const outside = [];
  const complaints = [];
  const open = async (options = {}) => {
    const context = await browser.newContext(options);
    // No network but this page: whatever else is asked for fails, and is counted.
    await context.route('**/*', (route) => {
      if (route.request().url().startsWith(base)) return route.continue();
      outside.push(route.request().url());
      return route.abort();
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(link);
    await page.waitForURL(`${base}/`);
    return page;
  };

  const page = await open();
  const began = process.hrtime.bigint();
  await page.keyboard.press('n');
  await page.waitForURL(/questions/);
  const did = { accepted: 0, answered: 0, assigned: 0 };
  for (let step = 0; step < 60 && /questions/.test(page.url()); step += 1) {
    const before = page.url();
    const accept = await page.locator('[data-key=a]').count();
    if (accept > 0) {
      await page.keyboard.press('a');
      did.accepted += 1;
    } else if (/carbon/.test(await page.textContent('h1'))) {
      await page.keyboard.press('e');
      await page.keyboard.type('No');
      await page.keyboard.press('Control+Enter');
      did.answered += 1;
    } else {
      await page.keyboard.press('o');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Please look');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      did.assigned += 1;
    }
    await page.waitForURL((url) => String(url) !== before);
  }
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const lead = await page.textContent('.lead');
  expect(
    '50 questions by keys alone',
    lead === '50 of 50 questions need nobody any more.',
    `: ${lead} ${JSON.stringify(did)}, ${seconds.toFixed(1)} s`,
  );
  const kept = readFileSync(join(client, 'questionnaires/review.yaml'), 'utf8');
  expect('all of them in one file', (kept.match(/question: Q-/g) ?? []).length === 50, `, ${kept.length} bytes`);

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const paths = [
    '/',
    '/?show=open',
    '/questions/Q-001',
    '/questions/Q-010',
    '/questions/Q-050',
    '/exhibits',
    '/verdicts',
    '/verdicts/cyber-insurance',
    '/redaction',
  ];
  let checked = 0;
  const faults = [];
  const wide = [];
  for (const colorScheme of ['light', 'dark'])
    for (const width of [1280, 400]) {
      const view = await open({ colorScheme, viewport: { width, height: 900 } });
      for (const path of paths) {
        await view.goto(`${base}${path}`);
        const told = await view.evaluate(
          `(async () => { ${axe}; return (await axe.run()).violations.map(({ id, impact, nodes }) => id + ' (' + impact + ') ' + nodes[0].html.slice(0, 120)); })()`,
        );
        faults.push(...told.map((fault) => `${colorScheme} ${width} ${path}: ${fault}`));
        if ((await view.evaluate('document.documentElement.scrollWidth - innerWidth')) > 0)
          wide.push(`${width} ${path}`);
        checked += 1;
        if (shots)
          await view.screenshot({ path: join(shots, `${path.replace(/\W+/g, '-')}-${colorScheme}-${width}.png`) });
      }
      await view.context().close();
    }
  expect(`axe-core on ${checked} views`, faults.length === 0, faults.map((fault) => `\n       ${fault}`).join(''));
  expect('no view is wider than its window', wide.length === 0, `: ${wide.join(', ')}`);

  const stranger = await (await browser.newContext()).newPage();
  const answers = [];
  for (const path of ['/', '/questions/Q-001', '/exhibits', '/style.css', '/?token=0'])
    answers.push(
      await stranger
        .goto(`${base}${path}`)
        .then(async (response) => `${response.status()} ${(await stranger.textContent('body')).trim()}`),
    );
  expect(
    'a second browser without the link gets nothing',
    answers.every((each) => each.startsWith('403 ') && !/Quillstack|Q-0/.test(each)),
    `: ${answers[0]}`,
  );

  const before = readFileSync(join(client, 'questionnaires/review.yaml'), 'utf8');
  const context = page.context();
  const evil = await context.newPage();
  await evil.setContent(
    `<form method="post" action="${base}/questions/Q-001"><input name="do" value="clear"><button>Go</button></form>`,
  );
  const [crossed] = await Promise.all([evil.waitForResponse(/Q-001/), evil.click('button')]);
  expect(
    'a form from another site is refused',
    crossed.status() === 403 && readFileSync(join(client, 'questionnaires/review.yaml'), 'utf8') === before,
    `: ${crossed.status()}`,
  );
  expect('nothing was asked of a network', outside.length === 0, `: ${outside.join(', ')}`);
  expect(
    'no complaint of its policy or script',
    complaints.length === 0,
    complaints.map((each) => `\n       ${each}`).join(''),
  );

  await page.goto(`${base}/`);
  await page.click('text=Finish and stop serving');
  expect('it ends when somebody finishes', (await ended) === 0);

  // Ctrl-C while a decision is being written: what was kept before stays whole.
  const second = await serve();
  const session = (await fetch(second.printed)).headers.get('set-cookie').split(';')[0];
  const origin = new URL(second.printed).origin;
  const html = await (await fetch(`${origin}/questions/Q-001`, { headers: { cookie: session } })).text();
  const field = (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)[1];
  const body = new URLSearchParams({ do: 'clear', by: 'Marta Ruiz', key: field('key'), version: field('version') });
  fetch(`${origin}/questions/Q-001`, { method: 'POST', body, headers: { cookie: session, origin } }).catch(
    () => undefined,
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  second.child.kill('SIGINT');
  const code = await second.exit;
  const left = readdirSync(join(client, 'questionnaires')).filter((name) => name.startsWith('.'));
  const lines = (readFileSync(join(client, 'questionnaires/review.yaml'), 'utf8').match(/question: Q-/g) ?? []).length;
  expect(
    'Ctrl-C leaves nothing half written',
    code === 130 && left.length === 0 && lines >= 49,
    `: exit ${code}, ${lines} entries`,
  );
} finally {
  await browser.close();
  server.kill();
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = wrong === 0 ? 0 : 1;
