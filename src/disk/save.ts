import { rmSync } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { bearsSeal } from '../kernel/seal.ts';
import { sha256 } from '../kernel/sha256.ts';
import { errno, onDisk } from './trouble.ts';
import { sweep, unfinishedName } from './unfinished.ts';

export interface SaveRequest {
  readonly bytes: Uint8Array;
  readonly path: string;
  /** Whether a file that is no package of ours may be replaced. */
  readonly replace: 'packages' | 'anything';
  /** Who may read it; everybody, unless it is told. */
  readonly mode?: number;
  /** Judges what the disk gives back, before the name is given. */
  readonly check: (bytes: Uint8Array) => Promise<boolean>;
}

const unfinished = new Set<string>();

/**
 * Complete or not at all: written into a private folder beside the target, forced to the disk, read back, verified, and only then
 * given its name. What stood there before stays until that moment.
 */
export async function savePackage({ bytes, path, replace, mode = 0o644, check }: SaveRequest): Promise<void> {
  const target = resolve(path);
  await onDisk(path, async () => {
    if (replace === 'packages') await refuseForeign(target, path);
    await mkdir(dirname(target), { recursive: true });
    await inPrivate(dirname(target), async (folder) => {
      const draft = join(folder, basename(target));
      await writeWhole(draft, bytes, mode);
      const back = await readFile(draft);
      if (back.length !== bytes.length || sha256(back) !== sha256(bytes) || !(await check(back))) {
        throw failure(diagnostic('package-damaged-on-disk', { path }), { exit: 6 });
      }
      await rename(draft, target);
      await syncFolder(dirname(target));
    });
  });
}

/** Written in whole, and then named, unless the name is taken by then: whoever came first keeps it. True when the name was given. */
export async function giveOnce(
  bytes: Uint8Array,
  { folder, name, mode }: { readonly folder: string; readonly name: string; readonly mode: number },
): Promise<boolean> {
  return inPrivate(folder, async (own) => {
    const draft = join(own, name);
    await writeWhole(draft, bytes, mode);
    const target = join(folder, name);
    try {
      await link(draft, target);
    } catch (error) {
      if (errno(error) === 'EEXIST') return false;
      // Some systems know no second name for a file (FAT, many network shares). Theirs can be half written for a moment.
      if (!LINKLESS.has(errno(error) ?? '')) throw error;
      const given = await writeWhole(target, bytes, mode).then(
        () => true,
        (again: unknown) => {
          if (errno(again) !== 'EEXIST') throw again;
          return false;
        },
      );
      if (!given) return false;
    }
    await syncFolder(folder);
    return true;
  });
}

const LINKLESS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

async function inPrivate<T>(beside: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(beside, unfinishedName(process.pid));
  await mkdir(folder);
  unfinished.add(folder);
  try {
    await sweep(beside, folder);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    unfinished.delete(folder);
  }
}

/** For whoever is interrupted: removes what was begun, at once. */
export function discardUnfinished(): void {
  for (const folder of unfinished) rmSync(folder, { recursive: true, force: true });
  unfinished.clear();
}

async function refuseForeign(target: string, path: string): Promise<void> {
  const taken = await stat(target).catch(() => undefined);
  if (!taken) return;
  const ours = taken.isFile() && taken.size > 0 && bearsSeal(await lastBytes(target, taken.size));
  if (!ours) throw failure(diagnostic('package-name-taken', { path }));
}

async function lastBytes(path: string, size: number): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const length = Math.min(size, 256);
    const tail = Buffer.alloc(length);
    await handle.read(tail, 0, length, size - length);
    return tail;
  } finally {
    await handle.close();
  }
}

async function writeWhole(path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const handle = await open(path, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Some systems cannot force a folder to the disk; the file itself is there already. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
