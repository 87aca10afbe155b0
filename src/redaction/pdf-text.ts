import { unpackedBy } from './pdf-filters.ts';
import { codesOf, type GlyphMap, shownText } from './pdf-glyphs.ts';
import { unescaped } from './pdf-strings.ts';
import { lookOf, pictureTexts } from './picture-text.ts';

interface PdfObject {
  readonly number: number;
  readonly dictionary: string;
  readonly stream: Buffer | undefined;
}

export interface PdfContents {
  readonly texts: readonly string[];
  readonly pictures: number;
  /** False when there was more to unpack than was allowed. */
  readonly whole: boolean;
  /** Streams, other than pictures, that are packed in a way that is not known here, broken, or locked. */
  readonly packed: number;
}

/**
 * All words of a PDF that we made, what is drawn once with a space and once with nothing between pieces: a long word that is broken at the end of
 * its line is whole in the second.
 */
export function pdfViews(bytes: Uint8Array): readonly (readonly string[])[] {
  const apart = pdfContents(bytes).texts;
  const together = pdfContents(bytes, { between: '' }).texts;
  return apart.map((text, index) => [text, together[index] ?? '']);
}

/** All words of a PDF that we made. */
export function pdfTexts(bytes: Uint8Array): readonly string[] {
  return pdfContents(bytes).texts;
}

/**
 * All words of a PDF that a program could find: what is drawn on pages (through each font's table of characters), titles, bookmarks, alternative
 * texts, metadata, attached texts, also of objects that no page uses. Of PDFs that we make it is all; of those of others as much as stands there
 * in the usual forms. `most`: bytes to which its streams may unpack, together; `between`: what stands for the way from one drawn piece to the next.
 */
export function pdfContents(
  bytes: Uint8Array,
  { most = Number.POSITIVE_INFINITY, between = ' ' }: { readonly most?: number; readonly between?: string } = {},
): PdfContents {
  const allowance = { left: most, whole: true, packed: 0 };
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { objects, outside } = objectsOf(pdf, allowance);
  const glyphs = glyphMapsOf(objects);
  const texts = objects.flatMap(({ dictionary, stream }) => {
    const strings = stringsOf(dictionary).join('\n');
    return [strings, ...contentOf(dictionary, stream, { glyphs, between })];
  });
  const pictures = objects.filter(({ dictionary }) => isPicture(dictionary)).length;
  return {
    texts: [...texts, outside, ...stringsOf(outside)],
    pictures,
    whole: allowance.whole,
    packed: allowance.packed,
  };
}

function contentOf(dictionary: string, stream: Buffer | undefined, drawn: Drawn): readonly string[] {
  if (stream === undefined) return [];
  if (isPicture(dictionary)) return lookOf(stream) === 'picture' ? pictureTexts(stream) : [];
  return isBinary(dictionary) ? [] : [streamText(stream, drawn)];
}

interface Drawn {
  readonly glyphs: GlyphMap;
  readonly between: string;
}

function streamText(stream: Buffer, { glyphs, between }: Drawn): string {
  const text = stream.toString('latin1');
  return /\bBT\b/.test(text) && /\bT[jJ]\b/.test(text) ? shownText(text, glyphs, between) : stream.toString('utf8');
}

function isBinary(dictionary: string): boolean {
  return /\/Length1\b|\/Subtype\s*\/(?:CIDFontType0C|Type1C|OpenType)\b|\/Type\s*\/XRef\b/.test(dictionary);
}

function isPicture(dictionary: string): boolean {
  return /\/Subtype\s*\/Image\b/.test(dictionary);
}

/** Of bytes that may still be unpacked, and what became of those that were not. */
interface Allowance {
  left: number;
  whole: boolean;
  packed: number;
}

/** Each object with its stream, and what stands between and behind them: the trailer, comments, whatever was hidden there. */
function objectsOf(
  pdf: Buffer,
  allowance: Allowance,
): { readonly objects: readonly PdfObject[]; readonly outside: string } {
  const text = pdf.toString('latin1');
  const head = /(\d{1,10})\s+\d{1,5}\s+obj\b/g;
  const objects: PdfObject[] = [];
  const outside: string[] = [];
  let behind = 0;
  for (let match = head.exec(text); match !== null; match = head.exec(text)) {
    outside.push(text.slice(behind, match.index));
    const begin = head.lastIndex;
    const end = text.indexOf('endobj', begin);
    const stop = end < 0 ? text.length : end;
    const at = text.indexOf('stream', begin);
    const number = Number(match[1]);
    if (at < 0 || at > stop) {
      objects.push({ number, dictionary: text.slice(begin, stop), stream: undefined });
      behind = stop;
    } else {
      const dictionary = text.slice(begin, at);
      const { from, to, closing } = streamIn(text, at, dictionary);
      const stream = unpacked(pdf.subarray(from, Math.max(from, to)), dictionary, allowance);
      objects.push({ number, dictionary, stream });
      behind = Math.max(closing, from);
    }
    head.lastIndex = behind;
  }
  outside.push(text.slice(behind));
  const all = objects.flatMap((object) => [object, ...gatheredIn(object)]);
  return { objects: all, outside: outside.join('\n').replace(/^\d{10} \d{5} [nf]\s*$/gm, '') };
}

/** Many small objects can stand in the stream of one: their numbers and places first, then one after the other. None of them has a stream. */
function gatheredIn({ dictionary, stream }: PdfObject): readonly PdfObject[] {
  const first = Number(/\/First\s+(\d{1,10})\b/.exec(dictionary)?.[1] ?? Number.NaN);
  if (stream === undefined || Number.isNaN(first) || !/\/Type\s*\/ObjStm\b/.test(dictionary)) return [];
  const text = stream.toString('latin1');
  const places = [...text.slice(0, first).matchAll(/(\d{1,10})\s+(\d{1,10})/g)].map(([, number, at]) => ({
    number: Number(number),
    at: first + Number(at),
  }));
  return places.map(({ number, at }, index) => ({
    number,
    dictionary: text.slice(at, places[index + 1]?.at ?? text.length),
    stream: undefined,
  }));
}

function streamIn(text: string, at: number, dictionary: string): { from: number; to: number; closing: number } {
  const from = text.startsWith('\r\n', at + 6) ? at + 8 : at + 7;
  const length = Number(/\/Length\s+(\d+)\b(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
  const closing = text.indexOf('endstream', Number.isNaN(length) ? from : from + length);
  return { from, to: Number.isNaN(length) ? closing : from + length, closing };
}

const MOST_OF_ONE = 256 * 1024 * 1024;

function unpacked(stream: Buffer, dictionary: string, allowance: Allowance): Buffer | undefined {
  const filters = filtersOf(dictionary);
  // A picture in the form of JPEG stands there as it was a file.
  if (filters?.length === 0 || filters?.[0] === 'DCTDecode') return stream;
  if (isPicture(dictionary)) return undefined;
  const made = filters && unpackedBy(filters, stream, Math.min(MOST_OF_ONE, allowance.left));
  if (made && 'content' in made && !isPredicted(dictionary)) {
    allowance.left -= made.content.length;
    return made.content;
  }
  if (made && 'fault' in made && made.fault === 'too-large') allowance.whole = false;
  else if (!/\/Type\s*\/XRef\b/.test(dictionary)) allowance.packed += 1;
  return undefined;
}

/** Undefined where they stand in another object. */
function filtersOf(dictionary: string): readonly string[] | undefined {
  if (!/\/Filter\b/.test(dictionary)) return [];
  const named = /\/Filter\s*(?:\/(\w{1,20})|\[([^\]]{0,200})\])/.exec(dictionary);
  return named
    ? [...(named[1] === undefined ? (named[2] ?? '') : `/${named[1]}`).matchAll(/\/(\w{1,20})/g)].map(
        ([, name = '']) => name,
      )
    : undefined;
}

/** What is written as differences reads like nothing. */
function isPredicted(dictionary: string): boolean {
  return Number(/\/Predictor\s+(\d{1,3})/.exec(dictionary)?.[1] ?? 1) > 1;
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
