// What a table costs as a tagged PDF of ours, against pdfkit's own text() and table(), pdfmake and Chromium printing the same: ratios count, seconds
// drift. "npm run build" first, then "node bench/pdf.mjs [rows] [columns] [rounds]", or "node bench/pdf.mjs long [columns]" for 10,000 and 100,000 rows of ours. pdfmake is asked where it is installed, or lies in the folder that
// PDFMAKE names ("npm install pdfmake" in a folder of its own); Chromium where it is in the PATH or in CHROMIUM.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureTree } from './pdf/tree.mjs';
import { WAYS, writeHtml } from './pdf/ways.mjs';

const SCRIPT = fileURLToPath(import.meta.url);
const [first, ...rest] = process.argv.slice(2);
if (first === 'long') long(Number(rest[0] ?? 8));
else if (first !== undefined && first in WAYS) await report(first, { rows: Number(rest[0]), columns: Number(rest[1]) });
else await compare({ rows: Number(first ?? 10_000), columns: Number(rest[0] ?? 8) }, Number(rest[1] ?? 3));

async function compare(size, rounds) {
  needDist();
  const runs = new Map();
  const keep = (name, run) => runs.set(name, [...(runs.get(name) ?? []), run]);
  const keepAll = (name, { limit, ...run }) => {
    keep(name, run);
    if (limit) keep('limit', limit);
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of Object.keys(WAYS)) {
      const run = spawnSync(process.execPath, [SCRIPT, name, size.rows, size.columns].map(String), {
        encoding: 'utf8',
      });
      if (run.status === 0) keepAll(name, JSON.parse(run.stdout.trim().split('\n').at(-1)));
      else if (name === 'pdfmake' && /Cannot find module/.test(run.stderr)) keep(name, undefined);
      else throw new Error(`${name}: ${run.stderr}`);
    }
    keep('chromium', await chromium(size));
  }
  print(size, rounds, new Map([...runs].map(([name, all]) => [name, median(all)])));
}

/** What ten times the rows cost: all there and the file whole, and made while they are laid. */
function long(columns) {
  needDist();
  console.log('| rows | | CPU s | peak MB | pages | file MB |\n|---|---|---|---|---|---|');
  for (const rows of [10_000, 100_000])
    for (const name of ['ours', 'streamed']) {
      const run = spawnSync(process.execPath, [SCRIPT, name, rows, columns].map(String), { encoding: 'utf8' });
      const { cpu, megabytes, pages, bytes } = JSON.parse(run.stdout.trim().split('\n').at(-1));
      const cells = [rows, WAYS[name].title, cpu.toFixed(2), megabytes, pages, (bytes / 1e6).toFixed(2)];
      console.log(`| ${cells.join(' | ')} |`);
    }
}

function needDist() {
  if (existsSync(new URL('../dist/pdf/index.js', import.meta.url))) return;
  console.error('There is no dist/: run "npm run build" first.');
  process.exit(2);
}

function median(runs) {
  return runs.filter(Boolean).sort((a, b) => a.cpu - b.cpu)[Math.floor((runs.length - 1) / 2)];
}

function print({ rows, columns }, rounds, runs) {
  const mine = runs.get('ours');
  const titles = {
    ...WAYS,
    limit: { title: 'zlib alone, level 6, of the same streams' },
    chromium: { title: 'Chromium printing HTML, tagged' },
  };
  console.log(`${rows} rows of ${columns} cells, median of ${rounds}\n`);
  console.log('| | CPU s | against ours | peak MB | against ours | pages | file MB |\n|---|---|---|---|---|---|---|');
  for (const [name, run] of runs) {
    if (!run) console.log(`| ${titles[name].title}: not here | | | | | | |`);
    else
      console.log(
        `| ${[
          titles[name].title,
          run.cpu.toFixed(2),
          (run.cpu / mine.cpu).toFixed(2),
          run.megabytes ?? '',
          run.megabytes ? (run.megabytes / mine.megabytes).toFixed(2) : '',
          run.pages ?? '',
          (run.bytes / 1e6).toFixed(2),
        ].join(' | ')} |`,
      );
  }
  console.log('\n| goal | wanted | found |\n|---|---|---|');
  for (const [goal, wanted, found] of goals(runs)) console.log(`| ${goal} | ${wanted} | ${found} |`);
}

function goals(runs) {
  const [mine, warm, limit] = ['ours', 'warm', 'limit'].map((name) => runs.get(name));
  const against = (name, what) => {
    const other = runs.get(name);
    return other ? `1/${(other[what] / mine[what]).toFixed(1)}` : 'not measured';
  };
  return [
    ['CPU against pdfkit text() a cell', '1/4', against('text', 'cpu')],
    ['memory against the same', '1/3', against('text', 'megabytes')],
    ['CPU against pdfkit table()', '1/8', against('table', 'cpu')],
    ['CPU against Chromium, tagged', '1/10', against('chromium', 'cpu')],
    ['memory, tagged', '300 MB', `${mine.megabytes} MB`],
    ['file, tagged', '10 MB', `${(mine.bytes / 1e6).toFixed(1)} MB`],
    ['warm, against zlib of its own streams', '4 times', `${(warm.cpu / limit.cpu).toFixed(1)} times`],
  ];
}

async function report(name, size) {
  const made = await WAYS[name].make(size);
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const whole = { cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: Math.round(maxRSS / 1024), ...made };
  console.log(JSON.stringify(made.cpu === undefined ? whole : made));
}

async function chromium(size) {
  const found = [process.env.CHROMIUM, 'chromium', 'google-chrome', 'chrome'].find(
    (program) => program !== undefined && spawnSync(program, ['--version']).status === 0,
  );
  if (found === undefined || !existsSync('/proc/self/smaps_rollup')) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'printed-'));
  try {
    const [html, pdf] = [join(folder, 'table.html'), join(folder, 'table.pdf')];
    writeHtml(html, size);
    const print = ['--headless', '--no-sandbox', '--disable-gpu', '--allow-file-access-from-files', '--timeout=600000'];
    const run = await measureTree(found, [
      ...print,
      `--user-data-dir=${join(folder, 'user')}`,
      '--export-tagged-pdf',
      '--no-pdf-header-footer',
      `--print-to-pdf=${pdf}`,
      html,
    ]);
    const pages = /Pages:\s+(\d+)/.exec(spawnSync('pdfinfo', [pdf], { encoding: 'utf8' }).stdout ?? '')?.[1];
    return { ...run, bytes: statSync(pdf).size, pages };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
