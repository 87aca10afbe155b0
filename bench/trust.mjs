// Can a package be forged? Builds one, signs it, and tries: 300 flipped bits, 60 cuts, 14 forgeries by somebody without the key, 5,000 spoiled
// envelopes and as many signatures. Prints what verify says.      node bench/trust.mjs [client] [flips] [envelopes]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { NAMESPACE, readSigners } from '../dist/bundle/index.js';
import { payloadSignedBy } from '../dist/bundle/trust/dsse.js';
import { sshSigner } from '../dist/bundle/trust/sshsig.js';
import { pack, readCatalog, replayWith, verifyPackage } from '../dist/index.js';
import { FORGERIES, sequence, spoiled } from './forgeries.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const [client = 'software', flips = '300', envelopes = '5000'] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'trust-'));
const cli = (...args) => {
  const run = spawnSync(process.execPath, [join(root, 'bin/proofpack.js'), ...args], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
};
let wrong = 0;
const say = (what, got, wanted) => {
  if (got !== wanted) wrong += 1;
  console.log(`${got === wanted ? 'ok   ' : 'WRONG'}  ${what}: ${got} of ${wanted}`);
};
try {
  const [key, stranger] = [join(work, 'key'), join(work, 'stranger')];
  for (const path of [key, stranger]) cli('keys', 'new', path, '--name', path === key ? 'signer' : 'stranger');
  const build = (edition, by) => {
    const zip = join(work, `${edition}-${by === key}.zip`);
    cli('build', join(root, 'fixtures/clients', client), '-o', zip, '--edition', edition, '--sign', by, '--quiet');
    return readFileSync(zip);
  };
  // Another edition stands for the older package: as genuine as the first one, and not the one that was meant.
  const [bytes, other, foreign] = [build('auditor', key), build('internal', key), build('auditor', stranger)];
  const signers = readSigners(readFileSync(`${key}.pub`, 'utf8'), NAMESPACE);
  const whole = await verifyPackage(bytes, replayWith(await readCatalog()), { signers });
  console.log(
    `untouched: ${whole.findings.map(({ code }) => code).join(', ')}; ${whole.assurance.level}, ${bytes.length} bytes`,
  );
  if (!whole.holds) wrong += 1;

  const next = sequence();
  const bits = { refused: 0, named: 0 };
  for (let i = 0; i < Number(flips); i += 1) {
    const at = next(bytes.length);
    const bit = 1 << next(8);
    bytes[at] ^= bit;
    const { holds, findings } = await verifyPackage(bytes, undefined, { signers });
    bytes[at] ^= bit;
    if (!holds) bits.refused += 1;
    if (findings.some(({ code, path }) => code !== 'intact' && path !== null)) bits.named += 1;
  }
  say('flipped bits refused', bits.refused, Number(flips));
  console.log(`       the file named in ${bits.named}`);
  let cuts = 0;
  for (let i = 0; i < 60; i += 1) if (!(await verifyPackage(bytes.subarray(0, next(bytes.length)))).holds) cuts += 1;
  say('cuts refused', cuts, 60);

  const material = { files: unzipSync(bytes), other: unzipSync(other), foreign: unzipSync(foreign) };
  let right = 0;
  for (const { name, code, told, stranger: nobody, forge } of FORGERIES) {
    const forged = await packed(forge(material));
    const trust = { signers: nobody ? undefined : signers, ...(told ? { sha256: hash(bytes) } : {}) };
    const { holds, findings } = await verifyPackage(forged, replayWith(await readCatalog()), trust);
    const codes = [...new Set(findings.map((finding) => finding.code))];
    const good = !holds && codes.includes(code);
    if (good) right += 1;
    console.log(`       ${good ? 'refused' : 'NOT REFUSED'}: ${name} (${codes.join(', ')})`);
  }
  say('forgeries refused with the right code', right, FORGERIES.length);

  const textOf = (path) => Buffer.from(material.files[path]).toString();
  const manifest = Buffer.from(material.files['tagmanifest-sha256.txt']);
  const [{ publicKey }] = signers;
  for (const [what, path, accepted] of [
    ['envelopes', 'statement.dsse.json', (text) => payloadSignedBy(publicKey, text) !== undefined],
    ['signatures', 'tagmanifest-sha256.txt.sig', (text) => sshSigner(manifest, text) !== undefined],
  ]) {
    const good = textOf(path);
    if (!accepted(good)) wrong += 1;
    let refused = 0;
    for (let i = 0; i < Number(envelopes); i += 1) if (!accepted(spoiled(good, next))) refused += 1;
    say(`spoiled ${what} refused`, refused, Number(envelopes));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = wrong === 0 ? 0 : 1;

/** Packed in our own form, with a seal that holds: as good a forgery as can be made without the key. */
function packed(files) {
  const paths = Object.keys(files).sort((a, b) => (a < b ? -1 : 1));
  const entries = paths.map((path) => ({
    path,
    role: 'tag',
    sha256: '',
    bytes: files[path].length,
    content: files[path],
  }));
  return pack({ name: 'forged', edition: 'auditor', entries });
}

function hash(bytes) {
  return spawnSync('sha256sum', { input: bytes, encoding: 'utf8' }).stdout.slice(0, 64);
}
