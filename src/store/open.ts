import { type Migration, openStoreFolder, readMigrations } from '../disk/index.ts';
import type { Store } from '../model/store.ts';
import { openSqlite } from './sqlite.ts';
import { storeOver } from './store-over.ts';

export interface StoreRequest {
  /** Of the client: where its exhibits lie. */
  readonly folder: string;
  /** Those that are shipped, unless a test says otherwise. */
  readonly migrations?: readonly Migration[];
}

/** The store of a client's folder. Opening one makes nothing: it comes to be with what is first put into it. */
export async function openStore({ folder, migrations }: StoreRequest): Promise<Store> {
  const { objects, index } = openStoreFolder(folder);
  return storeOver(openSqlite(index, migrations ?? (await readMigrations())), objects);
}
