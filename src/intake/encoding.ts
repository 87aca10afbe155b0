import { isAscii, isUtf8 } from 'node:buffer';
import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { asBuffer, type Bytes, headOf } from './bytes.ts';
import { cyrillicOf, declaredEncoding, looksLikeGbk, looksLikeOem, looksLikeShiftJis } from './eight-bit.ts';
import { Unreadable } from './trouble.ts';

/** How the bytes became text. `fallback` when nothing in the file says so and it was chosen by its look. */
export interface Encoding {
  readonly name: string;
  readonly fallback: boolean;
  readonly bomBytes: number;
}

const LOOK_BYTES = 65_536;
const EIGHT_BIT_LOOK_BYTES = 1_048_576;

/** BOM, UTF-16 by its zeros, strict UTF-8, what XML declares, else an 8-bit encoding by its look. Undefined: no text at all. */
export async function detectEncoding(bytes: Bytes): Promise<Encoding | undefined> {
  const { head } = await headOf(bytes, LOOK_BYTES);
  const marked = byMark(head) ?? byZeros(head);
  if (marked && marked.name !== 'utf-8') return marked;
  if (holdsBinary(head)) return undefined;
  const eightBit = await highBytes(bytes);
  if (eightBit === 'utf-8' || marked) {
    if (eightBit !== 'utf-8') throw new Unreadable(INTAKE_REASONS.badCharacters('utf-8'));
    return marked ?? { name: 'utf-8', fallback: false, bomBytes: 0 };
  }
  const declared = declaredEncoding(head);
  if (declared) return { name: declared, fallback: false, bomBytes: 0 };
  return { name: eightBit, fallback: true, bomBytes: 0 };
}

function byMark(head: Buffer): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: 'utf-8', fallback: false, bomBytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', fallback: false, bomBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', fallback: false, bomBytes: 2 };
  return undefined;
}

/** Latin text in UTF-16 has a zero in every second byte, and none in the others. */
function byZeros(head: Buffer): Encoding | undefined {
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  if (pairs < 2) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i += 1) {
    if (head[2 * i] === 0) even += 1;
    if (head[2 * i + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.4 && even < pairs * 0.02) return { name: 'utf-16le', fallback: false, bomBytes: 0 };
  if (even > pairs * 0.4 && odd < pairs * 0.02) return { name: 'utf-16be', fallback: false, bomBytes: 0 };
  return undefined;
}

function holdsBinary(head: Buffer): boolean {
  if (head.includes(0)) return true;
  let controls = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) controls += 1;
  return controls > head.length * 0.05;
}

type EightBit = 'gb18030' | 'shift_jis' | 'cp866' | 'windows-1251' | 'cp850' | 'windows-1252';

/** Whole-file look: one invalid byte at the end decides as much as one at the start. */
async function highBytes(bytes: Bytes): Promise<'utf-8' | EightBit> {
  const utf8 = utf8Check();
  const look: Buffer[] = [];
  let kept = 0;
  let last: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes.open()) {
    const buffer = asBuffer(chunk);
    utf8.see(buffer);
    // From the first high byte on, with what stands before it: what its neighbours are decides.
    if (kept < EIGHT_BIT_LOOK_BYTES && (kept > 0 || !isAscii(buffer))) {
      look.push(...(kept === 0 ? [last, buffer] : [buffer]));
      kept += buffer.length;
    }
    last = buffer;
    if (!utf8.holds() && kept >= EIGHT_BIT_LOOK_BYTES) break;
  }
  if (utf8.cut()) throw new Unreadable(INTAKE_REASONS.cutCharacter());
  if (utf8.endsWhole()) return 'utf-8';
  const sample = Buffer.concat(look);
  if (looksLikeGbk(sample)) return 'gb18030';
  if (looksLikeShiftJis(sample)) return 'shift_jis';
  return cyrillicOf(sample) ?? (looksLikeOem(sample) ? 'cp850' : 'windows-1252');
}

/** UTF-8 over chunks: a character that a chunk cuts is carried into the next. */
function utf8Check() {
  let valid = true;
  let beyondAscii = false;
  let carry: Buffer = Buffer.alloc(0);
  return {
    see(chunk: Buffer): void {
      if (!valid) return;
      const data = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
      const end = data.length - openTail(data);
      valid = isUtf8(data.subarray(0, end));
      beyondAscii ||= !isAscii(data.subarray(0, end));
      carry = data.subarray(end);
    },
    holds: () => valid,
    /** Characters of UTF-8 and half a one at the end are no accident of another encoding: the file was cut. */
    cut: () => valid && beyondAscii && carry.length > 0,
    endsWhole: () => valid && carry.length === 0,
  };
}

/** How many bytes at the end begin a character that is not complete. */
function openTail(data: Buffer): number {
  for (let back = 1; back <= 3 && back <= data.length; back += 1) {
    const byte = data[data.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? back : 0;
    }
  }
  return 0;
}
