import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, type Dirent, openAsBlob } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Sha256 } from '../kernel/sha256.ts';
import { savePackage } from './save.ts';
import { OWN } from './scratch.ts';
import { errno, onDisk } from './trouble.ts';

/** Of a file here: whether it is still the copy that it was. */
export interface CopyState {
  readonly size: number;
  readonly mtimeMs: number;
}

/** A folder, and those above it. */
export async function makeFolder(folder: string): Promise<void> {
  await onDisk(folder, () => mkdir(folder, { recursive: true, mode: OWN }));
}

/** Every file below, or those of the folder itself alone, by its path with `/`; nothing where there is no folder. */
export async function filesBelow(folder: string, level: 'this' | 'all'): Promise<ReadonlyMap<string, CopyState>> {
  const found = new Map<string, CopyState>();
  await onDisk(folder, () => walk({ folder, inside: '', level }, found));
  return found;
}

interface Walk {
  readonly folder: string;
  readonly inside: string;
  readonly level: 'this' | 'all';
}

async function walk({ folder, inside, level }: Walk, found: Map<string, CopyState>): Promise<void> {
  for (const entry of await entriesIn(folder)) {
    const [path, absolute] = [`${inside}${entry.name}`, join(folder, entry.name)];
    if (!entry.isDirectory()) found.set(path, stateFrom(await stat(absolute)));
    else if (level === 'all') await walk({ folder: absolute, inside: `${path}/`, level }, found);
  }
}

/** Names of the folders in it. */
export async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await onDisk(folder, () => entriesIn(folder));
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function entriesIn(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (errno(error) === 'ENOENT') return [];
    throw error;
  });
}

export async function copyState(path: string): Promise<CopyState | undefined> {
  return stat(path).then(stateFrom, () => undefined);
}

function stateFrom({ size, mtimeMs }: CopyState): CopyState {
  return { size, mtimeMs };
}

export interface Copy {
  readonly path: string;
  /** A folder on the same disk for what is not whole yet. */
  readonly drafts: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** How long it is said to be. */
  readonly size: number | undefined;
}

/** Writes what streams in, whole under its name or not at all; undefined where it is not as long as it was said to be. */
export async function writeCopy({ path, drafts, bytes, size }: Copy): Promise<CopyState | undefined> {
  return onDisk(path, async () => {
    for (const folder of [drafts, dirname(path)]) await mkdir(folder, { recursive: true, mode: OWN });
    const draft = join(drafts, randomBytes(8).toString('hex'));
    try {
      const handle = await open(draft, 'wx', 0o600);
      try {
        for await (const chunk of bytes) await handle.writeFile(chunk);
      } finally {
        await handle.close();
      }
      const { size: written, mtimeMs } = await stat(draft);
      if (size !== undefined && written !== size) return undefined;
      await rename(draft, path);
      return { size: written, mtimeMs };
    } finally {
      await rm(draft, { force: true });
    }
  });
}

/** Takes files away, and folders that are empty then. */
export async function removeCopies(folder: string, paths: Iterable<string>): Promise<void> {
  for (const path of paths) {
    await onDisk(path, () => rm(join(folder, path), { recursive: true, force: true }));
    for (let above = dirname(path); above !== '.'; above = dirname(above)) {
      const left = await rmdir(join(folder, above)).then(
        () => false,
        () => true,
      );
      if (left) break;
    }
  }
}

/** A file as it can be sent. */
export interface FileContent {
  readonly size: number;
  readonly sha256: Sha256;
  /** Read while it is sent; Node 20 takes a file of more than 4 GB for a shorter one. */
  readonly bytes: Blob;
  /** From a byte up to another one, held in memory. */
  part(from: number, to: number): Promise<Blob>;
}

/** Undefined where there is none. */
export async function contentOf(path: string): Promise<FileContent | undefined> {
  return onDisk(path, async () => {
    if (!(await isFile(path))) return undefined;
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk);
      size += chunk.length;
    }
    return { size, sha256: hash.digest('hex'), bytes: await openAsBlob(path), part: partOf(path) };
  });
}

function partOf(path: string): FileContent['part'] {
  return (from, to) =>
    onDisk(path, async () => {
      const chunks: Buffer[] = [];
      // The last byte is one that is read.
      for await (const chunk of createReadStream(path, { start: from, end: to - 1 })) chunks.push(chunk);
      return new Blob(chunks);
    });
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** What a file of ours says; nothing where it is not there or broken: it is only remembered. */
export async function recall(path: string): Promise<unknown> {
  return readFile(path, 'utf8').then(
    (text) => parsed(text),
    () => undefined,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export async function remember(path: string, value: unknown): Promise<void> {
  await savePackage({
    bytes: Buffer.from(`${JSON.stringify(value)}\n`),
    path,
    replace: 'anything',
    mode: 0o600,
    check: async () => true,
  });
}
