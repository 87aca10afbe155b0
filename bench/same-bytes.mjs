// Does the same request give the same bytes? Builds two editions of a client, signed as packages and page by page, under ten varied worlds and
// several Node versions, and prints one SHA-256 each.      node bench/same-bytes.mjs [client of fixtures/clients, default a tiny one] [--node 22,24]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layTinyClient } from './tiny-client.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const bin = join(root, 'bin/proofpack.js');
const asked = process.argv.indexOf('--node');
const versions = asked < 0 ? [] : (process.argv[asked + 1] ?? '').split(',').filter(Boolean);
const [client] = process.argv.slice(2).filter((word, at) => /^[a-z-]+$/.test(word) && at + 2 !== asked);
const run = (command, options = {}) => {
  const done = spawnSync('sh', ['-c', command], { encoding: 'utf8', ...options });
  if (done.status !== 0) throw new Error(`${command}: exit ${done.status}\n${done.stdout}${done.stderr}`);
  return done.stdout.trim();
};

/** `before` stands before the build; `laid` says how the folder comes to be. */
const WORLDS = [
  { name: 'UTC', env: { TZ: 'UTC' } },
  { name: 'Kolkata', env: { TZ: 'Asia/Kolkata' } },
  { name: 'Los Angeles', env: { TZ: 'America/Los_Angeles' } },
  { name: 'Turkish locale', env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Europe/Istanbul' } },
  { name: 'no locale', env: { LC_ALL: 'C', LANG: '' } },
  { name: 'umask 077', before: 'umask 077;' },
  { name: 'clock five years ahead', before: "faketime '+5 years'" },
  { name: 'files laid down in another order', laid: 'backwards' },
  { name: 'files of 1999, read-only', laid: 'old' },
  { name: 'another place', place: 'a place with a much longer name, ünd signs & such/deep/down' },
];

const work = mkdtempSync(join(tmpdir(), 'same-bytes-'));
const hashes = new Map();
try {
  const secrets = makeKeys();
  const runtimes = [
    [`Node ${process.versions.node}`, process.execPath],
    ...versions.map((version) => {
      const path = run(`npx -y -p node@${version} node -p process.execPath`);
      return [`Node ${run(`'${path}' -p process.versions.node`)}`, path];
    }),
  ];
  for (const runtime of runtimes) for (const world of WORLDS) build(runtime, world, secrets);
} finally {
  run(`chmod -R u+w '${work}'`);
  rmSync(work, { recursive: true, force: true });
}
const builds = [...hashes.values()].flat().length;
console.log(`${builds} builds of two signed editions, ${hashes.size} different result${hashes.size === 1 ? '' : 's'}`);
process.exitCode = hashes.size === 1 ? 0 : 1;

/** Keys are part of the request: one that signs packages, one that signs PDFs, and the one of the owner that lies beside the engagement. */
function makeKeys() {
  const at = (name) => join(work, name);
  run(`'${process.execPath}' '${bin}' keys new '${at('key')}' --name marta@northlake.example --quiet`);
  const files = `-keyout '${at('pdf.key')}' -out '${at('pdf.crt')}'`;
  run(`openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=Marta ${files} 2>/dev/null`);
  writeFileSync(at('pdf.pem'), readFileSync(at('pdf.key'), 'utf8') + readFileSync(at('pdf.crt'), 'utf8'));
  const flags = `--sign '${at('key')}' --sign-pdf '${at('pdf.pem')}'`;
  return { flags, owner: `${createHash('sha256').update('an owner').digest('hex')}\n` };
}

function build([runtime, node], { name, env = {}, before = '', laid, place = '' }, { flags, owner }) {
  const folder = join(mkdtempSync(join(work, 'place-')), place);
  const lying = join(folder, 'client');
  lay(lying, laid);
  writeFileSync(join(lying, 'proofpack.key'), owner, { mode: 0o600 });
  if (laid === 'old') run(`find . -type f -exec touch -d 1999-12-31 {} + -exec chmod a-w {} +`, { cwd: lying });
  const out = `${folder}/out.zip`;
  const editions = '--edition auditor,insurer --quiet';
  run(`${before} '${node}' '${bin}' build '${lying}' -o '${out}' ${editions} ${flags}`, {
    cwd: folder,
    env: { ...process.env, ...env },
  });
  const packages = readdirSync(folder).filter((each) => each.endsWith('.zip'));
  if (packages.length !== 2) throw new Error(`${runtime}, ${name}: ${packages.length} packages`);
  const hash = createHash('sha256');
  for (const each of packages.sort()) hash.update(readFileSync(join(folder, each)));
  const hex = hash.digest('hex');
  hashes.set(hex, [...(hashes.get(hex) ?? []), name]);
  console.log(`${hex.slice(0, 16)}…  ${runtime.padEnd(14)} ${name}`);
}

function lay(folder, how) {
  mkdirSync(folder, { recursive: true });
  const template = join(work, 'template');
  if (client) cpSync(join(root, 'fixtures/clients', client), template, { recursive: true });
  else layTinyClient(template);
  const files = readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(template.length + 1))
    .sort();
  for (const path of how === 'backwards' ? files.reverse() : files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(template, path), join(folder, path));
  }
}
