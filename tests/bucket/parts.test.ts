import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Bucket, bucketAddress, openBucket } from '../../src/bucket/index.ts';
import { contentOf } from '../../src/disk/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { folderWith } from '../disk/world.ts';
import { AMAZON, type Dialect, OLD_CEPH, OLD_MINIO, PARTLY, R2, smallServer, textContent } from './small-server.ts';

const PATIENCE = { tries: 4, pauseMs: 1 };

async function entered(dialect: Dialect, first?: Parameters<typeof smallServer>[1]) {
  const server = await smallServer(dialect, first);
  const bucket = await openBucket(bucketAddress('s3://evidence/msp', server.env), PATIENCE, { partBytes: 1000 });
  return { ...server, bucket };
}

const LONG = 'as long as a large package\n'.repeat(200);
const put = (bucket: Bucket, text: string, instead?: string) => bucket.put('large.zip', textContent(text), instead);
const partsIn = (asked: readonly string[]) => asked.filter((line) => /^PUT .*large\.zip.*partNumber/.test(line)).length;

describe('an object that is put in parts', () => {
  it.each([
    ['Amazon', AMAZON],
    ['R2', R2],
    ['an older MinIO', OLD_MINIO],
  ])('has its name once, whole, with what is said of it (%s)', async (_, dialect) => {
    const { bucket, asked, objects, uploads } = await entered(dialect);
    const given = await put(bucket, LONG);
    expect(given).toEqual({ put: 'given', version: objects.get('msp/large.zip')?.etag });
    expect(partsIn(asked)).toBe(6);
    expect(String(objects.get('msp/large.zip')?.bytes)).toBe(LONG);
    expect(await bucket.look('large.zip')).toMatchObject({ size: LONG.length, sha256: sha256(LONG) });
    // Nothing is put over it, and no part of what was sent for nothing stays.
    expect(await put(bucket, `${LONG}x`)).toEqual({ put: 'taken' });
    expect(String(objects.get('msp/large.zip')?.bytes)).toBe(LONG);
    const version = given.put === 'given' ? given.version : '';
    const puts = await Promise.all(['a', 'b', 'c', 'd'].map((each) => put(bucket, `${LONG}${each}`, version)));
    expect(puts.filter((each) => each.put === 'given')).toHaveLength(1);
    expect([...objects.keys()]).toEqual(['msp/large.zip']);
    expect(uploads.size).toBe(0);
  });

  it('is sent anew where somebody else wrote at that moment, or where all was well and then was not', async () => {
    for (const trouble of [
      { status: 409, code: 'ConditionalRequestConflict' },
      { status: 200, code: 'InternalError' },
    ]) {
      let times = 0;
      const { bucket, asked, uploads } = await entered(AMAZON, (line) =>
        /^POST .*large\.zip\?uploadId/.test(line) && ++times === 1 ? trouble : undefined,
      );
      expect((await put(bucket, LONG)).put).toBe('given');
      expect(partsIn(asked)).toBe(12);
      expect(uploads.size).toBe(0);
    }
    const always = await entered(AMAZON, (line) =>
      /^POST .*large\.zip\?uploadId/.test(line) ? { status: 200, code: 'InternalError' } : undefined,
    );
    await expect(put(always.bucket, LONG)).rejects.toMatchObject({ code: 'bucket-unreachable', exit: 6 });
    expect([always.objects.size, always.uploads.size]).toEqual([0, 0]);
  });

  it('stands although the answer was lost; whoever put it finds its own', async () => {
    let times = 0;
    const { bucket } = await entered(AMAZON, (line) =>
      /^POST .*large\.zip\?uploadId/.test(line) && ++times === 1 ? 'lost' : undefined,
    );
    expect(await put(bucket, LONG)).toEqual({ put: 'taken' });
    expect(await bucket.look('large.zip')).toMatchObject({ sha256: sha256(LONG) });
  });

  it('leaves no part behind where one cannot be sent', async () => {
    const { bucket, objects, uploads } = await entered(AMAZON, (line) =>
      /^PUT .*large\.zip\?partNumber=3/.test(line) ? { status: 403, code: 'AccessDenied' } : undefined,
    );
    await expect(put(bucket, LONG)).rejects.toMatchObject({ code: 'bucket-denied' });
    expect([objects.size, uploads.size]).toEqual([0, 0]);
  });

  it.each([
    ['overlooks conditions there', OLD_CEPH],
    ['does not know them there', PARTLY],
  ])('is put at once by a server that %s, and refused where that is too much', async (_, dialect) => {
    const { bucket, asked, objects } = await entered(dialect);
    expect((await put(bucket, LONG)).put).toBe('given');
    expect(await put(bucket, `${LONG}x`)).toEqual({ put: 'taken' });
    expect(partsIn(asked)).toBe(0);
    // It is tried once, and nothing of the trial stays.
    expect(asked.filter((line) => line.includes('?uploads=')).length).toBeLessThanOrEqual(3);
    expect([...objects.keys()]).toEqual(['msp/large.zip']);
    const tooLarge = bucket.put('more.zip', { ...textContent(LONG), size: 4 * 1024 ** 3 }, undefined);
    await expect(tooLarge).rejects.toMatchObject({ code: 'bucket-object-too-large', exit: 6 });
  });
});

it('is read from its file part by part', async () => {
  const path = join(folderWith({ 'a.txt': LONG }), 'a.txt');
  const content = await contentOf(path);
  expect(content).toMatchObject({ size: LONG.length, sha256: sha256(LONG) });
  const { bucket, objects, asked } = await entered(AMAZON);
  if (content) await bucket.put('large.zip', content, undefined);
  expect(String(objects.get('msp/large.zip')?.bytes)).toBe(LONG);
  expect(partsIn(asked)).toBe(6);
  expect(await contentOf(`${path}.none`)).toBeUndefined();
});
