// Does the same request give the same bytes? Builds a client under varied zones, locales, umasks, places, listing orders, clocks and Node
// versions, and prints one SHA-256 each.      node bench/same-bytes.mjs [client] [--node 22,24]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const bin = join(root, 'bin/proofpack.js');
const [client = 'software'] = process.argv.slice(2).filter((word) => /^[a-z-]+$/.test(word) && !word.startsWith('--'));
const asked = process.argv.indexOf('--node');
const versions = asked < 0 ? [] : (process.argv[asked + 1] ?? '').split(',').filter(Boolean);
const has = (tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;

const WORLDS = [
  { name: 'UTC', env: { TZ: 'UTC' } },
  { name: 'Kolkata', env: { TZ: 'Asia/Kolkata' } },
  { name: 'Los Angeles', env: { TZ: 'America/Los_Angeles' } },
  { name: 'Turkish locale', env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Europe/Istanbul' } },
  { name: 'umask 077', env: {}, before: 'umask 077;' },
  { name: 'files laid down in another order', env: {}, shuffled: true },
  ...(has('faketime') ? [{ name: 'clock five years ahead', env: {}, before: "faketime '+5 years'" }] : []),
];
const RUNTIMES = [
  { name: `Node ${process.versions.node}`, command: `'${process.execPath}'` },
  ...versions.map((version) => ({ name: `Node ${version}`, command: `npx -y -p node@${version} node` })),
];

const work = mkdtempSync(join(tmpdir(), 'same-bytes-'));
const hashes = new Map();
try {
  for (const runtime of RUNTIMES) for (const world of WORLDS) build(runtime, world);
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(
  `${[...hashes.values()].flat().length} builds, ${hashes.size} different package${hashes.size === 1 ? '' : 's'}`,
);
process.exit(hashes.size === 1 ? 0 : 1);

function build(runtime, { name, env, before = '', shuffled = false }) {
  const folder = mkdtempSync(join(work, 'place-'));
  const from = join(root, 'fixtures/clients', client);
  if (shuffled)
    spawnSync('sh', [
      '-c',
      `cd '${from}' && find . -type f | sort -R | cpio -pdm --quiet '${folder}/client' 2>/dev/null || cp -r . '${folder}/client'`,
    ]);
  else cpSync(from, join(folder, 'client'), { recursive: true });
  const out = join(folder, 'out.zip');
  const run = spawnSync(
    'sh',
    ['-c', `${before} ${runtime.command} '${bin}' build '${folder}/client' -o '${out}' --quiet`],
    {
      cwd: folder,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    },
  );
  if (run.status !== 0) throw new Error(`${runtime.name}, ${name}: exit ${run.status}\n${run.stderr}`);
  const hash = createHash('sha256').update(readFileSync(out)).digest('hex');
  hashes.set(hash, [...(hashes.get(hash) ?? []), name]);
  console.log(`${hash.slice(0, 16)}…  ${runtime.name.padEnd(14)} ${name}`);
}
