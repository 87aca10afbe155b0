import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { giveOnce } from './save.ts';
import { onDisk } from './trouble.ts';

/** Writes files that are not there yet, each whole or not at all, and leaves alone those that are; says which were which. */
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
  return giveOnce(Buffer.from(text), { folder: dirname(target), name: basename(target), mode: 0o666 });
}
