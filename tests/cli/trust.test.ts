import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/kernel/sha256.ts';
import { newFolder, proofpack, smallClient } from './world.ts';

let keys: string;
let key: string;
beforeAll(async () => {
  keys = newFolder();
  key = join(keys, 'northlake');
  expect((await proofpack('keys', 'new', key, '--name', 'marta@northlake.example')).exit).toBe(0);
});

describe('keys', () => {
  it('writes a secret key for its owner only, and says what readers need to know', async () => {
    expect(statSync(key).mode & 0o777).toBe(0o600);
    const { json } = await proofpack('keys', 'show', key, '--json');
    const told = json() as { readonly publicKey: string; readonly allowedSigner: string };
    expect(told).toMatchObject({ schema: 'proofpack.key/1', fingerprint: expect.stringMatching(/^SHA256:/) });
    expect(readFileSync(`${key}.pub`, 'utf8')).toBe(`${told.publicKey}\n`);
    expect(told.allowedSigner).toBe(
      `marta@northlake.example namespaces="proofpack" ${told.publicKey.replace(/ marta.*/, '')}`,
    );
  });

  it('never writes over a file, be it the secret or the public half', async () => {
    const before = readFileSync(key);
    const again = await proofpack('keys', 'new', key);
    expect([again.exit, again.err]).toEqual([2, expect.stringContaining('never overwritten')]);
    expect(readFileSync(key)).toEqual(before);
    const other = join(newFolder(), 'other');
    writeFileSync(`${other}.pub`, 'mine');
    expect((await proofpack('keys', 'new', other)).exit).toBe(2);
    expect(readFileSync(`${other}.pub`, 'utf8')).toBe('mine');
    expect(existsSync(other)).toBe(false);
    expect(readdirSync(keys)).toEqual(['northlake', 'northlake.pub']);
  });

  it('opens a key that ssh-keygen locked, with the first line of a file and no other', async () => {
    const folder = newFolder();
    const [locked, right, wrong] = [join(folder, 'locked'), join(folder, 'right'), join(folder, 'wrong')];
    const argv = ['-q', '-t', 'ed25519', '-N', 'five words by chance', '-C', 'kim@northlake.example', '-f', locked];
    expect(spawnSync('ssh-keygen', argv).status).toBe(0);
    writeFileSync(right, 'five words by chance\n');
    writeFileSync(wrong, 'five words by design\n');
    const show = (...flags: readonly string[]) => proofpack('keys', 'show', locked, ...flags);
    const told = (await show('--passphrase-file', right, '--json')).json();
    expect(told).toMatchObject({ publicKey: readFileSync(`${locked}.pub`, 'utf8').trim() });
    expect(await show('--passphrase-file', wrong)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('another passphrase'),
    });
    expect(await show()).toMatchObject({ exit: 2, err: expect.stringContaining('--passphrase-file') });
    const path = join(folder, 'lakeside.zip');
    const built = await proofpack('build', smallClient(), '-o', path, '--sign', locked, '--passphrase-file', right);
    expect(built.exit, built.err).toBe(0);
    const verified = await proofpack('verify', path, '--signer', `${locked}.pub`, '--json');
    expect(verified.json()).toMatchObject({ assurance: { level: 'E2', signedBy: { name: 'kim@northlake.example' } } });
  }, 120_000);

  it('neither makes nor uses a key that would be packed with the exhibits', async () => {
    const folder = smallClient({ 'notes/secret': readFileSync(key, 'utf8') });
    const elsewhere = join(newFolder(), 'link');
    symlinkSync(join(folder, 'notes'), elsewhere);
    for (const argv of [
      ['keys', 'new', join(folder, 'sub', 'key')],
      ['build', folder, '--sign', join(folder, 'notes', 'secret'), '-o', join(keys, 'x.zip')],
      ['build', folder, '--sign', join(elsewhere, 'secret'), '-o', join(keys, 'x.zip')],
      ['keys', 'new', join(elsewhere, 'sub', 'key')],
    ]) {
      const { exit, err } = await proofpack(...argv);
      expect([exit, err]).toEqual([2, expect.stringContaining('would be packed as an exhibit')]);
    }
    expect(existsSync(join(keys, 'x.zip'))).toBe(false);
  });
});

describe('build --sign-pdf', () => {
  it('signs every PDF with a key that its passphrase opens, and verify says by whom', async () => {
    const folder = newFolder();
    const at = (name: string) => join(folder, name);
    const client = smallClient();
    const openssl = (...argv: readonly string[]) => expect(spawnSync('openssl', argv, { cwd: folder }).status).toBe(0);
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-passout',
      'pass:five words',
      '-keyout',
      'k',
      '-out',
      'c',
      '-subj',
      '/CN=Marta',
    );
    writeFileSync(at('both.pem'), readFileSync(at('k'), 'utf8') + readFileSync(at('c'), 'utf8'));
    writeFileSync(at('words'), 'five words\n');
    const build = (...argv: readonly string[]) => proofpack('build', client, '-o', at('a.zip'), '--sign-pdf', ...argv);
    expect(await build(at('c'))).toMatchObject({ exit: 2, err: expect.stringContaining('no private key') });
    const built = await build(at('both.pem'), '--pdf-passphrase-file', at('words'), '--store');
    expect(built.exit, built.err).toBe(0);
    const { json, exit } = await proofpack('verify', at('a.zip'), '--pdf-signer', at('c'), '--json');
    expect(exit).toBe(0);
    expect(json()).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ code: 'pdf-signed' })]),
    });
    const again = await proofpack('rebuild', client, 'last', '-o', at('b.zip'));
    expect(again.exit, again.err).toBe(0);
    expect(readFileSync(at('b.zip'))).toEqual(readFileSync(at('a.zip')));
    const words = Buffer.from(unzipSync(readFileSync(at('a.zip')))['HOW-TO-VERIFY.txt'] ?? '').toString();
    expect(words).toContain('pdfsig data/00-READ-ME-FIRST.pdf');
    expect(words).toContain('CN=Marta');
    expect(words).not.toMatch(/^\[|\{\{/m);
  }, 120_000);
});

describe('build --sign and verify', () => {
  let path: string;
  beforeAll(async () => {
    path = join(newFolder(), 'lakeside.zip');
    expect((await proofpack('build', smallClient(), '-o', path, '--sign', key)).exit).toBe(0);
  }, 120_000);

  it('reaches E2 for whoever knows the signer', async () => {
    const { exit, json } = await proofpack('verify', path, '--signer', `${key}.pub`, '--json');
    expect(exit).toBe(0);
    expect(json()).toMatchObject({
      holds: true,
      findings: [{ code: 'intact' }, { code: 'signed' }, { code: 'reproduced' }, { code: 'rules-differ' }],
      assurance: { level: 'E2', signedBy: { name: 'marta@northlake.example' }, replayed: true },
    });
  });

  it('says the level where readers look first', () => {
    const files = unzipSync(readFileSync(path));
    const words = Buffer.from(files['HOW-TO-VERIFY.txt'] ?? '').toString();
    expect(words).toContain('Assurance level of this package: E2, signed');
    expect(words).not.toMatch(/^\[|\{\{|Nobody signed/m);
    expect(Buffer.from(files['data/index.html'] ?? '').toString()).toContain('E2, signed:');
    expect(Buffer.from(files['verify.html'] ?? '').toString()).toContain('Check this package');
  });

  it('has an unknown signer for everybody else, and says so', async () => {
    const { exit, out, err } = await proofpack('verify', path, '--no-replay');
    expect(exit).toBe(0);
    expect(out).toContain('Nobody here says whose key that is');
    expect(out).toContain('assurance  E1');
    expect(err).toContain('verify with --signer');
  });

  it('is refused by exit code 3 for another signer, another hash, or verdicts that cannot be derived', async () => {
    const other = join(keys, 'other');
    await proofpack('keys', 'new', other);
    expect((await proofpack('verify', path, '--no-replay', '--signer', `${other}.pub`)).exit).toBe(3);
    expect((await proofpack('verify', path, '--no-replay', '--sha256', 'ab'.repeat(32))).exit).toBe(3);
    expect((await proofpack('verify', path, '--no-replay', '--sha256', sha256(readFileSync(path)))).exit).toBe(0);
    expect((await proofpack('verify', path, '--replay')).exit).toBe(0);
    const insurer = join(newFolder(), 'insurer.zip');
    await proofpack('build', smallClient(), '-o', insurer, '--edition', 'insurer');
    expect((await proofpack('verify', insurer)).exit).toBe(0);
    const demanded = await proofpack('verify', insurer, '--replay');
    expect([demanded.exit, demanded.err]).toEqual([3, expect.stringContaining('as --replay demands')]);
  });

  it.each([
    [['--signer', 'package.json'], 'names no Ed25519 key'],
    [['--sha256', 'abc'], '64 hexadecimal digits'],
    [['--signer', '/no/such/file'], 'does not exist'],
  ])('tells what is wrong with %j', async (argv, words) => {
    const { exit, err } = await proofpack('verify', path, ...argv);
    expect([exit === 2 || exit === 6, err]).toEqual([true, expect.stringContaining(words)]);
  });

  it('tells what is wrong with a key', async () => {
    const { exit, err } = await proofpack('build', smallClient(), '--dry-run', '--sign', `${key}.pub`);
    expect([exit, err]).toEqual([2, expect.stringContaining('holds no private key')]);
  });
});
