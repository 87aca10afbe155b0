import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { startNaming } from './entry-name.ts';
import type { Limits } from './limits.ts';
import type { Allowance, ArchivedFile } from './packed.ts';
import { Refused, Unreadable } from './trouble.ts';
import { directoryOf } from './zip-directory.ts';
import { checkEntry, checkLocalHeader, contentOfEntry, entryName } from './zip-entry.ts';
import { checkTiling, type Located } from './zip-tiling.ts';

/** Word, Excel and their like are archives inside; they are documents to us. */
export function isOfficeDocument(files: readonly ArchivedFile[]): boolean {
  return files.some(
    ({ name }) => name === '[Content_Types].xml' || name === 'mimetype' || name === 'META-INF/MANIFEST.MF',
  );
}

/**
 * The files of a ZIP. yauzl reads its structure; everything that would let two programs see two archives in it is refused here, which yauzl
 * leaves to its caller: every byte belongs to one entry, to the directory or to its one end, and each entry is described twice alike.
 */
export async function filesOfZip(
  archive: Buffer,
  limits: Limits,
  allowance: Allowance,
): Promise<readonly ArchivedFile[]> {
  const zip = await open(archive);
  const directory = directoryOf(archive);
  if (directory.entries > limits.entries) throw new Refused(INTAKE_REASONS.tooManyEntries(limits.entries));
  const found = await entriesOf(zip, limits, allowance);
  checkTiling(archive, found, directory);
  return found
    .filter(({ name }) => !name.endsWith('/'))
    .map(({ name, entry, dataStart }) => ({
      name,
      size: entry.uncompressedSize,
      modified: entry.lastModFileDate * 65_536 + entry.lastModFileTime,
      open: () => contentOfEntry(archive, entry, name, dataStart),
    }));
}

async function open(archive: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(archive, { decodeStrings: false, autoClose: false });
  } catch (error) {
    throw brokenZip(error);
  }
}

async function entriesOf(zip: ZipFile, limits: Limits, allowance: Allowance): Promise<readonly Located[]> {
  const found: Located[] = [];
  const seeName = startNaming();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry);
      checkEntry(entry, name, limits);
      seeName(name);
      allowance.take(entry.uncompressedSize);
      found.push(await locate(zip, entry, name));
    }
  } catch (error) {
    throw brokenZip(error);
  }
  return found;
}

async function locate(zip: ZipFile, entry: Entry, name: string): Promise<Located> {
  const local = await zip.readLocalFileHeaderPromise(entry, {});
  checkLocalHeader(entry, local, name);
  return { name, entry, dataStart: local.fileDataStart };
}

function brokenZip(error: unknown): Error {
  if (error instanceof Refused || error instanceof Unreadable) return error;
  const what = error instanceof Error ? error.message.split(/[.:]/)[0] : 'unknown';
  if (what?.includes('encryption')) return new Refused(INTAKE_REASONS.encrypted());
  return new Unreadable(INTAKE_REASONS.zipBroken(what ?? ''), { cause: error });
}
