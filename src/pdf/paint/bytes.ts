/** Bytes being written one after the other, in a room that grows and is used again: text of a page never exists as strings. */
export interface Bytes {
  buffer: Buffer;
  /** Where the next one goes. */
  at: number;
}

const FIRST_ROOM = 1 << 14;

export function startBytes(): Bytes {
  return { buffer: Buffer.allocUnsafe(FIRST_ROOM), at: 0 };
}

/** Makes sure that so many more have room. */
export function makeRoom(bytes: Bytes, count: number): void {
  if (bytes.at + count <= bytes.buffer.length) return;
  const larger = Buffer.allocUnsafe(Math.max(bytes.buffer.length * 2, bytes.at + count));
  bytes.buffer.copy(larger, 0, 0, bytes.at);
  bytes.buffer = larger;
}

/** What was written; good until more is. */
export function written(bytes: Bytes): Buffer {
  return bytes.buffer.subarray(0, bytes.at);
}

const SHORT = 48;

/** Characters up to U+00FF, a byte each. */
export function say(bytes: Bytes, text: string): void {
  const { length } = text;
  makeRoom(bytes, length);
  const { buffer } = bytes;
  let { at } = bytes;
  if (length > SHORT) at += buffer.write(text, at, 'latin1');
  else for (let index = 0; index < length; index += 1) buffer[at++] = text.charCodeAt(index);
  bytes.at = at;
}

const MOST_DIGITS = 20;
const [ZERO, POINT, MINUS] = [0x30, 0x2e, 0x2d];

/** A whole number, not below zero. */
export function sayWhole(bytes: Bytes, value: number): void {
  makeRoom(bytes, MOST_DIGITS);
  bytes.at = putWhole(bytes.buffer, bytes.at, value);
}

/** Hundredths of a point are below what any printer shows. */
export function sayNumber(bytes: Bytes, value: number): void {
  sayHundredths(bytes, Math.round(value * 100));
}

/** So many hundredths as a decimal number, as short as it can be. */
export function sayHundredths(bytes: Bytes, hundredths: number): void {
  makeRoom(bytes, MOST_DIGITS);
  bytes.at = putHundredths(bytes.buffer, bytes.at, hundredths);
}

/** Says where the next byte goes. There must be room. */
export function putHundredths(buffer: Buffer, start: number, hundredths: number): number {
  let at = start;
  let rest = hundredths;
  if (rest < 0) {
    buffer[at++] = MINUS;
    rest = -rest;
  }
  const whole = Math.floor(rest / 100);
  at = putWhole(buffer, at, whole);
  const part = rest - whole * 100;
  if (part === 0) return at;
  const tens = Math.floor(part / 10);
  buffer[at++] = POINT;
  buffer[at++] = ZERO + tens;
  if (part > tens * 10) buffer[at++] = ZERO + part - tens * 10;
  return at;
}

function putWhole(buffer: Buffer, start: number, value: number): number {
  if (value < 10) {
    buffer[start] = ZERO + value;
    return start + 1;
  }
  let places = 1;
  for (let power = 10; power <= value; power *= 10) places += 1;
  let rest = value;
  for (let at = start + places - 1; at >= start; at -= 1) {
    const above = Math.floor(rest / 10);
    buffer[at] = ZERO + rest - above * 10;
    rest = above;
  }
  return start + places;
}
