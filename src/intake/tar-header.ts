import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { Refused } from './trouble.ts';

/** One header block: 512 bytes, fields at fixed places (POSIX.1-2017, pax, "ustar Interchange Format"). */
export interface Header {
  readonly kind: 'file' | 'folder' | 'ahead';
  readonly type: string;
  readonly name: string;
  readonly size: number;
  /** Seconds since 1970; 0 where none, or none of our time, is told. */
  readonly modified: number;
}

const CHECKSUM = { at: 148, length: 8 };

export function headerAt(archive: Buffer, at: number): Header {
  const block = archive.subarray(at, at + 512);
  const posix = block.toString('latin1', 257, 265) === 'ustar\u000000';
  const gnu = block.toString('latin1', 257, 265) === 'ustar  \0';
  if (!(posix || gnu) || octal(block, CHECKSUM.at, CHECKSUM.length) !== checksumOf(block)) {
    throw new Refused(INTAKE_REASONS.tarHeader());
  }
  const type = String.fromCharCode(block[156] ?? 0).replace('\0', '0');
  const prefix = posix ? text(block.subarray(345, 500)) : '';
  const name = `${prefix}${prefix === '' ? '' : '/'}${text(block.subarray(0, 100))}`;
  return { kind: kindOf(type, name), type, name, size: sizeOf(block), modified: octal(block, 136, 12) ?? 0 };
}

/** Files and folders, and headers about the entry that follows (x, g: pax; L: GNU's long name). Links, devices and sparse files are none. */
function kindOf(type: string, name: string): Header['kind'] {
  if (type === '0') return 'file';
  if (type === '5') return 'folder';
  if (type === 'x' || type === 'g' || type === 'L') return 'ahead';
  throw new Refused(INTAKE_REASONS.entryLink(name));
}

/** The sum of all bytes, those of the checksum itself taken as spaces. */
function checksumOf(block: Buffer): number {
  let sum = CHECKSUM.length * 32;
  for (const [index, byte] of block.entries()) {
    if (index < CHECKSUM.at || index >= CHECKSUM.at + CHECKSUM.length) sum += byte;
  }
  return sum;
}

/** Octal digits; GNU writes what is longer than eleven of them in binary, marked by the first bit. */
function sizeOf(block: Buffer): number {
  if ((block[124] ?? 0) < 0x80) return octal(block, 124, 12) ?? failed();
  const size = Number(BigInt(`0x${block.toString('hex', 125, 136)}`));
  return block[124] === 0x80 && Number.isSafeInteger(size) ? size : failed();
}

function octal(block: Buffer, at: number, length: number): number | undefined {
  const digits = /^ *([0-7]+)[ \0]*$/.exec(block.toString('latin1', at, at + length))?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 8);
}

function failed(): never {
  throw new Refused(INTAKE_REASONS.tarHeader());
}

/** A name up to its end mark; behind that there is nothing but zeros. Invalid UTF-8 would be two names in two programs. */
function text(field: Buffer): string {
  const end = field.indexOf(0);
  if (end >= 0 && !isZero(field.subarray(end))) throw new Refused(INTAKE_REASONS.tarHeader());
  return decoded(end < 0 ? field : field.subarray(0, end));
}

export function longName(data: Buffer): string {
  return text(data);
}

export function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused(INTAKE_REASONS.entryName(bytes.toString('latin1')));
  }
}

export function isZero(bytes: Buffer): boolean {
  return bytes.equals(Buffer.alloc(bytes.length));
}

/** What fills the last block of an entry is no place for data. */
export function checkPadding(bytes: Buffer, name: string): void {
  if (!isZero(bytes)) throw new Refused(INTAKE_REASONS.tarPadding(name));
}
