import { clientOf, hasStore } from '../disk/index.ts';
import type { Findings } from '../model/findings.ts';
import type { PackagePlan } from '../model/package.ts';
import type { Recorded } from '../model/store.ts';
import type { Asked } from '../store/index.ts';

/** Puts each package of a run, and what it was made of, into the client's store. */
export interface Keeping {
  keep(plan: PackagePlan, bytes: Uint8Array): Promise<Recorded['outcome']>;
  close(): Promise<void>;
}

/** `where-kept`: a folder that has a store keeps each build, so that none is forgotten. */
export type WhatToKeep = 'always' | 'where-kept' | 'never';

export async function openKeeping(
  what: WhatToKeep,
  asked: Asked & { readonly folder: string; readonly findings: Findings },
): Promise<Keeping | undefined> {
  const { folder, findings } = asked;
  if (what === 'never' || (what === 'where-kept' && !(await hasStore(folder)))) return undefined;
  const { keepBuild, openStore, writeRecipe } = await import('../store/index.ts');
  const store = await openStore({ folder });
  const written = writeRecipe(asked);
  const client = clientOf(folder);
  return {
    keep: async (plan, bytes) => {
      const recordedAt = new Date().toISOString();
      return (await keepBuild(store, { client, written, findings, plan, bytes, recordedAt })).outcome;
    },
    close: () => store.close(),
  };
}
