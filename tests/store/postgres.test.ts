import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMigrations } from '../../src/disk/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { openStore } from '../../src/store/open.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { type Cluster, startCluster, withoutCluster } from './cluster.ts';
import { conformance } from './conformance.ts';
import { buildRecord, newFolder, SUMMARY } from './world.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const why = withoutCluster();

describe.skipIf(why !== undefined)(`on a real server${why === undefined ? '' : ` (skipped: ${why})`}`, () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster?.stop());

  conformance('PostgreSQL', async () => ({ folder: newFolder(), index: await cluster.newPlace() }));

  it('keeps the builds of many clients in one index, and the files of each beside its own', async () => {
    const index = await cluster.newPlace();
    const [lakeside, hilltop] = [newFolder(), newFolder()];
    const one = await openStore({ folder: lakeside, index });
    const other = await openStore({ folder: hilltop, index });
    const hash = await one.put(new TextEncoder().encode('an exhibit of Lakeside'));
    await one.record(buildRecord(), SUMMARY);
    await other.record(buildRecord({ client: 'hilltop' }), SUMMARY);
    expect((await other.builds()).map(({ client }) => client)).toEqual(['hilltop', 'lakeside']);
    expect(await other.has(hash)).toBe(false);
    await Promise.all([one.close(), other.close()]);
  });

  it('tells folders of one name apart, each with its own history', async () => {
    const index = await cluster.newPlace();
    const [one, other] = [
      await openStore({ folder: newFolder(), index }),
      await openStore({ folder: newFolder(), index }),
    ];
    await one.record(buildRecord(), SUMMARY);
    // Of the same inputs even: they are another portfolio's.
    expect(await other.record(buildRecord(), SUMMARY)).toMatchObject({ outcome: 'recorded', build: { ordinal: 1 } });
    await other.record(buildRecord({ key: sha256('b') }), SUMMARY);
    expect((await one.builds('lakeside')).map(({ key }) => key)).toEqual([sha256('recipe')]);
    expect((await other.builds('lakeside')).map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    expect(await one.find('lakeside', sha256('b'), 'insurer')).toBeUndefined();
    expect(await one.builds()).toHaveLength(3);
    await Promise.all([one.close(), other.close()]);
  });

  it('gives what an earlier version recorded to the folder that has its files', async () => {
    const index = await cluster.newPlace();
    const [folder, stranger] = [newFolder(), newFolder()];
    const [first] = await readMigrations();
    const database = await openPostgres(index, first === undefined ? [] : [first]);
    const [one, other] = [await openStore({ folder, index }), await openStore({ folder: stranger, index })];
    const [recipe, theirs] = [await one.put(bytes('recipe')), await other.put(bytes('of a stranger'))];
    const body = JSON.stringify(SUMMARY);
    await database.write(
      async (sql) => {
        await sql.all('INSERT INTO proofpack_summaries VALUES ($1, $2)', [sha256(body), body]);
        for (const [at, key] of [recipe, theirs].entries())
          await sql.all(
            `INSERT INTO proofpack_builds VALUES ('lakeside', $1, 'insurer', $2, 'x', 'proofpack 0.1.0', $3, '2026-10-15',
              '2025-10-01', '2026-09-30', $3, 1, 'a', '[]', $3, $4, '2026-10-15T08:00:00Z')`,
            [key, at + 1, sha256('x'), sha256(body)],
          );
        return { keep: true, value: undefined };
      },
      async () => true,
    );
    const keys = async (store: typeof one) => (await store.builds('lakeside')).map(({ key }) => key);
    // Looking changes nothing, and what is recorded next settles it.
    expect([await keys(one), await keys(other)]).toEqual([[recipe], [theirs]]);
    expect(await one.record(buildRecord({ key: recipe }), SUMMARY)).toMatchObject({ outcome: 'already' });
    await other.record(buildRecord({ key: sha256('next') }), SUMMARY);
    expect([await keys(one), await keys(other)]).toEqual([[recipe], [theirs, sha256('next')]]);
    const homes = await database.read((sql) => sql.all('SELECT DISTINCT home FROM proofpack_builds'));
    expect(homes.map(({ home }) => home)).toEqual([expect.stringMatching(/^.{32}$/), expect.stringMatching(/^.{32}$/)]);
    await Promise.all([one.close(), other.close(), database.close()]);
  });

  it('is told when it cannot be reached, without a password', async () => {
    const index = (await cluster.newPlace()).replace('/postgres?', '/nobody_made_this?');
    const store = await openStore({ folder: newFolder(), index });
    await expect(store.builds()).rejects.toMatchObject({
      code: 'store-unreachable',
      exit: 6,
      message: expect.stringContaining('nobody_made_this'),
    });
    await store.close();
  });
});

describe('the address of a server', () => {
  it('must be one, and holds no password', async () => {
    const folder = newFolder();
    await expect(openStore({ folder, index: 'mysql://db/x' })).rejects.toMatchObject({ code: 'store-address-wrong' });
    const secret = openStore({ folder, index: 'postgres://marta:hunter2@db.example/proofpack' });
    await expect(secret).rejects.toMatchObject({ code: 'store-address-holds-password' });
    await expect(secret).rejects.not.toThrow(/hunter2/);
  });

  it('that nobody listens at is told with its cure', async () => {
    const store = await openStore({ folder: newFolder(), index: 'postgres://postgres@127.0.0.1:9/proofpack' });
    await expect(store.builds()).rejects.toMatchObject({
      code: 'store-unreachable',
      hint: expect.stringContaining('psql'),
    });
    await store.close();
  });

  it('that breaks off is told as that and no bug of ours, and asked again', async () => {
    let asked = 0;
    const server = createServer((socket) => {
      asked += 1;
      socket.destroy();
    });
    const port = await new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve(Object(server.address()).port));
    });
    const store = await openStore({ folder: newFolder(), index: `postgres://postgres@127.0.0.1:${port}/proofpack` });
    await expect(store.builds()).rejects.toMatchObject({ code: 'store-unreachable', exit: 6 });
    await expect(store.builds()).rejects.toMatchObject({ code: 'store-unreachable', exit: 6 });
    expect(asked).toBe(2);
    await store.close();
    server.close();
  });
});
