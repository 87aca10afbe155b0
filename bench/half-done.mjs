// Is anything ever half done? Kills builds and savings at random moments, fills small disks, limits the size of files, runs many builds at once on
// one engagement; after each looks at what stands under the final name.
//      node bench/half-done.mjs [builds killed] [savings killed] [full disks] [limits] [at once]
// Full disks are small tmpfs, which only root may mount; without them the limits are all that is tried, and that is said.
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { savePackage } from '../dist/disk/index.js';
import { verifyPackage } from '../dist/index.js';
import { sequence } from './forgeries.mjs';
import { layTinyClient } from './tiny-client.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const bin = join(root, 'bin/proofpack.js');
const numbers = process.argv.slice(2).map(Number);
const [builds = 60, savings = 940, fullDisks = 180, limits = 20, together = 30] = numbers;
const LANES = 2;
const work = mkdtempSync(join(tmpdir(), 'half-done-'));
const folder = layTinyClient(join(work, 'client'));
const next = sequence();
let wrong = 0;

const say = (what, got, wanted) => {
  if (got !== wanted) wrong += 1;
  console.log(`${got === wanted ? 'ok   ' : 'WRONG'}  ${what}: ${got} of ${wanted}`);
};
const argv = (path, edition = 'auditor') => [bin, 'build', folder, '-o', path, '--edition', edition, '--quiet'];
const check = async (bytes) => (await verifyPackage(bytes)).holds;
const place = (name) => {
  mkdirSync(join(work, name));
  return join(work, name);
};
const leftIn = (at) => readdirSync(at).filter((name) => name.startsWith('.proofpack-'));
const ended = (child) => new Promise((resolve) => child.on('exit', (code) => resolve(code)));
const share = (whole, lane) => Math.floor(whole / LANES) + (lane < whole % LANES ? 1 : 0);
const inLanes = (whole, run) =>
  Promise.all(Array.from({ length: LANES }, (_, lane) => run(share(whole, lane), place(`${run.name}-${lane}`))));
const sum = (tallies, key) => tallies.reduce((total, tally) => total + tally[key], 0);

const begun = Date.now();
const [older, newer] = ['auditor', 'internal'].map((edition) => {
  const path = join(work, `${edition}.zip`);
  const run = spawnSync(process.execPath, argv(path, edition), { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`the first build failed\n${run.stderr}`);
  return { path, bytes: readFileSync(path) };
});
const buildTakes = (Date.now() - begun) / 2;
console.log(
  `a build takes about ${Math.round(buildTakes)} ms and makes ${older.bytes.length} bytes (${newer.bytes.length} the other edition)`,
);

try {
  await killBuilds();
  await killSavings();
  const disks = await fillDisks();
  const limited = limitSizes();
  say('disks and sizes in all, clean refusals with the old package untouched', disks + limited, fullDisks + limits);
  await buildAtOnce();
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(`${Math.round((Date.now() - begun) / 1000)} s`);
process.exitCode = wrong === 0 ? 0 : 1;

/** The half of them at any moment, the other half around the time of writing, which is short. */
async function killBuilds() {
  const tallies = await inLanes(builds, async function builder(count, at) {
    const tally = { good: 0, hit: 0, left: 0 };
    const zip = join(at, 'package.zip');
    for (let i = 0; i < count; i += 1) {
      if (next(2)) rmSync(zip, { force: true });
      const child = spawn(process.execPath, argv(zip), { stdio: 'ignore' });
      const after = i % 2 ? next(Math.round(buildTakes)) : buildTakes * 0.8 + next(Math.round(buildTakes * 0.4));
      const timer = setTimeout(() => child.kill('SIGKILL'), after);
      if ((await ended(child)) === null) tally.hit += 1;
      clearTimeout(timer);
      if (leftIn(at).length > 0) tally.left += 1;
      if (!existsSync(zip) || (await check(readFileSync(zip)))) tally.good += 1;
    }
    const last = spawnSync(process.execPath, argv(zip));
    if (last.status !== 0 || leftIn(at).length > 0 || !readFileSync(zip).equals(older.bytes)) tally.good -= 1;
    return tally;
  });
  const [hit, left] = [sum(tallies, 'hit'), sum(tallies, 'left')];
  say(
    `builds killed, a whole package or none, and the next build good and clean (${hit} hit, ${left} left something)`,
    sum(tallies, 'good'),
    builds,
  );
}

/** The short time of saving alone, again and again: what stands there is the one package or the other, byte for byte. */
async function killSavings() {
  const tallies = await inLanes(savings, async function saver(count, at) {
    const tally = { good: 0, left: 0, swept: 0, looked: 0 };
    const zip = join(at, 'package.zip');
    const isOne = (bytes) => bytes.equals(older.bytes) || bytes.equals(newer.bytes);
    for (let i = 0; i < count; i += 1) {
      const one = await killOneSaving(zip, at);
      tally.looked += one.looked;
      tally.swept += one.swept;
      if (leftIn(at).length > 0) tally.left += 1;
      if (existsSync(zip) ? isOne(readFileSync(zip)) : !one.existed) tally.good += 1;
    }
    await savePackage({ bytes: newer.bytes, path: zip, replace: 'packages', check });
    if (leftIn(at).length > 0 || !readFileSync(zip).equals(newer.bytes)) tally.good -= 1;
    return tally;
  });
  const left = sum(tallies, 'left');
  say(`savings killed, one package or the other in whole (${left} left a folder)`, sum(tallies, 'good'), savings);
  say('leftovers of others gone after the next saving', sum(tallies, 'swept'), sum(tallies, 'looked'));
}

async function killOneSaving(zip, at) {
  const existed = existsSync(zip);
  const child = spawn(process.execPath, [join(root, 'bench/save-forever.mjs'), zip, older.path, newer.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = ended(child);
  const told = { existed, looked: 0, swept: 0 };
  child.stdout.on('data', (text) => {
    if (String(text).includes('ready')) setTimeout(() => child.kill('SIGKILL'), next(120));
    if (!String(text).includes('saved')) return;
    told.looked = 1;
    told.swept = leftIn(at).every((name) => name.startsWith(`.proofpack-${child.pid}-`)) ? 1 : 0;
  });
  await gone;
  return told;
}

/** Disks with room for less than is needed, the half of them with a package there already, the other half empty. */
async function fillDisks() {
  const disk = place('disk');
  const mounts = (size) => spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]).status === 0;
  if (!mounts(4096)) {
    console.log('       not tried: full disks (only root may mount a small one)');
    return 0;
  }
  spawnSync('umount', [disk]);
  const zip = join(disk, 'package.zip');
  const pages = (bytes) => Math.ceil(bytes / 4096);
  const [old, draft] = [pages(older.bytes.length), pages(newer.bytes.length)];
  let clean = 0;
  for (let i = 0; i < fullDisks; i += 1) {
    const stands = i % 2 === 0;
    mounts(((stands ? old : 0) + 1 + next(draft - 2)) * 4096);
    try {
      if (stands) writeFileSync(zip, older.bytes);
      clean += (await refusedWell(zip, stands)) ? 1 : 0;
    } finally {
      spawnSync('umount', [disk]);
    }
  }
  // Otherwise all of this could be refused for another reason.
  mounts((old + draft + 1) * 4096);
  try {
    writeFileSync(zip, older.bytes);
    await savePackage({ bytes: newer.bytes, path: zip, replace: 'packages', check });
    say('a disk with just room enough is no reason to refuse', readFileSync(zip).equals(newer.bytes) ? 1 : 0, 1);
  } finally {
    spawnSync('umount', [disk]);
  }
  say('full disks, a clean refusal', clean, fullDisks);
  return clean;
}

async function refusedWell(zip, stands) {
  const request = { bytes: newer.bytes, path: zip, replace: 'packages', check };
  const error = await savePackage(request).then(
    () => undefined,
    (cause) => cause,
  );
  const kept = stands ? readFileSync(zip).equals(older.bytes) : !existsSync(zip);
  const good = error?.code === 'disk-full' && error.exit === 6 && kept && leftIn(join(zip, '..')).length === 0;
  if (!good) console.log(`       ${error?.code ?? 'no refusal'}, kept ${kept}, left ${leftIn(join(zip, '..'))}`);
  return good;
}

/** Of whole builds, each with less room for one file than its package needs. */
function limitSizes() {
  const at = place('limits');
  const zip = join(at, 'package.zip');
  writeFileSync(zip, newer.bytes);
  let clean = 0;
  for (let i = 0; i < limits; i += 1) {
    // In blocks of 1024 bytes, as bash likes.
    const blocks = Math.floor((older.bytes.length / 1024) * (i / limits));
    const command = `ulimit -f ${blocks}; exec '${process.execPath}' ${argv(zip)
      .map((each) => `'${each}'`)
      .join(' ')}`;
    const { status, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    const kept = readFileSync(zip).equals(newer.bytes) && leftIn(at).length === 0;
    if (kept && status === 6 && stderr.includes('larger than this system allows')) clean += 1;
    else console.log(`       ${blocks} KB: exit ${status}\n${stderr}`);
  }
  say('limits of size, a clean refusal', clean, limits);
  return clean;
}

/** All into one name, on an engagement that none has built from before: each makes what it needs beside the engagement too. */
async function buildAtOnce() {
  const at = place('together');
  const fresh = layTinyClient(join(work, 'fresh'));
  const zip = join(at, 'package.zip');
  const runs = Array.from({ length: together }, () => {
    const argvOne = [bin, 'build', fresh, '-o', zip, '--edition', 'insurer', '--quiet'];
    const child = spawn(process.execPath, argvOne, { stdio: ['ignore', 'ignore', 'pipe'] });
    let words = '';
    child.stderr.on('data', (text) => {
      words += text;
    });
    return ended(child).then((exit) => ({ exit, words }));
  });
  const ends = await Promise.all(runs);
  for (const { exit, words } of ends) if (exit !== 0) console.log(`       exit ${exit}: ${words.trim()}`);
  const whole = ends.filter(({ exit }) => exit === 0).length;
  // A clear refusal is one with a cure; a bug has exit 70 or none.
  const refused = ends.filter(({ exit, words }) => [2, 6].includes(exit) && words.includes('\n')).length;
  say(`builds at once, whole or refused with a reason (${whole} whole)`, whole + refused, together);
  say('the package after them is whole', (await check(readFileSync(zip))) ? 1 : 0, 1);
  const alone = join(at, 'alone.zip');
  spawnSync(process.execPath, [bin, 'build', fresh, '-o', alone, '--edition', 'insurer', '--quiet']);
  say('and the same as one built alone afterwards', readFileSync(alone).equals(readFileSync(zip)) ? 1 : 0, 1);
  say('folders left behind', leftIn(at).length, 0);
  say('the key of the owner is whole', statSync(join(fresh, 'proofpack.key')).size, 65);
}
