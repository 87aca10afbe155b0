import { crc32, deflateRawSync } from 'node:zlib';

/** One file as an archive gives it; `modified` as that form of archive writes times. */
export interface WrittenFile {
  readonly name: string;
  readonly modified: number;
  readonly content: Uint8Array;
}

const LOCAL = 0x04034b50;
const ROW = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const NAME_IN_UTF8 = 0x800;
const DEFLATED = 8;

/** A ZIP with the least that it needs (APPNOTE 6.3.9, 4.3): no comments, no extra fields, no attributes. Far below the limits of its old form. */
export function writtenZip(files: readonly WrittenFile[]): Buffer {
  const parts: Buffer[] = [];
  const rows: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const name = Buffer.from(file.name, 'utf8');
    const packed = deflateRawSync(file.content);
    const facts = factsOf(file, packed, name);
    rows.push(rowOf(facts, at), name);
    for (const part of [localOf(facts), name, packed]) {
      parts.push(part);
      at += part.length;
    }
  }
  const list = Buffer.concat(rows);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}

/** What stands of a file in its own header and in the list alike: 26 bytes from the version that is needed to the length of extra fields. */
function factsOf({ modified, content }: WrittenFile, packed: Buffer, name: Buffer): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(NAME_IN_UTF8, 2);
  facts.writeUInt16LE(DEFLATED, 4);
  facts.writeUInt32LE(modified, 6);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}

function localOf(facts: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(LOCAL);
  return Buffer.concat([head, facts]);
}

function rowOf(facts: Buffer, offset: number): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt32LE(ROW);
  head.writeUInt16LE(VERSION, 4);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([head, facts, tail]);
}
