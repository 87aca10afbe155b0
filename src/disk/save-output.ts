import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { savePackage } from './save.ts';
import { onDisk } from './trouble.ts';

/** A single document or table: complete or not at all, and never in the place of a file that stands there, unless that is wanted. */
export async function saveOutput(path: string, bytes: Uint8Array, { replace }: { replace: boolean }): Promise<void> {
  const taken = await onDisk(path, () =>
    stat(resolve(path)).then(
      () => true,
      () => false,
    ),
  );
  if (taken && !replace) throw failure(diagnostic('output-name-taken', { path }));
  await savePackage({ bytes, path, replace: 'anything', check: async () => true });
}
