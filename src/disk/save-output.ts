import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { type Sha256, sha256 } from '../kernel/sha256.ts';
import { savePackage } from './save.ts';
import { errno, onDisk } from './trouble.ts';

/** A single document or table: complete or not at all, and never in the place of a file that stands there, unless that is wanted. */
export async function saveOutput(path: string, bytes: Uint8Array, { replace }: { replace: boolean }): Promise<void> {
  await refuseTaken([path], { replace });
  await savePackage({ bytes, path, replace: 'anything', check: async () => true });
}

/** For whoever writes several, before the first is written: one name that is taken stops them all. */
export async function refuseTaken(paths: readonly string[], { replace }: { replace: boolean }): Promise<void> {
  for (const path of paths)
    if (!replace && (await isTaken(path))) throw failure(diagnostic('output-name-taken', { path }));
}

/** Whether anything stands under a name. */
export function isTaken(path: string): Promise<boolean> {
  return stat(resolve(path)).then(
    () => true,
    () => false,
  );
}

/** The same for what a run of ours wrote before and writes anew: in the place of that, and not of what somebody made of it since. */
export async function saveUnlessChanged(
  path: string,
  bytes: Uint8Array,
  { ours }: { readonly ours: readonly Sha256[] },
): Promise<void> {
  const stands = await onDisk(path, () =>
    readFile(resolve(path)).then(sha256, (error: unknown) => {
      if (errno(error) === 'ENOENT') return undefined;
      throw error;
    }),
  );
  if (stands === sha256(bytes)) return;
  await saveOutput(path, bytes, { replace: stands !== undefined && ours.includes(stands) });
}
