import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { type Sha256, sha256 } from '../kernel/sha256.ts';
import type { Content, ObjectStore } from '../model/store.ts';
import { syncFolder } from './save.ts';
import { sweepDrafts } from './snapshots.ts';
import { errno, onDisk } from './trouble.ts';

const CHUNK = 1024 * 1024;
const NAME = /^[0-9a-f]{64}$/;

/** Files under their hash below a folder: `ab/abcdef…`. Written in private, forced to the disk, then named; read-only from then on, and for nobody outside of the owner's group. */
export function openObjects(root: string): ObjectStore {
  let swept = false;
  const placeOf = (hash: Sha256) => join(root, hash.slice(0, 2), hash);
  const damaged = (hash: Sha256) =>
    failure(diagnostic('store-object-damaged', { hash, path: placeOf(hash) }), { exit: 6 });
  const isThere = (hash: Sha256) =>
    stat(placeOf(hash)).then(
      (found) => found.isFile(),
      () => false,
    );
  return {
    put: async (content, known) => {
      if (known !== undefined && (await isThere(known))) {
        // Whoever clears away what nothing names leaves alone what somebody counts on at this moment.
        await touch(placeOf(known));
        return known;
      }
      return onDisk(root, async () => {
        await mkdir(root, { recursive: true });
        if (!swept) await sweepDrafts(root);
        swept = true;
        const hash = await write(root, typeof content === 'function' ? content() : content, placeOf);
        if (known !== undefined && hash !== known) throw damaged(known);
        return hash;
      });
    },
    has: isThere,
    get: async (hash) => {
      const path = placeOf(hash);
      const bytes = await onDisk(path, () => readFile(path).catch((error: unknown) => absent(error, hash, path)));
      if (sha256(bytes) !== hash) throw damaged(hash);
      return bytes;
    },
    open: (hash) => stream(hash, placeOf(hash), damaged),
    list: () => onDisk(root, () => namesIn(root)),
    age: async (hash) => Date.now() - (await onDisk(placeOf(hash), () => stat(placeOf(hash)))).mtimeMs,
    remove: (hash) => onDisk(placeOf(hash), () => rm(placeOf(hash), { force: true })),
  };
}

async function write(root: string, content: Content, placeOf: (hash: Sha256) => string): Promise<Sha256> {
  const draft = join(root, `draft-${randomBytes(8).toString('hex')}`);
  try {
    const hash = await writeDraft(draft, content);
    const target = placeOf(hash);
    await mkdir(join(target, '..'), { recursive: true });
    await rename(draft, target).catch(async (error: unknown) => {
      // Windows gives no name that somebody else has given to the same content meanwhile.
      if (!(await stat(target).catch(() => undefined))) throw error;
    });
    await syncFolder(join(target, '..'));
    return hash;
  } finally {
    await rm(draft, { force: true });
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  // Somebody else's file on a shared drive may refuse; then it only looks older than it is.
  await utimes(path, now, now).catch(() => undefined);
}

async function writeDraft(draft: string, content: Content): Promise<Sha256> {
  const digest = createHash('sha256');
  const handle = await open(draft, 'wx', 0o440);
  try {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      digest.update(chunk);
      await writeAll(handle, chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return digest.digest('hex');
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await handle.write(chunk, at)).bytesWritten;
}

async function* stream(hash: Sha256, path: string, damaged: (hash: Sha256) => Error): AsyncIterable<Uint8Array> {
  const handle = await onDisk(path, () => open(path, 'r').catch((error: unknown) => absent(error, hash, path)));
  try {
    const digest = createHash('sha256');
    for (;;) {
      const buffer = Buffer.allocUnsafe(CHUNK);
      const { bytesRead } = await onDisk(path, () => handle.read(buffer, 0, CHUNK));
      if (bytesRead === 0) break;
      digest.update(buffer.subarray(0, bytesRead));
      yield buffer.subarray(0, bytesRead);
    }
    if (digest.digest('hex') !== hash) throw damaged(hash);
  } finally {
    await handle.close();
  }
}

function absent(error: unknown, hash: Sha256, path: string): never {
  if (errno(error) === 'ENOENT') throw failure(diagnostic('store-object-missing', { hash, path }), { exit: 6 });
  throw error;
}

async function namesIn(root: string): Promise<readonly Sha256[]> {
  const folders = await readdir(root).catch((error: unknown) => {
    if (errno(error) === 'ENOENT') return [];
    throw error;
  });
  const names: string[] = [];
  for (const folder of folders.filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    names.push(...(await readdir(join(root, folder))).filter((name) => NAME.test(name)));
  }
  return names.sort();
}
