import { SEAL_LENGTH } from '../kernel/seal.ts';

/**
 * The one form of ZIP that we write: no extra fields, no comments on entries, one date, one mode, sizes in a descriptor behind
 * what is deflated. Whatever an archive of ours has in another form was not written by us.
 */
export interface EntryFacts {
  readonly name: Uint8Array;
  readonly deflated: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

export const LOCAL_LENGTH = 30;
export const CENTRAL_LENGTH = 46;
export const END_LENGTH = 22;
const DESCRIPTOR_LENGTH = 16;

export const LOCAL_SIGNATURE = 0x04034b50;
export const CENTRAL_SIGNATURE = 0x02014b50;
export const END_SIGNATURE = 0x06054b50;
const DESCRIPTOR_SIGNATURE = 0x08074b50;

/** Midnight of 1980-01-01, the first date that ZIP knows: the same request gives the same bytes. */
export const ENTRY_DATE = new Date(0);
export const ENTRY_MODE = 0o644;
const DOS_DATE = 0x0021;
const REGULAR_FILE_ATTRIBUTES = 0x81a40020;

export function localHeader(entry: EntryFacts): Buffer {
  const header = Buffer.alloc(LOCAL_LENGTH);
  header.writeUInt32LE(LOCAL_SIGNATURE, 0);
  writeCommon(header, 4, entry, entry.deflated ? { crc: 0, packed: 0, size: 0 } : entry);
  return Buffer.concat([header, entry.name]);
}

export function descriptor(entry: EntryFacts): Buffer {
  if (!entry.deflated) return Buffer.alloc(0);
  const record = Buffer.alloc(DESCRIPTOR_LENGTH);
  record.writeUInt32LE(DESCRIPTOR_SIGNATURE, 0);
  record.writeUInt32LE(entry.crc, 4);
  record.writeUInt32LE(entry.packed, 8);
  record.writeUInt32LE(entry.size, 12);
  return record;
}

export function centralHeader(entry: EntryFacts): Buffer {
  const header = Buffer.alloc(CENTRAL_LENGTH);
  header.writeUInt32LE(CENTRAL_SIGNATURE, 0);
  header.writeUInt16LE(0x032d, 4);
  writeCommon(header, 6, entry, entry);
  header.writeUInt32LE(REGULAR_FILE_ATTRIBUTES, 38);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, entry.name]);
}

export function endRecord(archive: { entries: number; centralOffset: number; centralLength: number }): Buffer {
  const record = Buffer.alloc(END_LENGTH);
  record.writeUInt32LE(END_SIGNATURE, 0);
  record.writeUInt16LE(archive.entries & 0xffff, 8);
  record.writeUInt16LE(archive.entries & 0xffff, 10);
  record.writeUInt32LE(archive.centralLength >>> 0, 12);
  record.writeUInt32LE(archive.centralOffset >>> 0, 16);
  record.writeUInt16LE(SEAL_LENGTH, 20);
  return record;
}

/** What local and central headers have alike, from the version that is needed to the length of the name. */
function writeCommon(
  header: Buffer,
  at: number,
  entry: EntryFacts,
  sizes: { crc: number; packed: number; size: number },
): void {
  header.writeUInt16LE(entry.deflated ? 20 : 10, at);
  header.writeUInt16LE(entry.deflated ? 8 : 0, at + 2);
  header.writeUInt16LE(entry.deflated ? 8 : 0, at + 4);
  header.writeUInt16LE(DOS_DATE, at + 8);
  header.writeUInt32LE(sizes.crc, at + 10);
  header.writeUInt32LE(sizes.packed, at + 14);
  header.writeUInt32LE(sizes.size, at + 18);
  header.writeUInt16LE(entry.name.length, at + 22);
}
