import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ENGAGEMENT_FILE } from '../model/engagement.ts';
import { savePackage } from './save.ts';

/** Writes a profile so that it is there whole or not at all, in place of an older one. */
export async function saveMapping(folder: string, name: string, text: string): Promise<string> {
  const path = join(folder, `${name}.yaml`);
  await savePackage({ bytes: Buffer.from(text), path, replace: 'anything', check: async () => true });
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
