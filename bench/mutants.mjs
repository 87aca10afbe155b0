// Damaged copies of every fixture, read as the command line would: no crash, no hang, bounded memory. With --cuts also every fixture cut off
// at every byte: no record that the whole file would not give. Run "npm run build" first, then "node bench/mutants.mjs [--cuts] [count] [seed]".
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutate, randomFrom } from './mutations.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
if (!existsSync(`${root}dist/index.js`)) {
  console.error('There is no dist/: run "npm run build" first.');
  process.exit(1);
}
const { Engagement } = await import(`${root}dist/index.js`);
const { readEvidence } = await import(`${root}dist/reading.js`);
const SOURCES = await import(`${root}dist/sources/index.js`);

const numbers = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const [count = 10_000, seed = 20_261_015] = numbers;

const engagement = Engagement.parse({
  client: {
    name: 'Fixture Client',
    timeZone: 'America/Chicago',
    dateOrder: 'mdy',
    identifiers: {
      domains: ['northlake.example'],
      tenants: ['11111111-2222-4333-8444-555555555555'],
      hostPrefixes: ['NL-'],
    },
  },
  period: { from: '2026-01-01', to: '2026-10-15' },
  asOf: '2026-10-15',
  frameworks: ['nist-csf-2.0'],
  operatingModel: 'co-managed',
});

const files = [...filesBelow('fixtures/sources'), ...filesBelow('fixtures/clients')];
if (process.argv.includes('--cuts')) await cutEverywhere();
else await readMutants();

async function readMutants() {
  const random = randomFrom(seed);
  const tally = new Map();
  const slowest = { ms: 0, of: '' };
  const begun = performance.now();
  let crashes = 0;
  for (let i = 0; i < count; i += 1) {
    const file = files[Math.floor(random() * files.length)];
    const other = files[Math.floor(random() * files.length)];
    const { kind, bytes } = mutate(file.bytes, other.bytes, random);
    const started = performance.now();
    try {
      const { reports } = await read(exhibit(file.path, bytes), () => undefined);
      const status = reports[0].status;
      tally.set(status, (tally.get(status) ?? 0) + 1);
    } catch (error) {
      crashes += 1;
      console.log(`CRASH #${i} ${kind} of ${file.path}: ${error.stack}`);
    }
    const ms = performance.now() - started;
    if (ms > slowest.ms) Object.assign(slowest, { ms, of: `#${i} ${kind} of ${file.path}` });
  }
  console.log(`${count} mutants of ${files.length} fixtures, seed ${seed}`);
  console.log(
    [...tally]
      .sort()
      .map(([status, n]) => `${status} ${n}`)
      .join(', '),
  );
  console.log(`crashes ${crashes}; slowest ${Math.round(slowest.ms)} ms (${slowest.of})`);
  const seconds = (performance.now() - begun) / 1000;
  console.log(`${seconds.toFixed(0)} s; peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

async function cutEverywhere() {
  let cuts = 0;
  const wrong = [];
  for (const file of files) {
    const whole = new Set();
    await read(exhibit(file.path, file.bytes), (record) => whole.add(withoutPlace(record)));
    // Files of megabytes are cut at some thousand places.
    const step = Math.max(1, Math.floor(file.bytes.length / 4_000));
    for (let at = 1; at < file.bytes.length; at += step) {
      cuts += 1;
      const extra = [];
      await read(exhibit(file.path, file.bytes.subarray(0, at)), (record) => {
        if (isOfOneRow(record) && !whole.has(withoutPlace(record))) extra.push(record);
      });
      if (extra.length > 0) wrong.push(`${file.path} at ${at}: ${JSON.stringify(extra[0]).slice(0, 300)}`);
    }
  }
  console.log(`${cuts} cuts of ${files.length} fixtures; ${wrong.length} gave a record that the whole file would not`);
  for (const line of wrong.slice(0, 40)) console.log(line);
}

function read(one, onRecord) {
  return readEvidence([one], { engagement, sources: SOURCES, onStartAgain: () => undefined }, onRecord);
}

/** What a file comes to as a whole stands at no row; where rows are missing, it is another sum. */
function isOfOneRow({ from }) {
  return from.row !== undefined || from.line !== undefined || from.at !== undefined;
}

function withoutPlace({ from: _, ...record }) {
  // The row that tells day from month may be among those that are missing: the order is then assumed, and said to be.
  return JSON.stringify(record).replaceAll('"orderAssumed":true', '"orderAssumed":false');
}

function exhibit(path, bytes) {
  const id = createHash('sha256').update(bytes).digest('hex');
  return {
    id,
    path,
    size: bytes.length,
    open: async function* () {
      yield bytes;
    },
  };
}

function filesBelow(folder) {
  return readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && !/\.(?:records|said|expected)\.json$/.test(entry.name) && extname(entry.name) !== '.png',
    )
    .map((entry) => ({
      path: basename(entry.name),
      bytes: readFileSync(`${entry.parentPath ?? entry.path}/${entry.name}`),
    }))
    .filter(({ bytes }) => bytes.length > 0);
}
