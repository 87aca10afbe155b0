import { mkdir, readFile, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { giveOnce } from './save.ts';
import { engagementAbove } from './save-mapping.ts';
import { errno, onDisk } from './trouble.ts';

/** A small text that the command line names: a key, a list of signers. */
export async function readSmallText(path: string): Promise<string> {
  return onDisk(path, () => readFile(path, 'utf8'));
}

/** A secret key inside an engagement folder would be handed over with the exhibits. */
export async function refuseAmongExhibits(path: string): Promise<void> {
  const folder = await onDisk(path, async () => (await engagementAbove(path)) ?? engagementAbove(await reallyAt(path)));
  if (folder !== undefined) throw failure(diagnostic('key-among-exhibits', { path, folder }));
}

/** Where a file lies, or would lie, whatever links lead there. */
async function reallyAt(path: string): Promise<string> {
  const whole = resolve(path);
  try {
    return await realpath(whole);
  } catch (error) {
    if (errno(error) !== 'ENOENT' || dirname(whole) === whole) return whole;
    return join(await reallyAt(dirname(whole)), basename(whole));
  }
}

/** Writes both halves, the secret one for its owner's eyes only; neither ever in the place of another file. */
export async function saveKey(path: string, { secret, line }: { secret: string; line: string }): Promise<void> {
  await refuseAmongExhibits(path);
  await onDisk(path, () => mkdir(dirname(resolve(path)), { recursive: true }));
  await writeOnce(path, { text: secret, mode: 0o600 });
  await writeOnce(`${path}.pub`, { text: `${line}\n`, mode: 0o644 }).catch(async (error: unknown) => {
    await rm(path, { force: true });
    throw error;
  });
}

/** Whole or not at all, and never over a file that is there. */
async function writeOnce(path: string, { text, mode }: { text: string; mode: number }): Promise<void> {
  const [folder, name] = [dirname(resolve(path)), basename(path)];
  const given = await onDisk(path, () => giveOnce(Buffer.from(text), { folder, name, mode }));
  if (!given) throw failure(diagnostic('key-exists', { path }));
}
