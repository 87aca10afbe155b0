import { clientOf, hasStore, storeOfEnvironment, storeSaid } from '../disk/index.ts';
import type { Sha256 } from '../kernel/sha256.ts';
import type { Findings } from '../model/findings.ts';
import type { PackagePlan } from '../model/package.ts';
import type { Recorded } from '../model/store.ts';
import type { Asked } from '../store/index.ts';

/** `already`: a package of the same inputs stood there before, which can be another one: of a time that somebody witnessed anew, say. */
export interface Kept {
  readonly outcome: Recorded['outcome'];
  /** SHA-256 of the package that stands. */
  readonly stands: Sha256;
}

/** Puts each package of a run, and what it was made of, into the client's store. */
export interface Keeping {
  keep(plan: PackagePlan, bytes: Uint8Array): Promise<Kept>;
  close(): Promise<void>;
}

/** `where-kept`: a folder that has a store, or a portfolio that says so, keeps each build, so that none is forgotten. */
export type WhatToKeep = 'always' | 'where-kept' | 'never';

export async function openKeeping(
  what: WhatToKeep,
  asked: Asked & { readonly folder: string; readonly findings: Findings },
): Promise<Keeping | undefined> {
  const { folder, findings, pdfKey } = asked;
  if (what === 'never' || (what === 'where-kept' && !(await isKept(folder)))) return undefined;
  const { keepBuild, openStoreOf, writeRecipe } = await import('../store/index.ts');
  const store = await openStoreOf(folder);
  const written = writeRecipe(asked);
  const client = clientOf(folder);
  return {
    keep: async (plan, bytes) => {
      const recordedAt = new Date().toISOString();
      const { outcome, build } = await keepBuild(store, { client, written, findings, plan, bytes, pdfKey, recordedAt });
      return { outcome, stands: build.package.sha256 };
    },
    close: () => store.close(),
  };
}

/** Whether builds of a folder are kept without being asked to. */
export async function isKept(folder: string): Promise<boolean> {
  if (storeOfEnvironment() !== undefined) return true;
  const said = await storeSaid(folder);
  return said === undefined ? hasStore(folder) : said !== false;
}
