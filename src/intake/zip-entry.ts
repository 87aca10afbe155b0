import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel, type LocalFileHeader } from 'yauzl';
import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { checkName } from './entry-name.ts';
import type { Limits } from './limits.ts';
import { checkRatio } from './packed.ts';
import { Refused } from './trouble.ts';
import { unpacked } from './unpacking.ts';
import { large } from './zip-directory.ts';

const STORED = 0;
const DEFLATED = 8;
const FILE_TYPE = 0xf000;
/** Packers of these systems write what kind of file it was; others leave anything there. */
const UNIX_MAKERS = new Set([3, 19]);
/** Not said, a pipe (what was packed from another program's output), a folder, a file. */
const HARMLESS_TYPES = new Set([0, 0x1000, 0x4000, 0x8000]);
/** The sizes and the checksum stand behind the data, and the local header leaves them out. */
export const SIZES_BEHIND = 0x8;
/** Flags that change what the bytes mean: encrypted, sizes behind, a patch, strong encryption, names in UTF-8, masked headers. */
const TELLING_FLAGS = 0x1 | SIZES_BEHIND | 0x20 | 0x40 | 0x800 | 0x2000;
const ZIP64_FIELD = 1;
const BEYOND_32 = 0xffffffff;

export function entryName(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, [], true);
}

/** Everything that can be told from the directory alone. */
export function checkEntry(entry: Entry, name: string, limits: Limits): void {
  checkName(name, limits);
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (UNIX_MAKERS.has(entry.versionMadeBy >> 8) && !HARMLESS_TYPES.has(type))
    throw new Refused(INTAKE_REASONS.entryLink(name));
  if (entry.isEncrypted()) throw new Refused(INTAKE_REASONS.entryEncrypted(name));
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new Refused(INTAKE_REASONS.entryMethod(name, entry.compressionMethod));
  }
  if (name.endsWith('/') && entry.uncompressedSize > 0) throw new Refused(INTAKE_REASONS.entryDiffers(name));
  if (entry.uncompressedSize > limits.entryBytes)
    throw new Refused(INTAKE_REASONS.entryTooLarge(name, limits.entryBytes));
  checkRatio(entry.uncompressedSize, entry.compressedSize, limits);
}

/** An archive that describes one entry in two ways is read differently by different programs. */
export function checkLocalHeader(entry: Entry, local: LocalFileHeader, name: string): void {
  const behind = (local.generalPurposeBitFlag & SIZES_BEHIND) !== 0;
  const agree = (said: number, known: number) => said === known || (behind && said === 0);
  const { compressedSize, uncompressedSize } = sizesOf(local, name);
  const same =
    local.fileName.equals(entry.fileNameRaw) &&
    local.compressionMethod === entry.compressionMethod &&
    ((local.generalPurposeBitFlag ^ entry.generalPurposeBitFlag) & TELLING_FLAGS) === 0 &&
    local.lastModFileDate === entry.lastModFileDate &&
    local.lastModFileTime === entry.lastModFileTime &&
    agree(local.crc32, entry.crc32) &&
    agree(compressedSize, entry.compressedSize) &&
    agree(uncompressedSize, entry.uncompressedSize);
  if (!same) throw new Refused(INTAKE_REASONS.entryDiffers(name));
}

/** The sizes that the local header tells; where they are marked as too large for it, those of its ZIP64 field. */
function sizesOf(local: LocalFileHeader, name: string): Pick<LocalFileHeader, 'compressedSize' | 'uncompressedSize'> {
  const fields = extraFieldsOf(local.extraField);
  if (fields === undefined) throw new Refused(INTAKE_REASONS.entryDiffers(name));
  const { uncompressedSize, compressedSize } = local;
  if (uncompressedSize !== BEYOND_32 && compressedSize !== BEYOND_32) return local;
  const field = fields.get(ZIP64_FIELD);
  const inBoth = (uncompressedSize === BEYOND_32 ? 8 : 0) + (compressedSize === BEYOND_32 ? 8 : 0);
  if (field === undefined || field.length < inBoth) throw new Refused(INTAKE_REASONS.entryDiffers(name));
  return {
    uncompressedSize: uncompressedSize === BEYOND_32 ? large(field, 0) : uncompressedSize,
    compressedSize: compressedSize === BEYOND_32 ? large(field, inBoth - 8) : compressedSize,
  };
}

/** Undefined when they do not fill their place; some packers align data with up to three zeros. */
function extraFieldsOf(bytes: Buffer): ReadonlyMap<number, Buffer> | undefined {
  const fields = new Map<number, Buffer>();
  let at = 0;
  while (at + 4 <= bytes.length) {
    const end = at + 4 + bytes.readUInt16LE(at + 2);
    if (end > bytes.length) return undefined;
    fields.set(bytes.readUInt16LE(at), bytes.subarray(at + 4, end));
    at = end;
  }
  return bytes.subarray(at).every((byte) => byte === 0) ? fields : undefined;
}

const PIECE_BYTES = 262_144;

/** Unpacks one entry in pieces and checks its length and checksum when it is through. */
export async function* contentOfEntry(
  archive: Buffer,
  entry: Entry,
  name: string,
  dataStart: number,
): AsyncGenerator<Buffer> {
  const corrupt = () => new Refused(INTAKE_REASONS.entryCorrupt(name));
  const data = archive.subarray(dataStart, dataStart + entry.compressedSize);
  const packed = { size: data.length, open: () => piecesOf(data) };
  const grown = (bytes: number): void => {
    if (bytes > entry.uncompressedSize) throw corrupt();
  };
  const stored = entry.compressionMethod === STORED;
  const pieces = stored ? packed.open() : unpacked({ packed, form: 'deflate', grown, broken: corrupt, more: corrupt });
  let length = 0;
  let sum = 0;
  for await (const piece of pieces) {
    length += piece.length;
    sum = crc32(piece, sum);
    yield piece;
  }
  if (length !== entry.uncompressedSize || sum !== entry.crc32) throw corrupt();
}

export async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}
