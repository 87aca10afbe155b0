/** What was met in one column, so that the text of a cell that repeats an earlier one is made once. */
interface ColumnTexts {
  asked: number;
  found: number;
  /** Undefined until the file has shown that it is long, and again when its column does not repeat itself. */
  kept: Kept | undefined;
}

export type KnownTexts = ColumnTexts[];

/** Texts by their hash, and their bytes, so that they are compared four at a time. */
interface Kept {
  readonly texts: (string | undefined)[];
  readonly bytes: Buffer;
  readonly view: DataView;
}

const SLOTS = 2048;
const LONGEST = 48;
/** Small files are over before a memory pays. */
const BEGIN_AT = 500;
const JUDGE_AT = 6000;

/** The bytes that a cell is in. */
interface Holder {
  readonly bytes: Buffer;
  readonly view: DataView;
  readonly known: KnownTexts;
}

/**
 * The trimmed text of bytes. Severities, hosts and titles come in every row: making a string of them anew costs more than to look
 * whether it is the one of an earlier row, and a string met before is hashed already.
 */
export function trimmedText({ bytes, view, known }: Holder, range: { start: number; end: number; column: number }) {
  let { start, end } = range;
  while (start < end && isBlank(bytes[start])) start += 1;
  while (start < end && isBlank(bytes[end - 1])) end -= 1;
  if (start === end) return '';
  const column = memoryOf(known, range.column);
  const { kept } = column;
  if (kept === undefined || end - start > LONGEST) return bytes.toString('utf8', start, end).trim();
  const hash = hashOf(view, start, end);
  if (hash === NOT_ASCII) return bytes.toString('utf8', start, end).trim();
  const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
  const held = kept.texts[slot];
  if (held !== undefined && held.length === end - start && isSame(kept.view, slot * LONGEST, view, start, end)) {
    column.found += 1;
    return held;
  }
  const made = bytes.toString('latin1', start, end);
  kept.texts[slot] = made;
  bytes.copy(kept.bytes, slot * LONGEST, start, end);
  return made;
}

function memoryOf(known: KnownTexts, column: number): ColumnTexts {
  let texts = known[column];
  if (texts === undefined) {
    texts = { asked: 0, found: 0, kept: undefined };
    known[column] = texts;
  }
  texts.asked += 1;
  if (texts.asked === BEGIN_AT) texts.kept = startKeeping();
  else if (texts.asked === JUDGE_AT && texts.found * 3 < texts.asked) texts.kept = undefined;
  return texts;
}

function startKeeping(): Kept {
  const bytes = Buffer.alloc(SLOTS * LONGEST);
  return { texts: new Array(SLOTS), bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) };
}

const NOT_ASCII = -1;

/** Never negative for ASCII. */
function hashOf(view: DataView, start: number, end: number): number {
  let hash = end - start;
  let all = 0;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const word = view.getInt32(at, true);
    all |= word;
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < end; at += 1) {
    const byte = view.getUint8(at);
    all |= byte;
    hash = Math.imul(hash ^ byte, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return (all & 0x80808080) === 0 ? hash & 0x7fffffff : NOT_ASCII;
}

/** Whether the bytes from `start` to `end` are those that stand at `at`. */
function isSame(kept: DataView, at: number, view: DataView, start: number, end: number): boolean {
  const shift = at - start;
  let next = start;
  for (; next + 4 <= end; next += 4) {
    if (view.getInt32(next, true) !== kept.getInt32(next + shift, true)) return false;
  }
  for (; next < end; next += 1) if (view.getUint8(next) !== kept.getUint8(next + shift)) return false;
  return true;
}

/** As `trim` does for what is ASCII; what is not is trimmed once it is text. */
function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
}
