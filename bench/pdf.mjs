// CPU and memory of a tagged table of 10,000 rows and 8 columns, against pdfkit's own text() per cell without tags: the ratio counts, seconds drift.
// Run "npm run build" first, then "node bench/pdf.mjs".
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROWS = 10_000;
const ROUNDS = 3;
const SCRIPT = fileURLToPath(import.meta.url);
const FONTS = {
  regular: 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  italic: 'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  semibold: 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  bold: 'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  mono: 'source-code-pro/400Regular/SourceCodePro_400Regular.ttf',
  monobold: 'source-code-pro/600SemiBold/SourceCodePro_600SemiBold.ttf',
};
const WAYS = { ours, plain };

const way = process.argv[2];
if (way === undefined) compare();
else await report(WAYS[way]);

function compare() {
  if (!existsSync(new URL('../dist/pdf/index.js', import.meta.url))) {
    console.error('There is no dist/: run "npm run build" first.');
    process.exit(2);
  }
  const runs = { ours: [], plain: [] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of Object.keys(runs)) {
      const run = spawnSync(process.execPath, [SCRIPT, name], { encoding: 'utf8' });
      if (run.status !== 0) throw new Error(run.stderr);
      runs[name].push(JSON.parse(run.stdout));
    }
  const [mine, theirs] = [median(runs.ours), median(runs.plain)];
  for (const [name, { cpu, megabytes, bytes, pages }] of Object.entries({ ours: mine, plain: theirs }))
    console.log(`${name.padEnd(6)} ${cpu.toFixed(2)} CPU s, ${megabytes} MB, ${pages} pages, ${bytes} bytes`);
  console.log(
    `ratio  ${(mine.cpu / theirs.cpu).toFixed(2)} of the CPU, ${(mine.megabytes / theirs.megabytes).toFixed(2)} of the memory`,
  );
}

function median(runs) {
  return runs.sort((a, b) => a.cpu - b.cpu)[Math.floor(runs.length / 2)];
}

async function report(make) {
  const made = await make();
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const megabytes = Math.round(maxRSS / 1024);
  console.log(JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes, ...made }));
}

function font(name) {
  return new Uint8Array(readFileSync(new URL(`../node_modules/@expo-google-fonts/${FONTS[name]}`, import.meta.url)));
}

/** As in evidence: names, numbers and dates of which hardly two are alike. */
function values() {
  const words = 'backup restore verified server workstation policy exception patched failed offline endpoint'.split(
    ' ',
  );
  const two = (value) => String(value).padStart(2, '0');
  return Array.from({ length: ROWS }, (_, row) => [
    String(row + 1),
    `LFD-WS-${10_000 + ((row * 7919) % 89_999)}`,
    `2026-${two((row % 12) + 1)}-${two((row % 28) + 1)} ${two(row % 24)}:${two((row * 7) % 60)}`,
    `KB50${10_000 + ((row * 104_729) % 89_999)}`,
    `${words[row % 11]} ${words[(row * 3) % 11]}`,
    ((row * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0'),
    `user${(row * 31) % 9973}`,
    `${words[(row * 5) % 11]} ${(row * 13) % 4099}`,
  ]);
}

async function ours() {
  const { renderPdf } = await import('../dist/pdf/index.js');
  const rows = values().map((row) => row.map((text) => ({ content: [{ text }] })));
  const columns = rows[0].map((_, index) => ({ title: `Column ${index + 1}` }));
  const { bytes, pages } = await renderPdf(
    {
      id: 'bench',
      fileName: 'bench',
      title: 'Bench',
      subject: '',
      author: '',
      language: 'en',
      orientation: 'landscape',
      paper: 'letter',
      running: { left: 'Bench', right: '', footer: '' },
      brand: { organisation: 'Bench', colour: '#0B5FA5' },
      madeOn: '2026-10-15',
      blocks: [{ type: 'table', columns, rows, empty: '' }],
    },
    { fonts: Object.fromEntries(Object.keys(FONTS).map((name) => [name, font(name)])), mark: 'bench' },
  );
  return { bytes: bytes.length, pages };
}

async function plain() {
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument({ size: 'letter', layout: 'landscape', margin: 50, font: font('regular') });
  let bytes = 0;
  let pages = 1;
  document.on('data', (chunk) => {
    bytes += chunk.length;
  });
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.fontSize(8.8);
  let y = 50;
  for (const row of values()) {
    if (y > 530) {
      document.addPage();
      pages += 1;
      y = 50;
    }
    for (const [column, text] of row.entries()) document.text(text, 50 + column * 86, y, { width: 80 });
    y += 19.7;
  }
  document.end();
  await ended;
  return { bytes, pages };
}
