import { crc32, deflateRawSync } from 'node:zlib';

/** Archives built byte by byte, so that a test can let one field lie. */

export interface ZipEntry {
  readonly name: string | Buffer;
  readonly data: string | Buffer;
  readonly stored?: boolean;
  /** Sizes and checksum behind the data, in a descriptor of this form. */
  readonly behind?: 'marked' | 'plain' | 'large';
  readonly flags?: number;
  readonly extra?: Buffer;
  readonly attributes?: number;
  /** Written over the finished parts: [offset in that part, little-endian number, its bytes]. */
  readonly local?: readonly Patch[];
  readonly central?: readonly Patch[];
  readonly descriptor?: readonly Patch[];
  /** Bytes between this entry and the next. */
  readonly gap?: Buffer;
}

export type Patch = readonly [at: number, value: number, bytes: 1 | 2 | 4];

export interface ZipFaults {
  readonly front?: Buffer;
  readonly beforeEnd?: Buffer;
  readonly comment?: Buffer;
  readonly end?: readonly Patch[];
  readonly behind?: Buffer;
  /** With the records of ZIP64, and what is patched in the 56 bytes of its end record. */
  readonly zip64?: readonly Patch[];
}

export function zipOf(entries: readonly ZipEntry[], faults: ZipFaults = {}): Buffer {
  const front = faults.front ?? Buffer.alloc(0);
  const parts: Buffer[] = [front];
  const directory: Buffer[] = [];
  let at = front.length;
  for (const entry of entries) {
    const { local, central } = entryParts(entry, at);
    parts.push(local);
    directory.push(central);
    at += local.length;
  }
  const described = Buffer.concat(directory);
  const large = faults.zip64 ? zip64Of(entries.length, described.length, at, faults.zip64) : Buffer.alloc(0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(described.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(faults.comment?.length ?? 0, 20);
  patch(end, faults.end);
  const rest = [faults.beforeEnd, large, end, faults.comment, faults.behind];
  return Buffer.concat([...parts, described, ...rest.filter((part) => part !== undefined)]);
}

function entryParts(entry: ZipEntry, offset: number): { local: Buffer; central: Buffer } {
  const name = Buffer.from(entry.name);
  const data = Buffer.from(entry.data);
  const packed = entry.stored ? data : deflateRawSync(data);
  const extra = entry.extra ?? Buffer.alloc(0);
  const flags = (entry.flags ?? 0x800) | (entry.behind ? 8 : 0);
  const method = entry.stored ? 0 : 8;
  const [sum, size, whole] = [crc32(data), packed.length, data.length];
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  for (const [value, field] of [
    [20, 4],
    [flags, 6],
    [method, 8],
    [0x5c43, 12],
    [name.length, 26],
    [extra.length, 28],
  ] as const)
    local.writeUInt16LE(value, field);
  if (!entry.behind) for (const [i, value] of [sum, size, whole].entries()) local.writeUInt32LE(value, 14 + i * 4);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE((3 << 8) | 20, 4);
  local.copy(central, 6, 4, 30);
  for (const [i, value] of [sum, size, whole].entries()) central.writeUInt32LE(value, 16 + i * 4);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt16LE(extra.length, 30);
  central.writeUInt32LE((entry.attributes ?? 0) >>> 0, 38);
  central.writeUInt32LE(offset, 42);
  patch(local, entry.local);
  patch(central, entry.central);
  const descriptor = descriptorOf(entry, sum, size, whole);
  return {
    local: Buffer.concat([local, name, extra, packed, descriptor, entry.gap ?? Buffer.alloc(0)]),
    central: Buffer.concat([central, name, extra]),
  };
}

function descriptorOf({ behind, descriptor }: ZipEntry, sum: number, size: number, whole: number): Buffer {
  if (!behind) return Buffer.alloc(0);
  const wide = behind === 'large' ? 8 : 4;
  const bytes = Buffer.alloc(8 + 2 * wide);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(sum, 4);
  bytes.writeUInt32LE(size, 8);
  bytes.writeUInt32LE(whole, 8 + wide);
  patch(bytes, descriptor);
  return behind === 'plain' ? bytes.subarray(4) : bytes;
}

function zip64Of(entries: number, size: number, at: number, patches: readonly Patch[]): Buffer {
  const end = Buffer.alloc(56);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeUInt32LE(44, 4);
  end.writeUInt16LE(45, 12);
  end.writeUInt16LE(45, 14);
  end.writeUInt32LE(entries, 24);
  end.writeUInt32LE(entries, 32);
  end.writeUInt32LE(size, 40);
  end.writeUInt32LE(at, 48);
  patch(end, patches);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeUInt32LE(at + size, 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end, locator]);
}

function patch(bytes: Buffer, patches: readonly Patch[] = []): void {
  for (const [at, value, length] of patches) bytes.writeUIntLE(value, at, length);
}

export interface TarEntry {
  readonly name: string | Buffer;
  readonly data?: string | Buffer;
  readonly type?: string;
  readonly prefix?: string;
  /** The size field as it is written, where it is not that of the data. */
  readonly size?: string | Buffer;
  readonly magic?: string;
  readonly checksum?: string;
  readonly padding?: number;
}

export function tarOf(entries: readonly TarEntry[], end: Buffer = Buffer.alloc(1024)): Buffer {
  return Buffer.concat([...entries.flatMap(tarParts), end]);
}

function tarParts(entry: TarEntry): Buffer[] {
  const data = Buffer.from(entry.data ?? '');
  const header = Buffer.alloc(512);
  Buffer.from(entry.name).copy(header, 0, 0, 100);
  header.write('0000644\u00000000000\u00000000000\u0000', 100, 'latin1');
  Buffer.from(entry.size ?? `${data.length.toString(8).padStart(11, '0')}\0`).copy(header, 124);
  header.write('15000000000\0', 136, 'latin1');
  header.write(entry.type ?? '0', 156, 'latin1');
  header.write(entry.magic ?? 'ustar\u000000', 257, 'latin1');
  header.write(entry.prefix ?? '', 345, 'latin1');
  header.fill(0x20, 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(entry.checksum ?? `${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return [header, data, Buffer.alloc((512 - (data.length % 512)) % 512, entry.padding ?? 0)];
}

/** Records of a pax header, each with its true length. */
export function paxRecords(said: Readonly<Record<string, string>>): string {
  return Object.entries(said)
    .map(([key, value]) => {
      const rest = ` ${key}=${value}\n`;
      let length = Buffer.byteLength(rest) + 1;
      while (Buffer.byteLength(`${length}${rest}`) !== length) length += 1;
      return `${length}${rest}`;
    })
    .join('');
}
