// Does verify.html say in a real browser what `proofpack verify` says? Builds a signed package, opens the page from it in Chromium without a
// network, gives it the whole package, 30 tampered ones and the unpacked folder.      node bench/browser.mjs [client]
// Needs a Chromium or Chrome in the PATH, or its path in CHROMIUM.
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../', import.meta.url));
const [client = 'software'] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'browser-'));
const cli = (...args) => {
  const run = spawnSync(process.execPath, [join(root, 'bin/proofpack.js'), ...args], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
};
const found = ['chromium', 'google-chrome', 'chrome'].map((name) =>
  spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim(),
);
const executablePath = process.env.CHROMIUM ?? found.find(Boolean);
if (!executablePath) throw new Error('no Chromium or Chrome in the PATH, and none in CHROMIUM');

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
let wrong = 0;
try {
  cli('keys', 'new', join(work, 'key'), '--name', 'somebody');
  const { fingerprint } = JSON.parse(cli('keys', 'show', join(work, 'key'), '--json'));
  const pem = ['key.pem', 'certificate.pem'].map((name) => join(work, name));
  const subject = ['-subj', '/O=Northlake IT/CN=Marta Ruiz', '-days', '3650'];
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', pem[0], '-out', pem[1], ...subject];
  if (spawnSync('openssl', made).status !== 0) throw new Error('no openssl');
  writeFileSync(join(work, 'both.pem'), pem.map((path) => readFileSync(path, 'utf8')).join(''));
  const certificate = new X509Certificate(readFileSync(pem[1])).fingerprint256;
  const zip = join(work, 'package.zip');
  const signing = ['--sign', join(work, 'key'), '--sign-pdf', join(work, 'both.pem')];
  cli('build', join(root, 'fixtures/clients', client), '-o', zip, ...signing, '--quiet');
  const bytes = readFileSync(zip);
  const folder = join(work, 'unpacked');
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const asked = [];
  const complaints = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(pathToFileURL(join(folder, 'verify.html')).href);

  const say = async (field, path) => {
    await page.setInputFiles(field, path);
    await page.waitForFunction(() => ['good', 'bad'].includes(document.getElementById('verdict').className));
    const verdict = await page.textContent('#verdict');
    const lines = await page.locator('#list li').allTextContents();
    return { good: (await page.getAttribute('#verdict', 'class')) === 'good', verdict, lines };
  };
  const expect = (what, holds, more = '') => {
    if (!holds) wrong += 1;
    console.log(`${holds ? 'ok   ' : 'WRONG'}  ${what}${more}`);
  };

  console.log(`${await browser.version()}, ${bytes.length} bytes`);
  const whole = await say('#zip', zip);
  expect('the ZIP is whole', whole.good, `: ${whole.verdict}`);
  expect(
    'the signature holds, by the right key',
    whole.lines.some((line) => line.startsWith('The signature holds') && line.includes(fingerprint)),
  );
  expect(
    'every PDF is signed, and by which certificate is told',
    whole.lines.some((line) => /^[1-9]\d* PDFs are signed/.test(line) && line.includes(certificate)),
    `: ${whole.lines.find((line) => line.includes('PDF'))}`,
  );
  await page.fill('#told', fingerprint);
  await page.locator('#told').blur();
  await page.waitForFunction(() => document.getElementById('list').textContent.includes('It is what you were told.'));
  expect('it is the one that was told', true);
  expect('the folder is whole', (await say('#folder', folder)).good);
  await page.screenshot({ path: join(tmpdir(), 'proofpack-verify-page.png'), fullPage: true });

  // A fixed sequence, so that a figure can be had again (Numerical Recipes' linear congruence).
  let state = 20261128;
  const next = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  let refused = 0;
  for (let i = 0; i < 30; i += 1) {
    const bent = Buffer.from(bytes);
    bent[next(bent.length)] ^= 1 << next(8);
    const path = join(work, 'bent.zip');
    writeFileSync(path, bent);
    if (!(await say('#zip', path)).good) refused += 1;
  }
  expect('flipped bits', refused === 30, `: ${refused} of 30 refused`);
  writeFileSync(join(folder, 'data/machine/more.json'), '{}');
  expect(
    'a file more in the folder is told',
    (await say('#folder', folder)).lines.some((line) => line.includes('data/machine/more.json')),
  );
  const outside = asked.filter((url) => !url.startsWith('file:'));
  expect('asks nothing of a network', outside.length === 0, `: ${asked.length} request, ${outside.length} outside`);
  expect(
    'no complaint of its policy or script',
    complaints.length === 0,
    complaints.map((each) => `\n       ${each}`).join(''),
  );
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = wrong === 0 ? 0 : 1;
