import { readFile, stat } from 'node:fs/promises';
import { onDisk } from './trouble.ts';

/** A package as bytes, for whoever verifies or compares it. */
export async function readPackage(path: string): Promise<Uint8Array> {
  return onDisk(path, () => readFile(path));
}

export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
