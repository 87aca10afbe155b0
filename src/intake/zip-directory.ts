import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { Refused } from './trouble.ts';

/** Where the directory of a ZIP lies, and how many entries it says it has. */
export interface Directory {
  readonly from: number;
  readonly to: number;
  readonly entries: number;
}

/** Sizes in bytes and signatures as in PKWARE's APPNOTE 6.3, sections 4.3.14 to 4.3.16. */
const END = { signature: 0x06054b50, length: 22 };
const LOCATOR = { signature: 0x07064b50, length: 20 };
const END64 = { signature: 0x06064b50, length: 56 };
const BEYOND_16 = 0xffff;
const BEYOND_32 = 0xffffffff;

/** Reads the one end record, which must end the file. Another one in its comment would show another archive to another program. */
export function directoryOf(archive: Buffer): Directory {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + END.length > archive.length) throw differs();
  const comment = archive.readUInt16LE(end + 20);
  if (end + END.length + comment !== archive.length) throw differs();
  const small = {
    disk: archive.readUInt16LE(end + 4) + archive.readUInt16LE(end + 6),
    onDisk: archive.readUInt16LE(end + 8),
    entries: archive.readUInt16LE(end + 10),
    size: archive.readUInt32LE(end + 12),
    from: archive.readUInt32LE(end + 16),
  };
  const locator = end - LOCATOR.length;
  if (locator >= 0 && archive.readUInt32LE(locator) === LOCATOR.signature)
    return largeDirectory(archive, locator, small);
  if (small.disk !== 0 || small.onDisk !== small.entries || small.from + small.size !== end) throw differs();
  return { from: small.from, to: end, entries: small.entries };
}

interface Small {
  readonly entries: number;
  readonly size: number;
  readonly from: number;
}

/** ZIP64: the same figures once more in 64 bits. Where the small ones are given too, both must agree. */
function largeDirectory(archive: Buffer, locator: number, small: Small): Directory {
  const at = large(archive, locator + 8);
  if (archive.readUInt32LE(locator + 4) !== 0 || archive.readUInt32LE(locator + 16) > 1) throw differs();
  if (at + END64.length > locator || archive.readUInt32LE(at) !== END64.signature) throw differs();
  const [entries, size, from] = [large(archive, at + 32), large(archive, at + 40), large(archive, at + 48)];
  const agrees =
    at + 12 + large(archive, at + 4) === locator &&
    large(archive, at + 24) === entries &&
    from + size === at &&
    (small.entries === BEYOND_16 || small.entries === entries) &&
    (small.size === BEYOND_32 || small.size === size) &&
    (small.from === BEYOND_32 || small.from === from);
  if (!agrees) throw differs();
  return { from, to: at, entries };
}

/** A number of 64 bits; beyond 2^53 it is larger than any file, and stays so. */
export function large(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
}

function differs(): Refused {
  return new Refused(INTAKE_REASONS.zipEnd());
}
