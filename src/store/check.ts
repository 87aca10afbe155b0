import { z } from 'zod';
import { ProofpackError } from '../kernel/failure.ts';
import type { StandingBuild, Store } from '../model/store.ts';
import { storedJson } from './stored-json.ts';

/** What a store holds, held against what its builds need. */
export interface StoreCheck {
  readonly builds: number;
  readonly objects: number;
  /** Hashed again and not what their names say. */
  readonly damaged: readonly string[];
  /** Of builds that cannot be made again. */
  readonly missing: readonly { readonly sha256: string; readonly builds: readonly StandingBuild[] }[];
  /** Named by no build: what a build that was killed left behind, or whose record is gone. */
  readonly orphans: readonly string[];
  /** Those of them that were taken away. */
  readonly pruned: readonly string[];
}

/** A build that is running has stored files that nothing names yet. */
const SETTLED_MS = 24 * 60 * 60 * 1000;

/** Every file hashed again, every build's files looked for. Nothing is taken away unless `prune`, and then only orphans a day old. */
export async function checkStore(
  store: Store,
  builds: readonly StandingBuild[],
  { prune, onStep }: { readonly prune: boolean; readonly onStep?: (done: number, of: number) => void },
): Promise<StoreCheck> {
  const hashes = await store.list();
  const damaged: string[] = [];
  for (const [at, hash] of hashes.entries()) {
    if (!(await isWhole(store, hash))) damaged.push(hash);
    onStep?.(at + 1, hashes.length);
  }
  const broken = new Set(damaged);
  const there = new Set(hashes.filter((hash) => !broken.has(hash)));
  const named = await namedBy(store, builds, there);
  const orphans = hashes.filter((hash) => !named.has(hash));
  const missing = [...named].filter(([hash]) => !there.has(hash)).map(([hash, by]) => ({ sha256: hash, builds: by }));
  // Of a recipe that cannot be read nobody knows what it names.
  const readable = builds.every(({ key }) => there.has(key));
  const pruned = prune && readable ? await removeSettled(store, orphans) : [];
  return { builds: builds.length, objects: hashes.length, damaged, missing, orphans, pruned };
}

async function isWhole(store: Store, hash: string): Promise<boolean> {
  try {
    for await (const _ of store.open(hash));
    return true;
  } catch (error) {
    if (error instanceof ProofpackError && error.code === 'store-object-damaged') return false;
    throw error;
  }
}

/** As much of a recipe of any version. */
const Named = z.object({ inputs: z.array(z.object({ sha256: z.string() })) });

async function namedBy(
  store: Store,
  builds: readonly StandingBuild[],
  there: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly StandingBuild[]>> {
  const named = new Map<string, StandingBuild[]>();
  for (const build of builds) {
    const recipe = there.has(build.key) ? await store.get(build.key) : undefined;
    const inputs = recipe ? storedJson(Named, recipe, `the recipe of ${build.package.name}`).inputs : [];
    const all = [
      build.key,
      build.findings,
      ...build.proofs.map((each) => each.sha256),
      ...inputs.map((each) => each.sha256),
    ];
    for (const hash of new Set(all)) {
      const known = named.get(hash);
      if (known) known.push(build);
      else named.set(hash, [build]);
    }
  }
  return named;
}

async function removeSettled(store: Store, orphans: readonly string[]): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const hash of orphans) {
    if ((await store.age(hash)) < SETTLED_MS) continue;
    await store.remove(hash);
    removed.push(hash);
  }
  return removed;
}
