// Every page of the three clients' packages as pictures, for a person to look at: all editions, both papers, and the names, titles and logos that
// break layouts. Run "npm run build" first, then "node bench/pages.mjs <folder> [cases] [clients] [editions]" (commas between, - for all); wants pdftoppm and montage. Prints pages, overflow and time.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

if (!existsSync(new URL('../dist/index.js', import.meta.url))) {
  console.error('There is no dist/: run "npm run build" first.');
  process.exit(2);
}
const { assessEngagement, placeExhibits, readExhibits, readFonts, readTemplates, compose, renderPdf } = await import(
  '../dist/index.js'
);
const { openEngagement } = await import('../dist/client/index.js');

const CLIENTS = ['dental', 'professional-services', 'software'];
const EDITIONS = ['insurer', 'auditor', 'customer', 'internal'];
/** 45 for contact sheets; more to read each page. */
const DPI = Number(process.env.DPI ?? 45);
const A_SHEET = 12;
const LONG_NAME =
  'Süddeutsche Wirtschaftsprüfungsgesellschaft und Grundstücksverkehrsgenehmigungszuständigkeitsberatung mbH & Co. KGaA';
const LONG_TITLE = 'Evidence of information security for the renewal of the policy in the years 2026 and 2027';

/** What is changed about each client, and on which paper. */
const CASES = {
  plain: { paper: 'letter' },
  a4: { paper: 'a4' },
  'long-names': { paper: 'a4', name: LONG_NAME, title: LONG_TITLE, logo: 'dark' },
  'long-names-letter': { paper: 'letter', name: LONG_NAME, title: LONG_TITLE },
  'dark-logo': { paper: 'letter', logo: 'dark', colour: '#101820' },
  'pale-brand': { paper: 'a4', logo: 'wide', colour: '#FFE14D' },
};

const [folder, ...filters] = process.argv.slice(2);
const [cases, clients, editions] = [Object.keys(CASES), CLIENTS, EDITIONS].map((all, index) =>
  all.filter((each) => chosen(filters[index], each)),
);
if (folder === undefined) throw new Error('name a folder for the pictures');
const fonts = await readFonts();
const templates = await readTemplates();
for (const client of clients) {
  const path = fileURLToPath(new URL(`../fixtures/clients/${client}/`, import.meta.url));
  const opened = await openEngagement(path);
  const { exhibits } = await readExhibits(path, opened.engagement);
  const findings = await assessEngagement({ ...opened, exhibits });
  for (const name of cases) await look(client, name, { findings, domains: opened.catalog.domains });
}

function chosen(filter, word) {
  return filter === undefined || filter === '-' || filter.split(',').includes(word);
}

async function look(client, name, { findings, domains }) {
  const { paper, logo, ...changes } = CASES[name];
  const changed = { ...findings, engagement: rebranded(findings.engagement, changes) };
  for (const edition of editions) {
    const started = performance.now();
    const into = join(folder, `${client}_${name}_${edition}`);
    rmSync(into, { recursive: true, force: true });
    mkdirSync(into, { recursive: true });
    const placements = placeExhibits(findings.exhibits, edition);
    const picture = logo === undefined ? {} : { logo: { bytes: logoOf(logo), format: 'png' } };
    const assurance = 'Level of assurance E1: the manifest shows every change.';
    const { documents, files, mark } = compose(changed, {
      edition,
      templates,
      placements,
      domains,
      assurance,
      paper,
      ...picture,
    });
    let pages = 0;
    for (const document of documents) {
      const titled = changes.title === undefined ? document : withTitle(document, changes.title);
      const { bytes, pages: own, undrawn } = await renderPdf(titled, { fonts, mark });
      pages += own;
      if (undrawn.length > 0) console.log(`  undrawn in ${document.fileName}: ${undrawn.join(' ')}`);
      writeFileSync(join(into, `${document.fileName}.pdf`), bytes);
      execFileSync('pdftoppm', [
        '-r',
        String(DPI),
        '-png',
        join(into, `${document.fileName}.pdf`),
        join(into, document.fileName),
      ]);
    }
    for (const { path, text } of files.filter((file) => file.path.endsWith('.html')))
      writeFileSync(join(into, path.split('/').at(-1)), text);
    sheets(into, `${client}_${name}_${edition}`);
    console.log(`${client} ${name} ${edition}: ${pages} pages, ${Math.round(performance.now() - started)} ms`);
  }
}

function rebranded(engagement, { name, colour }) {
  const brand = { ...engagement.brand, ...(colour === undefined ? {} : { colour }) };
  return name === undefined
    ? { ...engagement, brand }
    : {
        ...engagement,
        brand: { ...brand, organisation: name },
        client: { ...engagement.client, name, legalEntity: name },
      };
}

function withTitle(document, title) {
  const blocks = document.blocks.map((block) => (block.type === 'cover' ? { ...block, title } : block));
  return { ...document, title, running: { ...document.running, right: title }, blocks };
}

/** Contact sheets beside the folders, a dozen pages each. */
function sheets(into, name) {
  const pictures = readdirSync(into)
    .filter((file) => file.endsWith('.png'))
    .sort();
  for (let at = 0; at < pictures.length; at += A_SHEET) {
    const some = pictures.slice(at, at + A_SHEET).map((file) => join(into, file));
    const sheet = join(folder, `${name}_${String(at / A_SHEET + 1).padStart(2, '0')}.png`);
    execFileSync('montage', [...some, '-tile', '4x', '-geometry', '+4+4', '-background', '#888', sheet]);
  }
}

/** Logos that we draw ourselves: one nearly black on nothing, one very wide. */
function logoOf(name) {
  if (name === 'wide') return png(900, 60, (x, y) => ((x + y) % 40 < 22 ? [255, 214, 0, 255] : [255, 255, 255, 255]));
  const inside = (x, y) => Math.abs(y - 46) < 30 && (x % 60 < 40 || x > 240);
  return png(300, 92, (x, y) => (inside(x, y) ? [20, 20, 24, 255] : [0, 0, 0, 0]));
}

function png(width, height, pixel) {
  const rows = Buffer.alloc((width * 4 + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows.set(pixel(x, y), y * (width * 4 + 1) + 1 + x * 4);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), 8 + data.length);
  return out;
}

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}
