import { clientOf, type Entry, hasStore } from '../disk/index.ts';
import type { StandingBuild, Store } from '../model/store.ts';
import { type Choice, chooseBuild } from './choose.ts';
import { indexOf, openStore } from './open.ts';

/** Works with the store of a folder, which is closed afterwards. A folder without one has no builds. */
export async function withStore<T>(
  folder: string,
  work: (store: Store, builds: readonly StandingBuild[]) => Promise<T>,
): Promise<T> {
  const index = await indexOf(folder);
  const store = await openStore({ folder, index });
  const isThere = index !== undefined || (await hasStore(folder));
  try {
    return await work(store, isThere ? await store.builds(clientOf(folder)) : []);
  } finally {
    await store.close();
  }
}

/** The build that is meant, with its store. */
export async function withEntry<T>(
  { folder, word }: Entry,
  choice: Omit<Choice, 'word' | 'folder'>,
  work: (store: Store, build: StandingBuild | undefined) => Promise<T>,
): Promise<T> {
  return withStore(folder, (store, builds) => work(store, chooseBuild(builds, { ...choice, word, folder })));
}
