import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStoreFolder, readMigrations } from '../../src/disk/index.ts';
import { listFolder } from '../../src/disk/listing.ts';
import { openStore } from '../../src/store/open.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { storeOver } from '../../src/store/store-over.ts';
import { conformance } from './conformance.ts';
import { buildRecord, newFolder, SUMMARY } from './world.ts';

conformance('files and SQLite', async () => ({ folder: newFolder() }));

describe('an index that is replaced whole', () => {
  const generations = (folder: string) => readdirSync(join(folder, '.proofpack/index')).sort();

  it('is a SQLite database under the highest number; three stay', async () => {
    const folder = newFolder();
    const store = await openStore({ folder });
    for (const edition of ['auditor', 'insurer', 'customer', 'internal'] as const) {
      await store.record(buildRecord({ edition }), SUMMARY);
    }
    expect(generations(folder)).toEqual(['000002', '000003', '000004']);
    const file = readFileSync(join(folder, '.proofpack/index/000004/index.sqlite'));
    expect(file.subarray(0, 15).toString('latin1')).toBe('SQLite format 3');
  });

  it('does not change when there is nothing to record', async () => {
    const folder = newFolder();
    const store = await openStore({ folder });
    await store.record(buildRecord(), SUMMARY);
    await store.record(buildRecord(), SUMMARY);
    expect(generations(folder)).toEqual(['000001']);
  });

  it('is told with its path when it is damaged', async () => {
    const folder = newFolder();
    const path = join(folder, '.proofpack/index/000007');
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'index.sqlite'), 'no database at all, but long enough to be looked at'.repeat(30));
    const store = await openStore({ folder });
    await expect(store.builds()).rejects.toMatchObject({
      code: 'store-index-damaged',
      message: expect.stringContaining('000007'),
    });
    await expect(store.record(buildRecord(), SUMMARY)).rejects.toMatchObject({ code: 'store-index-damaged' });
  });

  it('loses nothing when a writer is so slow that the number it wants was taken, and taken away, meanwhile', async () => {
    const folder = newFolder();
    const { index, objects } = openStoreFolder(folder);
    const quick = await openStore({ folder });
    await quick.record(buildRecord({ client: 'first' }), SUMMARY);
    let overtaken = 0;
    const slow: typeof index.changing = (work) =>
      index.changing(async (path, generation) => {
        const outcome = await work(path, generation);
        for (let i = 0; overtaken < 5; i += 1, overtaken += 1)
          await quick.record(buildRecord({ client: `${i}` }), SUMMARY);
        return outcome;
      });
    const store = storeOver(openSqlite({ ...index, changing: slow }, await readMigrations()), objects);
    expect(await store.record(buildRecord({ client: 'slow' }), SUMMARY)).toMatchObject({ outcome: 'recorded' });
    expect((await quick.builds()).map(({ client }) => client)).toEqual(['0', '1', '2', '3', '4', 'first', 'slow']);
  });

  it('gives up with a cure when others are always faster', async () => {
    const folder = newFolder();
    const { index } = openStoreFolder(folder);
    const late: typeof index.changing = async (work) => {
      const { value } = await index.changing(work);
      return { value, state: 'too-late' };
    };
    const database = openSqlite({ ...index, changing: late }, await readMigrations(), { attempts: 2 });
    const writing = database.write(
      async () => ({ keep: true, value: 1 }),
      async () => false,
    );
    await expect(writing).rejects.toMatchObject({ code: 'store-busy', exit: 6 });
  });

  it('is for its owner and their group only, and for nobody to write, as the stored files are', async () => {
    const folder = newFolder();
    const store = await openStore({ folder });
    const hash = await store.put(new TextEncoder().encode('an exhibit that only some may read'));
    await store.record(buildRecord(), SUMMARY);
    const paths = [`objects/${hash.slice(0, 2)}/${hash}`, 'index/000001/index.sqlite'];
    const modes = paths.map((path) => statSync(join(folder, '.proofpack', path)).mode & 0o337);
    expect(modes).toEqual([0, 0]);
  });

  it('is read by nobody as an exhibit', async () => {
    const folder = newFolder();
    const store = await openStore({ folder });
    await store.put(new TextEncoder().encode('an old exhibit'));
    await store.record(buildRecord(), SUMMARY);
    writeFileSync(join(folder, 'check.txt'), 'no errors were found');
    const { files, skipped } = await listFolder(folder);
    expect(files.map(({ path }) => path)).toEqual(['check.txt']);
    expect(skipped).toEqual([]);
  });
});
