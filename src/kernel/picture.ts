import { MOST_PIXELS, type PictureSize, partsOfPng, pixelsOf } from './png.ts';

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
  const parts = partsOfPng(bytes);
  if (parts === undefined) return undefined;
  const { width, height, depth, interlaced, data } = parts;
  // Interlaced pictures of less than a byte a pixel come out torn by pdfkit.
  if (interlaced && depth < 8) return undefined;
  // At least one bit a pixel and one byte a row must come out.
  const pixels = pixelsOf(data, { width, height });
  return pixels !== undefined && pixels.length >= (Math.ceil(width / 8) + 1) * height ? { width, height } : undefined;
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
