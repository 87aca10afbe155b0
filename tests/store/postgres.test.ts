import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { type Cluster, startCluster, withoutCluster } from './cluster.ts';
import { conformance } from './conformance.ts';
import { buildRecord, newFolder, SUMMARY } from './world.ts';

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
