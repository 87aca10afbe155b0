import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import bcrypt from 'bcrypt-pbkdf';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  fingerprint,
  NAMESPACE,
  privateKeyText,
  publicKeyLine,
  publicKeyPem,
  readPrivateKey,
  readSigners,
  type Unlock,
  verifyPackage,
} from '../../src/bundle/index.ts';
import { encoded, payloadSignedBy } from '../../src/bundle/trust/dsse.ts';
import { sshSigner } from '../../src/bundle/trust/sshsig.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { type Files, MALLORY, MARTA, signedPackage, tampered } from './signed-world.ts';
import { smallPackage } from './world.ts';

let signed: Uint8Array;
let files: Files;
const folder = mkdtempSync(join(tmpdir(), 'proofpack-signature-'));
beforeAll(async () => {
  signed = await signedPackage();
  files = unzipSync(signed);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const signers = (...keys: (typeof MARTA)[]) => readSigners(keys.map(publicKeyLine).join('\n'), NAMESPACE);
const verdict = async (bytes: Uint8Array, trust = {}) => {
  const { holds, findings, assurance } = await verifyPackage(bytes, undefined, trust);
  return { holds, codes: findings.map(({ code }) => code), ...assurance };
};
const fileOf = (path: string) => Buffer.from(files[path] ?? '');
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const runs = (command: string, argv: readonly string[], input: Uint8Array = Buffer.alloc(0)) =>
  spawnSync(command, argv, { input, encoding: 'utf8' });

describe('a signed package', () => {
  it('is signed by somebody whom the reader named, which is E2', async () => {
    expect(await verdict(signed, { signers: signers(MALLORY, MARTA) })).toEqual({
      holds: true,
      codes: ['intact', 'signed'],
      level: 'E2',
      signedBy: { fingerprint: fingerprint(MARTA.publicKey), name: 'marta@northlake.example' },
      stamped: null,
      replayed: false,
    });
  });

  it('is signed by an unknown key when nobody was named, which is no more than E1', async () => {
    expect(await verdict(signed)).toMatchObject({
      holds: true,
      codes: ['intact', 'signer-unknown'],
      level: 'E1',
      signedBy: { name: null },
    });
  });

  it('is refused when it is signed by another than the one who was named, or by nobody', async () => {
    const mallory = { signers: signers(MALLORY) };
    expect(await verdict(signed, mallory)).toMatchObject({ holds: false, codes: ['intact', 'signer-refused'] });
    expect(await verdict(await smallPackage(), mallory)).toMatchObject({
      holds: false,
      codes: ['intact', 'signer-refused'],
    });
  });

  it('is refused when it is another one than the sender told of', async () => {
    expect(await verdict(signed, { sha256: sha256(signed) })).toMatchObject({ holds: true });
    const older = await signedPackage(MARTA, { asOf: '2025-10-15' });
    expect(await verdict(older, { sha256: sha256(signed), signers: signers(MARTA) })).toMatchObject({
      holds: false,
      codes: ['other-package'],
    });
  });

  it('has the same bytes each time', async () => {
    expect(sha256(await signedPackage())).toBe(sha256(signed));
  });

  it('says so in the bag, and whose key it is in the plain words', async () => {
    expect(fileOf('bag-info.txt').toString()).toContain('\nProofpack-Assurance: E2\n');
    const { 'HOW-TO-VERIFY.txt': words } = unzipSync(
      await signedPackage(MARTA, { howToVerify: 'both\n[E1]\nnobody\n[E2 E3]\nby {{key}}\n[all]\nend\n' }),
    );
    expect(Buffer.from(words ?? '').toString()).toBe(`both\nby ${fingerprint(MARTA.publicKey)}\nend\n`);
  });
});

describe('a signature that somebody touched', () => {
  const SIG = 'tagmanifest-sha256.txt.sig';
  const DSSE = 'statement.dsse.json';
  const codes = async (edit: (files: Files) => void) =>
    (await verifyPackage(tampered(signed, edit))).findings.map(({ code, path }) => `${code} ${path}`);

  it.each([SIG, DSSE])('%s taken away is missing', async (path) => {
    expect(await codes((each) => delete each[path])).toContain(`missing ${path}`);
  });

  it.each([SIG, DSSE])('%s of another key does not fit the other one', async (path) => {
    const other = unzipSync(await signedPackage(MALLORY));
    expect(
      await codes((each) => {
        each[path] = other[path] ?? new Uint8Array();
      }),
    ).toContain(`signature-invalid ${DSSE}`);
  });

  it.each([SIG, DSSE])('%s of another package does not belong', async (path) => {
    const older = unzipSync(await signedPackage(MARTA, { asOf: '2025-10-15' }));
    expect(
      await codes((each) => {
        each[path] = older[path] ?? new Uint8Array();
      }),
    ).toContain(`signature-invalid ${path}`);
  });

  it('on a package that says it is unsigned was not packed', async () => {
    const bytes = tampered(await smallPackage(), (each) => {
      each[SIG] = files[SIG] ?? new Uint8Array();
    });
    const { findings } = await verifyPackage(bytes);
    expect(findings.map(({ code, path }) => `${code} ${path}`)).toContain(`uninvited ${SIG}`);
  });

  it('is no signature for any flipped bit', () => {
    const manifest = fileOf('tagmanifest-sha256.txt');
    for (const [path, holds] of [
      [SIG, (text: string) => sshSigner(manifest, text) !== undefined],
      [DSSE, (text: string) => payloadSignedBy(MARTA.publicKey, text) !== undefined],
    ] as const) {
      const whole = fileOf(path);
      expect(holds(whole.toString())).toBe(true);
      for (let at = 0; at < whole.length; at += path === SIG ? 1 : 7) {
        const bent = Buffer.from(whole);
        bent[at] = (bent[at] ?? 0) ^ (1 << (at % 7));
        expect(holds(bent.toString()), `${path}, byte ${at}`).toBe(false);
      }
    }
  });
});

describe('without proofpack', () => {
  it('ssh-keygen verifies the signature against a list of signers, and refuses another file', () => {
    const allowed = put('signers', `marta ${publicKeyLine({ ...MARTA, comment: '' })}\n`);
    const sig = put('a.sig', fileOf('tagmanifest-sha256.txt.sig'));
    const argv = ['-Y', 'verify', '-f', allowed, '-I', 'marta', '-n', 'proofpack', '-s', sig];
    const good = runs('ssh-keygen', argv, fileOf('tagmanifest-sha256.txt'));
    expect(good.stdout).toContain('Good "proofpack" signature for marta');
    expect(good.stdout).toContain(fingerprint(MARTA.publicKey));
    expect(runs('ssh-keygen', argv, fileOf('manifest-sha256.txt')).status).not.toBe(0);
  });

  it('openssl verifies the statement, which names every file', () => {
    const payload = payloadSignedBy(MARTA.publicKey, fileOf('statement.dsse.json').toString()) ?? '';
    const { signatures } = JSON.parse(fileOf('statement.dsse.json').toString());
    const [pem, sig, told] = [
      put('key.pem', publicKeyPem(MARTA.publicKey)),
      put('made', Buffer.from(signatures[0].sig, 'base64')),
      put('told', encoded(payload)),
    ];
    const check = ['pkeyutl', '-verify', '-rawin', '-pubin', '-inkey', pem, '-sigfile', sig, '-in'];
    expect(runs('openssl', [...check, told]).stdout).toContain('Signature Verified Successfully');
    expect(runs('openssl', [...check, put('other', `${encoded(payload)} `)]).status).not.toBe(0);
    const { subject } = JSON.parse(payload);
    const named = Object.fromEntries(
      subject.map(({ name, digest }: { name: string; digest: { sha256: string } }) => [name, digest.sha256]),
    );
    const covered = Object.keys(files).filter((path) => !/\.sig$|\.dsse\.json$|^tagmanifest-sha512/.test(path));
    expect(named).toEqual(Object.fromEntries(covered.map((path) => [path, sha256(fileOf(path))])));
  });

  it('ssh-keygen reads our keys, and we read those that it makes', () => {
    const ours = put('ours', privateKeyText(Buffer.alloc(32, 7), { comment: 'marta', check: 5 }));
    chmodSync(ours, 0o600);
    const line = publicKeyLine({ ...MARTA, comment: 'marta' });
    expect(runs('ssh-keygen', ['-y', '-f', ours]).stdout.trim()).toBe(line);
    const theirs = join(folder, 'theirs');
    expect(runs('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'x@y', '-f', theirs]).status).toBe(0);
    const read = readPrivateKey(runs('cat', [theirs]).stdout);
    expect(typeof read === 'string' ? read : publicKeyLine(read)).toBe(runs('cat', [`${theirs}.pub`]).stdout.trim());
  });
});

describe('keys that cannot sign', () => {
  const key = privateKeyText(Buffer.alloc(32, 7), { comment: 'marta', check: 5 });

  it.each([
    ['no-key', 'nothing of the kind'],
    ['no-key', publicKeyLine(MARTA)],
    ['damaged', key.replace(/\n(\S{40})/, (_, line) => `\n${line.slice(0, 39)}B`)],
    ['damaged', key.replace(/\n\S{70}\n/, '\n')],
  ])('%s', (fault, text) => {
    expect(readPrivateKey(text)).toBe(fault);
  });

  it.each([
    ['passphrase', ['-t', 'ed25519', '-N', 'secret words']],
    ['other-kind', ['-t', 'ecdsa', '-N', '']],
  ])('%s', (fault, argv) => {
    const path = join(folder, fault);
    expect(runs('ssh-keygen', ['-q', ...argv, '-f', path]).status).toBe(0);
    expect(readPrivateKey(runs('cat', [path]).stdout)).toBe(fault);
  });

  const unlock: Unlock = ({ salt, rounds, length }) => {
    const made = Buffer.alloc(length);
    bcrypt.pbkdf(Buffer.from('secret words'), 12, salt, salt.length, made, length, rounds);
    return made;
  };

  it.each(['aes256-ctr', 'aes192-ctr', 'aes128-ctr', 'aes256-cbc'])('but for its passphrase in %s, can', (cipher) => {
    const path = join(folder, cipher);
    expect(runs('ssh-keygen', ['-q', '-t', 'ed25519', '-N', 'secret words', '-Z', cipher, '-f', path]).status).toBe(0);
    const read = readPrivateKey(runs('cat', [path]).stdout, unlock);
    expect(typeof read === 'string' ? read : publicKeyLine(read)).toBe(runs('cat', [`${path}.pub`]).stdout.trim());
    expect(readPrivateKey(runs('cat', [path]).stdout, ({ length }) => Buffer.alloc(length))).toBe('wrong-passphrase');
  });

  it('other-lock, damaged', () => {
    const path = join(folder, 'chacha');
    const argv = ['-q', '-t', 'ed25519', '-N', 'secret words', '-Z', 'chacha20-poly1305@openssh.com', '-f', path];
    expect(runs('ssh-keygen', argv).status).toBe(0);
    expect(readPrivateKey(runs('cat', [path]).stdout, unlock)).toBe('other-lock');
    const lines = runs('cat', [join(folder, 'aes256-ctr')])
      .stdout.trim()
      .split('\n');
    const bytes = Buffer.from(lines.slice(1, -1).join(''), 'base64');
    // A number of rounds that would take for ever.
    const rounds = bytes.indexOf(Buffer.from('bcrypt')) + 6 + 4 + 4 + 16;
    bytes.writeUInt32BE(0xffff_ffff, rounds);
    const spoiled = [lines[0], ...(bytes.toString('base64').match(/.{1,70}/g) ?? []), lines.at(-1)].join('\n');
    expect(readPrivateKey(`${spoiled}\n`, unlock)).toBe('damaged');
  });
});

describe('a list of signers', () => {
  it('is read at once, whatever options the line of another key has', () => {
    const options = Array.from({ length: 6 }, () => 'no-agent-forwarding').join(',');
    expect(readSigners(`marta ${options} ssh-rsa AAAA`, NAMESPACE)).toEqual([]);
  });

  const line = publicKeyLine({ ...MARTA, comment: '' });
  const at = Date.UTC(2026, 9, 15);
  const known = async (text: string, when: number | undefined = at) =>
    (await verdict(signed, { signers: readSigners(text, NAMESPACE), at: when })).codes.at(-1);

  it.each([
    ['signed', `marta ${line}`],
    ['signed', `# a comment\r\nmarta,other ${line} words\r\n`],
    ['signed', `marta namespaces="git,proofpack" ${line}`],
    ['signed', `marta valid-after="20260101",valid-before="20270101Z" ${line}`],
    ['signer-refused', `marta namespaces="git" ${line}`],
    ['signer-refused', `marta cert-authority ${line}`],
    ['signer-refused', `marta valid-before="20261014" ${line}`],
    ['signer-refused', `marta valid-before="20261015120000" ${line}`],
    ['signer-refused', `marta valid-after="20261015" ${line}`],
    ['signer-refused', `marta valid-after="soon" ${line}`],
    ['signer-refused', `# marta ${line}`],
    ['signer-refused', `marta ${line.replace('ssh-ed25519', 'ssh-rsa')}`],
  ])('%s: %s', async (code, text) => {
    expect(await known(text)).toBe(code);
  });

  it('with an end vouches for nobody when nobody says what time it is', async () => {
    const { codes } = await verdict(signed, {
      signers: readSigners(`marta valid-before="20270101Z" ${line}`, NAMESPACE),
    });
    expect(codes.at(-1)).toBe('signer-refused');
  });
});
