import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Bucket } from '../../src/bucket/index.ts';
import { openCopies } from '../../src/storage/copies.ts';
import { folderWith } from '../disk/world.ts';

/** A bucket of one object, of which somebody listed a version. */
function bucketOf(text: string, version: string): Bucket {
  async function* bytes() {
    yield new TextEncoder().encode(text);
  }
  return {
    where: 's3://evidence/',
    list: async () => ({ objects: [], folders: [] }),
    read: async (key) => (key === 'a/b.txt' ? { version, bytes: bytes() } : undefined),
    look: async () => undefined,
    put: async () => ({ put: 'taken' }),
    remove: async () => undefined,
  };
}

it('copies what was listed, and nothing that came in its place since', async () => {
  const listed = { key: 'a/b.txt', size: 3, version: 'v1' };
  const same = openCopies(bucketOf('one', 'v1'), folderWith({}), { kept: true });
  await same.mirror('a/', [listed]);
  expect(readFileSync(join(same.folder, 'a/b.txt'), 'utf8')).toBe('one');
  for (const bucket of [bucketOf('one', 'v2'), bucketOf('on', 'v1')]) {
    const copies = openCopies(bucket, folderWith({}), { kept: true });
    await expect(copies.mirror('a/', [listed])).rejects.toMatchObject({
      code: 'bucket-object-changed',
      message: 'a/b.txt was changed in the bucket while it was read.',
    });
  }
  const gone = openCopies(bucketOf('one', 'v1'), folderWith({}), { kept: true });
  await expect(gone.mirror('', [{ ...listed, key: 'gone' }])).rejects.toMatchObject({ code: 'bucket-object-changed' });
});
