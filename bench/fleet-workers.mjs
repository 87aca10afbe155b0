// Processes or threads for the workers of a fleet? Both do the same jobs two at a time; told are the clock, the CPU, the memory at its peak, and what one costs
// before its first client.      npm run build && node bench/fleet-workers.mjs [clients=12]
import { fork, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { layFleet } from './fleet-clients.mjs';

const HERE = fileURLToPath(import.meta.url);
const how = process.argv[2];
if (!isMainThread || process.send) await serve();
else if (how === 'processes' || how === 'threads') await measure(how, process.argv[3]);
else await compare(Number(how ?? 12));

async function serve() {
  const { workOn } = await import('../dist/fleet/index.js');
  const answer = (value) => (isMainThread ? process.send(value) : parentPort.postMessage(value));
  const run = { out: '', editions: [], index: [], names: {} };
  const take = async ({ job, out }) => answer(job === undefined ? 'ready' : (await workOn(job, { ...run, out })).state);
  if (isMainThread) process.on('message', take);
  else parentPort.on('message', take);
}

async function compare(count) {
  const root = mkdtempSync(join(tmpdir(), 'proofpack-workers-'));
  layFleet(join(root, 'clients'), { count });
  for (const each of ['processes', 'threads', 'processes', 'threads']) {
    spawnSync(process.execPath, [HERE, each, root], { stdio: 'inherit' });
  }
  rmSync(root, { recursive: true });
}

async function measure(which, root) {
  const { clientsIn } = await import('../dist/disk/index.js');
  const jobs = (await clientsIn(join(root, 'clients'))).map(({ id, folder }) => ({
    id,
    folder,
    task: 'build',
    mentions: [],
  }));
  const out = join(root, which);
  const before = performance.now();
  const lanes = Array.from({ length: 2 }, () => start(which));
  await Promise.all(lanes.map((lane) => lane.ask({ out })));
  const started = performance.now();
  let peak = 0;
  const sampler = setInterval(() => {
    peak = Math.max(peak, memory());
  }, 250);
  const states = (
    await Promise.all(
      lanes.map(async (lane) => {
        const done = [];
        for (let job = jobs.shift(); job; job = jobs.shift()) done.push(await lane.ask({ job, out }));
        return done;
      }),
    )
  ).flat();
  clearInterval(sampler);
  const wall = (performance.now() - started) / 1000;
  console.log(
    `${which.padEnd(10)} ${states.length} clients ${wall.toFixed(1)} s, ready after ${((started - before) / 1000).toFixed(2)} s, ${Math.round(peak)} MB at the peak${states.every((state) => state === 'built') ? '' : `: ${states}`}`,
  );
  for (const lane of lanes) lane.stop();
}

function start(which) {
  const worker = which === 'threads' ? new Worker(HERE) : fork(HERE, [], { execArgv: [] });
  return {
    ask: (message) =>
      new Promise((resolve) => {
        worker.once('message', resolve);
        if (which === 'threads') worker.postMessage(message);
        else worker.send(message);
      }),
    stop: () => (which === 'threads' ? worker.terminate() : worker.kill()),
  };
}

/** Megabytes of this process and its children, shared pages counted by parts. */
function memory() {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean);
  return [process.pid, ...children].reduce((sum, pid) => {
    try {
      return sum + Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return sum;
    }
  }, 0);
}
