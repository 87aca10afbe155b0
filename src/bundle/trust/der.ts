/** One value of DER (X.690): definite lengths in their shortest form, and no other. */
export interface Der {
  readonly tag: number;
  readonly content: Buffer;
  /** Tag, length and content as they stand. */
  readonly whole: Buffer;
  /** What a constructed value holds. */
  readonly parts: readonly Der[];
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  utc: 0x17,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

const DEEPEST = 24;

/** Undefined for anything that is not exactly one value of DER. */
export function readDer(bytes: Uint8Array): Der | undefined {
  const values = valuesIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0);
  return values?.length === 1 ? values[0] : undefined;
}

/** One value of DER with nothing but zeros behind it, as where room was left for more; without them. */
export function readDerBefore(bytes: Uint8Array): Buffer | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const value = valueAt(buffer, 0, 0)?.whole;
  return value && buffer.subarray(value.length).every((byte) => byte === 0) ? value : undefined;
}

function valuesIn(bytes: Buffer, depth: number): readonly Der[] | undefined {
  const values: Der[] = [];
  for (let at = 0; at < bytes.length; ) {
    const value = valueAt(bytes, at, depth);
    if (!value) return undefined;
    values.push(value);
    at += value.whole.length;
  }
  return values;
}

function valueAt(bytes: Buffer, at: number, depth: number): Der | undefined {
  const tag = bytes[at];
  const head = lengthAt(bytes, at + 1);
  // Tags above 30 take more bytes; none of the forms that we read has one.
  if (tag === undefined || (tag & 0x1f) === 0x1f || !head || depth > DEEPEST) return undefined;
  const start = at + 1 + head.bytes;
  const end = start + head.length;
  if (end > bytes.length) return undefined;
  const content = bytes.subarray(start, end);
  const parts = tag & 0x20 ? valuesIn(content, depth + 1) : [];
  return parts && { tag, content, whole: bytes.subarray(at, end), parts };
}

function lengthAt(bytes: Buffer, at: number): { length: number; bytes: number } | undefined {
  const first = bytes[at];
  if (first === undefined) return undefined;
  if (first < 0x80) return { length: first, bytes: 1 };
  const count = first & 0x7f;
  if (count === 0 || count > 4 || at + 1 + count > bytes.length) return undefined;
  const length = bytes.readUIntBE(at + 1, count);
  return length < 0x80 || length < 2 ** (8 * (count - 1)) ? undefined : { length, bytes: 1 + count };
}

export function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const digits = Buffer.from(body.length.toString(16).padStart(body.length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | digits.length]), digits, body]);
}

/** `1.2.840.113549` */
export function oidOf(value: Der | undefined): string | undefined {
  if (value?.tag !== TAG.oid) return undefined;
  const numbers: number[] = [];
  let number = 0;
  for (const byte of value.content) {
    number = number * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    numbers.push(number);
    number = 0;
  }
  const [first = 0, ...rest] = numbers;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join('.');
}

export function derOid(oid: string): Buffer {
  const [first = 0, second = 0, ...rest] = oid.split('.').map(Number);
  return der(TAG.oid, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(number: number): readonly number[] {
  const digits = [number & 0x7f];
  for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128))
    digits.unshift((left & 0x7f) | 0x80);
  return digits;
}
