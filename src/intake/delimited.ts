import { INTAKE_REASONS } from '../kernel/messages/intake.ts';
import { type KnownTexts, trimmedText } from './cell-texts.ts';
import { Unreadable } from './trouble.ts';

/** One record of a delimited file. Cells are offsets into bytes that are never overwritten: text is made only of what is asked for. */
export interface RawRecord {
  readonly bytes: Buffer;
  /** Three numbers a cell: start, end, form. */
  readonly cells: Int32Array;
  readonly from: number;
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
  const at = record.from + index * 3;
  const start = record.cells[at] ?? 0;
  const end = record.cells[at + 1] ?? 0;
  const form = record.cells[at + 2];
  if (form === PLAIN || form === QUOTED) {
    return trimmedText(record.bytes, { start, end, column: index }, record.known);
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
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let enough = blockBytes;
  let stopped = false;

  function scan(final: boolean): void {
    const block = pending.length === 1 && pending[0] ? pending[0] : Buffer.concat(pending);
    const result = scanBlock(block, { separator, final, known, onRecord });
    stopped = result.stopped;
    const rest = block.subarray(result.consumed);
    if (rest.length > recordBytes) throw new Unreadable(INTAKE_REASONS.recordTooLong(recordBytes));
    pending = rest.length > 0 ? [rest] : [];
    pendingBytes = rest.length;
    enough = Math.max(blockBytes, rest.length * 2);
  }

  return {
    /** False when no more is wanted. */
    write(chunk: Buffer): boolean {
      if (stopped) return false;
      pending.push(chunk);
      pendingBytes += chunk.length;
      if (pendingBytes >= enough) scan(false);
      return !stopped;
    },
    end(): void {
      if (!stopped && pendingBytes > 0) scan(true);
    },
    /** What is complete so far, for a sample that is not the whole file. */
    flush(): void {
      if (!stopped && pendingBytes > 0) scan(false);
    },
  };
}

interface BlockOptions {
  readonly separator: number;
  readonly final: boolean;
  readonly known: KnownTexts;
  readonly onRecord: (record: RawRecord) => boolean | undefined;
}

function scanBlock(bytes: Buffer, options: BlockOptions): { consumed: number; stopped: boolean } {
  const { separator, final, known, onRecord } = options;
  let cells = new Int32Array(Math.min(65_536, Math.max(96, bytes.length)));
  let used = 0;
  let from = 0;
  let consumed = 0;
  let at = 0;
  while (at < bytes.length) {
    const cell = scanCell(bytes, at, separator, final);
    if (cell === INCOMPLETE) return { consumed, stopped: false };
    if (used + 3 > cells.length) cells = grown(cells);
    cells[used] = cellStart;
    cells[used + 1] = cellEnd;
    cells[used + 2] = cellForm;
    used += 3;
    const next = bytes[cell];
    at = cell + 1;
    if (next === separator) {
      // A separator as the very last byte of the file is followed by one more, empty cell.
      if (at < bytes.length || !final) continue;
      if (used + 3 > cells.length) cells = grown(cells);
      cells.fill(bytes.length, used, used + 2);
      cells[used + 2] = PLAIN;
      used += 3;
    }
    if (next === CR && bytes[at] === LF) at += 1;
    const ended = next === LF || next === CR;
    const wanted = onRecord({ bytes, cells, from, count: (used - from) / 3, ended, known });
    from = used;
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
  for (let i = from; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (byte === separator || byte === LF || byte === CR) return i;
  }
  return bytes.length;
}

function holdsText(bytes: Buffer, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (bytes[i] !== SPACE) return true;
  return false;
}

function grown(cells: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(cells.length * 2);
  larger.set(cells);
  return larger;
}
