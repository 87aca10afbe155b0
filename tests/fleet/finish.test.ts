import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { privateKeyText, verifyPackage } from '../../src/bundle/index.ts';
import type { FinishOrder } from '../../src/client/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { openAuthority } from '../bundle/authority.ts';
import { newFolder, proofpack } from '../cli/world.ts';
import { PORTFOLIO, portfolioOf, runHere, write } from './world.ts';

const PLAIN: FinishOrder = { encrypt: [], slides: false, replace: false };
const keyOf = (name: string, first: number) => ({
  path: name,
  text: privateKeyText(Buffer.alloc(32, first), { comment: name, check: 7 }),
});
const marta = keyOf('marta', 1);

const changed = (folder: string, finish: FinishOrder) =>
  runHere(folder, { changed: true, finish }).then(({ outcomes: [outcome] }) => outcome);
const ledgerOf = (folder: string) => readFileSync(join(folder, 'packages/.proofpack-fleet/lakeside.json'), 'utf8');
const files = (folder: string) => readdirSync(join(folder, 'packages/lakeside')).sort();

describe('packages of a fleet', () => {
  it('are signed, witnessed by an authority, with slides beside them, until somebody wants them otherwise', async () => {
    const authority = openAuthority();
    let asked = 0;
    const server = createServer(async (request, response) => {
      asked += 1;
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      response.end(authority.answer(Buffer.concat(chunks)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = server.address();
    const timestamp = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/`;
    try {
      const folder = portfolioOf({ lakeside: {} }, `${PORTFOLIO}  editions: [auditor, insurer]\n`);
      const all = { ...PLAIN, sign: marta, timestamp, slides: true };
      const built = await changed(folder, all);
      expect([built?.state, asked]).toEqual(['built', 2]);
      for (const { file, slides = [] } of built?.packages ?? []) {
        const { holds, findings } = await verifyPackage(readFileSync(join(folder, 'packages/lakeside', file)));
        const codes = findings.map(({ code }) => code);
        expect({ holds, codes }).toEqual({
          holds,
          codes: expect.arrayContaining(['signer-unknown', 'authority-unknown']),
        });
        expect(slides.map((each) => each.file)).toEqual([file.replace('.zip', '.pptx')]);
      }
      expect((await changed(folder, all))?.state).toBe('unchanged');
      // A run that was killed after it wrote and before it said so.
      rmSync(join(folder, 'packages/.proofpack-fleet'), { recursive: true });
      expect((await changed(folder, all))?.state).toBe('built');
      const again = { ...PLAIN, sign: keyOf('sam', 2), slides: true };
      expect((await changed(folder, again))?.state).toBe('built');
      expect(JSON.parse(ledgerOf(folder))).toMatchObject({ finish: { signedBy: expect.stringMatching(/^SHA256:/) } });
      const [deck = ''] = files(folder).filter((file) => file.endsWith('.pptx'));
      writeFileSync(join(folder, 'packages/lakeside', deck), 'what somebody made of it');
      expect(await changed(folder, all)).toMatchObject({
        state: 'failed',
        problems: [{ code: 'output-name-taken' }],
      });
      expect((await changed(folder, { ...PLAIN, replace: true }))?.state).toBe('built');
      expect(JSON.parse(ledgerOf(folder)).finish.signedBy).toBeNull();
    } finally {
      server.close();
      authority.close();
    }
  });

  it('are locked by a password, which is kept nowhere, and by recipients', async () => {
    const folder = portfolioOf({ lakeside: {} });
    const locked = (password: string) => ({ ...PLAIN, encrypt: ['zip-aes256'], password });
    const built = await changed(folder, locked('correct horse battery'));
    expect(built).toMatchObject({ state: 'built', packages: [{ encrypted: { how: 'zip-aes256' } }] });
    expect(files(folder)).toEqual([expect.stringMatching(/_encrypted\.zip$/)]);
    expect(ledgerOf(folder)).not.toContain('horse');
    expect((await changed(folder, locked('correct horse battery')))?.state).toBe('unchanged');
    expect(built?.problems).toEqual([]);
    write(folder, `packages/lakeside/${built?.packages[0]?.encrypted?.holds.name}`, 'of a run without a lock');
    const relocked = await changed(folder, locked('another long password'));
    expect(relocked).toMatchObject({ state: 'built', problems: [{ code: 'unlocked-beside', severity: 'warning' }] });
    const identity = await generateIdentity();
    const recipient = await identityToRecipient(identity);
    const sealed = { ...PLAIN, encrypt: [`age:${recipient}`] };
    const { packages: [aged] = [] } = (await changed(folder, sealed)) ?? {};
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const opened = await decrypter.decrypt(readFileSync(join(folder, 'packages/lakeside', aged?.file ?? '')));
    expect(sha256(opened)).toBe(aged?.encrypted?.holds.sha256);
    expect((await verifyPackage(opened)).holds).toBe(true);
    expect((await changed(folder, sealed))?.state).toBe('unchanged');
  });

  it('wait for what is wrong with the request', async () => {
    const folder = portfolioOf({ lakeside: {} });
    const key = join(newFolder(), 'key');
    writeFileSync(key, marta.text);
    const refusals = [
      [['--timestamp', 'https://tsa.example'], 'nobody signs'],
      [['--sign', key, '--timestamp', 'answer.tsr'], 'asked for at an address'],
      [['--encrypt', 'rot13'], 'no form of ours'],
      [['--encrypt', 'zip-aes256'], '--password-file'],
      [['--sign', join(folder, 'lakeside/key')], 'lies in'],
      [['--sign', key, '--queue', 'redis://127.0.0.1:1'], 'no key and no password passes through a queue'],
    ] as const;
    for (const [argv, told] of refusals) {
      const { exit, err } = await proofpack('fleet', 'build', folder, ...argv);
      expect([argv[0], exit]).toEqual([argv[0], 2]);
      expect(err).toContain(told);
    }
  });

  it('are finished as the portfolio says, where nobody says otherwise', async () => {
    const folder = portfolioOf({ lakeside: {} }, `${PORTFOLIO}build: { sign: keys/none }\n`);
    const { exit, err } = await proofpack('fleet', 'build', folder);
    expect([exit, err]).toEqual([6, expect.stringContaining('keys/none')]);
    write(folder, 'portfolio.yaml', `${PORTFOLIO}build: { sign: /nowhere/none }\n`);
    expect((await proofpack('fleet', 'build', folder)).err).toMatch(/(^|\s)\/nowhere\/none/);
    write(folder, 'portfolio.yaml', `${PORTFOLIO}build: { passphrase: secret }\n`);
    expect((await proofpack('fleet', 'build', folder)).err).toContain('unknown key "passphrase"');
  });
});
