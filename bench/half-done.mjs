// Is anything ever half done? Kills builds at random moments, limits the size of files, and runs many builds at once on one engagement; after each
// looks at what stands under the final name.      node bench/half-done.mjs [client] [kills] [limits] [at once]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyPackage } from '../dist/index.js';
import { sequence } from './forgeries.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const bin = join(root, 'bin/proofpack.js');
const [client = 'software', kills = '40', limits = '20', together = '8'] = process.argv.slice(2);
const folder = join(root, 'fixtures/clients', client);
const work = mkdtempSync(join(tmpdir(), 'half-done-'));
const zip = join(work, 'package.zip');
const argv = (path) => [bin, 'build', folder, '-o', path, '--edition', 'auditor', '--quiet'];
const next = sequence();
let wrong = 0;
const say = (what, got, wanted) => {
  if (got !== wanted) wrong += 1;
  console.log(`${got === wanted ? 'ok   ' : 'WRONG'}  ${what}: ${got} of ${wanted}`);
};
const isWhole = async (path) => (await verifyPackage(readFileSync(path))).holds;
const leftovers = () => readdirSync(work).filter((name) => name.startsWith('.proofpack-'));

try {
  const begun = Date.now();
  if (spawnSync(process.execPath, argv(zip)).status !== 0) throw new Error('the first build failed');
  const whole = Date.now() - begun;
  const size = statSync(zip).size;
  console.log(`a build takes ${whole} ms and makes ${size} bytes`);

  // The half of them early, the other half around the time of writing, which is short.
  const killed = { good: 0, during: 0, left: 0 };
  for (let i = 0; i < Number(kills); i += 1) {
    if (next(2)) rmSync(zip, { force: true });
    const child = spawn(process.execPath, argv(zip), { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code)));
    const after = i % 2 ? next(whole) : whole * 0.8 + next(whole * 0.4);
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    if ((await ended) === null) killed.during += 1;
    clearTimeout(timer);
    killed.left += leftovers().length > 0 ? 1 : 0;
    if (!existsSync(zip) || (await isWhole(zip))) killed.good += 1;
  }
  say(
    `kills at random times, a whole package or none (${killed.during} hit, ${killed.left} times something was left)`,
    killed.good,
    Number(kills),
  );
  spawnSync(process.execPath, argv(zip));
  say('folders left behind after the next build', leftovers().length, 0);

  const before = readFileSync(zip);
  let clean = 0;
  for (let i = 0; i < Number(limits); i += 1) {
    // In blocks of 512 or 1024 bytes, as the shell likes: from nothing to a tenth more than is needed.
    const blocks = Math.floor(((size * 1.1) / 1024) * (i / Number(limits)));
    const command = `ulimit -f ${blocks}; exec '${process.execPath}' ${argv(zip)
      .map((each) => `'${each}'`)
      .join(' ')}`;
    const { status, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    const refused = status === 6 && stderr.includes('larger than this system allows');
    const kept = readFileSync(zip).equals(before) && leftovers().length === 0;
    if (kept && (status === 0 || refused)) clean += 1;
    else console.log(`       ${blocks} KB: exit ${status}\n${stderr}`);
  }
  say('limits of size, a clean refusal or a whole package', clean, Number(limits));

  const runs = Array.from({ length: Number(together) }, () => {
    const child = spawn(process.execPath, argv(zip), { stdio: 'ignore' });
    return new Promise((resolve) => child.on('exit', resolve));
  });
  const exits = await Promise.all(runs);
  say('builds at once that ended well', exits.filter((exit) => exit === 0).length, Number(together));
  say('the package after them whole and the same as before', readFileSync(zip).equals(before) ? 1 : 0, 1);
  say('folders left behind', leftovers().length, 0);
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = wrong === 0 ? 0 : 1;
