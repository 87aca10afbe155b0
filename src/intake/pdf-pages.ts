import { inflateSync } from 'node:zlib';

const PDF_HEAD = '%PDF-';
/** An object stream of a catalogue is small; what unpacks to more is none, or wants to fill the memory. */
const MOST_UNPACKED = 16 * 1024 * 1024;

export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes(PDF_HEAD);
}

/**
 * How many pages a PDF has, by the root of its page tree; null where that cannot be read (encrypted, broken). Nothing else of it is looked at:
 * the tree's root counts more leaves than any of its branches.
 */
export function pdfPages(bytes: Uint8Array): number | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const counts = [...countsIn(text)];
  for (const match of text.matchAll(OBJECT_STREAM)) {
    const from = (match.index ?? 0) + match[0].length;
    const end = text.indexOf('endstream', from);
    const packed = end < 0 ? undefined : bytes.subarray(from, end);
    if (packed !== undefined) counts.push(...countsIn(unpacked(packed)));
  }
  return counts.length === 0 ? null : Math.max(...counts);
}

/** Dictionaries of streams are short; a bound keeps the search from running on. */
const OBJECT_STREAM = /<<[^<>]{0,300}\/Type\s*\/ObjStm\b[^<>]{0,300}>>\s*stream\r?\n/g;

function countsIn(text: string): readonly number[] {
  const found: number[] = [];
  for (const match of text.matchAll(/\/Type\s*\/Pages\b/g)) {
    const at = match.index ?? 0;
    // The dictionary around it, as far as nothing else begins there.
    const before =
      text
        .slice(Math.max(0, at - 4000), at)
        .split(/\bobj\b|endobj/)
        .at(-1) ?? '';
    const behind = text.slice(at, at + 4000).split(/endobj|\/Type\s*\/(?!Pages\b)/)[0] ?? '';
    const count =
      /\/Count\s+(\d{1,7})\b/.exec(behind)?.[1] ?? /\/Count\s+(\d{1,7})\b(?![\s\S]*\/Count)/.exec(before)?.[1];
    if (count !== undefined) found.push(Number(count));
  }
  return found;
}

function unpacked(packed: Uint8Array): string {
  try {
    return inflateSync(packed, { maxOutputLength: MOST_UNPACKED, finishFlush: 2 }).toString('latin1');
  } catch {
    return '';
  }
}
