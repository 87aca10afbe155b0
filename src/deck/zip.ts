import { inflateRawSync } from 'node:zlib';
import { byCodeUnit } from '../kernel/order.ts';
import { writtenZip } from '../kernel/zip-writing.ts';

export interface Part {
  readonly name: string;
  readonly content: Buffer;
}

const [ROW, END] = [0x02014b50, 0x06054b50];
const END_LENGTH = 22;
/** Midnight of 1980-01-01, the first day that a ZIP can tell: the day above the time. */
const DAY = 0x0021_0000;

/** The files of a ZIP that a library just made for us, by its list. */
export function partsOf(zip: Buffer): readonly Part[] {
  const end = zip.length - END_LENGTH;
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new Error('a ZIP of ours that does not end as one');
  const parts: Part[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== ROW) throw new Error('a ZIP of ours whose list is broken');
    const [nameLength, extra, comment] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    if (!name.endsWith('/'))
      parts.push({ name, content: zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed) });
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

/** The same parts give the same bytes: sorted, `first` before all others, of one day. */
export function zipOf(parts: readonly Part[], first: string): Buffer {
  const rank = ({ name }: Part): number => (name === first ? 0 : 1);
  const sorted = parts.toSorted((a, b) => rank(a) - rank(b) || byCodeUnit(a.name, b.name));
  return writtenZip(sorted.map((part) => ({ ...part, modified: DAY })));
}
