import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { bucketAddress, openBucket } from '../../src/bucket/index.ts';
import { inputsOf, jobOf, planRun } from '../../src/fleet/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import type { Storage } from '../../src/storage/index.ts';
import { GATEWAY, type Gateway, startGateway } from '../bucket/gateway.ts';
import { textContent } from '../bucket/small-server.ts';
import { proofpack } from '../cli/world.ts';
import { engagementOf, PORTFOLIO } from '../fleet/world.ts';
import { SERVER, startRedis } from '../queue/server.ts';
import { QUICK, at as queueAt, statesOf } from '../queue/world.ts';
import { buildAt, buildIn, filesIn, inBucket, inFolder, type Laying, layBucket, type Place, placeIn } from './world.ts';

let gateway: Gateway;
/** With pseudonyms, so that the owner's key has a say. */
const INSURER = `${PORTFOLIO}  editions: [insurer]\n`;
const zips = async (place: Place) => (await place.list()).filter((path) => path.endsWith('.zip'));

describe.skipIf(!GATEWAY)('with an S3 server (skipped without Ceph: ceph-mon, ceph-osd, radosgw, ceph-common)', () => {
  beforeAll(async () => {
    gateway = await startGateway();
  }, 90_000);

  const kinds: readonly (readonly [string, Laying])[] = [
    ['a folder', inFolder],
    ['a bucket', inBucket(() => gateway)],
  ];
  describe.each(kinds)('clients in %s', (kind, lay) => {
    it('are built, and are the same as anywhere', async () => {
      const clients = { lakeside: { 'a/b c+é (1)!.txt': 'one\n' }, wrong: { 'engagement.yaml': 'x: 1\n' } };
      const place = await lay(clients, INSURER);
      const before = await place.list();
      const [lakeside, wrong] = await buildAt(place);
      expect(lakeside).toBe('lakeside built');
      expect(wrong).toContain('wrong failed: ');
      const added = (await place.list()).filter((path) => !before.includes(path));
      const [path = '', ...others] = added.filter((each) => each.endsWith('.zip'));
      expect(others).toEqual([]);
      expect(added.filter((each) => each !== path)).toEqual([
        'lakeside/proofpack.key',
        'packages/.proofpack-fleet/lakeside.json',
      ]);
      const key = String(await place.get('lakeside/proofpack.key'));
      const alone = await inFolder({ lakeside: { ...clients.lakeside, 'proofpack.key': key } }, INSURER);
      await buildAt(alone);
      expect(sha256((await place.get(path)) ?? '')).toBe(sha256((await alone.get(path)) ?? 'other'));
    });

    it('are built again when something changed, and not otherwise', async () => {
      const place = await lay({ lakeside: { 'a.txt': 'one\n' } });
      await buildAt(place);
      expect(await buildAt(place, { changed: true })).toEqual(['lakeside unchanged']);
      for (const path of await zips(place)) await place.remove(path);
      expect(await buildAt(place, { changed: true })).toEqual(['lakeside built']);
      // Somebody else came in: what is here is looked at for what is theirs.
      await place.put('harbor/engagement.yaml', engagementOf('harbor'));
      expect(await buildAt(place, { changed: true, only: ['lakeside'] })).toEqual(['lakeside unchanged']);
      await place.put('lakeside/a.txt', 'mail,x@harbor.example\n');
      expect((await buildAt(place, { changed: true, only: ['lakeside'] }))[0]).toContain(
        'lakeside stopped: other-client-stops',
      );
    });

    it('are not built over what is none of our packages', async () => {
      const place = await lay({ lakeside: {} });
      await buildAt(place);
      const [path = ''] = await zips(place);
      await place.put(path, 'somebody’s own');
      const [told] = await buildAt(place);
      expect(told).toContain('lakeside failed: package-name-taken');
      if (kind === 'a bucket') expect(told).toContain('s3://bucket-');
      expect(String(await place.get(path))).toBe('somebody’s own');
    });

    it('keep their builds, and know their last one', async () => {
      const place = await lay(
        { lakeside: { 'engagement.yaml': `${engagementOf('lakeside')}previous: "@last"\n` } },
        `${PORTFOLIO}store: true\n`,
      );
      await buildAt(place);
      await place.put('portfolio.yaml', `${PORTFOLIO.replace('2026-10-15', '2026-10-16')}store: true\n`);
      expect(await buildAt(place, { changed: true })).toEqual(['lakeside built']);
      expect(await buildAt(place, { changed: true })).toEqual(['lakeside unchanged']);
      const kept = (await place.list()).filter((file) => file.startsWith('lakeside/.proofpack/index/'));
      expect(kept).toEqual([
        'lakeside/.proofpack/index/000001/index.sqlite',
        'lakeside/.proofpack/index/000002/index.sqlite',
      ]);
    });

    it('have one key of their owner, whoever makes it first', async () => {
      const place = await lay({ lakeside: {} }, INSURER);
      const storages = [await place.open(), await place.open()];
      const counted = await Promise.all(storages.map((storage) => countKey(storage)));
      const again = await Promise.all(storages.map((storage) => countKey(storage)));
      expect(counted.filter(({ kept }) => kept).length).toBeGreaterThan(0);
      expect(again.map(({ kept }) => kept)).toEqual([true, true]);
      expect(again[0]?.key).toBe(again[1]?.key);
      expect(String(await place.get('lakeside/proofpack.key'))).toMatch(/^[0-9a-f]{64}\n$/);
      for (const storage of storages) storage.close();
    });
  });

  it('puts a package once for its inputs, and nothing in the place of what came in between', async () => {
    const { place, raw } = await layBucket(gateway, { lakeside: { 'a.txt': 'one\n' } });
    await buildAt(place);
    const times = await raw.listWithTimes();
    expect(await buildAt(place)).toEqual(['lakeside built']);
    expect(await raw.listWithTimes()).toEqual(times);
    const [path = ''] = await zips(place);
    const whileBuilding = async (meanwhile: () => Promise<unknown>) => {
      await place.put('lakeside/a.txt', `${Math.random()}\n`);
      const storage = await place.open();
      await storage.refresh();
      const frozen = storage.lend('lakeside', async (lent) => {
        await buildIn({
          ...storage,
          lend: (_, work) => work({ ...lent, publish: async () => undefined }),
          within: (_, work) => work(),
        });
        await meanwhile();
        await lent.publish();
      });
      const code = await frozen.then(
        () => 'published',
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
      );
      storage.close();
      return code;
    };
    expect(await whileBuilding(() => place.put('lakeside/b.txt', 'newer\n'))).toBe('inputs-differ');
    expect(await whileBuilding(() => place.put(path, 'newer'))).toBe('bucket-taken');
    expect(String(await place.get(path))).toBe('newer');
    await place.remove(path);
    // Whoever builds the same at the same time leaves the same.
    expect(await whileBuilding(() => buildAt(place))).toBe('published');
    expect(await buildAt(place, { changed: true })).toEqual(['lakeside unchanged']);
  });

  it('copies what is needed, once, and leaves no copy behind', async () => {
    const { place, raw } = await layBucket(gateway, {
      lakeside: { 'a.txt': 'one\n', 'b.txt': 'two\n' },
      harbor: { 'c.txt': '' },
    });
    const kept = mkdtempSync(join(tmpdir(), 'proofpack-kept-'));
    const here = placeIn(raw, gateway, kept);
    const lent = async () => {
      const storage = await here.open();
      await storage.refresh();
      await storage.lend('lakeside', async () => undefined);
      storage.close();
      return filesIn(join(kept, '1/portfolio'));
    };
    const copies = await lent();
    expect(copies).toContain('harbor/engagement.yaml');
    expect(copies).toContain('lakeside/b.txt');
    expect(copies).not.toContain('harbor/c.txt');
    const fetched = vi.spyOn(globalThis, 'fetch');
    expect(await lent()).toEqual(copies);
    const read = fetched.mock.calls.map(([request]) =>
      request instanceof Request ? `${request.method} ${request.url}` : '',
    );
    expect(read.length).toBeGreaterThan(5);
    expect(read.filter((line) => /GET .*[.]txt/.test(line))).toEqual([]);
    fetched.mockRestore();
    await raw.remove('msp/clients #1/lakeside/b.txt');
    await raw.put('msp/clients #1/lakeside/a.txt', 'two!\n');
    expect(await lent()).not.toContain('lakeside/b.txt');
    expect(readFileSync(join(kept, '1/portfolio/lakeside/a.txt'), 'utf8')).toBe('two!\n');
    // Two at once have a place each.
    const [one, two] = [await here.open(), await here.open()];
    expect([one.folder, two.folder]).toEqual([join(kept, '1/portfolio'), join(kept, '2/portfolio')]);
    one.close();
    two.close();
    const gone = await place.open();
    await gone.refresh();
    expect(existsSync(gone.folder)).toBe(true);
    gone.close();
    expect(existsSync(gone.folder)).toBe(false);
  });

  it('tells of names that no file can have, and takes them nowhere', async () => {
    const { raw, place } = await layBucket(gateway, { lakeside: { 'Jobs.csv': 'a\n' } });
    for (const key of [
      'lakeside/jobs.csv',
      'lakeside/..\\..\\x',
      'lakeside/a\u0001b',
      'lakeside/Jobs.csv/deep',
      'lakeside/.proofpack-left.json',
    ])
      await raw.put(`msp/clients #1/${key}`, 'x\n');
    for (const key of ['lakeside/empty/', 'lakeside/']) await raw.put(`msp/clients #1/${key}`, '');
    await raw.put('msp/clients #1/a\\b/engagement.yaml', 'x');
    const storage = await place.open();
    const told = await storage.refresh();
    expect(told.map(({ message }) => message)).toEqual([
      'a\\b/ in the bucket was left out: no folder can be called so.',
    ]);
    expect(statesOf(await buildIn(storage))).toEqual(['lakeside built']);
    storage.close();
    const [path = ''] = await zips(place);
    const omissions = Buffer.from(
      unzipSync((await place.get(path)) ?? Buffer.alloc(0))['data/machine/OMISSIONS.csv'] ?? '',
    ).toString();
    for (const words of [
      'Jobs.csv was not read from the bucket: other names',
      'a\uFFFDb was not read',
      '..\\..\\x was not read',
    ])
      expect(omissions).toContain(words);
    // Two clients of one name to some systems are nobody's to choose from.
    await raw.put('msp/clients #1/Lakeside/engagement.yaml', engagementOf('lakeside'));
    await expect(buildAt(place)).rejects.toMatchObject({ code: 'bucket-clients-alike' });
  });

  it('says what is wrong with a bucket, its keys and the clock', async () => {
    const raw = await gateway.bucket();
    const enter = (name: string, env: Readonly<Record<string, string>> = {}) =>
      openBucket(bucketAddress(`s3://${name}`, { ...gateway.env, ...env }), { tries: 2, pauseMs: 1 }).catch(
        (error: unknown) => error,
      );
    expect(await enter('not-there')).toMatchObject({ code: 'bucket-missing', exit: 2 });
    expect(await enter(raw.name, { AWS_SECRET_ACCESS_KEY: 'other' })).toMatchObject({ code: 'bucket-denied', exit: 2 });
    expect(await enter(raw.name, { AWS_ACCESS_KEY_ID: 'OTHER' })).toMatchObject({ code: 'bucket-denied' });
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2020-01-01T00:00:00Z') });
    const skewed = await enter(raw.name);
    vi.useRealTimers();
    expect(skewed).toMatchObject({ code: 'bucket-clock-skewed' });
    const bucket = await openBucket(bucketAddress(`s3://${raw.name}`, gateway.env));
    await expect(bucketRead(bucket)).resolves.toBe(undefined);
  });

  it('gives one name to one of many at once, also of what is large, and a thousand and one objects are listed', async () => {
    const raw = await gateway.bucket();
    // In parts where the server keeps conditions on them, at once where it does not.
    const bucket = await openBucket(bucketAddress(`s3://${raw.name}`, gateway.env), undefined, { partBytes: 2 });
    const put = (key: string, text: string, instead?: string) => bucket.put(key, textContent(text), instead);
    const given = async (puts: readonly Promise<{ put: string }>[]) =>
      (await Promise.all(puts)).filter((each) => each.put === 'given').length;
    expect(await given(Array.from({ length: 12 }, (_, i) => put('one', `first ${i}`)))).toBe(1);
    const version = (await bucket.look('one'))?.version;
    expect(await given(Array.from({ length: 12 }, (_, i) => put('one', `next ${i}`, version)))).toBe(1);
    expect(await bucket.read('one', (await bucket.look('one'))?.version)).toBe('same');
    for (let from = 0; from < 1001; from += 77)
      await Promise.all(Array.from({ length: Math.min(77, 1001 - from) }, (_, i) => put(`many/${from + i}`, '')));
    const { objects } = await bucket.list('many/', 'all');
    expect(new Set(objects.map(({ key }) => key)).size).toBe(1001);
  });

  it.skipIf(SERVER === undefined)('is built by workers that share nothing but a queue and the bucket', async () => {
    const { buildByQueue, startWork } = await import('../../src/queue/index.ts');
    const { place, raw } = await layBucket(gateway, { lakeside: { 'a.txt': 'one\n' }, harbor: {} });
    const server = await startRedis();
    const address = queueAt(server.address);
    const { workOn } = await import('../../src/fleet/index.ts');
    const working = await Promise.all(
      [1, 2].map(async () => {
        const storage = await place.open();
        const start = (run: Parameters<typeof workOn>[1]) => ({
          work: (job: Parameters<typeof workOn>[0]) => workOn(job, run),
          stop: () => undefined,
        });
        return { storage, work: await startWork({ storage, address, jobs: 1, times: QUICK, start }) };
      }),
    );
    const putting = await place.open();
    const put = (changed: boolean, only: readonly string[] = []) =>
      buildByQueue({ storage: putting, address, changed, only, editions: [], times: QUICK });
    expect(statesOf(await put(false))).toEqual(['harbor built', 'lakeside built']);
    const times = await raw.listWithTimes();
    expect(statesOf(await put(false, ['lakeside']))).toEqual(['lakeside built']);
    expect(await raw.listWithTimes()).toEqual(times);
    expect(statesOf(await put(true))).toEqual(['harbor unchanged', 'lakeside unchanged']);
    // A third client came in: the others are looked through, and not built.
    await place.put('third/engagement.yaml', engagementOf('third'));
    const zipsBefore = (await raw.listWithTimes()).filter((line) => line.includes('.zip'));
    expect(statesOf(await put(true, ['harbor', 'lakeside']))).toEqual(['harbor unchanged', 'lakeside unchanged']);
    expect((await raw.listWithTimes()).filter((line) => line.includes('.zip'))).toEqual(zipsBefore);
    for (const { work, storage } of working) {
      work.stop();
      await work.done;
      storage.close();
    }
    putting.close();
    await server.stop();
  });

  describe('the command line', () => {
    const names = ['AWS_ENDPOINT_URL', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
    afterEach(() => {
      for (const name of names) delete process.env[name];
    });

    it('says how the clients in a bucket stand, and writes nothing there', async () => {
      const { raw, place } = await layBucket(gateway, { lakeside: {}, harbor: {} }, `${PORTFOLIO}store: true\n`);
      await buildAt(place, { only: ['lakeside'] });
      const { packages } = JSON.parse(String(await place.get('packages/.proofpack-fleet/lakeside.json')));
      expect(packages).toHaveLength(1);
      const before = await raw.listWithTimes();
      Object.assign(process.env, gateway.env);
      const address = `s3://${raw.name}/msp/clients #1`;
      const report = mkdtempSync(join(tmpdir(), 'proofpack-monday-'));
      const argv = [address, '--only', 'lakeside', '--on', '2026-11-01'];
      const { exit, out } = await proofpack('fleet', 'status', ...argv, '--report', join(report, 'monday'));
      expect([exit, out]).toEqual([0, expect.stringContaining('2026-11-01: 1 client, all of them assessed.')]);
      expect(existsSync(join(report, 'monday/portfolio.pdf'))).toBe(true);
      const settings = await proofpack('fleet', 'status', address, '--settings', '--only', 'harbor');
      expect(settings.out).toContain('portfolio.yaml   asOf: "2026-10-15"');
      expect(await raw.listWithTimes()).toEqual(before);
    });

    it('takes the address of a bucket, and never says a secret', async () => {
      const empty = await gateway.bucket();
      const address = `s3://${empty.name}/msp/clients #1`;
      const bare = await proofpack('fleet', 'build', address);
      expect(`${bare.exit} ${bare.err}`).toContain('2 error No keys for the bucket are given.');
      Object.assign(process.env, gateway.env);
      const { exit, out, err } = await proofpack('fleet', 'build', address);
      expect(`${exit} ${err}`).toContain(`2 error ${address}/ holds no client`);
      expect(`${out}${err}`).not.toContain(gateway.env['AWS_SECRET_ACCESS_KEY']);
      expect((await proofpack('fleet', 'build', address, '-o', 'x')).err).toContain(
        '--out has no meaning for a portfolio in a bucket',
      );
    });
  });
});

async function countKey(storage: Storage) {
  await storage.refresh();
  const plan = await planRun({ ...storage, editions: [], only: [] });
  const [client] = plan.clients;
  if (client === undefined) throw new Error('no client');
  return storage.lend(client.id, async (lent) => ({
    key: await inputsOf(jobOf(client, plan, 'build'), plan.run),
    kept: await lent.keepKey(),
  }));
}

function bucketRead(bucket: Awaited<ReturnType<typeof openBucket>>) {
  return bucket.read('not there');
}
