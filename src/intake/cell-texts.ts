/** What was met in one column, so that the text of a cell that repeats an earlier one is made once. */
interface ColumnTexts {
  asked: number;
  found: number;
  /** Undefined until the file has shown that it is long, and again when its column does not repeat itself. */
  slots: (string | undefined)[] | undefined;
}

export type KnownTexts = ColumnTexts[];

const SLOTS = 2048;
const LONGEST = 48;
/** Small files are over before a memory pays. */
const BEGIN_AT = 500;
const JUDGE_AT = 6000;

/**
 * The trimmed text of bytes. Severities, hosts and titles come in every row: making a string of them anew costs more than to look
 * whether it is the one of an earlier row, and a string met before is hashed already.
 */
export function trimmedText(bytes: Buffer, range: { start: number; end: number; column: number }, known: KnownTexts) {
  let { start, end } = range;
  while (start < end && isBlank(bytes[start])) start += 1;
  while (start < end && isBlank(bytes[end - 1])) end -= 1;
  if (start === end) return '';
  const texts = memoryOf(known, range.column);
  if (texts.slots === undefined || end - start > LONGEST) return bytes.toString('utf8', start, end).trim();
  let hash = end - start;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) return bytes.toString('utf8', start, end).trim();
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const held = texts.slots[slot];
  if (held !== undefined && isText(held, bytes, start, end)) {
    texts.found += 1;
    return held;
  }
  const made = bytes.toString('latin1', start, end);
  texts.slots[slot] = made;
  return made;
}

function memoryOf(known: KnownTexts, column: number): ColumnTexts {
  let texts = known[column];
  if (texts === undefined) {
    texts = { asked: 0, found: 0, slots: undefined };
    known[column] = texts;
  }
  texts.asked += 1;
  if (texts.asked === BEGIN_AT) texts.slots = new Array(SLOTS);
  else if (texts.asked === JUDGE_AT && texts.found * 3 < texts.asked) texts.slots = undefined;
  return texts;
}

function isText(text: string, bytes: Buffer, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at - start) !== bytes[at]) return false;
  return true;
}

/** As `trim` does for what is ASCII; what is not is trimmed once it is text. */
function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
}
