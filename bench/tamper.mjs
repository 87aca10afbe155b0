// Is every changed bit of a package found, and is the file named? Flips single bits and cuts the end off a real package, and prints what
// `verify` says.      node bench/tamper.mjs [client] [flips]

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyPackage } from '../dist/index.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const [client = 'software', flips = '300'] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'tamper-'));
const zip = join(work, 'package.zip');
const cli = (...args) => spawnSync(process.execPath, [join(root, 'bin/proofpack.js'), ...args], { encoding: 'utf8' });
try {
  const built = cli('build', join(root, 'fixtures/clients', client), '-o', zip, '--quiet');
  if (built.status !== 0) throw new Error(built.stderr);
  console.log(`untouched: verify exits ${cli('verify', zip).status}`);
  const bytes = readFileSync(zip);
  // A fixed sequence, so that a figure can be had again (Numerical Recipes' linear congruence).
  let state = 20261128;
  const next = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const tally = { refused: 0, named: 0 };
  for (let i = 0; i < Number(flips); i += 1) {
    const at = next(bytes.length);
    const bit = 1 << next(8);
    bytes[at] ^= bit;
    count(await verifyPackage(bytes), tally);
    bytes[at] ^= bit;
  }
  console.log(`${flips} flipped bits: ${tally.refused} refused, the file named in ${tally.named}`);
  const cut = { refused: 0, named: 0 };
  for (let i = 0; i < 60; i += 1) count(await verifyPackage(bytes.subarray(0, next(bytes.length))), cut);
  console.log(`60 cuts: ${cut.refused} refused`);
  process.exitCode = tally.refused === Number(flips) && cut.refused === 60 ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function count({ holds, findings }, tally) {
  if (holds) return;
  tally.refused += 1;
  if (findings.some(({ code, path }) => code !== 'intact' && path !== null)) tally.named += 1;
}
