// Are secrets and data of patients found before they leave, and does nothing leave that was found? Prints recall over planted exports, false alarms
// over clean ones, and canaries in the editions of a made-up client.      npm run build && node bench/secrets.mjs [variants, default 50]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import PDFDocument from 'pdfkit';
import { textsOf } from '../dist/intake/index.js';
import { searchExhibits } from '../dist/leaks.js';
import { SIGHTING_CLASSES } from '../dist/model/sighting.js';
import { searchedWindows, searchTexts, shippedTexts } from '../dist/redaction/index.js';
import { renderWorkbook } from '../dist/workbook/index.js';
import { KINDS_UNDER_NAMES, PLANTED_KINDS, plant, planted, plantedAnywhere, WORLD_FORMS } from './planted.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const VARIANTS = Number(process.argv[2] ?? 50);
const CARRIERS = [
  'identity/ad-users.csv',
  'hr/active-staff.csv',
  'endpoint/intune-managed-devices.json',
  'backup/restic-backup-2026-10-15.jsonl',
  'scans/external-nmap-2025-11.xml',
  'config/lynis-report.dat',
  'patching/LFD-BKP01/history.log',
  'backup/check-read-data.txt',
].map((path) => ({ path, text: readFileSync(join(ROOT, 'fixtures/clients/dental', path), 'utf8') }));

async function* once(bytes) {
  yield bytes;
}

/** The text as it would leave when all that is found were taken out. */
async function without(text, { all = false } = {}) {
  let rest = '';
  for await (const { window, sightings } of searchedWindows(once(Buffer.from(text)))) {
    let at = 0;
    for (const { kind, from, to } of sightings) {
      if (!all && SIGHTING_CLASSES[kind] === 'personal') continue;
      rest += `${window.text.slice(at, from)}[x]`;
      at = to;
    }
    rest += window.text.slice(at);
  }
  return rest;
}

async function recall() {
  let [all, found] = [0, 0];
  for (const kind of PLANTED_KINDS) {
    const missed = [];
    for (let variant = 0; variant < VARIANTS; variant += 1) {
      const what = plant(kind, variant);
      const { path, text } = CARRIERS[variant % CARRIERS.length];
      const written = planted(path, text, what);
      const rest = await without(written);
      const forms = [
        what.value,
        JSON.stringify(what.value).slice(1, -1),
        what.value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
      ];
      all += 1;
      if (forms.some((form) => written.includes(form) && !text.includes(form) && rest.includes(form)))
        missed.push(`${path}: ${what.line ?? what.name}`);
      else found += 1;
    }
    if (missed.length > 0) console.log(`  missed ${missed.length} of ${VARIANTS}: ${kind}, ${missed[0]}`);
  }
  const secret = PLANTED_KINDS.filter((kind) => SIGHTING_CLASSES[kind] === 'secret').length;
  console.log(
    `recall      ${found} of ${all} (${((100 * found) / all).toFixed(2)} %), ${secret} kinds of secret and ${PLANTED_KINDS.length - secret} of sensitive data x ${VARIANTS}`,
  );
  return found / all;
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && !/records\.json$|expected\.json$|engagement\.yaml$|faults/.test(entry.name))
      yield join(entry.parentPath, entry.name);
  }
}

async function falseAlarms() {
  let rows = 0;
  async function* texts() {
    for (const path of [...filesBelow(join(ROOT, 'fixtures/clients')), ...filesBelow(join(ROOT, 'fixtures/sources'))]) {
      const bytes = readFileSync(path);
      rows += bytes.toString('latin1').split('\n').length;
      for await (const each of textsOf({ id: '', path, size: bytes.length, open: () => once(bytes) }))
        yield { path: each.path, sha256: '', open: each.text };
    }
  }
  const started = performance.now();
  const { found, searched } = await searchTexts(texts(), { key: Buffer.alloc(32) });
  const alarms = found.filter(({ class: of }) => of !== 'personal');
  for (const { path, kind, lines } of alarms) console.log(`  alarm: ${path} ${kind} ${lines}`);
  const count = alarms.reduce((sum, each) => sum + each.count, 0);
  console.log(
    `false       ${count} in ${rows} rows of ${searched.files} clean files (${((1000 * count) / rows).toFixed(3)} in 1,000), ${Math.round(performance.now() - started)} ms`,
  );
  return (1000 * count) / rows;
}

const CANARIES = [
  'Quirina Canary',
  'quirina.canary@lakesidedental.example',
  'LFD-CANARY77',
  '198.51.100.177',
  'Zq7!canarypass',
];

/** The same client with somebody added whom nobody outside may meet, also in the owner's own words. */
function canaries() {
  const folder = mkdtempSync(join(tmpdir(), 'proofpack-secrets-'));
  cpSync(join(ROOT, 'fixtures/clients/dental'), folder, { recursive: true });
  writeFileSync(
    join(folder, 'hr/more-staff.csv'),
    `Display name,E-mail,Computer name,IP address\n${CANARIES.slice(0, 4).join(',')}\n`,
  );
  writeFileSync(join(folder, 'hr/logins.csv'), `User name,Password\nqcanary,${CANARIES[4]}\n`);
  const engagement = readFileSync(join(folder, 'engagement.yaml'), 'utf8')
    .replace(
      'attestations:\n',
      `attestations:\n  - { practice: restore-testing, statement: "${CANARIES.join(' / ')}", by: ${CANARIES[0]}, on: 2026-09-01, expires: 2027-09-01 }\n`,
    )
    .concat(
      'redaction:\n  - { exhibit: hr/logins.csv, action: redact, because: a password, by: Marta Ruiz, on: 2026-10-14 }\n  - { exhibit: hr/more-staff.csv, action: sanitise, because: asked for, by: Marta Ruiz, on: 2026-10-14 }\n',
    );
  writeFileSync(join(folder, 'engagement.yaml'), engagement);
  const out = join(folder, '..', `${folder.split('/').pop()}-out`);
  mkdirSync(out);
  const run = spawnSync(
    process.execPath,
    [join(ROOT, 'bin/proofpack.js'), 'build', folder, '-o', `${out}/`, '--edition', 'insurer,customer,auditor'],
    { encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  const poppler = spawnSync('pdftotext', ['-v']).status === 0;
  const counts = {};
  for (const name of readdirSync(out)) {
    const edition = /_(insurer|customer|auditor)\.zip$/.exec(name)?.[1] ?? name;
    const files = Object.entries(unzipSync(readFileSync(join(out, name))));
    if (edition === 'auditor') {
      const originals = new Set(
        [...filesBelow(folder)].map((path) => createHash('sha256').update(readFileSync(path)).digest('hex')),
      );
      const exhibits = files.filter(([path]) => path.startsWith('data/exhibits/'));
      const same = exhibits.filter(([, content]) =>
        originals.has(createHash('sha256').update(content).digest('hex')),
      ).length;
      counts.auditor = `${same} of ${exhibits.length} exhibits are the originals to the byte, the other is the redacted one; the password stands in ${files.filter(([path, content]) => textsIn(path, content, poppler).includes(CANARIES[4])).length} files`;
      continue;
    }
    const hits = files.flatMap(([path, content]) =>
      CANARIES.filter((canary) => textsIn(path, content, poppler).includes(canary)).map(
        (canary) => `${path}: ${canary}`,
      ),
    );
    for (const hit of hits) console.log(`  ${edition}: ${hit}`);
    counts[edition] =
      `${hits.length} canaries in ${files.length} files (${files.reduce((sum, [, { length }]) => sum + length, 0)} bytes)`;
  }
  for (const [edition, told] of Object.entries(counts)) console.log(`${edition.padEnd(11)} ${told}`);
  console.log(
    `            PDFs read back ${poppler ? 'by pdftotext, too' : 'by our own reader only: apt-get install poppler-utils'}; key and salts: mode ${(statSync(join(folder, 'proofpack.key')).mode & 0o777).toString(8)}`,
  );
  rmSync(folder, { recursive: true });
  rmSync(out, { recursive: true });
}

function textsIn(path, content, poppler) {
  const texts = [path, Buffer.from(content).toString('latin1'), ...shippedTexts(path, content)];
  if (poppler && path.endsWith('.pdf'))
    texts.push(
      spawnSync('pdftotext', ['-', '-'], { input: content, maxBuffer: 1 << 30 })
        .stdout.toString('utf8')
        .replace(/\s+/g, ' '),
    );
  return texts.join('\n');
}

/** Documents by chance, in each form and of any size, with a value under a telling name somewhere in them: nothing may be left of it. */
async function anywhere() {
  let [all, found, bytes] = [0, 0, 0];
  for (let seed = 0; seed < VARIANTS * 20; seed += 1) {
    const form = WORLD_FORMS[seed % WORLD_FORMS.length];
    const kind = KINDS_UNDER_NAMES[(seed * 7) % KINDS_UNDER_NAMES.length];
    if (form === 'log' && SIGHTING_CLASSES[kind] === 'personal') continue;
    const size = seed % 9 === 0 ? 130_000 + ((seed * 7919) % 900_000) : (seed * 131) % 4_000;
    const { text, name, value } = plantedAnywhere(seed, { form, size, kind });
    const rest = await without(text, { all: true });
    const forms = [value, JSON.stringify(value).slice(1, -1), value.replaceAll('"', '""')];
    all += 1;
    bytes += text.length;
    if (forms.some((each) => rest.includes(each))) console.log(`  left in ${form} ${seed}: ${kind} under ${name}`);
    else found += 1;
  }
  console.log(
    `anywhere    ${found} of ${all} (${((100 * found) / all).toFixed(2)} %), ${Math.round(bytes / 1e6)} MB in ${WORLD_FORMS.length} forms`,
  );
}

/** The same values drawn on a page and put into cells, of a table with a header and of running text; a few variants each, since every one is a file. */
async function shown() {
  const variants = Math.min(VARIANTS, 6);
  const [csv, log] = [CARRIERS[0], CARRIERS[6]].map(({ path, text }) => ({
    path,
    text: text.split('\n').slice(0, 25).join('\n'),
  }));
  for (const [form, carriers, write] of [
    ['workbooks', [csv], workbookOf],
    ['PDFs', [csv, log], pdfOf],
  ]) {
    let [all, found] = [0, 0];
    const missed = new Map();
    const exhibits = [];
    for (const kind of PLANTED_KINDS)
      for (let variant = 0; variant < variants; variant += 1)
        for (const { path, text } of carriers) {
          const bytes = await write(planted(path, text, plant(kind, variant)), path);
          exhibits.push({
            id: `${exhibits.length}`,
            path: `${exhibits.length}`,
            size: bytes.length,
            open: () => once(bytes),
            kind,
          });
        }
    const sightings = await searchExhibits(exhibits, { key: Buffer.alloc(32) });
    const hit = new Set(
      sightings.found.filter((each) => each.class !== 'personal').map(({ path }) => path.split('!/')[0]),
    );
    for (const { path, kind } of exhibits) {
      all += 1;
      if (hit.has(path)) found += 1;
      else missed.set(kind, (missed.get(kind) ?? 0) + 1);
    }
    if (missed.size > 0)
      console.log(`  missed in ${form}: ${[...missed].map(([kind, count]) => `${count} x ${kind}`).join(', ')}`);
    console.log(`in ${form.padEnd(9)} ${found} of ${all} (${((100 * found) / all).toFixed(2)} %)`);
  }
}

function workbookOf(text) {
  const [head, ...rows] = parse(text, { relax_column_count: true });
  const sheet = { name: 'Export', title: 'Export', columns: head.map((title) => ({ title, width: 12 })), rows };
  return renderWorkbook({ fileName: 'x', title: 'x', author: 'x', madeOn: '2026-10-15', sheets: [sheet] });
}

/** As a tool prints it: a table in columns that do not touch, or lines one below the other. */
function pdfOf(text, path) {
  const rows = path.endsWith('.csv')
    ? parse(text, { relax_column_count: true })
    : text.split('\n').map((line) => [line]);
  const document = new PDFDocument({ size: [1600, 2400], margin: 20 });
  document.font('Courier').fontSize(7);
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)) * 4.4 + 20);
  for (const [index, row] of rows.entries()) {
    let x = 20;
    for (const [column, cell] of row.entries()) {
      if (cell !== '') document.text(cell.replace(/\s+/g, ' '), x, 20 + 14 * index, { lineBreak: false });
      x += widths[column];
    }
  }
  document.end();
  return new Promise((resolve) => {
    const chunks = [];
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

await recall();
await anywhere();
await shown();
await falseAlarms();
canaries();
