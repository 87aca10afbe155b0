import { readFile } from 'node:fs/promises';
import { errno, onDisk } from './trouble.ts';

/** Undefined where there is no such file; `called` is what an error calls it. */
export async function textIfThere(path: string, called = path): Promise<string | undefined> {
  return onDisk(called, () =>
    readFile(path, 'utf8').catch((error: unknown) => {
      if (errno(error) === 'ENOENT' || errno(error) === 'ENOTDIR') return undefined;
      throw error;
    }),
  );
}
