import type { Entry } from 'yauzl';
import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { Refused } from './trouble.ts';
import { type Directory, large } from './zip-directory.ts';
import { SIZES_BEHIND } from './zip-entry.ts';

/** An entry with the place of its data. */
export interface Located {
  readonly name: string;
  readonly entry: Entry;
  readonly dataStart: number;
}

const DIRECTORY_HEADER = 46;
const DESCRIPTOR = 0x08074b50;

/**
 * The entries must lie side by side from the first byte to the directory, and the directory must hold them and nothing else. Entries that
 * share bytes make a small archive large (overlapping bombs), and what lies between them is seen by some programs and not by others.
 */
export function checkTiling(archive: Buffer, found: readonly Located[], directory: Directory): void {
  const described = found.reduce((sum, { entry }) => sum + lengthInDirectory(entry), 0);
  if (found.length !== directory.entries || described !== directory.to - directory.from) {
    throw new Refused(INTAKE_REASONS.zipEnd());
  }
  const inOrder = [...found].sort((a, b) => offset(a) - offset(b));
  let end = 0;
  for (const [index, located] of inOrder.entries()) {
    const next = inOrder[index + 1];
    if (offset(located) < end) throw new Refused(INTAKE_REASONS.entryOverlaps(located.name));
    if (offset(located) > end) throw new Refused(INTAKE_REASONS.zipGap());
    end = endOf(archive, located, next === undefined ? directory.from : offset(next));
  }
  if (end !== directory.from) throw new Refused(INTAKE_REASONS.zipGap());
}

function endOf(archive: Buffer, { name, entry, dataStart }: Located, next: number): number {
  const end = dataStart + entry.compressedSize;
  if (end > next) throw new Refused(INTAKE_REASONS.entryOverlaps(name));
  if ((entry.generalPurposeBitFlag & SIZES_BEHIND) === 0) return end;
  if (!isDescriptor(archive.subarray(end, next), entry)) throw new Refused(INTAKE_REASONS.entryDiffers(name));
  return next;
}

/** Checksum and both sizes, in 32 or 64 bits, with or without a signature in front: all four forms are written by somebody. */
function isDescriptor(bytes: Buffer, { crc32, compressedSize, uncompressedSize }: Entry): boolean {
  const marked = (bytes.length === 16 || bytes.length === 24) && bytes.readUInt32LE(0) === DESCRIPTOR;
  const said = marked ? bytes.subarray(4) : bytes;
  if ((said.length !== 12 && said.length !== 20) || said.readUInt32LE(0) !== crc32) return false;
  const sizes = said.length === 12 ? [said.readUInt32LE(4), said.readUInt32LE(8)] : [large(said, 4), large(said, 12)];
  return sizes[0] === compressedSize && sizes[1] === uncompressedSize;
}

function lengthInDirectory({ fileNameRaw, extraFieldRaw, fileCommentRaw }: Entry): number {
  return DIRECTORY_HEADER + fileNameRaw.length + extraFieldRaw.length + fileCommentRaw.length;
}

function offset({ entry }: Located): number {
  return entry.relativeOffsetOfLocalHeader;
}
