import { inflateSync } from 'node:zlib';
import { codesOf, type GlyphMap, shownText } from './pdf-glyphs.ts';
import { unescaped } from './pdf-strings.ts';

interface PdfObject {
  readonly number: number;
  readonly dictionary: string;
  readonly stream: Buffer | undefined;
}

/**
 * All words of a PDF that a program could find: what is drawn on pages (through each font's table of characters), titles, bookmarks, alternative
 * texts, metadata, attached texts. Of PDFs that we make it is all; of those of others as much as stands there in the usual forms.
 */
export function pdfTexts(bytes: Uint8Array): readonly string[] {
  const objects = objectsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const glyphs = glyphMapsOf(objects);
  return objects.flatMap(({ dictionary, stream }) => {
    const strings = stringsOf(dictionary).join('\n');
    const content = stream === undefined || isBinary(dictionary) ? [] : [streamText(stream, glyphs)];
    return [strings, ...content].filter((text) => text !== '');
  });
}

function streamText(stream: Buffer, glyphs: GlyphMap): string {
  const text = stream.toString('latin1');
  return /\bBT\b/.test(text) && /\bT[jJ]\b/.test(text) ? shownText(text, glyphs) : stream.toString('utf8');
}

function isBinary(dictionary: string): boolean {
  return /\/Length1\b|\/Subtype\s*\/(?:CIDFontType0C|Type1C|OpenType|Image)\b|\/Type\s*\/XRef\b/.test(dictionary);
}

function objectsOf(pdf: Buffer): readonly PdfObject[] {
  const text = pdf.toString('latin1');
  const head = /(\d{1,10})\s+\d{1,5}\s+obj\b/g;
  const objects: PdfObject[] = [];
  for (let match = head.exec(text); match !== null; match = head.exec(text)) {
    const begin = head.lastIndex;
    const end = text.indexOf('endobj', begin);
    const stop = end < 0 ? text.length : end;
    const at = text.indexOf('stream', begin);
    if (at < 0 || at > stop) {
      objects.push({ number: Number(match[1]), dictionary: text.slice(begin, stop), stream: undefined });
      head.lastIndex = stop;
      continue;
    }
    const dictionary = text.slice(begin, at);
    const from = text.startsWith('\r\n', at + 6) ? at + 8 : at + 7;
    const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
    const closing = text.indexOf('endstream', Number.isNaN(length) ? from : from + length);
    const to = Number.isNaN(length) ? closing : from + length;
    objects.push({
      number: Number(match[1]),
      dictionary,
      stream: unpacked(pdf.subarray(from, Math.max(from, to)), dictionary),
    });
    head.lastIndex = Math.max(closing, from);
  }
  // What stands outside of objects: the trailer names the document.
  const trailer = text.lastIndexOf('trailer');
  if (trailer >= 0) objects.push({ number: -1, dictionary: text.slice(trailer), stream: undefined });
  return objects;
}

function unpacked(stream: Buffer, dictionary: string): Buffer | undefined {
  if (!/\/Filter\b/.test(dictionary)) return stream;
  if (!/\/FlateDecode\b/.test(dictionary)) return undefined;
  try {
    return inflateSync(stream, { maxOutputLength: 256 * 1024 * 1024 });
  } catch {
    return undefined;
  }
}

/** Fonts by the names under which pages use them, each with the characters that its codes stand for. */
function glyphMapsOf(objects: readonly PdfObject[]): GlyphMap {
  const byNumber = new Map(objects.map((object) => [object.number, object]));
  const maps = new Map<string, ReadonlyMap<number, string>>();
  for (const { dictionary } of objects) {
    for (const [, name = '', number = ''] of dictionary.matchAll(/\/([A-Za-z]{1,4}\d{1,5})\s+(\d{1,10})\s+0\s+R/g)) {
      const font = byNumber.get(Number(number));
      const table = /\/ToUnicode\s+(\d{1,10})\s+0\s+R/.exec(font?.dictionary ?? '')?.[1];
      const cmap = table === undefined ? undefined : byNumber.get(Number(table))?.stream;
      if (cmap !== undefined && !maps.has(name)) maps.set(name, codesOf(cmap.toString('latin1')));
    }
  }
  return maps;
}

/** Strings of a dictionary, as they are meant. */
function stringsOf(dictionary: string): readonly string[] {
  const found: string[] = [];
  for (const [whole] of dictionary.matchAll(
    /\((?:\\[\s\S]|[^\\()]|\([^()]{0,2000}\)){0,20000}\)|<[0-9a-fA-F\s]{8,20000}>/g,
  )) {
    found.push(
      meant(whole.startsWith('(') ? unescaped(whole.slice(1, -1)) : Buffer.from(whole.replace(/[<>\s]/g, ''), 'hex')),
    );
  }
  return found;
}

function meant(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, 2 + (bytes.length & ~1)))
      .swap16()
      .toString('utf16le');
  return bytes.toString('latin1');
}
