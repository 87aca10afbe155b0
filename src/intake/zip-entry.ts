import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, getFileNameLowLevel, type LocalFileHeader, validateFileName } from 'yauzl';
import { INTAKE_REASONS } from '../kernel/messages/intake.ts';
import { checkGrowth } from './gzip.ts';
import type { Limits } from './limits.ts';
import { Refused } from './trouble.ts';

const STORED = 0;
const DEFLATED = 8;
const UNIX = 3;
const FILE_TYPE = 0xf000;
const HARMLESS_TYPES = new Set([0, 0x4000, 0x8000]);
/** The sizes and checksum stand behind the data, and the local header leaves them out. */
const SIZES_BEHIND = 0x8;

export function entryName(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, [], true);
}

/** Everything that can be told from the directory alone. */
export function checkEntry(entry: Entry, name: string, limits: Limits): void {
  if (validateFileName(name) !== null || name.includes('\0') || /(?:^|\/)\.{1,2}(?:\/|$)/.test(name)) {
    throw new Refused(INTAKE_REASONS.entryName(name.replaceAll('\0', '␀')));
  }
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (entry.versionMadeBy >> 8 === UNIX && !HARMLESS_TYPES.has(type)) throw new Refused(INTAKE_REASONS.entryLink(name));
  if (entry.isEncrypted()) throw new Refused(INTAKE_REASONS.entryEncrypted(name));
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new Refused(INTAKE_REASONS.entryCorrupt(name));
  }
  if (entry.uncompressedSize > limits.entryBytes)
    throw new Refused(INTAKE_REASONS.entryTooLarge(name, limits.entryBytes));
  checkGrowth(entry.uncompressedSize, entry.compressedSize, limits);
}

/** An archive that describes one entry in two ways is read differently by different programs. */
export function checkLocalHeader(entry: Entry, local: LocalFileHeader, name: string): void {
  const behind = (local.generalPurposeBitFlag & SIZES_BEHIND) !== 0;
  const same =
    local.fileName.equals(entry.fileNameRaw) &&
    local.compressionMethod === entry.compressionMethod &&
    (behind || isZip64(local) || (local.crc32 === entry.crc32 && local.compressedSize === entry.compressedSize)) &&
    (behind || isZip64(local) || local.uncompressedSize === entry.uncompressedSize);
  if (!same) throw new Refused(INTAKE_REASONS.entryDiffers(name));
}

function isZip64(local: LocalFileHeader): boolean {
  return local.compressedSize === 0xffffffff || local.uncompressedSize === 0xffffffff;
}

/** Unpacks one entry and checks its length and checksum. */
export function unpacked(archive: Buffer, entry: Entry, name: string, dataStart: number): Buffer {
  const packed = archive.subarray(dataStart, dataStart + entry.compressedSize);
  const content = entry.compressionMethod === STORED ? packed : inflated(packed, entry.uncompressedSize, name);
  if (content.length !== entry.uncompressedSize || crc32(content) !== entry.crc32) {
    throw new Refused(INTAKE_REASONS.entryCorrupt(name));
  }
  return content;
}

function inflated(packed: Buffer, length: number, name: string): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: length + 1 });
  } catch {
    throw new Refused(INTAKE_REASONS.entryCorrupt(name));
  }
}
