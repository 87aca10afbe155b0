import { randomBytes } from 'node:crypto';
import { BuildSummary, type ObjectStore, type Recorded, type Store } from '../model/store.ts';
import type { Database } from './sql.ts';
import { allBuilds, entryOf, insert, isOurs, standing, summaryBodies, summaryBody } from './statements.ts';
import { storedJson } from './stored-json.ts';

/** The one store over whichever database holds the index. */
export function storeOver(database: Database, objects: ObjectStore): Store {
  return {
    ...objects,
    record: async (build, summary): Promise<Recorded> => {
      const entry = entryOf(build, summary, randomBytes(16).toString('hex'));
      return database.write<Recorded>(
        async (sql) => {
          const before = await standing(sql, build);
          if (before) return { keep: false, value: { outcome: 'already', build: before } };
          return { keep: true, value: { outcome: 'recorded', build: await insert(sql, entry) } };
        },
        (sql) => isOurs(sql, entry),
      );
    },
    find: (client, key, edition) => database.read((sql) => standing(sql, { client, key, edition })),
    builds: (client) => database.read((sql) => allBuilds(sql, client)),
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
