import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { PackageReason } from '../kernel/messages/bundle.ts';
import { SEAL_LENGTH, sealHolds } from '../kernel/seal.ts';
import {
  CENTRAL_LENGTH,
  CENTRAL_SIGNATURE,
  centralHeader,
  descriptor,
  END_LENGTH,
  END_SIGNATURE,
  type EntryFacts,
  endRecord,
  LOCAL_LENGTH,
  LOCAL_SIGNATURE,
  localHeader,
} from './dialect.ts';

/** One file of an archive; unpacked anew at each reading, so that a large package does not fill memory. */
export interface ArchivedFile {
  readonly path: string;
  /** Nothing when what is packed is broken. */
  content(): Uint8Array | undefined;
}

export interface ArchiveFault {
  /** What the two headers call the entry; empty for the archive itself. They are the same unless one of them was tampered with. */
  readonly names: readonly string[];
  readonly reason: PackageReason;
}

export interface ArchiveReading {
  readonly files: readonly ArchivedFile[];
  readonly faults: readonly ArchiveFault[];
  /** False when the list of files could not be followed to its end. */
  readonly listed: boolean;
}

/** More than this is no package but an attack on whoever unpacks it. */
const LARGEST_UNPACKED = 4 * 1024 ** 3;

/**
 * So is what unpacks to 200 times its size, once that is much: a file of megabytes must not fill memory. `pack` refuses to write such a one;
 * documents alone keep every real package far below.
 */
export function isBomb(unpacked: number, packed: number): boolean {
  return unpacked > 64 * 1024 ** 2 && unpacked > 200 * packed;
}

/** Reads the archive as strictly as it was written: a header with any other bit than ours is a fault. */
export function readArchive(bytes: Uint8Array): ArchiveReading | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOffset(buffer);
  if (end === undefined) return undefined;
  const { entries, broken } = readEntries(buffer, end);
  const unpacked = entries.reduce((sum, entry) => sum + atMost(entry), 0);
  if (isBomb(unpacked, buffer.length)) return { files: [], faults: [{ names: [], reason: 'bomb' }], listed: false };
  const ours = end === buffer.length - END_LENGTH - SEAL_LENGTH;
  const faults: ArchiveFault[] = ours
    ? [...broken, ...entries.flatMap((entry) => entryFaults(buffer, entry)), ...layoutFaults(buffer, end, entries)]
    : [{ names: [], reason: 'written-anew' }];
  if (ours && faults.length === 0 && !sealHolds(buffer)) faults.push(...unsealed(buffer, entries));
  return {
    files: entries.map((entry) => ({ path: textOf(entry.name), content: () => unpack(buffer, entry) })),
    faults,
    listed: broken.length === 0,
  };
}

/** Deflate makes at most 1,032 of one; who claims more is no bomb but a liar, and is told as such. */
function atMost({ deflated, packed, size }: EntryFacts): number {
  return Math.min(size, deflated ? packed * 1032 + 1032 : packed);
}

/** Ours stands at a fixed distance from the end; that of a foreign archive is looked for, so that its files can still be judged. */
function endOffset(buffer: Buffer): number | undefined {
  const ours = buffer.length - END_LENGTH - SEAL_LENGTH;
  if (ours >= 0 && buffer.readUInt32LE(ours) === END_SIGNATURE) return ours;
  for (let at = buffer.length - END_LENGTH; at >= Math.max(0, buffer.length - END_LENGTH - 0xffff); at -= 1) {
    if (buffer.readUInt32LE(at) === END_SIGNATURE && at + END_LENGTH + buffer.readUInt16LE(at + 20) === buffer.length) {
      return at;
    }
  }
  return undefined;
}

interface Entry extends EntryFacts {
  readonly centralOffset: number;
  readonly centralBytes: Buffer;
}

function readEntries(buffer: Buffer, end: number): { entries: Entry[]; broken: ArchiveFault[] } {
  const entries: Entry[] = [];
  let total = 0;
  let at = buffer.readUInt32LE(end + 16);
  while (at < end) {
    const entry = readCentral(buffer, at, end);
    total += entry?.size ?? 0;
    if (!entry || total > LARGEST_UNPACKED) {
      return {
        entries,
        broken: [{ names: namesAfter(buffer, entries), reason: 'row-broken' }],
      };
    }
    entries.push(entry);
    at += entry.centralBytes.length;
  }
  return { entries, broken: [] };
}

function readCentral(buffer: Buffer, at: number, end: number): Entry | undefined {
  if (at + CENTRAL_LENGTH > end || buffer.readUInt32LE(at) !== CENTRAL_SIGNATURE) return undefined;
  const nameLength = buffer.readUInt16LE(at + 28);
  const length = CENTRAL_LENGTH + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  if (at + length > end) return undefined;
  return {
    name: buffer.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength),
    deflated: buffer.readUInt16LE(at + 10) !== 0,
    crc: buffer.readUInt32LE(at + 16),
    packed: buffer.readUInt32LE(at + 20),
    size: buffer.readUInt32LE(at + 24),
    offset: buffer.readUInt32LE(at + 42),
    centralOffset: at,
    centralBytes: buffer.subarray(at, at + length),
  };
}

function entryFaults(buffer: Buffer, entry: Entry): readonly ArchiveFault[] {
  const names = [...new Set([textOf(entry.name), ...localName(buffer, entry.offset)])];
  const local = localHeader(entry);
  const data = entry.offset + local.length;
  const tail = descriptor(entry);
  if (!centralHeader(entry).equals(entry.centralBytes)) return [{ names, reason: 'row-foreign' }];
  if (!local.equals(buffer.subarray(entry.offset, data))) return [{ names, reason: 'header-differs' }];
  if (!tail.equals(buffer.subarray(data + entry.packed, data + entry.packed + tail.length))) {
    return [{ names, reason: 'sizes-differ' }];
  }
  return [];
}

/** No gap, no overlap, nothing before the first entry, nothing between the last row and the end record. */
function layoutFaults(buffer: Buffer, end: number, entries: readonly Entry[]): readonly ArchiveFault[] {
  let next = 0;
  for (const entry of entries) {
    if (entry.offset !== next) return [{ names: [textOf(entry.name)], reason: 'out-of-line' }];
    next += localHeader(entry).length + entry.packed + descriptor(entry).length;
  }
  const expected = endRecord({ entries: entries.length, centralOffset: next, centralLength: end - next });
  return expected.equals(buffer.subarray(end, end + END_LENGTH)) ? [] : [{ names: [], reason: 'end-record' }];
}

/**
 * All headers and hashes agree and the seal does not: bits were changed that unpack to the same content. Deflating again shows where,
 * unless this machine's deflate writes other bits than the packer's.
 */
function unsealed(buffer: Buffer, entries: readonly Entry[]): readonly ArchiveFault[] {
  const suspects = entries.filter((entry) => {
    const content = entry.deflated ? unpack(buffer, entry) : undefined;
    return content && !deflateRawSync(content, { level: 6 }).equals(packedBytes(buffer, entry));
  });
  const [only] = suspects;
  if (only && suspects.length === 1) return [{ names: [textOf(only.name)], reason: 'hidden-bits' }];
  return [{ names: [], reason: 'seal' }];
}

function unpack(buffer: Buffer, entry: Entry): Uint8Array | undefined {
  const packed = packedBytes(buffer, entry);
  const content = entry.deflated ? inflate(packed, entry.size) : packed;
  if (!content || content.length !== entry.size || crc32(content) !== entry.crc) return undefined;
  return content;
}

function inflate(packed: Buffer, size: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}

function packedBytes(buffer: Buffer, entry: Entry): Buffer {
  // The local header may be of another make in a foreign archive; its own lengths tell where the data begins.
  const at = entry.offset;
  if (at + LOCAL_LENGTH > buffer.length) return Buffer.alloc(0);
  const start = at + LOCAL_LENGTH + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
  return buffer.subarray(start, start + entry.packed);
}

function localName(buffer: Buffer, at: number): readonly string[] {
  if (at + LOCAL_LENGTH > buffer.length || buffer.readUInt32LE(at) !== LOCAL_SIGNATURE) return [];
  return [textOf(buffer.subarray(at + LOCAL_LENGTH, at + LOCAL_LENGTH + buffer.readUInt16LE(at + 26)))];
}

/** The file that must follow on the last one that could be read. */
function namesAfter(buffer: Buffer, entries: readonly Entry[]): readonly string[] {
  const last = entries.at(-1);
  return localName(buffer, last ? last.offset + localHeader(last).length + last.packed + descriptor(last).length : 0);
}

function textOf(name: Uint8Array): string {
  return Buffer.from(name).toString('utf8');
}
