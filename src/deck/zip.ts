import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { byCodeUnit } from '../kernel/order.ts';

export interface Part {
  readonly name: string;
  readonly content: Buffer;
}

const [LOCAL, ROW, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const END_LENGTH = 22;
/** 1980-01-01, the first day that a ZIP can tell. */
const DAY = 0x0021;

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
  const bodies: Buffer[] = [];
  const rows: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of sorted) {
    const packed = deflateRawSync(content, { level: 6 });
    const facts = { name: Buffer.from(name), sum: crc32(content), packed: packed.length, size: content.length, offset };
    const body = Buffer.concat([headOf(LOCAL, facts), facts.name, packed]);
    bodies.push(body);
    rows.push(headOf(ROW, facts), facts.name);
    offset += body.length;
  }
  const list = Buffer.concat(rows);
  const end = Buffer.alloc(END_LENGTH);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(sorted.length, 8);
  end.writeUInt16LE(sorted.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}

interface Facts {
  readonly name: Buffer;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Both heads hold the same fields; that of the list has the version of its maker before them and more behind. */
function headOf(kind: number, { name, sum, packed, size, offset }: Facts): Buffer {
  const inList = kind === ROW;
  const head = Buffer.alloc(inList ? 46 : 30);
  head.writeUInt32LE(kind, 0);
  if (inList) head.writeUInt16LE(20, 4);
  const at = inList ? 6 : 4;
  head.writeUInt16LE(20, at);
  // Names are UTF-8; packed with deflate.
  head.writeUInt16LE(0x0800, at + 2);
  head.writeUInt16LE(8, at + 4);
  head.writeUInt16LE(DAY, at + 8);
  head.writeUInt32LE(sum, at + 10);
  head.writeUInt32LE(packed, at + 14);
  head.writeUInt32LE(size, at + 18);
  head.writeUInt16LE(name.length, at + 22);
  if (inList) head.writeUInt32LE(offset, 42);
  return head;
}
