// Does somebody without proofpack get as far as the package says? Builds a signed, timestamped package, locked once for age and once with a
// password; from then on only what strangers have looks at it: age, 7z, unzip, sha256sum, sha512sum, ssh-keygen, openssl, pdfsig, a browser. Each has to
// refuse a spoiled one too. What is not installed here is said, and is no success.      node bench/outside.mjs
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { layTinyClient } from './tiny-client.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'outside-'));
const at = (...names) => join(work, ...names);
const run = (command, argv, options = {}) => spawnSync(command, argv, { encoding: 'utf8', cwd: work, ...options });
const must = (command, argv, options) => {
  const done = run(command, argv, options);
  if (done.status !== 0) throw new Error(`${command} ${argv.join(' ')}\n${done.stdout}\n${done.stderr}`);
  return done.stdout;
};
const proofpack = (...argv) => must(process.execPath, [join(root, 'bin/proofpack.js'), ...argv]);
const has = (tool) => run('sh', ['-c', `command -v ${tool}`]).status === 0;
const PAGES = 'data/00-READ-ME-FIRST.pdf';
let wrong = 0;
const line = (word, what, more = '') => console.log(`${word.padEnd(13)}  ${what}${more}`);

/** One tool, what it has to accept and what to refuse; each thunk gives the run of the tool. */
function tried(tool, what, { accepts, says, refuses }) {
  if (!has(tool)) {
    line('NOT INSTALLED', `${tool}: ${what}`);
    return;
  }
  const good = accepts();
  const bad = refuses();
  const holds = good.status === 0 && (says === undefined || `${good.stdout}${good.stderr}`.includes(says));
  const refused = bad.status !== 0;
  if (!(holds && refused)) wrong += 1;
  line(
    holds && refused ? 'ok' : 'WRONG',
    `${tool}: ${what}`,
    refused ? '; a spoiled one is refused' : '; A SPOILED ONE IS ACCEPTED',
  );
  if (!holds) console.log(`${good.stdout}${good.stderr}`);
}

try {
  makeAuthority();
  const { zip, aged, locked, recipient } = buildAll();
  console.log(`a package of ${readFileSync(zip).length} bytes, E3, for ${recipient ?? 'a password'}`);
  openLocked({ zip, aged, locked });
  must('sh', ['-c', `mkdir bag spoiled && cd bag && ${has('unzip') ? 'unzip -q' : '7z x -bd'} '${zip}'`]);
  cpSync(at('bag'), at('spoiled'), { recursive: true });
  flip(at('spoiled', 'data/machine/findings.json'));
  flip(at('spoiled', PAGES));
  flip(at('spoiled', 'bagit.txt'));
  flip(at('spoiled', 'tagmanifest-sha256.txt'));
  flip(at('spoiled', 'tagmanifest-sha256.txt.sig'));
  checkHashes();
  checkSignature();
  checkEnvelope();
  checkTime();
  checkPages();
  await checkInBrowser(zip);
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = wrong === 0 ? 0 : 1;

/** An authority of our own, by openssl alone. */
function makeAuthority() {
  const openssl = (...argv) => must('openssl', argv);
  const [rsa, nodes] = [['-newkey', 'rsa:2048'], '-nodes'];
  openssl('req', '-x509', ...rsa, nodes, '-keyout', 'root.key', '-out', 'tsa.pem', '-days', '99', '-subj', '/CN=Root');
  openssl('req', '-x509', ...rsa, nodes, '-keyout', 'x.key', '-out', 'other.pem', '-days', '99', '-subj', '/CN=Other');
  openssl('req', '-new', ...rsa, nodes, '-keyout', 'tsa.key', '-out', 'tsa.csr', '-subj', '/O=Bench/CN=Authority');
  writeFileSync(at('usage'), 'extendedKeyUsage=critical,timeStamping\n');
  const issue = ['x509', '-req', '-in', 'tsa.csr', '-CA', 'tsa.pem', '-CAkey', 'root.key', '-CAcreateserial'];
  openssl(...issue, '-days', '90', '-extfile', 'usage', '-out', 'signer.pem');
  openssl('req', '-x509', ...rsa, nodes, '-keyout', 'pdf.key', '-out', 'pdf.crt', '-days', '99', '-subj', '/CN=Marta');
  writeFileSync(at('pdf.pem'), readFileSync(at('pdf.key'), 'utf8') + readFileSync(at('pdf.crt'), 'utf8'));
  writeFileSync(at('serial'), '01\n');
  writeFileSync(
    at('tsa.cnf'),
    `[tsa]\ndefault_tsa = it\n[it]\nserial = ${at('serial')}\ndefault_policy = 1.2.3.4.1\ndigests = sha256\naccuracy = secs:1\ness_cert_id_alg = sha256\nsigner_digest = sha256\n`,
  );
}

/** Three times the same package: bare, for a recipient of age, with a password. The timestamp is carried by hand. */
function buildAll() {
  const folder = layTinyClient(at('client'));
  proofpack('keys', 'new', at('key'), '--name', 'marta@northlake.example');
  const build = ['build', folder, '--edition', 'auditor', '--quiet', '--sign', at('key'), '--sign-pdf', at('pdf.pem')];
  proofpack(...build, '--timestamp-request', at('request.tsq'), '-o', at('x.zip'));
  const reply = ['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'request.tsq', '-signer', 'signer.pem'];
  must('openssl', [...reply, '-inkey', 'tsa.key', '-chain', 'tsa.pem', '-out', 'answer.tsr']);
  const stamped = [...build, '--timestamp', at('answer.tsr')];
  proofpack(...stamped, '-o', at('package.zip'));
  writeFileSync(at('password'), 'five words by chance 7\n');
  proofpack(...stamped, '-o', at('p.zip'), '--encrypt', 'zip-aes256', '--password-file', at('password'));
  const made = { zip: at('package.zip'), locked: at('p_encrypted.zip'), aged: undefined, recipient: undefined };
  if (!has('age-keygen')) return made;
  must('age-keygen', ['-o', 'identity']);
  must('age-keygen', ['-o', 'stranger']);
  const recipient = must('age-keygen', ['-y', 'identity']).trim();
  proofpack(...stamped, '-o', at('a.zip'), '--encrypt', `age:${recipient}`);
  return { ...made, aged: at('a.zip.age'), recipient };
}

/** pdfsig ends well whatever it finds: what counts is what it says. */
function checkPages() {
  const said = (folder) =>
    run('sh', [
      '-c',
      `pdfsig -nocert '${at(folder, PAGES)}' | tr '\\n' ' ' | grep 'Total document signed.*Signature is Valid'`,
    ]);
  tried('pdfsig', 'finds the first PDF signed as a whole, by whom the certificate names', {
    accepts: () => said('bag'),
    refuses: () => said('spoiled'),
  });
}

function openLocked({ zip, aged, locked }) {
  tried('age', 'opens for its recipient and holds the package that was signed', {
    accepts: () => run('sh', ['-c', `age -d -i identity '${aged}' | cmp - '${zip}'`]),
    refuses: () => run('age', ['-d', '-i', 'stranger', '-o', 'nothing', aged]),
  });
  const seven = (password) => run('7z', ['x', '-y', '-bd', `-p${password}`, `-o${at('opened')}`, locked]);
  tried('7z', 'opens with the password and holds the package that was signed', {
    accepts: () => {
      const done = seven('five words by chance 7');
      return done.status === 0 ? run('cmp', [at('opened', 'p.zip'), zip]) : done;
    },
    refuses: () => seven('five words by chance 8'),
  });
  copyFileSync(zip, at('bent.zip'));
  flip(at('bent.zip'));
  tried('7z', 'finds the package itself whole', {
    accepts: () => run('7z', ['t', '-bd', zip]),
    refuses: () => run('7z', ['t', '-bd', at('bent.zip')]),
  });
  tried('unzip', 'finds the package itself whole', {
    accepts: () => run('unzip', ['-tqq', zip]),
    refuses: () => run('unzip', ['-tqq', at('bent.zip')]),
  });
}

function checkHashes() {
  for (const hash of ['sha256', 'sha512'])
    for (const list of [`manifest-${hash}.txt`, `tagmanifest-${hash}.txt`]) {
      const check = (folder) => run(`${hash}sum`, ['-c', '--strict', '--quiet', list], { cwd: at(folder) });
      tried(`${hash}sum`, `-c ${list}`, { accepts: () => check('bag'), refuses: () => check('spoiled') });
    }
}

function checkSignature() {
  const publicLine = readFileSync(at('key.pub'), 'utf8').split(' ').slice(0, 2).join(' ');
  writeFileSync(at('signers'), `marta@northlake.example ${publicLine}\n`);
  const verify = (folder) => {
    const argv = ['-Y', 'verify', '-f', at('signers'), '-I', 'marta@northlake.example', '-n', 'proofpack'];
    const input = readFileSync(at(folder, 'tagmanifest-sha256.txt'));
    return run('ssh-keygen', [...argv, '-s', at('bag', 'tagmanifest-sha256.txt.sig')], { input });
  };
  const asked = { accepts: () => verify('bag'), says: 'Good "proofpack" signature', refuses: () => verify('spoiled') };
  tried('ssh-keygen', '-Y verify of the list of lists', asked);
}

/** The envelope by hand: its own text before what is signed, as the specification of DSSE has it. */
function checkEnvelope() {
  const { payloadType, payload, signatures } = JSON.parse(readFileSync(at('bag', 'statement.dsse.json'), 'utf8'));
  const body = Buffer.from(payload, 'base64');
  const signed = (bytes) =>
    Buffer.concat([Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${bytes.length} `), bytes]);
  // An Ed25519 key in X.509 is its 32 bytes behind twelve that are always the same; in the line of SSH they are the last 32.
  const key = Buffer.from(readFileSync(at('key.pub'), 'utf8').split(' ')[1], 'base64').subarray(-32);
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]).toString('base64');
  writeFileSync(at('key.pem'), `-----BEGIN PUBLIC KEY-----\n${der}\n-----END PUBLIC KEY-----\n`);
  writeFileSync(at('dsse.sig'), Buffer.from(signatures[0].sig, 'base64'));
  writeFileSync(at('dsse'), signed(body));
  writeFileSync(at('dsse-spoiled'), signed(Buffer.concat([body, Buffer.from(' ')])));
  const verify = (name) =>
    run('openssl', [
      'pkeyutl',
      '-verify',
      '-pubin',
      '-inkey',
      'key.pem',
      '-rawin',
      '-in',
      name,
      '-sigfile',
      'dsse.sig',
    ]);
  tried('openssl', 'pkeyutl -verify of the statement in its envelope', {
    accepts: () => verify('dsse'),
    says: 'Signature Verified Successfully',
    refuses: () => verify('dsse-spoiled'),
  });
}

function checkTime() {
  const verify = (folder, authority) => {
    const data = ['-data', at(folder, 'tagmanifest-sha256.txt.sig')];
    const token = ['-in', at('bag', 'tagmanifest-sha256.txt.sig.tsr'), '-token_in'];
    return run('openssl', ['ts', '-verify', ...data, ...token, '-CAfile', authority]);
  };
  const what = 'ts -verify of the time of the signature';
  const good = { accepts: () => verify('bag', 'tsa.pem'), says: 'Verification: OK' };
  tried('openssl', what, { ...good, refuses: () => verify('spoiled', 'tsa.pem') });
  tried('openssl', `${what}, by the authority that the reader names`, {
    ...good,
    refuses: () => verify('bag', 'other.pem'),
  });
}

/** The page that lies in the package, without a network: the ZIP, and a bent one. */
async function checkInBrowser(zip) {
  const names = ['chromium', 'google-chrome', 'chrome'];
  const executablePath =
    process.env.CHROMIUM ?? names.map((name) => run('sh', ['-c', `command -v ${name}`]).stdout.trim()).find(Boolean);
  if (!executablePath) {
    line('NOT INSTALLED', 'chromium: verify.html');
    return;
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await (await browser.newContext({ offline: true })).newPage();
    await page.goto(pathToFileURL(at('bag', 'verify.html')).href);
    const verdict = async (path) => {
      await page.setInputFiles('#zip', path);
      await page.waitForFunction(() => ['good', 'bad'].includes(document.getElementById('verdict').className));
      return page.getAttribute('#verdict', 'class');
    };
    const [good, bad] = [await verdict(zip), await verdict(at('bent.zip'))];
    if (good !== 'good' || bad !== 'bad') wrong += 1;
    line(
      good === 'good' && bad === 'bad' ? 'ok' : 'WRONG',
      `chromium ${browser.version()}: verify.html, off line: the whole one ${good}, the spoiled one ${bad}`,
    );
  } finally {
    await browser.close();
  }
}

/** One bit, in the middle. */
function flip(path) {
  mkdirSync(join(path, '..'), { recursive: true });
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1] ^= 1;
  writeFileSync(path, bytes);
}
