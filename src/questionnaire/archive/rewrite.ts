import { crc32, deflateRawSync } from 'node:zlib';
import type { Archive, Part } from './parts.ts';

const LOCAL_SIGNATURE = 0x04034b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const DEFLATED = 8;
/** The sizes stand behind the data; ours stand before it. */
const SIZES_BEHIND = 0x8;

/** What becomes of a part: a new text, or null to leave it out. Every other part keeps its very bytes. */
export type Changes = ReadonlyMap<string, string | null>;

interface Placed {
  readonly part: Part;
  readonly at: number;
  readonly fresh: Fresh | null;
}

interface Fresh {
  readonly packed: Buffer;
  readonly size: number;
  readonly sum: number;
  readonly flags: number;
}

/** The same archive with some parts changed: all others are copied byte for byte, in the same order, with the same dates. */
export function rewrite(archive: Archive, changes: Changes): Uint8Array {
  const kept = archive.parts.filter(({ name }) => changes.get(name) !== null);
  const pieces: Buffer[] = [];
  const placed: Placed[] = [];
  let at = 0;
  for (const part of [...kept].sort((a, b) => a.from - b.from)) {
    const text = changes.get(part.name);
    const fresh = typeof text === 'string' ? pack(part, text) : null;
    const made =
      fresh === null ? [archive.bytes.subarray(part.from, part.to)] : [localHeader(part, fresh), fresh.packed];
    placed.push({ part, at, fresh });
    for (const piece of made) {
      pieces.push(piece);
      at += piece.length;
    }
  }
  const order = new Map(archive.parts.map((part, index) => [part, index]));
  const directory = placed
    .toSorted((a, b) => (order.get(a.part) ?? 0) - (order.get(b.part) ?? 0))
    .flatMap((each) => centralHeader(each));
  const length = directory.reduce((sum, piece) => sum + piece.length, 0);
  return Buffer.concat([...pieces, ...directory, endRecord(kept.length, { at, length }, archive.comment)]);
}

function pack({ entry }: Part, text: string): Fresh {
  const content = Buffer.from(text, 'utf8');
  const packed = deflateRawSync(content, { level: 6 });
  return { packed, size: content.length, sum: crc32(content), flags: entry.generalPurposeBitFlag & ~SIZES_BEHIND };
}

function localHeader({ entry }: Part, { packed, size, sum, flags }: Fresh): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL_SIGNATURE, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt16LE(entry.lastModFileTime, 10);
  header.writeUInt16LE(entry.lastModFileDate, 12);
  header.writeUInt32LE(sum, 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(entry.fileNameRaw.length, 26);
  return Buffer.concat([header, entry.fileNameRaw]);
}

function centralHeader({ part: { entry }, at, fresh }: Placed): readonly Buffer[] {
  const extra = fresh === null ? entry.extraFieldRaw : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(CENTRAL_SIGNATURE, 0);
  header.writeUInt16LE(entry.versionMadeBy, 4);
  header.writeUInt16LE(entry.versionNeededToExtract, 6);
  header.writeUInt16LE(fresh?.flags ?? entry.generalPurposeBitFlag, 8);
  header.writeUInt16LE(fresh === null ? entry.compressionMethod : DEFLATED, 10);
  header.writeUInt16LE(entry.lastModFileTime, 12);
  header.writeUInt16LE(entry.lastModFileDate, 14);
  header.writeUInt32LE(fresh?.sum ?? entry.crc32, 16);
  header.writeUInt32LE(fresh?.packed.length ?? entry.compressedSize, 20);
  header.writeUInt32LE(fresh?.size ?? entry.uncompressedSize, 24);
  header.writeUInt16LE(entry.fileNameRaw.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt16LE(entry.fileCommentRaw.length, 32);
  header.writeUInt16LE(entry.internalFileAttributes, 36);
  header.writeUInt32LE(entry.externalFileAttributes >>> 0, 38);
  header.writeUInt32LE(at, 42);
  return [header, entry.fileNameRaw, extra, entry.fileCommentRaw];
}

function endRecord(count: number, directory: { at: number; length: number }, comment: Buffer): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_SIGNATURE, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(directory.at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([end, comment]);
}
