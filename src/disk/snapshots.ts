import { randomBytes } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syncFolder } from './save.ts';
import { errno, onDisk } from './trouble.ts';

/** A file that is never changed in place: each change is a whole new one, `000042/<name>`, and the highest number goes. */
export interface Snapshots {
  /** 0 where there is none. */
  latest(): Promise<number>;
  pathOf(generation: number): string;
  /** Works on a private copy of the newest one, or on a path where nothing is yet; the copy is gone afterwards. */
  reading<T>(work: (path: string, generation: number) => Promise<T>): Promise<T>;
  /** The same, and what `work` left behind is published as the next one if it is to be kept. */
  changing<T>(
    work: (path: string, generation: number) => Promise<{ readonly keep: boolean; readonly value: T }>,
  ): Promise<{ readonly value: T; readonly state: ChangeState }>;
}

/**
 * `kept-as-is`: there was nothing to publish. `published`: it is the newest one. `overtaken`: it was given its number, and there are higher
 * ones by now; whether they were made from it, only they can tell. `too-late`: somebody else has the number.
 */
export type ChangeState = 'kept-as-is' | 'published' | 'overtaken' | 'too-late';

/** So many stay: for whoever is still reading, and in case that the newest one is damaged. */
const KEPT = 3;
/** Drafts of a run that was killed. Nobody writes one for so long. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;
const DRAFT = /^(draft|gone)-[0-9a-f]+$/;
const TAKEN: ReadonlySet<string> = new Set(['ENOTEMPTY', 'EEXIST']);
/** What Windows says of a name that is taken, and of much else. */
const PERHAPS_TAKEN: ReadonlySet<string> = new Set(['EPERM', 'EACCES']);

export function openSnapshots(root: string, name: string): Snapshots {
  const folderOf = (generation: number) => join(root, String(generation).padStart(6, '0'));
  const pathOf = (generation: number) => join(folderOf(generation), name);
  const latest = () => onDisk(root, async () => (await generationsIn(root)).at(-1) ?? 0);

  const copyLatest = async (folder: string): Promise<number> => {
    for (;;) {
      const generation = await latest();
      if (generation === 0) return 0;
      try {
        await copyFile(pathOf(generation), join(folder, name));
        // The copy would be as read-only as what it was made from.
        await chmod(join(folder, name), 0o600);
        return generation;
      } catch (error) {
        // It was superseded and taken away between the two looks.
        if (errno(error) !== 'ENOENT' || (await latest()) === generation) throw error;
      }
    }
  };

  const reading: Snapshots['reading'] = async (work) => {
    const folder = await onDisk(tmpdir(), () => mkdtemp(join(tmpdir(), 'proofpack-store-')));
    try {
      const generation = await onDisk(root, () => copyLatest(folder));
      return await work(join(folder, name), generation);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  const changing: Snapshots['changing'] = async (work) => {
    const draft = join(root, `draft-${randomBytes(8).toString('hex')}`);
    try {
      const generation = await onDisk(root, async () => {
        await mkdir(draft, { recursive: true });
        return copyLatest(draft);
      });
      const { keep, value } = await work(join(draft, name), generation);
      if (!keep) return { value, state: 'kept-as-is' };
      const next = generation + 1;
      const state = await onDisk(root, async () => {
        await forceToDisk(join(draft, name));
        if (!(await giveName(draft, folderOf(next)))) return 'too-late';
        await syncFolder(root);
        await removeOld(root, next - KEPT, folderOf);
        // The highest number is never taken away: a number that somebody took away has a higher one above it.
        return (await latest()) === next ? 'published' : 'overtaken';
      });
      return { value, state };
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  };
  return { latest, pathOf, reading, changing };
}

/** A folder's name can be given once: where another folder that holds something has it, every system refuses. */
async function giveName(draft: string, target: string): Promise<boolean> {
  try {
    await rename(draft, target);
    return true;
  } catch (error) {
    const code = errno(error) ?? '';
    if (TAKEN.has(code)) return false;
    if (PERHAPS_TAKEN.has(code) && (await stat(target).catch(() => undefined))) return false;
    throw error;
  }
}

async function removeOld(root: string, upTo: number, folderOf: (generation: number) => string): Promise<void> {
  for (const old of (await generationsIn(root)).filter((generation) => generation <= upTo)) {
    const gone = join(root, `gone-${randomBytes(8).toString('hex')}`);
    await rename(folderOf(old), gone).catch(() => undefined);
    await rm(gone, { recursive: true, force: true });
  }
  await sweepDrafts(root);
}

/** Takes away what runs left behind that were killed long ago; whether a younger one lives cannot be told from another machine. */
export async function sweepDrafts(root: string): Promise<void> {
  for (const name of (await readdir(root)).filter((each) => DRAFT.test(each))) {
    const path = join(root, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(path, { recursive: true, force: true });
  }
}

async function generationsIn(root: string): Promise<readonly number[]> {
  const names = await readdir(root).catch((error: unknown) => {
    if (errno(error) === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => /^\d{6,}$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

async function forceToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.chmod(0o440);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
