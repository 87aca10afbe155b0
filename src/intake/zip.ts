import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { INTAKE_REASONS } from '../kernel/messages/intake.ts';
import { byCodeUnit } from '../kernel/order.ts';
import type { Limits } from './limits.ts';
import { Refused, Unreadable } from './trouble.ts';
import { checkEntry, checkLocalHeader, entryName, unpacked } from './zip-entry.ts';

/** One file in an archive; its bytes are made when asked for and never written anywhere. */
export interface ZippedFile {
  readonly name: string;
  readonly size: number;
  readonly content: () => Buffer;
}

export function isZip(head: Uint8Array): boolean {
  if (head[0] !== 0x50 || head[1] !== 0x4b) return false;
  return (head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6);
}

/** Word, Excel and their like are archives inside; they are documents to us. */
export function isOfficeDocument(files: readonly ZippedFile[]): boolean {
  return files.some(
    ({ name }) => name === '[Content_Types].xml' || name === 'mimetype' || name === 'META-INF/MANIFEST.MF',
  );
}

/** The files of an archive in order of their names, all of them checked. One bad entry refuses the archive. */
export async function unzip(archive: Buffer, limits: Limits): Promise<readonly ZippedFile[]> {
  const zip = await open(archive);
  if (zip.entryCount > limits.entries) throw new Refused(INTAKE_REASONS.tooManyEntries(limits.entries));
  const found = await listEntries(zip, archive, limits);
  refuseOverlaps(found);
  let total = 0;
  for (const { entry } of found) {
    total += entry.uncompressedSize;
    if (total > limits.unpackedBytes) throw new Refused(INTAKE_REASONS.tooLarge(limits.unpackedBytes));
  }
  const files = found
    .filter(({ name }) => !name.endsWith('/'))
    .map(({ name, entry, dataStart }) => ({
      name,
      size: entry.uncompressedSize,
      content: () => unpacked(archive, entry, name, dataStart),
    }));
  for (const file of files) file.content();
  return files.sort((a, b) => byCodeUnit(a.name, b.name));
}

interface Located {
  readonly name: string;
  readonly entry: Entry;
  readonly dataStart: number;
}

async function open(archive: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(archive, { decodeStrings: false, autoClose: false });
  } catch (error) {
    throw brokenZip(error);
  }
}

function brokenZip(error: unknown): Error {
  if (error instanceof Refused) return error;
  const what = error instanceof Error ? error.message.split(/[.:]/)[0] : 'unknown';
  return new Unreadable(INTAKE_REASONS.zipBroken(what ?? ''), { cause: error });
}

async function listEntries(zip: ZipFile, archive: Buffer, limits: Limits): Promise<readonly Located[]> {
  const found: Located[] = [];
  const names = new Set<string>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry);
      checkEntry(entry, name, limits);
      // Two names that differ in case or in how an accent is written are one file on some systems.
      const folded = name.normalize('NFC').toLowerCase();
      if (names.has(folded)) throw new Refused(INTAKE_REASONS.entryTwice(name));
      names.add(folded);
      if (found.length >= limits.entries) throw new Refused(INTAKE_REASONS.tooManyEntries(limits.entries));
      const local = await zip.readLocalFileHeaderPromise(entry, {});
      checkLocalHeader(entry, local, name);
      if (local.fileDataStart + entry.compressedSize > archive.length)
        throw new Refused(INTAKE_REASONS.entryCorrupt(name));
      found.push({ name, entry, dataStart: local.fileDataStart });
    }
  } catch (error) {
    throw brokenZip(error);
  }
  return found;
}

/** Entries that share bytes make a small archive large (overlapping bombs), and no packer writes them. */
function refuseOverlaps(found: readonly Located[]): void {
  let end = 0;
  for (const { name, entry, dataStart } of [...found].sort((a, b) => offset(a) - offset(b))) {
    if (entry.relativeOffsetOfLocalHeader < end) throw new Refused(INTAKE_REASONS.entryOverlaps(name));
    end = dataStart + entry.compressedSize;
  }
}

function offset({ entry }: Located): number {
  return entry.relativeOffsetOfLocalHeader;
}
