import type { Observed } from '../../model/observed.ts';
import { property } from '../json-path.ts';

/**
 * Marks of 64 bits for rows and records, as two halves. They are compared within one engagement only and never leave it; among five
 * million of them the chance of one accidental pair is below one in a million.
 */
export interface Mark {
  a: number;
  b: number;
}

/** A mark that may be kept in a table: never both halves zero, which means an empty place there. */
export function markOfText(text: string): Mark {
  return finished(takeText(started(), text));
}

/** The bytes between two places: a row as it stands. */
export function markOfBytes(bytes: Uint8Array, from: number, to: number): Mark {
  const mark = started();
  let { a, b } = mark;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    a = Math.imul(a ^ byte, 2_654_435_761);
    b = Math.imul(b ^ byte, 1_597_334_677);
  }
  mark.a = a;
  mark.b = b;
  return finished(mark);
}

/** Of plain data: keys and members of lists count whatever their order, for the order of rows must not tell. What is no text begins as no text does. */
export function markOfValue(value: unknown): Mark {
  const mark = started();
  if (Array.isArray(value)) {
    takeText(mark, `\0[${value.length}`);
    for (const entry of value) add(mark, markOfValue(entry));
  } else if (isObserved(value)) {
    // The same moment, however it is written: another export may write it in another form.
    takeText(mark, value.instant === undefined ? `\0time ${value.raw}` : `\0time ${value.instant} ${value.precision}`);
  } else if (typeof value === 'object' && value !== null) return markOfFields(value, (_, held) => held);
  else if (typeof value === 'string') return markOfText(value);
  else takeText(mark, `\0${typeof value} ${String(value)}`);
  return finished(mark);
}

/** Of what is said under each key, where anything is said. */
export function markOfFields(fields: object, said: (key: string, held: unknown) => unknown): Mark {
  const mark = started();
  // Key by key: a list of entries costs more than the marks.
  for (const key in fields) {
    const held = said(key, property(fields, key));
    if (held !== undefined) add(mark, finished(joined(markOfKey(key), markOfValue(held))));
  }
  return finished(mark);
}

const KEYS = new Map<string, Mark>();
/** Keys of records are few; those of what a file names itself may be any. */
const KEYS_KEPT = 1000;

function markOfKey(key: string): Mark {
  const known = KEYS.get(key);
  if (known) return known;
  const mark = markOfText(key);
  if (KEYS.size < KEYS_KEPT) KEYS.set(key, mark);
  return mark;
}

/** Both, in this order. */
export function joined(first: Mark, second: Mark): Mark {
  return {
    a: Math.imul(first.a ^ (second.b >>> 7), 2_246_822_507) ^ second.a,
    b: Math.imul(first.b ^ (second.a >>> 9), 3_266_489_909) ^ second.b,
  };
}

export function add(sum: Mark, mark: Mark): void {
  sum.a = (sum.a + mark.a) | 0;
  sum.b = (sum.b + mark.b) | 0;
}

function isObserved(value: unknown): value is Observed {
  return typeof value === 'object' && value !== null && 'zoneAssumed' in value;
}

function started(): Mark {
  return { a: 0xdeadbeef | 0, b: 0x41c6ce57 };
}

function takeText(mark: Mark, text: string): Mark {
  let { a, b } = mark;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  mark.a = a;
  mark.b = b;
  return mark;
}

function finished(mark: Mark): Mark {
  const { a, b } = mark;
  mark.a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  mark.b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  if (mark.a === 0 && mark.b === 0) mark.b = 1;
  return mark;
}
