// What keeping builds costs: twenty processes that record at once, kill -9 in the midst, and an index of ten thousand records.
//   npm run build && node bench/store.mjs [records] [rounds]
// With PROOFPACK_TEST_POSTGRES=postgres://… the same on that server, in a schema of its own that is dropped again.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const STORE = new URL('../dist/store/', import.meta.url);
const { openStore } = await import(new URL('open.js', STORE).href);
const { checkStore } = await import(new URL('check.js', STORE).href);
const hash = (text) => createHash('sha256').update(text).digest('hex');

const [job, given] = process.argv.slice(2);
if (job === 'record' || job === 'kill') await inChild(job, JSON.parse(given));
else await main(Number(job ?? 10_000), Number(given ?? 50));

async function main(records, rounds) {
  const server = process.env.PROOFPACK_TEST_POSTGRES;
  for (const place of [filePlaces(), ...(server ? [await serverPlaces(server)] : [])]) {
    console.log(place.title);
    await atOnce(await place.next(), 20);
    await killed(place, rounds);
    await large(await place.next(), records);
    await place.end();
  }
  if (!server) console.log('PostgreSQL: left out, since PROOFPACK_TEST_POSTGRES names no server.');
}

async function atOnce(where, processes) {
  const begun = performance.now();
  const outcomes = await Promise.all(
    Array.from({ length: processes }, (_, i) =>
      child('record', { where, writer: i }).then(({ out }) => JSON.parse(out)),
    ),
  );
  const store = await openStore(where);
  const builds = await store.builds();
  const same = outcomes.filter(([first]) => first === 'recorded').length;
  const own = outcomes.filter(([, second]) => second === 'recorded').length;
  const inOrder = builds.every(({ ordinal }, at) => ordinal === at + 1);
  console.log(
    `  ${processes} processes at once: the same build recorded ${same} time, ${own} of their own, ${builds.length} stand${inOrder ? ' in an order without holes' : ', OUT OF ORDER'}; ${seconds(begun)}`,
  );
  await store.close();
}

/** Each round kills a process at a random time; then everything must be whole, and what was not recorded can be. */
async function killed(place, rounds) {
  const where = await place.next();
  const store = await openStore(where);
  let [stood, recorded, wrong] = [0, 0, 0];
  for (let round = 0; round < rounds; round += 1) {
    await child('kill', { where, round, after: Math.round(Math.random() * 900) });
    const key = hash(`killed ${round}`);
    const before = await store.find('lakeside', key, 'auditor');
    const { outcome } = await store.record(build({ key }), summary(round));
    if (before) stood += 1;
    else recorded += 1;
    const told = await checkStore(store, [], { prune: false });
    if ((outcome === 'already') !== (before !== undefined) || told.damaged.length > 0) wrong += 1;
  }
  const builds = await store.builds();
  console.log(
    `  kill -9, ${rounds} rounds: ${stood} had been recorded, ${recorded} not and were now, ${builds.length} stand, ${wrong} went wrong`,
  );
  await store.close();
}

async function large(where, records) {
  const { insert, entryOf } = await import(new URL('statements.js', STORE).href);
  const { openSqlite } = await import(new URL('sqlite.js', STORE).href);
  const { openPostgres } = await import(new URL('postgres.js', STORE).href);
  const { openStoreFolder, readMigrations } = await import(new URL('../dist/disk/index.js', import.meta.url).href);
  const folder = openStoreFolder(where.folder);
  const steps = await readMigrations();
  const database = where.index ? await openPostgres(where.index, steps) : openSqlite(folder.index, steps);
  const filled = performance.now();
  await database.write(
    async (sql) => {
      for (let i = 0; i < records; i += 1) {
        // Four editions of each build find the same.
        const edition = ['auditor', 'insurer', 'customer', 'internal'][i % 4];
        const key = hash(`build ${Math.floor(i / 4)}`);
        await insert(sql, entryOf(build({ key, edition }), summary(Math.floor(i / 4)), `claim ${i}`));
      }
      return { keep: true, value: undefined };
    },
    async () => true,
  );
  const fill = seconds(filled);
  await database.close();
  const store = await openStore(where);
  const listed = performance.now();
  const builds = await store.builds('lakeside');
  const list = seconds(listed);
  const found = performance.now();
  await store.find('lakeside', hash('build 7'), 'insurer');
  const find = seconds(found);
  const wrote = performance.now();
  await store.record(build({ key: hash('one more') }), summary(1));
  const size = where.index
    ? ''
    : `, index ${(statSync(folder.index.pathOf(await folder.index.latest())).size / 1e6).toFixed(1)} MB`;
  console.log(
    `  ${builds.length} records: listed in ${list}, one found in ${find}, one more recorded in ${seconds(wrote)}${size} (all made in one go in ${fill})`,
  );
  await store.close();
}

async function inChild(what, { where, writer, round, after }) {
  const store = await openStore(where);
  if (what === 'record') {
    const name = `of process ${writer}`;
    const same = await store.record(build({ package: { sha256: hash(name), bytes: writer, name } }), summary(0));
    const own = await store.record(build({ key: hash(`own ${writer}`) }), summary(writer));
    console.log(JSON.stringify([same.outcome, own.outcome]));
    return store.close();
  }
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), after);
  for (let i = 0; i < 5; i += 1) await store.put(Buffer.from(`${'row,'.repeat(50_000)}${round} ${i}`));
  await store.record(build({ key: hash(`killed ${round}`) }), summary(round));
  await new Promise((resolve) => setTimeout(resolve, 1000));
}

function child(what, args) {
  const run = spawn(process.execPath, [fileURLToPath(import.meta.url), what, JSON.stringify(args)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  run.stdout.on('data', (chunk) => {
    out += chunk;
  });
  return new Promise((resolve) => run.on('close', () => resolve({ out })));
}

function filePlaces() {
  const folders = [];
  return {
    title: 'Files and SQLite',
    next: async () => {
      folders.push(mkdtempSync(join(tmpdir(), 'proofpack-bench-')));
      return { folder: folders.at(-1) };
    },
    end: async () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function serverPlaces(address) {
  const { Client } = await import('pg');
  const admin = new Client({ connectionString: address });
  await admin.connect();
  const files = filePlaces();
  let count = 0;
  return {
    title: `PostgreSQL ${(await admin.query('SHOW server_version')).rows[0].server_version}`,
    next: async () => {
      const schema = `proofpack_bench_${process.pid}_${++count}`;
      await admin.query(`CREATE SCHEMA ${schema}`);
      const options = encodeURIComponent(`-c search_path=${schema}`);
      return { ...(await files.next()), index: `${address}${address.includes('?') ? '&' : '?'}options=${options}` };
    },
    end: async () => {
      for (let i = 1; i <= count; i += 1) await admin.query(`DROP SCHEMA proofpack_bench_${process.pid}_${i} CASCADE`);
      await admin.end();
      await files.end();
    },
  };
}

function build(more) {
  return {
    client: 'lakeside',
    key: hash('recipe'),
    edition: 'auditor',
    software: 'proofpack 0.1.0',
    catalogue: hash('catalogue'),
    asOf: '2026-10-15',
    period: { from: '2025-10-01', to: '2026-09-30' },
    package: { sha256: hash('package'), bytes: 4711, name: 'lakeside_nist-csf-2.0_2025-10-01-to-2026-09-30_auditor' },
    proofs: [],
    findings: hash('findings'),
    recordedAt: '2026-10-15T08:00:00.000Z',
    ...more,
  };
}

/** As large as one of a client under CSF, HIPAA and the insurance questions: 110 practices, 190 facts. */
function summary(seed) {
  const name = (word, i) => `${word}-that-is-called-about-so-${i}`;
  return {
    frameworks: ['nist-csf-2.0', 'hipaa-security-rule', 'cyber-insurance'].map((id) => ({
      id,
      version: '1',
      controls: 106,
      applicable: 104,
      supported: seed % 104,
      assessed: 58,
      verdicts: { supported: seed % 104, 'not-evidenced': 40 },
    })),
    practices: Array.from({ length: 110 }, (_, i) => ({ id: name('practice', i), verdict: 'partly-supported' })),
    facts: {
      known: Array.from({ length: 90 }, (_, i) => ({ id: name('fact', i), value: { kind: 'share', n: i, of: 100 } })),
      unknown: Array.from({ length: 100 }, (_, i) => ({ id: name('fact', i + 90), because: 'no-evidence' })),
    },
    cadence: [],
    gaps: Array.from({ length: 60 }, (_, i) => ({ practice: name('practice', i), severity: 'high', owner: 'msp' })),
    collect: Array.from({ length: 110 }, (_, i) => ({
      practice: name('practice', i),
      on: '2026-12-01',
      state: 'current',
      newest: '2026-09-01',
      by: 'msp',
    })),
    contradictions: seed % 5,
  };
}

function seconds(begun) {
  return `${((performance.now() - begun) / 1000).toFixed(2)} s`;
}
