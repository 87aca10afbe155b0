import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAuthority } from '../../src/client/ask-authority.ts';
import { type Authority, openAuthority } from '../bundle/authority.ts';
import { newFolder, proofpack, smallClient } from './world.ts';

let authority: Authority;
let key: string;
let folder: string;
let out: string;
beforeAll(async () => {
  authority = openAuthority();
  key = join(newFolder(), 'key');
  folder = smallClient();
  out = newFolder();
  await proofpack('keys', 'new', key, '--name', 'marta');
}, 60_000);
afterAll(() => authority.close());

const build = (...argv: string[]) => proofpack('build', folder, '--sign', key, ...argv);

describe('build --timestamp', () => {
  it('takes an answer that was carried by hand: first the request, then the package', async () => {
    const [request, answer, zip] = [join(out, 'request.tsq'), join(out, 'answer.tsr'), join(out, 'a.zip')];
    const asked = await build('--timestamp-request', request, '-o', zip);
    expect([asked.exit, asked.out]).toEqual([0, expect.stringContaining('what to ask a timestamp authority')]);
    expect(existsSync(zip)).toBe(false);
    writeFileSync(answer, authority.answer(readFileSync(request)));
    expect((await build('--timestamp', answer, '-o', zip)).exit).toBe(0);
    const { exit, json } = await proofpack(
      'verify',
      zip,
      '--replay',
      '--signer',
      `${key}.pub`,
      '--tsa',
      authority.root,
      '--json',
    );
    expect(exit).toBe(0);
    expect(json()).toMatchObject({ assurance: { level: 'E4', stamped: { known: true } } });
  });

  it('asks an authority by its address, and says what came of it', async () => {
    const types: unknown[] = [];
    const server = createServer(async (request, response) => {
      types.push(request.headers['content-type']);
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      if (request.url === '/good') response.end(authority.answer(Buffer.concat(chunks)));
      else if (request.url === '/long') response.end(Buffer.alloc(100_000));
      else if (request.url === '/other') response.end('<html>');
      else response.writeHead(503).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const at = (path: string) => `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/${path}`;
    try {
      const zip = join(out, 'url.zip');
      expect((await build('--timestamp', at('good'), '-o', zip)).exit).toBe(0);
      expect(types).toEqual(['application/timestamp-query']);
      expect((await proofpack('verify', zip, '--no-replay', '--tsa', authority.root)).out).toContain('timestamped');
      for (const [path, reason] of [
        ['busy', 'it answered 503'],
        ['long', 'longer than a timestamp'],
      ] as const) {
        const told = askAuthority(at(path), new Uint8Array(9));
        await expect(told).rejects.toMatchObject({ exit: 6, message: expect.stringContaining(reason) });
      }
      const other = await build('--timestamp', at('other'), '-o', join(out, 'other.zip'));
      expect([other.exit, other.err]).toEqual([2, expect.stringContaining('no timestamp token')]);
      expect(existsSync(join(out, 'other.zip'))).toBe(false);
    } finally {
      server.close();
    }
    await expect(askAuthority(at('good'), new Uint8Array(9))).rejects.toMatchObject({
      code: 'timestamp-unanswered',
      exit: 6,
    });
  });

  it.each([
    [['--timestamp', 'x.tsr', '--edition', 'auditor,insurer'], 'is for one package'],
    [['--timestamp', '/no/such/file'], 'does not exist'],
  ])('tells what is wrong with %j', async (argv, words) => {
    expect((await build(...argv, '-o', join(out, 'none.zip'))).err).toContain(words);
    expect(existsSync(join(out, 'none.zip'))).toBe(false);
  });

  it('wants a signature, and verify wants a certificate', async () => {
    const unsigned = await proofpack('build', folder, '--timestamp', 'x.tsr');
    expect([unsigned.exit, unsigned.err]).toEqual([2, expect.stringContaining('nobody signs')]);
    const { exit, err } = await proofpack('verify', join(out, 'a.zip'), '--tsa', `${key}.pub`);
    expect([exit, err]).toEqual([2, expect.stringContaining('no certificate in PEM')]);
  });
});
