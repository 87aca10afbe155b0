import { inflateSync } from 'node:zlib';

/** What a file shows that is looked at and not read; told by its first bytes. */
export type Look = 'pdf' | 'picture';

export function lookOf(head: Uint8Array): Look | undefined {
  const text = Buffer.from(head).toString('latin1');
  // Programs that show PDFs allow for something before the mark.
  if (text.slice(0, 1024).includes('%PDF-')) return 'pdf';
  return PICTURES.some((mark) => mark.test(text)) ? 'picture' : undefined;
}

/** PNG, JPEG, GIF, TIFF, BMP, WebP, HEIC, AVIF. */
const PICTURES = [
  /^\x89PNG\r\n\x1a\n/,
  /^\xff\xd8\xff/,
  /^GIF8[79]a/,
  /^II\*\0|^MM\0\*/,
  /^BM.{4}\0{4}/s,
  /^RIFF.{4}WEBP/s,
  /^.{4}ftyp(?:heic|heix|mif1|avif)/s,
];

/** Of unpacked comments; a picture has no honest use for more. */
const MOST_UNPACKED = 16 * 1024 * 1024;

/**
 * The words beside the pixels: comments, EXIF, XMP, IPTC, and whatever was put behind the end. Of forms other than PNG and JPEG, all that reads
 * like words. What the picture shows is not read.
 */
export function pictureTexts(bytes: Uint8Array): readonly string[] {
  const picture = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = picture.readUInt8(0) === 0x89 ? partsOfPng(picture) : jpegOrAll(picture);
  return parts.map(wordsIn).filter((text) => text !== '');
}

function jpegOrAll(picture: Buffer): readonly Buffer[] {
  return picture.readUInt16BE(0) === 0xffd8 ? partsOfJpeg(picture) : [picture];
}

/** Every chunk but those of pixels (PNG, section 5.3), unpacked where it is packed. */
function partsOfPng(picture: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  let at = 8;
  while (at + 12 <= picture.length) {
    const length = picture.readUInt32BE(at);
    const kind = picture.toString('latin1', at + 4, at + 8);
    const content = picture.subarray(at + 8, Math.min(picture.length, at + 8 + length));
    if (kind !== 'IDAT') parts.push(content, ...unpackedIn(kind, content));
    at += 12 + length;
    if (kind === 'IEND') break;
  }
  return [...parts, picture.subarray(Math.min(at, picture.length))];
}

/** zTXt: keyword, 0, method, data; iTXt: keyword, 0, packed?, method, language, 0, keyword, 0, data. */
function unpackedIn(kind: string, content: Buffer): readonly Buffer[] {
  if (kind !== 'zTXt' && kind !== 'iTXt' && kind !== 'iCCP') return [];
  const keyword = content.indexOf(0);
  if (kind === 'iTXt' && content[keyword + 1] !== 1) return [];
  const language = content.indexOf(0, keyword + 3);
  const from = kind === 'iTXt' ? content.indexOf(0, language + 1) + 1 : keyword + 2;
  try {
    return [inflateSync(content.subarray(from), { maxOutputLength: MOST_UNPACKED })];
  } catch {
    return [];
  }
}

/** Segments before the pixels, and what stands behind their end (ITU T.81, annex B). */
function partsOfJpeg(picture: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  let at = 2;
  while (at + 4 <= picture.length && picture[at] === 0xff) {
    const marker = picture.readUInt8(at + 1);
    if (marker === 0xda) break;
    const length = picture.readUInt16BE(at + 2);
    if (marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)) parts.push(picture.subarray(at + 4, at + 2 + length));
    at += 2 + length;
  }
  const end = picture.lastIndexOf(Buffer.from([0xff, 0xd9]));
  return [...parts, picture.subarray(end < at ? at : end + 2)];
}

const RUN = /[\t\n\r -~\u00a0-\uffff]{4,}/g;

/** Runs of four signs and more, as UTF-8 and, as Windows writes its tags, as UTF-16. */
function wordsIn(part: Buffer): string {
  const wide = [part, part.subarray(1)].map((each) => each.toString('utf16le').match(/[\t -~]{4,}/g) ?? []);
  const narrow = part.toString('utf8').replaceAll('\ufffd', '\0').match(RUN) ?? [];
  return [...narrow, ...wide.flat()].join('\n');
}
