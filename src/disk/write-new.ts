import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errno, onDisk } from './trouble.ts';

/** Writes files that are not there yet and leaves alone those that are; says which were which. */
export async function writeNewFiles(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<{ readonly written: readonly string[]; readonly kept: readonly string[] }> {
  const written: string[] = [];
  const kept: string[] = [];
  for (const { path, text } of files) {
    const target = join(folder, path);
    const made = await onDisk(target, () => writeNew(target, text));
    (made ? written : kept).push(path);
  }
  return { written, kept };
}

async function writeNew(target: string, text: string): Promise<boolean> {
  await mkdir(dirname(target), { recursive: true });
  try {
    const handle = await open(target, 'wx');
    await handle.writeFile(text).finally(() => handle.close());
    return true;
  } catch (error) {
    if (errno(error) === 'EEXIST') return false;
    throw error;
  }
}
