import { inflateSync } from 'node:zlib';

/** What of a stream could be unpacked, through all of its filters (ISO 32000-1, 7.4). */
export type Unpacked = { readonly content: Buffer } | { readonly fault: 'not-unpacked' | 'too-large' };

type Filter = (packed: Buffer, most: number) => Buffer;

const FILTERS: Readonly<Record<string, Filter>> = {
  FlateDecode: (packed, most) => inflateSync(packed, { maxOutputLength: most }),
  ASCIIHexDecode: hex,
  ASCII85Decode: base85,
  RunLengthDecode: runs,
  LZWDecode: lzw,
};
/** As inline and older files write them. */
const SHORT: Readonly<Record<string, string>> = {
  Fl: 'FlateDecode',
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  RL: 'RunLengthDecode',
  LZW: 'LZWDecode',
};

export function unpackedBy(filters: readonly string[], packed: Buffer, most: number): Unpacked {
  let content = packed;
  try {
    for (const name of filters) {
      const filter = FILTERS[SHORT[name] ?? name];
      if (!filter) return { fault: 'not-unpacked' };
      if (most <= 0) return { fault: 'too-large' };
      content = filter(content, most);
    }
    return { content };
  } catch (error) {
    return { fault: error instanceof RangeError ? 'too-large' : 'not-unpacked' };
  }
}

class Broken extends Error {}

function hex(packed: Buffer): Buffer {
  const digits = (packed.toString('latin1').split('>')[0] ?? '').replace(/\s+/g, '');
  if (/[^0-9a-fA-F]/.test(digits)) throw new Broken();
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

/** Five signs from `!` to `u` for four bytes; `z` for four zeros; a last group that is shorter by as many bytes. */
function base85(packed: Buffer): Buffer {
  const signs = (packed.toString('latin1').split('~')[0] ?? '').replace(/\s+/g, '').replaceAll('z', '!!!!!');
  if (/[^!-u]/.test(signs)) throw new Broken();
  const bytes = Buffer.alloc(Math.ceil(signs.length / 5) * 4);
  for (let at = 0, to = 0; at < signs.length; at += 5, to += 4) {
    const group = signs.slice(at, at + 5).padEnd(5, 'u');
    const value = [...group].reduce((sum, sign) => sum * 85 + sign.charCodeAt(0) - 33, 0);
    if (value > 0xffffffff) throw new Broken();
    bytes.writeUInt32BE(value, to);
  }
  const missing = (5 - (signs.length % 5)) % 5;
  return bytes.subarray(0, bytes.length - missing);
}

/** A length below 128: as many bytes and one more follow; above: the next byte, 257 less the length times; 128 is the end. */
function runs(packed: Buffer, most: number): Buffer {
  const parts: Buffer[] = [];
  let size = 0;
  for (let at = 0; at < packed.length; ) {
    const length = packed[at] ?? 128;
    if (length === 128) break;
    const part =
      length < 128 ? packed.subarray(at + 1, at + 2 + length) : Buffer.alloc(257 - length, packed[at + 1] ?? 0);
    size += part.length;
    if (size > most) throw new RangeError();
    parts.push(part);
    at += length < 128 ? 2 + length : 2;
  }
  return Buffer.concat(parts);
}

const CLEAR = 256;
const END = 257;

/** Codes of nine to twelve bits, one bit longer one code early, as nearly all writers do (`/EarlyChange 1`). */
function lzw(packed: Buffer, most: number): Buffer {
  const parts: Buffer[] = [];
  let size = 0;
  let table: Buffer[] = [];
  let before: Buffer | undefined;
  let width = 9;
  let [bits, held] = [0, 0];
  for (const byte of packed) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      [table, before, width] = [[], undefined, 9];
      continue;
    }
    const known = code < CLEAR ? Buffer.from([code]) : table[code - 258];
    const part =
      known ?? (before && code - 258 === table.length ? Buffer.concat([before, before.subarray(0, 1)]) : undefined);
    if (!part) throw new Broken();
    if (before) table.push(Buffer.concat([before, part.subarray(0, 1)]));
    before = part;
    size += part.length;
    if (size > most || table.length > 4096) throw new RangeError();
    parts.push(part);
    width = Math.min(12, Math.max(9, Math.ceil(Math.log2(table.length + 260))));
  }
  return Buffer.concat(parts);
}
