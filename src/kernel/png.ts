import { inflateSync } from 'node:zlib';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export const MOST_PIXELS = 40_000_000;
const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Of a PNG: its head, and its pixels as they are packed. */
export interface PngParts extends PictureSize {
  readonly depth: number;
  readonly colours: number;
  readonly interlaced: boolean;
  readonly data: Uint8Array;
}

export function partsOfPng(bytes: Uint8Array): PngParts | undefined {
  if (PNG_HEAD.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let head: Omit<PngParts, 'data'> | undefined;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) return undefined;
    if (type === 'IHDR' && length >= 13) {
      const [depth = 0, colours = 0] = bytes.subarray(at + 16, at + 18);
      const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
      head = { ...size, depth, colours, interlaced: bytes[at + 20] !== 0 };
    }
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    if (type === 'IEND') return head && { ...head, data: Buffer.concat(data) };
    at += 12 + length;
  }
  return undefined;
}

/** Not more than 16 bits in four channels come out. */
export function pixelsOf(data: Uint8Array, { width, height }: PictureSize): Uint8Array | undefined {
  if (width * height > MOST_PIXELS) return undefined;
  try {
    return inflateSync(data, { maxOutputLength: (width * 8 + 8) * height + 4096 });
  } catch {
    return undefined;
  }
}
