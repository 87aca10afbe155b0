/** Two-byte Chinese (GBK): every high byte begins a legal pair, and nearly all pairs are of the common characters. */
export function looksLikeGbk(bytes: Buffer): boolean {
  let pairs = 0;
  let common = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1];
    if (trail === undefined) break;
    if (lead === 0x80 || lead === 0xff || trail < 0x40 || trail === 0x7f || trail === 0xff) return false;
    pairs += 1;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common += 1;
    i += 1;
  }
  // A single accented letter before an ASCII letter is a legal pair too; whole words of high bytes are not Western text.
  return pairs >= 2 && common >= pairs * 0.8;
}

/** Two-byte Japanese (Shift JIS): every high byte begins a legal pair or is a half-width kana, and many pairs are full-width kana. */
export function looksLikeShiftJis(bytes: Buffer): boolean {
  let pairs = 0;
  let kana = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80 || (lead >= 0xa1 && lead <= 0xdf)) continue;
    const trail = bytes[i + 1];
    if (trail === undefined) break;
    if (lead === 0x80 || lead === 0xa0 || lead > 0xfc || trail < 0x40 || trail === 0x7f || trail > 0xfc) return false;
    pairs += 1;
    // Only trails beyond ASCII: an accented letter of a Western code page stands before an ASCII letter.
    if ((lead === 0x82 && trail >= 0x9f) || (lead === 0x83 && trail >= 0x80 && trail <= 0x96)) kana += 1;
    i += 1;
  }
  return kana >= 2 && kana >= pairs * 0.1;
}

/** Cyrillic words are runs of high bytes, which Western words are not: the console's code page 866, or that of Windows. */
export function cyrillicOf(bytes: Buffer): 'cp866' | 'windows-1251' | undefined {
  let high = 0;
  let inRuns = 0;
  let dos = 0;
  let windows = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    high += 1;
    if ((bytes[i - 1] ?? 0) >= 0x80) inRuns += 1;
    if (byte <= 0xaf || (byte >= 0xe0 && byte <= 0xf1)) dos += 1;
    if (byte >= 0xc0) windows += 1;
  }
  if (high < 8 || inRuns < high * 0.6) return undefined;
  return dos > windows ? 'cp866' : 'windows-1251';
}

/**
 * The console's code page 850 against Windows-1252: accented letters lie at 0x80-0xA5 in the one and at 0xC0-0xFF in the other.
 * Only bytes between two ASCII letters count, for quotation marks and dashes stand at the edges of words (0x92 is an apostrophe).
 */
export function looksLikeOem(bytes: Buffer): boolean {
  let oem = 0;
  let ansi = 0;
  for (let i = 1; i < bytes.length - 1; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80 || byte === 0x92 || !isLetter(bytes[i - 1]) || !isLetter(bytes[i + 1])) continue;
    if (byte <= 0xa5) oem += 1;
    else if (byte >= 0xc0) ansi += 1;
  }
  return oem > ansi;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}

/** What an XML declaration says, where we can decode it. */
export function declaredEncoding(head: Buffer): string | undefined {
  const label = /^\s*<\?xml[^>]*encoding=["']([A-Za-z0-9_.:-]+)["']/.exec(
    head.subarray(0, 200).toString('latin1'),
  )?.[1];
  if (label === undefined || /^utf-?8$/i.test(label)) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
