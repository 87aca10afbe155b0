import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packAgain } from '../../src/intake/index.ts';
import { writtenTar } from '../../src/intake/tar-writing.ts';
import { exhibit } from '../redaction/world.ts';

const LONG = `${'Ordner ü/'.repeat(15)}b.csv`;
const ZIP = zipSync(
  { 'b.txt': Buffer.from('two'), 'leer/': new Uint8Array(), 'ä.txt': Buffer.from('one') },
  { mtime: new Date(2026, 8, 30, 12, 30, 2), comment: 'by Kim' },
);
const TAR = writtenTar([
  { name: LONG, modified: 1_790_000_000, content: Buffer.from('two') },
  { name: 'a.csv', modified: 0, content: Buffer.from('x'.repeat(512)) },
]);

/** Every text with "two" in it says three. */
async function again(bytes: Uint8Array): Promise<Buffer | undefined> {
  const made = await packAgain(exhibit('x', bytes), async ({ text }) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of text?.() ?? []) pieces.push(piece);
    const words = Buffer.concat(pieces).toString();
    return words.includes('two') ? Buffer.from(words.replace('two', 'three')) : undefined;
  });
  return made && Buffer.from(made);
}

function listed(bytes: Uint8Array, name: string, ...argv: readonly [string, ...string[]]): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofpack-packed-'));
  writeFileSync(join(folder, name), bytes);
  const [command, ...rest] = argv;
  const { stdout, stderr } = spawnSync(command, rest, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' },
  });
  rmSync(folder, { recursive: true });
  return stdout + stderr;
}

describe('an archive that is packed again', () => {
  it('is whole for other programs, with the names, the order and the times that it had, and nothing of who packed it', async () => {
    const zip = (await again(ZIP)) ?? Buffer.alloc(0);
    const info = listed(zip, 'x.zip', 'unzip', '-lv', 'x.zip');
    expect(info.match(/\S+\.txt/g)).toEqual(['b.txt', expect.stringMatching(/^[^b].*\.txt$/)]);
    expect(info.match(/09-30-2026 12:30|2026-09-30 12:30/g)).toHaveLength(2);
    expect(listed(zip, 'x.zip', 'unzip', '-tq', 'x.zip')).toContain('No errors detected');
    expect(zip.includes('Kim')).toBe(false);
    const tar = (await again(TAR)) ?? Buffer.alloc(0);
    expect(listed(tar, 'x.tar', 'tar', '-tf', 'x.tar', '--quoting-style=literal')).toBe(`${LONG}\na.csv\n`);
    expect(listed(tar, 'x.tar', 'tar', '-xOf', 'x.tar', LONG)).toBe('three');
    const gzip = (await again(gzipSync('two'))) ?? Buffer.alloc(0);
    expect(gunzipSync(gzip).toString()).toBe('three');
    // No time, and no system that it was made on.
    expect(gzip.subarray(4, 10).toString('hex')).toMatch(/^00000000..ff$/);
  });

  it('is read by us, in archives within it, too, and the same each time', async () => {
    const nested = zipSync({ 'in.zip': ZIP });
    const twice = [await again(nested), await again(nested)];
    expect(twice[0]).toBeDefined();
    expect(twice[0]).toEqual(twice[1]);
    expect(await again(twice[0] ?? nested)).toBeUndefined();
    expect(await again((await again(TAR)) ?? TAR)).toBeUndefined();
  });

  it('is none where nothing changes, where it nests too deep, and where it is a document', async () => {
    expect(await again(zipSync({ 'a.txt': Buffer.from('one') }))).toBeUndefined();
    expect(await again(zipSync({ 'word/document.xml': Buffer.from('<two/>') }))).toBeUndefined();
    await expect(again(gzipSync(zipSync({ 'in.zip': ZIP })))).rejects.toThrow('packed more than 2 times over');
    await expect(again(ZIP.subarray(0, ZIP.length - 30))).rejects.toThrow();
  });
});
