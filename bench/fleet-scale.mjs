// What a client costs as its rows grow (measured, and reckoned for the next step by the slope of the last two), and what a portfolio takes as clients and cores
// grow (simulated from that: each client to whichever worker is free, a start for each worker).
//      npm run build && node bench/fleet-scale.mjs [clients=4] [grow=1,10,30,100]
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layFleet, seeded } from './fleet-clients.mjs';

const count = Number(process.argv[2] ?? 4);
const grows = (process.argv[3] ?? '1,10,30,100').split(',').map(Number);
const begun = cpu();
const { workOn } = await import('../dist/fleet/index.js');
const root = mkdtempSync(join(tmpdir(), 'proofpack-scale-'));

const costs = new Map();
for (const grow of grows) {
  const folder = join(root, `grow-${grow}`);
  const { clients } = layFleet(folder, { count, grow });
  const out = join(folder, 'packages');
  const run = { out, editions: [], index: [], names: {} };
  const spent = [];
  let [lines, bytes, packed, unread] = [0, 0, 0, 0];
  for (const { id } of clients) {
    const { rows, size } = rowsOf(join(folder, id));
    lines += rows;
    bytes += size;
    const before = cpu();
    const outcome = await workOn({ id, folder: join(folder, id), task: 'build', mentions: [] }, run);
    spent.push(cpu() - before);
    if (outcome.state !== 'built') throw new Error(`${id}: ${outcome.state} ${outcome.problems[0]?.message}`);
    unread += outcome.summary.exhibits.others;
    packed += outcome.packages.reduce((sum, each) => sum + each.bytes, 0);
  }
  // The first client of a process pays for code that is not compiled yet.
  const [first, ...warm] = spent;
  costs.set(grow, { first, warm, lines: lines / count, packed: packed / count });
  if (grow === grows[0])
    console.log(`the first client of a worker: ${(first + begun).toFixed(2)} s CPU with its start`);
  console.log(
    `rows x${String(grow).padEnd(4)} ${Math.round(lines / count)
      .toString()
      .padStart(
        8,
      )} lines ${(bytes / count / 1e6).toFixed(2).padStart(8)} MB a client: ${mean(warm).toFixed(2)} s CPU (${Math.min(...warm).toFixed(2)} to ${Math.max(...warm).toFixed(2)}), package ${(packed / count / 1e6).toFixed(2)} MB, ${Math.round(process.memoryUsage().rss / 1e6)} MB held, ${unread} exhibits unread`,
  );
}
const [before, last] = [...costs.values()].slice(-2);
if (last !== undefined) {
  const grown = (lines) =>
    mean(last.warm) + ((mean(last.warm) - mean(before.warm)) / (last.lines - before.lines)) * lines;
  console.log(
    `reckoned, not measured: rows x${grows.at(-1) * 10}, ${Math.round(last.lines * 10)} lines a client: ${grown(last.lines * 9).toFixed(0)} s CPU`,
  );
}
rmSync(root, { recursive: true });

const { first, warm } = costs.get(grows[0]);
console.log('\nsimulated from the first line: hours of CPU, and the clock in minutes on so many cores');
for (const clients of [40, 400, 4000, 40_000, 400_000]) {
  const clock = [2, 8, 32, 128].map((cores) => `${cores}: ${(simulated(clients, cores) / 60).toFixed(1)}`);
  console.log(
    `${String(clients).padStart(7)} clients ${((mean(warm) * clients) / 3600).toFixed(1).padStart(7)} h  ${clock.join('   ')}`,
  );
}

/** Clients in their order to whichever worker is free first; each worker begins with a start. */
function simulated(clients, cores) {
  const chance = seeded(5);
  const free = new Float64Array(Math.min(cores, clients)).fill(first - mean(warm) + begun);
  for (let i = 0; i < clients; i += 1) {
    let next = 0;
    for (let k = 1; k < free.length; k += 1) if (free[k] < free[next]) next = k;
    free[next] += warm[Math.floor(chance() * warm.length)];
  }
  return Math.max(...free);
}

function rowsOf(folder) {
  let [rows, size] = [0, 0];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const inner = statSync(path).isDirectory()
      ? rowsOf(path)
      : { rows: readFileSync(path, 'latin1').split('\n').length, size: statSync(path).size };
    rows += inner.rows;
    size += inner.size;
  }
  return { rows, size };
}

function mean(numbers) {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
