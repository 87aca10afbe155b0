// Kills a fleet at random moments, its parent or one of its workers, with SIGKILL; then lets it go on. After each round every package must be there once,
// whole, and to the byte that of a run that nobody disturbed, with nothing unfinished beside it.
// Beside small clients some of 30 to 60 exhibits each.
//      npm run build && node bench/fleet-kills.mjs [rounds=50] [small=9] [seeded=3] [seed=1]
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layFleet, seeded } from './fleet-clients.mjs';
import { layTinyClient, TINY } from './tiny-client.mjs';

const BIN = fileURLToPath(new URL('../bin/proofpack.js', import.meta.url));
const [rounds = 50, small = 9, large = 3, seed = 1] = process.argv.slice(2).map(Number);
const chance = seeded(seed);
const root = mkdtempSync(join(tmpdir(), 'proofpack-kills-'));
const clients = join(root, 'clients');
const { exhibits } = layFleet(clients, { count: large, seed });
for (let i = 0; i < small; i += 1) {
  const engagement = TINY['engagement.yaml']
    .replace('name: Lakeside', `name: Client ${i}`)
    .replaceAll('lakeside.example', `client${i}.example`);
  layTinyClient(join(clients, `client-${i}`), {
    'engagement.yaml': engagement,
    'hr/staff.csv': `Display name,E-mail,State\nKim Adler,kim@client${i}.example,active\n`,
  });
}
const portfolio = readFileSync(join(clients, 'portfolio.yaml'), 'utf8');
writeFileSync(join(clients, 'portfolio.yaml'), portfolio.replace('[insurer]', '[insurer, auditor]'));

// The owner's key is made by chance at first use: one run makes them, so that two runs are comparable at all.
fleet(join(root, 'keys'));
const started = performance.now();
const wanted = packagesIn(fleet(join(root, 'undisturbed')));
const span = performance.now() - started;
console.log(
  `${wanted.size} packages of ${small + large} clients, ${large} of them with ${exhibits} exhibits, in ${(span / 1000).toFixed(1)} s undisturbed`,
);

const killed = { parent: 0, worker: 0, finished: 0 };
for (let round = 1; round <= rounds; round += 1) {
  const out = join(root, `round-${round}`);
  killed[await disturbed(out)] += 1;
  const again = fleet(out, ['--changed']);
  const made = packagesIn(again);
  const wrong = [...wanted].filter(([path, hash]) => made.get(path) !== hash).map(([path]) => path);
  const more = [...made.keys()].filter((path) => !wanted.has(path));
  const left = filesBelow(out).filter((path) => /\.proofpack-\d/.test(path));
  if (wrong.length + more.length + left.length > 0) {
    console.error(
      `round ${round}: missing or other: ${wrong.join(', ')}; too many: ${more.join(', ')}; unfinished: ${left.join(', ')}; in ${out}`,
    );
    process.exit(1);
  }
  rmSync(out, { recursive: true });
  if (round % 10 === 0) console.log(`${round} rounds: ${JSON.stringify(killed)}`);
}
console.log(
  `${rounds} rounds: parent killed ${killed.parent} times, a worker ${killed.worker}, too late ${killed.finished}; after one more run every package there once, whole and the same`,
);
rmSync(root, { recursive: true });

/** A run in which somebody is killed at a random moment. A killed worker is replaced; the run then ends by itself. */
function disturbed(out) {
  const child = spawn(process.execPath, [BIN, 'fleet', 'build', clients, '-o', out, '--jobs', '2', '--quiet'], {
    stdio: 'ignore',
  });
  const after = chance() * span * 0.95;
  const whom = chance() < 0.5 ? 'parent' : 'worker';
  let done = 'finished';
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      const workers = childrenOf(child.pid);
      const victim = whom === 'parent' ? child.pid : workers[Math.floor(chance() * workers.length)];
      if (victim === undefined) return;
      try {
        process.kill(victim, 'SIGKILL');
        done = whom;
      } catch {
        // It ended just now.
      }
    }, after);
    child.on('exit', () => {
      clearTimeout(timer);
      // Workers of a killed parent notice by themselves; whatever they still write is theirs to write.
      setTimeout(() => resolve(done), 300);
    });
  });
}

function fleet(out, more = []) {
  const run = spawnSync(process.execPath, [BIN, 'fleet', 'build', clients, '-o', out, '--jobs', '2', ...more], {
    encoding: 'utf8',
  });
  if (run.status !== 0) {
    console.error(run.stdout, run.stderr);
    process.exit(1);
  }
  return out;
}

function packagesIn(out) {
  const zips = filesBelow(out).filter((path) => path.endsWith('.zip'));
  return new Map(
    zips.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(out, path)))
        .digest('hex'),
    ]),
  );
}

function filesBelow(folder, base = folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path, base) : [relative(base, path)];
  });
}

function childrenOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
