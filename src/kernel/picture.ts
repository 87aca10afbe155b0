import { inflateSync } from 'node:zlib';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const MOST_PIXELS = 40_000_000;
const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * The size of a PNG or JPEG that can be drawn; nothing when it cannot be, and the caller goes without. pdfkit decodes PNGs in a callback, where a broken one
 * would end the process, so the pixels are unpacked here first.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const size = pngSize(bytes) ?? jpegSize(bytes);
  if (!size || size.width === 0 || size.height === 0) return undefined;
  return size.width * size.height <= MOST_PIXELS ? size : undefined;
}

function pngSize(bytes: Uint8Array): PictureSize | undefined {
  if (PNG_HEAD.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let size: PictureSize | undefined;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) return undefined;
    if (type === 'IHDR' && length >= 13) {
      // Interlaced pictures of less than a byte a pixel come out torn by pdfkit.
      if (bytes[at + 20] !== 0 && (bytes[at + 16] ?? 0) < 8) return undefined;
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    }
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    if (type === 'IEND') return size && unpacks(Buffer.concat(data), size) ? size : undefined;
    at += 12 + length;
  }
  return undefined;
}

/** At least one bit a pixel and one byte a row must come out, and not more than 16 bits in four channels. */
function unpacks(data: Uint8Array, { width, height }: PictureSize): boolean {
  if (width * height > MOST_PIXELS) return false;
  try {
    const pixels = inflateSync(data, { maxOutputLength: (width * 8 + 8) * height + 4096 });
    return pixels.length >= (Math.ceil(width / 8) + 1) * height;
  } catch {
    return false;
  }
}

/** From the frame header. Four channels are CMYK, which an archival file of our kind may not hold. */
function jpegSize(bytes: Uint8Array): PictureSize | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      const channels = bytes[at + 9];
      if (channels !== 1 && channels !== 3) return undefined;
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
