import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ENGAGEMENT_FILE } from '../model/engagement.ts';
import { onDisk } from './trouble.ts';

/** Writes a profile so that it is there whole or not at all, in place of an older one. */
export async function saveMapping(folder: string, name: string, text: string): Promise<string> {
  const path = join(folder, `${name}.yaml`);
  await onDisk(path, async () => {
    await mkdir(folder, { recursive: true });
    const unfinished = join(folder, `.proofpack-${process.pid}-0`);
    try {
      const handle = await open(unfinished, 'w', 0o644);
      await handle
        .writeFile(text)
        .then(() => handle.sync())
        .finally(() => handle.close());
      await rename(unfinished, path);
    } finally {
      await rm(unfinished, { force: true });
    }
  });
  return path;
}

export async function isEngagement(folder: string): Promise<boolean> {
  return access(join(folder, ENGAGEMENT_FILE)).then(
    () => true,
    () => false,
  );
}

/** The nearest folder above a file that holds an engagement. */
export async function engagementAbove(path: string): Promise<string | undefined> {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (await isEngagement(folder)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
