import { randomBytes } from 'node:crypto';
import { BuildSummary, type ObjectStore, type Recorded, type Store } from '../model/store.ts';
import type { BuildRow } from './build-row.ts';
import { BESIDE_FILES, type Home } from './home.ts';
import type { Database } from './sql.ts';
import {
  entryOf,
  insert,
  renew,
  rowOf,
  rowsOf,
  settle,
  summaryBodies,
  summaryBody,
  type Wanted,
} from './statements.ts';
import { storedJson } from './stored-json.ts';

/** The one store over whichever database holds the index. */
export function storeOver(database: Database, objects: ObjectStore, home: Home = BESIDE_FILES): Store {
  /** Those rows whose files lie here: which of those of earlier versions that are is told by the files. */
  const rowsHere = async (wanted: Wanted) => {
    const known = await home.known();
    const rows = await database.read((sql) => rowsOf(sql, wanted));
    const here: BuildRow[] = [];
    for (const row of rows) if (row.home === known || (await isUnsettled(row, objects))) here.push(row);
    return here;
  };
  return {
    ...objects,
    record: async (build, summary): Promise<Recorded> => {
      const entry = entryOf(build, summary, randomBytes(16).toString('hex'));
      const own = await home.made();
      const before = own === '' ? [] : await rowsHere({ client: build.client, home: '' });
      return database.write<Recorded>(
        async (sql) => {
          await settle(sql, own, before);
          const standing = await rowOf(sql, own, build);
          if (standing === undefined)
            return { keep: true, value: { outcome: 'recorded', build: await insert(sql, own, entry) } };
          const renewed = await renew(sql, own, standing.build);
          const keep = renewed !== undefined || before.length > 0;
          return { keep, value: { outcome: 'already', build: renewed ?? standing.build } };
        },
        async (sql) => (await rowOf(sql, own, build))?.claim === entry.claim,
      );
    },
    find: async (client, key, edition) => {
      const [row] = await rowsHere({ client, key, edition });
      return row?.build;
    },
    builds: async (client) => {
      const rows = client === undefined ? await database.read((sql) => rowsOf(sql, {})) : await rowsHere({ client });
      return rows.map(({ build }) => build);
    },
    summary: async (hash) => {
      const body = await database.read((sql) => summaryBody(sql, hash));
      if (body === undefined) throw new Error(`no summary ${hash}`);
      return storedJson(BuildSummary, body, 'what a build found');
    },
    summaries: async (client) => {
      const bodies = await database.read((sql) => summaryBodies(sql, client));
      return new Map(
        bodies.map(([hash, body]) => [hash, storedJson(BuildSummary, body, 'what a build found')] as const),
      );
    },
    close: () => database.close(),
  };
}

/** Of an earlier version, and of here: one of its files may be lost, not all of them. */
async function isUnsettled({ home, build }: BuildRow, objects: ObjectStore): Promise<boolean> {
  if (home !== '') return false;
  for (const hash of [build.key, build.findings, ...build.proofs.map(({ sha256 }) => sha256)])
    if (await objects.has(hash)) return true;
  return false;
}
