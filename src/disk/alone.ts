import { mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errno, onDisk } from './trouble.ts';

/** Of a run that was killed while it held the name: nobody holds it for so long. */
const ABANDONED_MS = 30_000;

/** Does what only one may do at a time, of all programs that see the folder; undefined where somebody else is at it. */
export async function whileAlone<T>(lock: string, work: () => Promise<T>): Promise<T | undefined> {
  await onDisk(lock, () => mkdir(dirname(lock), { recursive: true }));
  if (!(await onDisk(lock, () => taken(lock)))) return undefined;
  try {
    return await work();
  } finally {
    await rmdir(lock).catch(() => undefined);
  }
}

/** A folder of a name is made once, also on a network drive. */
async function taken(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if (errno(error) !== 'EEXIST') throw error;
    const found = await stat(lock).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs < ABANDONED_MS) return false;
    await rmdir(lock).catch(() => undefined);
    return mkdir(lock).then(
      () => true,
      () => false,
    );
  }
}
