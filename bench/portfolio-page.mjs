// The page of a portfolio of 400 clients in a browser, opened as a file: what it weighs, how long it takes to open, and how long a filter over all of its rows
// takes from the key to the next frame.      npm run build && node bench/portfolio-page.mjs [clients=400] [--keep <file>]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { seeded } from './fleet-clients.mjs';

const { composePortfolio } = await import('../dist/report/index.js');
const { portfolioFindings } = await import('../dist/fleet/index.js');
const { readPortfolioTemplates } = await import('../dist/disk/index.js');
const { Portfolio } = await import('../dist/model/portfolio.js');
const { ANSWERED_BY } = await import('../dist/answered-by.js');

const count = Number(process.argv[2] ?? 400);
const chance = seeded(3);
const pick = (list) => list[Math.floor(chance() * list.length)];
const facts = Object.keys(ANSWERED_BY);
const northlake = { party: 'msp', side: 'provider', title: 'Provider', name: 'Northlake IT' };

const outcomes = Array.from({ length: count }, (_, i) => {
  const name = `${pick(['Alder', 'Birch', 'Cedar', 'Elm', 'Maple', 'Oak'])} ${pick(['Dental', 'Partners', 'Software', 'Freight'])} ${String(i + 1).padStart(4, '0')}`;
  const own = {
    party: 'internal-it',
    side: 'client',
    title: 'Internal IT',
    name: pick(['Sam Ortiz', 'Idris Quaye', 'Tomás Lindgren', 'Ruth Adler']),
  };
  const wanting = Array.from({ length: 30 + Math.floor(chance() * 40) }, () => {
    const fact = pick(facts);
    return {
      practice: fact,
      title: fact.replaceAll('-', ' '),
      state: chance() < 0.8 ? 'missing' : 'stale',
      newest: null,
      by: chance() < 0.5 ? northlake : own,
      duty: chance() < 0.5 ? 'provider' : 'client',
      severity: pick(['high', 'moderate', 'low']),
      obtain: 'An export.',
      facts: [fact],
    };
  });
  const unsignable = Array.from({ length: Math.floor(chance() * 5) }, (_, k) => ({
    control: `INS-MFA-0${k + 1}`,
    title: 'MFA for e-mail',
    claimed: 'yes',
    ceiling: pick(['partly', 'no', 'cannot-say']),
    by: 'Dana Cole',
    text: '',
    overridden: false,
  }));
  const summary = {
    name,
    asOf: '2026-10-15',
    renewsOn:
      chance() < 0.95 ? `2026-${pick(['11', '12'])}-${String(1 + Math.floor(chance() * 28)).padStart(2, '0')}` : null,
    model: 'Co-managed',
    headlines: [
      {
        framework: 'cyber-insurance',
        title: 'Insurance',
        controls: 118,
        applicable: 117,
        supported: Math.floor(chance() * 60),
        assessed: 90,
      },
    ],
    answers: {},
    unsignable,
    wanting,
    gaps: { high: 9, moderate: 9, low: 9 },
    contradictions: unsignable.length,
    exhibits: { read: 40, others: 3 },
    sources: ['restic-backup', 'entra-user-registration'],
  };
  return { id: `client-${i}`, name, state: 'built', exit: 0, problems: [], met: [], packages: [], summary, seconds: 1 };
});

const started = performance.now();
const findings = portfolioFindings({
  outcomes,
  notes: [],
  portfolio: Portfolio.parse({ name: 'Northlake IT' }),
  today: '2026-10-20',
  before: new Map(),
  renewals: {},
});
const { files } = composePortfolio(findings, { templates: await readPortfolioTemplates() });
const page = files.find(({ path }) => path === 'portfolio.html')?.text ?? '';
console.log(
  `${count} clients into a page of ${(page.length / 1e6).toFixed(2)} MB in ${((performance.now() - started) / 1000).toFixed(2)} s`,
);

const root = mkdtempSync(join(tmpdir(), 'proofpack-page-'));
const kept = process.argv.indexOf('--keep');
const path = kept > 0 ? process.argv[kept + 1] : join(root, 'portfolio.html');
writeFileSync(path, page);
const found = ['chromium', 'google-chrome', 'chrome'].map((name) =>
  spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim(),
);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? found.find(Boolean),
  args: ['--no-sandbox'],
});
const tab = await browser.newPage();
const asked = [];
tab.on('request', (request) => asked.push(request.url()));
const opened = performance.now();
await tab.goto(pathToFileURL(path).href);
console.log(
  `opened in ${Math.round(performance.now() - opened)} ms, ${await tab.locator('main tbody tr').count()} rows`,
);
const took = await tab.evaluate(async () => {
  const field = document.querySelector('#search input');
  const times = [];
  for (const words of ['e', 'elm', 'elm dental', 'elm dental 0', '', 'sam ortiz', '']) {
    const from = performance.now();
    field.value = words;
    field.dispatchEvent(new Event('input'));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    times.push(`"${words}" ${Math.round(performance.now() - from)} ms`);
  }
  return times;
});
console.log(
  `filtered, to the next frame: ${took.join(', ')}; asked of a network: ${asked.filter((url) => !url.startsWith('file:')).length}`,
);
if (kept > 0) await tab.screenshot({ path: `${path}.png` });
await browser.close();
rmSync(root, { recursive: true });
