// Does reading in worker threads pay? What a worker costs before it reads its first row, and what handing records over costs beside reading
// them.      npm run build && node bench/parallel.mjs [thousands of rows]

import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { dataFile } from './data.mjs';

const BATCH = 1000;

if (isMainThread) await compare(Number(process.argv[2] ?? 100) * 1000);
else await readHere(workerData.path, (records) => parentPort.postMessage(records));

async function compare(rows) {
  const { path } = dataFile('csv', rows);
  await timed('load the reader in this thread', () => import('../dist/reading.js'));
  const alone = await timed(`read ${rows} rows here`, () => readHere(path, () => undefined));
  const started = await timed('start a worker and load the reader there', () => inWorker({ path: undefined }));
  const apart = await timed(`read ${rows} rows in a worker and hand every record over`, () => inWorker({ path }));
  console.log(
    `a worker's start is worth ${Math.round((started.cpu / alone.cpu) * rows)} rows; handing over costs ${((apart.cpu - started.cpu) / alone.cpu).toFixed(2)} times the CPU of reading, and the whole takes ${(apart.wall / alone.wall).toFixed(2)} times as long by the clock`,
  );
}

async function readHere(path, hand) {
  const { readEvidence } = await import('../dist/reading.js');
  const sources = await import('../dist/sources/index.js');
  const { Engagement } = await import('../dist/model/index.js');
  if (path === undefined) return hand([]);
  const engagement = Engagement.parse({
    client: { name: 'Bench' },
    period: { from: '2026-01-01', to: '2026-10-15' },
    asOf: '2026-10-15',
    frameworks: ['nist-csf-2.0'],
    operatingModel: 'co-managed',
  });
  const exhibit = {
    id: createHash('sha256').update(path).digest('hex'),
    path: 'export.csv',
    size: statSync(path).size,
    open: () => createReadStream(path, { highWaterMark: 1 << 20 }),
  };
  let batch = [];
  await readEvidence([exhibit], { engagement, sources }, (record) => {
    batch.push(record);
    if (batch.length < BATCH) return;
    hand(batch);
    batch = [];
  });
  hand(batch);
}

function inWorker(data) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: data });
    worker.on('message', () => undefined);
    worker.on('error', reject);
    worker.on('exit', resolve);
  });
}

async function timed(what, work) {
  const before = { wall: performance.now(), ...process.cpuUsage() };
  await work();
  const { user, system } = process.cpuUsage({ user: before.user, system: before.system });
  const took = { wall: performance.now() - before.wall, cpu: (user + system) / 1000 };
  console.log(
    `${what.padEnd(66)} ${Math.round(took.cpu).toString().padStart(6)} ms CPU ${Math.round(took.wall).toString().padStart(6)} ms`,
  );
  return took;
}
