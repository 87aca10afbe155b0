import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { pack } from '../../src/bundle/index.ts';
import { readPackage, readReview, refuseTaken, savePackage, saveReview } from '../../src/disk/index.ts';
import { unfinishedName } from '../../src/disk/unfinished.ts';
import type { Review } from '../../src/model/review.ts';
import { folderWith } from './world.ts';

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await pack({ name: 'x', edition: 'auditor', entries: [] });
});

const good = async () => true;

describe('saving a package', () => {
  it('gives the name only to what was written, read back and verified', async () => {
    const folder = folderWith({});
    const path = join(folder, 'out/lakeside.zip');
    const seen: number[] = [];
    await savePackage({
      bytes,
      path,
      replace: 'packages',
      check: async (back) => {
        expect(existsSync(path)).toBe(false);
        seen.push(back.length);
        return true;
      },
    });
    expect(readFileSync(path)).toEqual(Buffer.from(bytes));
    expect(seen).toEqual([bytes.length]);
    expect(readdirSync(join(folder, 'out'))).toEqual(['lakeside.zip']);
  });

  it('leaves the old one when the new one does not verify', async () => {
    const folder = folderWith({ 'a.zip': bytes });
    const path = join(folder, 'a.zip');
    const other = await pack({ name: 'y', edition: 'auditor', entries: [] });
    await expect(
      savePackage({ bytes: other, path, replace: 'packages', check: async () => false }),
    ).rejects.toMatchObject({
      code: 'package-damaged-on-disk',
      exit: 6,
    });
    expect(readFileSync(path)).toEqual(Buffer.from(bytes));
    expect(readdirSync(folder)).toEqual(['a.zip']);
  });

  it('replaces an older package, and anything else only when told to', async () => {
    const folder = folderWith({ 'old.zip': bytes, 'notes.txt': 'mine' });
    mkdirSync(join(folder, 'sub'));
    await savePackage({ bytes, path: join(folder, 'old.zip'), replace: 'packages', check: good });
    for (const name of ['notes.txt', 'sub']) {
      const request = { bytes, path: join(folder, name), replace: 'packages', check: good } as const;
      await expect(savePackage(request)).rejects.toMatchObject({ code: 'package-name-taken', exit: 2 });
    }
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
    await savePackage({ bytes, path: join(folder, 'notes.txt'), replace: 'anything', check: good });
    expect(readFileSync(join(folder, 'notes.txt'))).toEqual(Buffer.from(bytes));
  });

  it('cleans up behind runs that were killed, and leaves those that live', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const living = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20000)']);
    try {
      const names = { dead: unfinishedName(dead), living: unfinishedName(living.pid ?? 0) };
      const folder = folderWith({ [`${names.dead}/x.zip`]: 'x', [`${names.living}/x.zip`]: 'x' });
      await savePackage({ bytes, path: join(folder, 'a.zip'), replace: 'packages', check: good });
      expect(readdirSync(folder).sort()).toEqual([names.living, 'a.zip']);
    } finally {
      living.kill();
    }
  });

  it('leaves those of another machine, whose runs nobody here can see, until they are a week old', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const [recent, old, older] = [
      `.proofpack-${dead}-0badcafe-00ff`,
      `.proofpack-${dead}-0badcafe-01ff`,
      `.proofpack-${dead}-02ff`,
    ];
    const folder = folderWith({ [`${recent}/x.zip`]: 'x', [`${old}/x.zip`]: 'x', [`${older}/x.zip`]: 'x' });
    const days = (count: number) => new Date(Date.now() - count * 24 * 3600 * 1000);
    utimesSync(join(folder, recent), days(6), days(6));
    for (const name of [old, older]) utimesSync(join(folder, name), days(8), days(8));
    await savePackage({ bytes, path: join(folder, 'a.zip'), replace: 'packages', check: good });
    expect(readdirSync(folder).sort()).toEqual([recent, 'a.zip']);
  });

  it('says what is wrong with the disk, and how to go on', async () => {
    const folder = folderWith({ file: 'x' });
    const under = savePackage({ bytes, path: join(folder, 'file/a.zip'), replace: 'packages', check: good });
    await expect(under).rejects.toMatchObject({ exit: 6, hint: expect.stringContaining('.') });
    writeFileSync(join(folder, 'ok'), '');
    expect(readdirSync(folder).sort()).toEqual(['file', 'ok']);
  });

  it('says so when a package is larger than anybody reads in one piece', async () => {
    const folder = folderWith({ 'huge.zip': '' });
    // A file of nothing takes no room.
    truncateSync(join(folder, 'huge.zip'), 2 ** 31);
    await expect(readPackage(join(folder, 'huge.zip'))).rejects.toMatchObject({ code: 'file-too-large', exit: 2 });
  });
});

describe('decisions of a review', () => {
  const review = (title: string): Review => ({
    review: 1,
    forms: [{ fingerprint: '0123456789abcdef', title, questions: [] }],
  });

  it('of two who save over the same text, one does', async () => {
    const folder = folderWith({});
    const saved = await Promise.all(
      Array.from({ length: 8 }, (_, i) => saveReview(folder, review(`${i}.xlsx`), { over: null })),
    );
    expect(saved.filter(Boolean)).toHaveLength(1);
    const { review: kept } = await readReview(folder);
    expect(kept).toEqual(review(`${saved.indexOf(true)}.xlsx`));
    expect(readdirSync(join(folder, 'questionnaires'))).toEqual(['review.yaml']);
  });

  it('wait for nobody who was killed', async () => {
    const folder = folderWith({});
    const lock = join(folder, 'questionnaires/.review.lock');
    mkdirSync(lock, { recursive: true });
    expect(await saveReview(folder, review('a.xlsx'), { over: null })).toBe(false);
    const long = new Date(Date.now() - 60_000);
    utimesSync(lock, long, long);
    expect(await saveReview(folder, review('a.xlsx'), { over: null })).toBe(true);
  });
});

describe('several files at once', () => {
  it('are stopped by one name that is taken, before the first is written', async () => {
    const folder = folderWith({ 'map.csv': 'x' });
    const paths = ['answered.xlsx', 'map.csv'].map((name) => join(folder, name));
    await expect(refuseTaken(paths, { replace: false })).rejects.toMatchObject({ code: 'output-name-taken' });
    await expect(refuseTaken(paths, { replace: true })).resolves.toBeUndefined();
  });
});
