import {
  type Migration,
  madeHome,
  openStoreFolder,
  readMigrations,
  rememberedHome,
  rememberedIndex,
  rememberIndex,
  storeOfEnvironment,
  storeSaid,
} from '../disk/index.ts';
import type { Store } from '../model/store.ts';
import { openSqlite } from './sqlite.ts';
import { storeOver } from './store-over.ts';

export interface StoreRequest {
  /** Of the client: where its exhibits lie, and the stored files with them. */
  readonly folder: string;
  /** `postgres://user@host/database` for an index on a server; without it, a file beside the stored ones. */
  readonly index?: string | undefined;
  /** Those that are shipped, unless a test says otherwise. */
  readonly migrations?: readonly Migration[];
}

/** The store of a client's folder. Opening one makes nothing: it comes to be with what is first put into it. */
export async function openStore({ folder, index, migrations }: StoreRequest): Promise<Store> {
  const { objects, index: snapshots } = openStoreFolder(folder);
  const steps = migrations ?? (await readMigrations());
  if (index === undefined) return storeOver(openSqlite(snapshots, steps), objects);
  const { openPostgres } = await import('./postgres.ts');
  const home = { known: () => rememberedHome(folder), made: () => madeHome(folder) };
  const store = storeOver(await openPostgres(index, steps), objects, home);
  return {
    ...store,
    record: async (build, summary) => {
      await rememberIndex(folder, index);
      return store.record(build, summary);
    },
  };
}

/** The store that goes for a folder: the one that PROOFPACK_STORE names, else the one of its portfolio.yaml, else the one that it had, else its own. */
export async function openStoreOf(folder: string): Promise<Store> {
  return openStore({ folder, index: await indexOf(folder) });
}

export async function indexOf(folder: string): Promise<string | undefined> {
  const asked = storeOfEnvironment();
  if (asked !== undefined) return asked;
  const said = await storeSaid(folder);
  return typeof said === 'string' ? said : rememberedIndex(folder);
}
