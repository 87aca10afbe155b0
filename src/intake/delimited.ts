import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { type KnownTexts, trimmedText } from './cell-texts.ts';
import { Unreadable } from './trouble.ts';

/** One record of a delimited file, for as long as it is handed over: its cells are offsets, and text is made only of what is asked for. */
export interface RawRecord {
  readonly bytes: Buffer;
  /** The same bytes. */
  readonly view: DataView;
  /** Three numbers a cell: start, end, form. */
  readonly cells: Int32Array;
  readonly count: number;
  /** False for the last one of a file that ends without a line end. */
  readonly ended: boolean;
  /** Shared by all records of a file. */
  readonly known: KnownTexts;
}

const PLAIN = 0;
const QUOTED = 1;
const ESCAPED = 2;
/** Text after a closing quote: `"3.5" disk`. Read as it stands. */
const LOOSE = 3;

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const BLOCK_BYTES = 65_536;

export type Delimiter = ',' | ';' | '\t' | '|';

/** The text of a cell, trimmed; empty when the record has no such cell. */
export function cellText(record: RawRecord, index: number): string {
  if (index >= record.count) return '';
  const at = index * 3;
  const start = record.cells[at] ?? 0;
  const end = record.cells[at + 1] ?? 0;
  const form = record.cells[at + 2];
  if (form === PLAIN || form === QUOTED) {
    return trimmedText(record, { start, end, column: index });
  }
  const text = record.bytes.toString('utf8', start, end);
  if (form === ESCAPED) return text.replaceAll('""', '"').trim();
  return text
    .replace(/^\s*"/, '')
    .replace(/"(?!")/, '')
    .replaceAll('""', '"')
    .trim();
}

export function cellTexts(record: RawRecord): string[] {
  return Array.from({ length: record.count }, (_, index) => cellText(record, index));
}

/**
 * Splits UTF-8 bytes into records: quoted cells over several lines, doubled quotes, and LF, CRLF or CR, also mixed.
 * `onRecord` answers false to stop. A record that a block cuts is scanned again once at least twice as much is there.
 */
export function splitDelimited(
  delimiter: Delimiter,
  onRecord: (record: RawRecord) => boolean | undefined,
  { recordBytes, blockBytes = BLOCK_BYTES }: { recordBytes: number; blockBytes?: number },
) {
  const separator = delimiter.charCodeAt(0);
  const known: KnownTexts = [];
  const scratch: Scratch = { cells: new Int32Array(4096) };
  // One block after the other in the same memory: a new one for each would be a second copy of the file for the collector.
  let room = Buffer.allocUnsafe(blockBytes);
  let filled = 0;
  let enough = blockBytes;
  let stopped = false;

  function scan(final: boolean): void {
    const result = scanBlock(room.subarray(0, filled), { separator, final, known, scratch, onRecord });
    stopped = result.stopped;
    const rest = filled - result.consumed;
    if (rest > recordBytes) throw new Unreadable(INTAKE_REASONS.recordTooLong(recordBytes));
    room.copyWithin(0, result.consumed, filled);
    filled = rest;
    enough = Math.max(blockBytes, rest * 2);
  }

  function take(bytes: Buffer): void {
    if (filled + bytes.length > room.length) {
      const larger = Buffer.allocUnsafe(Math.max(room.length * 2, filled + bytes.length));
      room.copy(larger, 0, 0, filled);
      room = larger;
    }
    bytes.copy(room, filled);
    filled += bytes.length;
  }

  return {
    /** False when no more is wanted. */
    write(chunk: Buffer): boolean {
      for (let at = 0; at < chunk.length && !stopped; ) {
        const bytes = chunk.subarray(at, at + enough - filled);
        take(bytes);
        at += bytes.length;
        if (filled >= enough) scan(false);
      }
      return !stopped;
    },
    end(): void {
      if (!stopped && filled > 0) scan(true);
    },
    /** What is complete so far, for a sample that is not the whole file. */
    flush(): void {
      if (!stopped && filled > 0) scan(false);
    },
  };
}

interface Scratch {
  cells: Int32Array;
}

interface BlockOptions {
  readonly separator: number;
  readonly final: boolean;
  readonly known: KnownTexts;
  readonly scratch: Scratch;
  readonly onRecord: (record: RawRecord) => boolean | undefined;
}

function scanBlock(bytes: Buffer, options: BlockOptions): { consumed: number; stopped: boolean } {
  const { separator, final, known, scratch, onRecord } = options;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let { cells } = scratch;
  let used = 0;
  let consumed = 0;
  let at = 0;
  while (at < bytes.length) {
    const cell = scanCell(bytes, at, separator, final);
    if (cell === INCOMPLETE) return { consumed, stopped: false };
    if (used + 6 > cells.length) cells = grown(scratch);
    cells[used] = cellStart;
    cells[used + 1] = cellEnd;
    cells[used + 2] = cellForm;
    used += 3;
    const next = bytes[cell];
    at = cell + 1;
    if (next === separator) {
      // A separator as the very last byte of the file is followed by one more, empty cell.
      if (at < bytes.length || !final) continue;
      cells.fill(bytes.length, used, used + 2);
      cells[used + 2] = PLAIN;
      used += 3;
    }
    if (next === CR && bytes[at] === LF) at += 1;
    const ended = next === LF || next === CR;
    const wanted = onRecord({ bytes, view, cells, count: used / 3, ended, known });
    used = 0;
    consumed = Math.min(at, bytes.length);
    if (wanted === false) return { consumed, stopped: true };
  }
  return { consumed, stopped: false };
}

const INCOMPLETE = -1;
// What scanCell found beside its answer; three numbers a cell are too many objects for a file of five million rows.
let cellStart = 0;
let cellEnd = 0;
let cellForm = PLAIN;

/** Position of the separator or line end after the cell that begins at `at` (the length when the file ends there). */
function scanCell(bytes: Buffer, at: number, separator: number, final: boolean): number {
  let start = at;
  while (bytes[start] === SPACE) start += 1;
  const end = bytes[start] === QUOTE ? scanQuoted(bytes, start, separator, final) : scanPlain(bytes, at, separator);
  if (end === INCOMPLETE || final) return end;
  // The end of the block may hide a line feed after a carriage return, or the rest of the cell.
  return end >= bytes.length || (bytes[end] === CR && end + 1 >= bytes.length) ? INCOMPLETE : end;
}

function scanPlain(bytes: Buffer, at: number, separator: number): number {
  const end = endOfPlain(bytes, at, separator);
  cellStart = at;
  cellEnd = end;
  cellForm = PLAIN;
  return end;
}

function scanQuoted(bytes: Buffer, quote: number, separator: number, final: boolean): number {
  cellStart = quote + 1;
  cellForm = QUOTED;
  let close = bytes.indexOf(QUOTE, quote + 1);
  while (close >= 0 && bytes[close + 1] === QUOTE) {
    cellForm = ESCAPED;
    close = bytes.indexOf(QUOTE, close + 2);
  }
  if (close < 0) {
    if (final) throw new Unreadable(INTAKE_REASONS.quoteOpen());
    return INCOMPLETE;
  }
  cellEnd = close;
  const end = endOfPlain(bytes, close + 1, separator);
  if (holdsText(bytes, close + 1, end)) {
    cellStart = quote;
    cellEnd = end;
    cellForm = LOOSE;
  }
  return end;
}

function endOfPlain(bytes: Buffer, from: number, separator: number): number {
  // Letters and digits stand above the comma: most bytes are held against one number only.
  const highest = Math.max(separator, CR);
  const { length } = bytes;
  for (let i = from; i < length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte <= highest && (byte === separator || byte === LF || byte === CR)) return i;
  }
  return length;
}

function holdsText(bytes: Buffer, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (bytes[i] !== SPACE) return true;
  return false;
}

function grown(scratch: Scratch): Int32Array {
  const larger = new Int32Array(scratch.cells.length * 2);
  larger.set(scratch.cells);
  scratch.cells = larger;
  return larger;
}
