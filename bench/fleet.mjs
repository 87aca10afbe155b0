// A portfolio of seeded clients on this machine: clients per minute, memory at its peak, against one process for each client and against what the cores
// could do at best; a second run in which nothing changed; and foreign exports planted in one client of twenty, of which each must be stopped.
//      npm run build && node bench/fleet.mjs [clients=40] [jobs] [--keep <folder>]
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layFleet, plant, seeded } from './fleet-clients.mjs';

const BIN = fileURLToPath(new URL('../bin/proofpack.js', import.meta.url));
const [count = 40, jobs] = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const kept = process.argv.indexOf('--keep');
const root = kept > 0 ? process.argv[kept + 1] : mkdtempSync(join(tmpdir(), 'proofpack-fleet-'));
const clients = join(root, 'clients');
const cores = availableParallelism();

const laid = layFleet(clients, { count });
console.log(`${count} clients, ${laid.exhibits} exhibits, ${(laid.bytes / 1e6).toFixed(1)} MB; ${cores} cores`);

const atOnce = jobs === undefined ? [] : ['--jobs', String(jobs)];
const first = await run(['fleet', 'build', clients, '--json', ...atOnce]);
expectStates(first, { built: count });
const limit = first.cpu / cores;
row(
  'all of them',
  `${first.wall.toFixed(1)} s, ${((count / first.wall) * 60).toFixed(1)} clients/min, ${first.cpu.toFixed(1)} s CPU, ${(first.cpu / count).toFixed(2)} s CPU a client`,
);
row('memory at its peak', `${first.peak} MB over ${first.processes} processes`);
row(
  'against the cores at best',
  `${(first.wall / limit).toFixed(2)} times the ${limit.toFixed(1)} s that the same work takes on ${cores} cores without a pause`,
);

const sample = laid.clients.filter((_, i) => i % Math.ceil(count / 6) === 0);
const cold = await coldBuilds(sample, cores);
row(
  'one process for each',
  `${((cold.wall / sample.length) * count).toFixed(1)} s for all (from ${sample.length}, ${cores} at once), ${(cold.cpu / sample.length).toFixed(2)} s CPU each: ${((cold.wall / sample.length / first.wall) * count).toFixed(2)} times as long`,
);

const again = await run(['fleet', 'build', clients, '--json', '--changed', ...atOnce]);
expectStates(again, { unchanged: count });
row('again, nothing changed', `${again.wall.toFixed(1)} s, ${again.cpu.toFixed(1)} s CPU`);

const planted = plants(laid.clients, Math.max(3, Math.round(count / 20)));
const third = await run(['fleet', 'build', clients, '--json', '--changed', ...atOnce]);
expectStates(third, { stopped: planted.size, unchanged: count - planted.size });
for (const line of third.clients.filter(({ state }) => state === 'stopped')) {
  const { of, path, how } = planted.get(line.id) ?? {};
  const told = line.problems.some(
    ({ code, message }) => code === 'other-client-stops' && message.includes(of?.name) && message.startsWith(path),
  );
  if (!told) fail(`${line.id} does not tell ${of?.name} in ${path} (${how})`);
}
row(
  'foreign exports planted',
  `${planted.size} of ${count}, by domain, tenant and host names: ${planted.size} stopped with both names and the file, ${count - planted.size} untouched; ${third.wall.toFixed(1)} s`,
);
const packages = readdirSync(join(clients, 'packages')).filter((name) => !name.startsWith('.'));
if (packages.length !== count) fail(`${packages.length} clients have packages, not ${count}`);
if (kept < 0) rmSync(root, { recursive: true });

function plants(all, wanted) {
  const chance = seeded(7);
  const hows = ['domain', 'tenant', 'host-prefix'];
  const found = new Map();
  while (found.size < wanted) {
    const into = all[Math.floor(chance() * all.length)];
    const how = hows[found.size % hows.length];
    const others = all.filter((each) => each !== into && (how !== 'tenant' || each.base.tenant !== null));
    const of = others[Math.floor(chance() * others.length)];
    if (found.has(into.id)) continue;
    found.set(into.id, { of, how, path: plant(clients, into, of, how) });
  }
  return found;
}

async function coldBuilds(some, lanes) {
  const waiting = [...some];
  const started = performance.now();
  let cpu = 0;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const built = await run(['build', join(clients, next.id), '--json', '-o', join(root, `${next.id}.zip`)]);
        cpu += built.cpu;
      }
    }),
  );
  return { wall: (performance.now() - started) / 1000, cpu };
}

/** Runs it under a shell that tells the CPU time of all that came of it. */
function run(args) {
  const started = performance.now();
  const shell = spawn('bash', ['-c', '"$0" "$@"; code=$?; times >&2; exit $code', process.execPath, BIN, ...args]);
  let [out, err, peak, processes] = ['', '', 0, 0];
  shell.stdout.on('data', (chunk) => (out += chunk));
  shell.stderr.on('data', (chunk) => (err += chunk));
  const sampler = setInterval(() => {
    const tree = treeOf(shell.pid);
    processes = Math.max(processes, tree.length - 1);
    peak = Math.max(
      peak,
      tree.reduce((sum, pid) => sum + pss(pid), 0),
    );
  }, 250);
  return new Promise((resolve) => {
    shell.on('close', () => {
      clearInterval(sampler);
      const [user = 0, system = 0] = [...(err.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(
        ([, m, s]) => Number(m) * 60 + Number(s),
      );
      const lines = out
        .trim()
        .split('\n')
        .flatMap((line) => (line.startsWith('{"schema"') ? [JSON.parse(line)] : []));
      resolve({
        wall: (performance.now() - started) / 1000,
        cpu: user + system,
        peak: Math.round(peak),
        processes,
        clients: lines.slice(0, -1),
        total: lines.at(-1),
        err,
      });
    });
  });
}

function treeOf(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number);
    return [pid, ...children.flatMap(treeOf)];
  } catch {
    return [];
  }
}

/** Megabytes, shared pages counted by parts. */
function pss(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function expectStates({ total, clients: lines, err }, wanted) {
  const wrong = Object.entries(wanted).filter(([state, number]) => total?.[state] !== number);
  if (wrong.length === 0) return;
  for (const line of lines)
    if (!(line.state in wanted)) console.error(line.id, line.state, line.problems?.[0]?.message);
  fail(`wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(total)} ${err.slice(-800)}`);
}

function row(what, told) {
  console.log(`${what.padEnd(28)} ${told}`);
}

function fail(why) {
  console.error(why);
  process.exit(1);
}
