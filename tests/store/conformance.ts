import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/kernel/sha256.ts';
import type { Recorded } from '../../src/model/store.ts';
import { chooseBuild } from '../../src/store/choose.ts';
import { openStore, type StoreRequest } from '../../src/store/open.ts';
import { bundledStore, inProcess } from './processes.ts';
import { buildRecord, day, SUMMARY } from './world.ts';

/** Where a store is to be opened, fit to be told to another process. */
export type Where = Omit<StoreRequest, 'migrations'>;

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (content: Uint8Array) => Buffer.from(content).toString('utf8');

/** What every store keeps, whatever holds its index. `newPlace` answers a place where nothing is yet. */
export function conformance(name: string, newPlace: () => Promise<Where>): void {
  const fresh = async () => {
    const where = await newPlace();
    return { where, store: await openStore(where) };
  };
  const objectPath = (where: Where, hash: string) => join(where.folder, '.proofpack/objects', hash.slice(0, 2), hash);

  describe(`${name}: files by their hash`, () => {
    it('gives back what was put in, stored once', async () => {
      const { where, store } = await fresh();
      const hash = await store.put(bytes('job,outcome\n'));
      expect(hash).toBe(sha256('job,outcome\n'));
      expect(await store.put(bytes('job,outcome\n'))).toBe(hash);
      expect(text(await store.get(hash))).toBe('job,outcome\n');
      expect(await store.has(hash)).toBe(true);
      expect(await store.has(sha256('other'))).toBe(false);
      expect(await store.list()).toEqual([hash]);
      expect(readdirSync(join(where.folder, '.proofpack/objects'))).toEqual([hash.slice(0, 2)]);
      await store.close();
    });

    it('takes and gives streams, and does not read what it has already', async () => {
      const { store } = await fresh();
      const chunks = async function* () {
        for (let i = 0; i < 5; i += 1) yield bytes(`${i}`.repeat(400_000));
      };
      const hash = await store.put(chunks());
      const never = () => {
        throw new Error('read again');
      };
      expect(await store.put(never, hash)).toBe(hash);
      let length = 0;
      for await (const chunk of store.open(hash)) length += chunk.length;
      expect(length).toBe(2_000_000);
      await store.close();
    });

    it('never hands out what was damaged, and says what is not there', async () => {
      const { where, store } = await fresh();
      const hash = await store.put(bytes('as it was'));
      chmodSync(objectPath(where, hash), 0o644);
      writeFileSync(objectPath(where, hash), 'as it is ');
      await expect(store.get(hash)).rejects.toMatchObject({ code: 'store-object-damaged', exit: 6 });
      const reading = async () => {
        for await (const _ of store.open(hash));
      };
      await expect(reading()).rejects.toMatchObject({ code: 'store-object-damaged' });
      await expect(store.get(sha256('never put'))).rejects.toMatchObject({ code: 'store-object-missing', exit: 6 });
      await store.close();
    });
  });

  describe(`${name}: records of builds`, () => {
    it('has nothing at first, and leaves nothing behind by looking', async () => {
      const { where, store } = await fresh();
      expect(await store.builds()).toEqual([]);
      expect(await store.find('lakeside', sha256('recipe'), 'insurer')).toBeUndefined();
      expect(readdirSync(where.folder)).toEqual([]);
      await store.close();
    });

    it('keeps a build with what it found', async () => {
      const { where, store } = await fresh();
      const done = await store.record(buildRecord(), SUMMARY);
      expect(done).toMatchObject({ outcome: 'recorded', build: { ...buildRecord(), ordinal: 1 } });
      await store.close();
      const again = await openStore(where);
      expect(await again.builds()).toEqual([done.build]);
      expect(await again.find('lakeside', sha256('recipe'), 'insurer')).toEqual(done.build);
      expect(await again.summary(done.build.summary)).toEqual(SUMMARY);
      expect(await again.summaries('lakeside')).toEqual(new Map([[done.build.summary, SUMMARY]]));
      expect((await again.summaries()).size).toBe(1);
      expect((await again.summaries('another')).size).toBe(0);
      await again.close();
    });

    it('answers with the one that stands when the same was recorded before', async () => {
      const { store } = await fresh();
      const first = await store.record(buildRecord(), SUMMARY);
      const later = buildRecord({ package: { sha256: sha256('another'), bytes: 1, name: 'b' } });
      const second = await store.record(later, { ...SUMMARY, contradictions: 9 });
      expect(second).toEqual({ outcome: 'already', build: first.build });
      expect(await store.builds()).toHaveLength(1);
      await store.close();
    });

    it('tells what was built last of a day, also when it had been built before', async () => {
      const { where, store } = await fresh();
      const as = (name: string, more: Parameters<typeof buildRecord>[0] = {}) => {
        const made = { sha256: sha256(name), bytes: 1, name };
        return store.record(buildRecord({ key: sha256(name), package: made, ...more }), SUMMARY);
      };
      const chosen = async (word: string) =>
        chooseBuild(await store.builds('lakeside'), {
          word,
          wanted: 'package',
          edition: 'insurer',
          folder: where.folder,
        })?.package.name;
      for (const name of ['A', 'B']) await as(name);
      await as('of an auditor', { edition: 'auditor' });
      expect([await chosen('2026-10-15'), await chosen('last')]).toEqual(['B', 'B']);
      expect(await as('A')).toMatchObject({ outcome: 'already', build: { ordinal: 1, latest: 4 } });
      expect([await chosen('2026-10-15'), await chosen('last')]).toEqual(['A', 'A']);
      expect((await store.builds('lakeside')).map(({ package: made }) => made.name)).toEqual([
        'A',
        'B',
        'of an auditor',
      ]);
      // What is the last one already is written nowhere.
      expect(await as('A')).toMatchObject({ outcome: 'already', build: { ordinal: 1, latest: 4 } });
      await as('of another day', { asOf: day('2026-10-16') });
      expect(await as('A')).toMatchObject({ build: { latest: 4 } });
      expect((await as('C')).build).toMatchObject({ ordinal: 5, latest: 6 });
      expect(await chosen('2026-10-15')).toBe('C');
      await store.close();
    });

    it('tells clients, keys and editions apart, in the order of recording', async () => {
      const { store } = await fresh();
      const others = [
        buildRecord({ client: 'zeta' }),
        buildRecord(),
        buildRecord({ edition: 'auditor' }),
        buildRecord({ key: sha256('b') }),
      ];
      for (const each of others) expect((await store.record(each, SUMMARY)).outcome).toBe('recorded');
      const told = (await store.builds()).map(({ client, key, edition, ordinal }) => ({
        client,
        key,
        edition,
        ordinal,
      }));
      expect(told).toEqual([
        { client: 'lakeside', key: sha256('recipe'), edition: 'insurer', ordinal: 1 },
        { client: 'lakeside', key: sha256('recipe'), edition: 'auditor', ordinal: 2 },
        { client: 'lakeside', key: sha256('b'), edition: 'insurer', ordinal: 3 },
        { client: 'zeta', key: sha256('recipe'), edition: 'insurer', ordinal: 1 },
      ]);
      expect(await store.builds('zeta')).toHaveLength(1);
      await store.close();
    });

    it('keeps names of every script, and quotes that are no quotes', async () => {
      const { store } = await fresh();
      const names = ['Zahnärzte Köln', '株式会社レイク', "O'Neill; DROP TABLE proofpack_builds;--", '🦷', '$1 %s \\'];
      for (const client of names) {
        const name = `${client}_auditor`;
        await store.record(buildRecord({ client, package: { sha256: sha256(client), bytes: 1, name } }), SUMMARY);
      }
      const found = await store.builds();
      expect(found.map(({ client }) => client)).toEqual([...names].sort());
      expect(found.map(({ package: made }) => made.name)).toEqual([...names].sort().map((each) => `${each}_auditor`));
      await store.close();
    });

    it('refuses what is no record of a build', async () => {
      const { store } = await fresh();
      await expect(store.record(buildRecord({ key: 'short' }), SUMMARY)).rejects.toThrow(/key/);
      expect(await store.builds()).toEqual([]);
      await store.close();
    });
  });

  describe(`${name}: tables of other versions`, () => {
    const LATER = {
      version: 9000,
      name: '9000-a-later-one',
      text: 'CREATE TABLE proofpack_later (id INTEGER PRIMARY KEY);',
    };
    const shipped = async () => (await import('../../src/disk/index.ts')).readMigrations();

    it('are brought up to date with what is in them', async () => {
      const { where, store } = await fresh();
      await store.record(buildRecord(), SUMMARY);
      await store.close();
      const later = await openStore({ ...where, migrations: [...(await shipped()), LATER] });
      expect((await later.record(buildRecord({ edition: 'auditor' }), SUMMARY)).build.ordinal).toBe(2);
      expect(await later.builds()).toHaveLength(2);
      await later.close();
    });

    it('are refused when a later proofpack made them, and stay as they are', async () => {
      const where = await newPlace();
      const later = await openStore({ ...where, migrations: [...(await shipped()), LATER] });
      await later.record(buildRecord(), SUMMARY);
      await later.close();
      const refused = { code: 'store-newer', exit: 2, message: expect.stringContaining('version 9000') };
      const now = openStore(where);
      await expect(now.then((store) => store.builds())).rejects.toMatchObject(refused);
      await expect(
        now.then((store) => store.record(buildRecord({ edition: 'auditor' }), SUMMARY)),
      ).rejects.toMatchObject(refused);
      const again = await openStore({ ...where, migrations: [...(await shipped()), LATER] });
      expect(await again.builds()).toHaveLength(1);
      await again.close();
      await now.then((store) => store.close()).catch(() => undefined);
    });
  });

  describe(`${name}: among processes`, () => {
    let bundle: string;
    beforeAll(async () => {
      bundle = await bundledStore();
    });

    it('records once what twenty writers in five of them build, and all that is theirs alone', async () => {
      const { where, store } = await fresh();
      const script = `
        const write = async ({ same, own }) => {
          const store = await openStore(given.where);
          const outcomes = [await store.record(same, given.summary), await store.record(own, given.summary)];
          await store.close();
          return outcomes.map(({ outcome }) => outcome);
        };
        console.log(JSON.stringify(await Promise.all(given.writers.map(write))));`;
      const writers = Array.from({ length: 20 }, (_, i) => ({
        same: buildRecord({ package: { sha256: sha256(`${i}`), bytes: i, name: `of writer ${i}` } }),
        own: buildRecord({ key: sha256(`own ${i}`) }),
      }));
      const processes = [0, 4, 8, 12, 16].map((from) =>
        inProcess(bundle, script, { where, writers: writers.slice(from, from + 4), summary: SUMMARY }),
      );
      const ended = await Promise.all(processes);
      expect(ended.filter(({ code }) => code !== 0).map(({ err }) => err)).toEqual([]);
      const outcomes = ended.flatMap(({ out }): readonly (readonly Recorded['outcome'][])[] => JSON.parse(out));
      expect(outcomes.filter(([same]) => same === 'recorded')).toHaveLength(1);
      expect(outcomes.filter(([, own]) => own === 'recorded')).toHaveLength(20);
      const builds = await store.builds();
      expect(builds.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
      const winner = outcomes.findIndex(([same]) => same === 'recorded');
      expect(builds.find(({ key }) => key === sha256('recipe'))?.package.name).toBe(`of writer ${winner}`);
      await store.close();
    });

    it('is whole after one was killed between object and record, and in the midst of a record', async () => {
      const { where, store } = await fresh();
      const killed = `
        const store = await openStore(given.where);
        await store.put(new TextEncoder().encode('stored before'));
        if (given.recording) store.record(given.build, given.summary).catch(() => undefined);
        setTimeout(() => process.kill(process.pid, 'SIGKILL'), given.recording);`;
      const at = [0, 3, 12];
      const ended = await Promise.all(
        at.map((recording) => inProcess(bundle, killed, { where, build: buildRecord(), summary: SUMMARY, recording })),
      );
      expect(ended.map(({ signal }) => signal)).toEqual(at.map(() => 'SIGKILL'));
      expect(text(await store.get(sha256('stored before')))).toBe('stored before');
      const before = await store.builds();
      expect(before.length).toBeLessThanOrEqual(1);
      const done = await store.record(buildRecord(), SUMMARY);
      expect(done.outcome).toBe(before.length === 0 ? 'recorded' : 'already');
      expect(await store.builds()).toEqual([done.build]);
      await store.close();
    });
  });
}
