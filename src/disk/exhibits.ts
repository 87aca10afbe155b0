import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { bearsSeal, SEAL_LENGTH } from '../kernel/seal.ts';
import type { Engagement } from '../model/engagement.ts';
import type { Exhibit } from '../model/exhibit.ts';
import type { SkippedFile } from '../model/package.ts';
import { readRegisters } from './ground.ts';
import { leftNotes } from './left.ts';
import { type Listed, listFolder } from './listing.ts';
import { isProfilePath } from './mappings.ts';
import { errno } from './trouble.ts';

export interface FolderExhibits {
  /** Sorted by path. */
  readonly exhibits: readonly Exhibit[];
  /** What lies in the folder and is no exhibit, each with its reason. */
  readonly skipped: readonly SkippedFile[];
  readonly notes: readonly Diagnostic[];
}

const CHUNK = 1024 * 1024;

/** Every file of the folder as an exhibit, hashed once while streaming; nothing is held in memory. */
export async function readExhibits(folder: string, engagement: Engagement): Promise<FolderExhibits> {
  const listing = await listFolder(folder);
  const used = filesOfTheRequest(engagement);
  const exhibits: Exhibit[] = [];
  const left = await leftNotes(folder);
  const notes: Diagnostic[] = [
    ...listing.unopened.map(({ path, reason }) => diagnostic('file-not-opened', { path, reason }, { path })),
    ...left,
  ];
  const empty = await registersAsWritten(engagement);
  const unfilled: string[] = [];
  for (const file of listing.files.filter(({ path }) => !used.has(path) && !isProfilePath(path, engagement.mappings))) {
    const read = await readExhibit(file);
    if ('code' in read) notes.push(read);
    else if (empty(read)) unfilled.push(read.path);
    else exhibits.push(read);
  }
  if (unfilled.length > 0) notes.push(diagnostic('registers-unfilled', { paths: unfilled }));
  const untouched = unfilled.map((path) => ({ path, reason: 'register-unfilled' as const }));
  const passedOver = [...listing.skipped, ...untouched].map(({ path, reason }) => ({
    path,
    reason: diagnostic('file-skipped', { reason }).message,
  }));
  const unopened = notes
    .filter(({ code }) => code === 'file-not-opened' || code === 'bucket-object-left')
    .map((note) => ({ path: note.place?.path ?? '', reason: note.message }));
  return { exhibits, skipped: [...passedOver, ...unopened], notes };
}

/** Whether an exhibit is a register as `init` wrote it: a form, not evidence. One that the engagement names by its path is what it says. */
async function registersAsWritten({ populations, exhibits }: Engagement): Promise<(exhibit: Exhibit) => boolean> {
  const texts = Object.values(await readRegisters());
  const forms = new Set(texts.map((text) => createHash('sha256').update(text).digest('hex')));
  const named = new Set([...Object.keys(exhibits), ...Object.values(populations)]);
  return ({ id, path }) => forms.has(id) && !named.has(path);
}

/** Files that the engagement uses for itself: they prove nothing about the client. */
function filesOfTheRequest(engagement: Engagement): ReadonlySet<string> {
  const texts = engagement.frameworks.flatMap((entry) => (typeof entry === 'string' ? [] : (entry.text ?? [])));
  return new Set(
    [engagement.brand.logo, engagement.brand.from, ...fontFiles(engagement.brand.fonts), ...texts].filter(
      (path) => path !== undefined,
    ),
  );
}

/** One file alone, under the name that it was asked for by. */
export async function readOneExhibit(path: string): Promise<Exhibit> {
  const read = await readExhibit({ path, absolute: path });
  if ('code' in read) throw failure(read);
  return read;
}

async function readExhibit({ path, absolute }: Listed): Promise<Exhibit | Diagnostic> {
  try {
    const handle = await open(absolute, 'r');
    try {
      const before = await handle.stat();
      if (await isPackage(handle, before.size)) return diagnostic('package-skipped', { path }, { path });
      const { id, size } = await hash(handle);
      const stamp = { size, mtimeMs: before.mtimeMs };
      if (before.size !== size) throw failure(diagnostic('exhibit-changed', { path }, { path }), { exit: 6 });
      return { id, path, size, open: () => stream({ path, absolute }, stamp) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = errno(error);
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
    return diagnostic('file-not-opened', { path, reason: code }, { path });
  }
}

async function isPackage(handle: FileHandle, size: number): Promise<boolean> {
  if (size < SEAL_LENGTH) return false;
  const tail = Buffer.alloc(SEAL_LENGTH);
  await handle.read(tail, 0, SEAL_LENGTH, size - SEAL_LENGTH);
  return bearsSeal(tail);
}

async function hash(handle: FileHandle): Promise<{ id: string; size: number }> {
  const digest = createHash('sha256');
  const buffer = Buffer.alloc(CHUNK);
  let size = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, CHUNK, size);
    if (bytesRead === 0) return { id: digest.digest('hex'), size };
    digest.update(buffer.subarray(0, bytesRead));
    size += bytesRead;
  }
}

/** A file that changed since it was hashed is not the exhibit any more; nothing may be said about it. */
async function* stream(
  { path, absolute }: Listed,
  stamp: { readonly size: number; readonly mtimeMs: number },
): AsyncIterable<Uint8Array> {
  const handle = await open(absolute, 'r');
  try {
    const now = await handle.stat();
    if (now.size !== stamp.size || now.mtimeMs !== stamp.mtimeMs) {
      throw failure(diagnostic('exhibit-changed', { path }, { path }), { exit: 6 });
    }
    for (let at = 0; at < stamp.size; ) {
      // A buffer of its own for each chunk: readers keep parts of it.
      const buffer = Buffer.allocUnsafe(Math.min(CHUNK, stamp.size - at));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) throw failure(diagnostic('exhibit-changed', { path }, { path }), { exit: 6 });
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

function fontFiles({
  text,
  further = [],
}: NonNullable<Engagement['brand']['fonts']> = {}): readonly (string | undefined)[] {
  return [...(text ? [text] : []), ...further].flatMap(({ regular, bold, italic }) => [regular, bold, italic]);
}
