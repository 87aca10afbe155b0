import { rmSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { errno, onDisk } from './trouble.ts';
import { isOfDeadRun, sweep, unfinishedName } from './unfinished.ts';

/** A folder for copies of what lies elsewhere; nobody but its owner may look into it. */
export interface Scratch {
  readonly folder: string;
  /** Takes it away, unless it was to be kept. Also done when the process ends. */
  close(): void;
}

/** For its owner alone: copies are evidence. */
export const OWN = 0o700;
const USED_BY = 'in-use-by';

/** A folder that is gone afterwards; or, where somebody names one that is to be kept, a place in it that no other run uses. */
export async function openScratch(kept: string | undefined): Promise<Scratch> {
  if (kept !== undefined) return onDisk(kept, () => keptIn(resolve(kept)));
  const folder = join(tmpdir(), unfinishedName(process.pid));
  return onDisk(folder, async () => {
    await mkdir(folder, { mode: OWN });
    // What killed runs left there is evidence of others.
    await sweep(tmpdir(), folder);
    return { folder, close: closingOnce(folder) };
  });
}

function closingOnce(path: string): () => void {
  if (!listening) process.once('exit', removeAll);
  listening = true;
  toRemove.add(path);
  return () => {
    rmSync(path, { recursive: true, force: true });
    toRemove.delete(path);
  };
}

const toRemove = new Set<string>();
let listening = false;
function removeAll(): void {
  for (const path of toRemove) rmSync(path, { recursive: true, force: true });
}

async function keptIn(root: string): Promise<Scratch> {
  for (let number = 1; ; number += 1) {
    const folder = join(root, String(number));
    await mkdir(folder, { recursive: true, mode: OWN });
    const mark = join(folder, USED_BY);
    if (await taken(mark)) continue;
    return { folder, close: closingOnce(mark) };
  }
}

/** A folder is made by one of several at once; the one inside tells which run has it. */
async function taken(mark: string): Promise<boolean> {
  const made = await mkdir(mark).then(
    () => true,
    (error: unknown) => {
      if (errno(error) === 'EEXIST') return false;
      throw error;
    },
  );
  if (made) {
    await mkdir(join(mark, unfinishedName(process.pid)));
    return false;
  }
  const [owner] = await readdir(mark).catch(() => []);
  if (owner === undefined || !isOfDeadRun(owner)) return true;
  // Two that find it dead at once: the one that takes the name away has it.
  const gone = await rename(mark, `${mark}-${unfinishedName(process.pid)}`).then(
    () => true,
    () => false,
  );
  await rm(`${mark}-${unfinishedName(process.pid)}`, { recursive: true, force: true });
  return gone ? taken(mark) : true;
}
