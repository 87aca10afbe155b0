import { inflateRawSync } from 'node:zlib';
import type { Needles } from '../kernel/needles.ts';
import type { PackageEntry } from '../model/package.ts';
import type { SightingKind } from '../model/sighting.ts';
import { withoutDoubledQuotes, withoutEntities, withoutJsonEscapes } from './meant.ts';
import { pdfViews } from './pdf-text.ts';
import { lookOf, pictureTexts } from './picture-text.ts';

/** A file of a package in which values stand that must not be there. */
export interface Leak {
  readonly file: string;
  readonly kind: SightingKind;
  readonly count: number;
}

/** Searches every byte of what would leave, as a reader's program would show it: pages of PDFs, cells of workbooks, texts, names, metadata. */
export function leaksIn(
  entries: readonly Pick<PackageEntry, 'path' | 'content'>[],
  needles: Needles,
  kindOf: (needle: string) => SightingKind | undefined,
): readonly Leak[] {
  if (needles.size === 0) return [];
  return entries.flatMap(({ path, content }) => {
    const counts = new Map<SightingKind, number>();
    for (const [needle, count] of countsIn([[path], ...shippedViews(path, content)], needles)) {
      const kind = kindOf(needle);
      if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + count);
    }
    return [...counts].map(([kind, count]) => ({ file: path, kind, count }));
  });
}

/** How often each value stands in a file. A text that can be read in two ways shows it in both, and it is there once. */
function countsIn(texts: readonly Views[], needles: Needles): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const views of texts) {
    const most = new Map<string, number>();
    // Most texts mean what they say: then all ways of reading them are one.
    for (const view of views.filter((each, i) => views.indexOf(each) === i)) {
      const seen = new Map<string, number>();
      for (const { needle } of needles.find(view)) seen.set(needle, (seen.get(needle) ?? 0) + 1);
      for (const [needle, count] of seen) most.set(needle, Math.max(most.get(needle) ?? 0, count));
    }
    for (const [needle, count] of most) counts.set(needle, (counts.get(needle) ?? 0) + count);
  }
  return counts;
}

/** One text in each way in which it can be read: as it stands, and as it is meant. */
type Views = readonly string[];

/** The words in a file of a package. */
export function shippedTexts(path: string, content: Uint8Array): readonly string[] {
  return shippedViews(path, content).flat();
}

function shippedViews(path: string, content: Uint8Array): readonly Views[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return pdfViews(bytes);
  if (bytes.length < 4) return [[bytes.toString('utf8')]];
  if (bytes.readUInt32LE(0) === LOCAL_HEADER) return zippedTexts(bytes);
  const text = bytes.toString('utf8');
  if (lookOf(bytes) === 'picture') return pictureTexts(bytes).map((words) => [words]);
  if (/\.(?:html?|xml)$/i.test(path)) {
    const views = [text, withoutTags(text), withoutEntities(text), withoutJsonEscapes(text)];
    return [views, ...picturesIn(text)];
  }
  if (/\.jsonl?$/i.test(path)) return [[text, withoutJsonEscapes(text)]];
  return /\.csv$/i.test(path) ? [[text, withoutDoubledQuotes(text)]] : [[text]];
}

/** The words beside the pixels of pictures that a page holds in itself. */
function picturesIn(page: string): readonly Views[] {
  return [...page.matchAll(/data:image\/[\w+.-]{1,20};base64,([A-Za-z0-9+/=]+)/g)].flatMap(([, base64 = '']) => {
    const bytes = Buffer.from(base64, 'base64');
    return lookOf(bytes) === 'picture' ? pictureTexts(bytes).map((words) => [words]) : [];
  });
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ROW = 0x02014b50;

const LIST_END = Buffer.from([0x50, 0x4b, 5, 6]);

/** Names and texts of the files in a ZIP of our own (a workbook, slides with workbooks in them), by its list of files. */
function zippedTexts(zip: Buffer): readonly Views[] {
  const texts: Views[] = [];
  const end = zip.lastIndexOf(LIST_END);
  let at = end < 0 || end + 20 > zip.length ? zip.length : zip.readUInt32LE(end + 16);
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === DIRECTORY_ROW) {
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    const content = zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    texts.push([zip.toString('utf8', at + 46, at + 46 + name)]);
    if (content.length > 4 && content.readUInt32LE(0) === LOCAL_HEADER) texts.push(...zippedTexts(content));
    else if (lookOf(content) === 'picture') texts.push(...pictureTexts(content).map((words) => [words]));
    else {
      const text = content.toString('utf8');
      texts.push([withoutTags(text), withoutEntities(text), text]);
    }
    at += 46 + name + extra + comment;
  }
  return texts;
}

/** What stands between and in tags, with the characters that entities mean. */
function withoutTags(text: string): string {
  return withoutEntities(
    text
      .replace(/<\/?(?:[a-z]{1,3}:)?(?:t|r|b|i|em|strong|span|code|a|mark|wbr)\b[^<>]*>/g, '')
      .replace(/<[^<>]*>/g, ' '),
  );
}
