import { StringDecoder } from 'node:string_decoder';

/** A part of a text that can be searched by itself: whole lines, whole rows, whole keys. */
export interface Window {
  readonly text: string;
  /** The number of its first line. */
  readonly line: number;
  readonly form: Form;
}

const WANTED = 131_072;
/** A line longer than this is cut where a value can end. */
const MOST = 524_288;
/** One value of JSON or one element without another is cut at last where it is longer than this. */
const MOST_OF_ONE = 8 * 1024 * 1024;

/** Cuts a text of any length into windows; what spans several lines (a key, a quoted cell) stays in one. */
export async function* windowsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Window> {
  const decoder = new StringDecoder('utf8');
  let kept = '';
  let line = 1;
  let form: Form | undefined;
  for await (const chunk of bytes) {
    // A file in memory may come as one piece of any size.
    for (let at = 0; at < chunk.length; at += WANTED) {
      kept += decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset + at, Math.min(WANTED, chunk.length - at)));
      if (kept.length < WANTED) continue;
      form ??= formOf(kept);
      const cut = cutIn(kept, form);
      if (cut === 0) continue;
      yield { text: kept.slice(0, cut), line, form };
      line += linesIn(kept, 0, cut);
      kept = kept.slice(cut);
    }
  }
  kept += decoder.end();
  if (kept !== '') yield { text: kept, line, form: form ?? formOf(kept) };
}

/** How many lines end between two places. */
export function linesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** What a text is written in, as far as it tells where it can be cut. */
export type Form = 'json' | 'xml' | 'other';

function formOf(text: string): Form {
  if (/^\uFEFF?\s{0,1000}[[{]/.test(text)) return 'json';
  // A line of syslog begins with its priority: `<134>`.
  return /^\uFEFF?\s{0,1000}<[?!A-Za-z]/.test(text) ? 'xml' : 'other';
}

function cutIn(text: string, form: Form): number {
  const last = form === 'json' ? lastItem(text) : form === 'xml' ? lastElement(text) : lastWholeRow(text);
  const key = openKey(text, last);
  const cut = key > 0 ? key : last;
  if (cut > 0 || text.length < MOST) return cut;
  if (form === 'json') return lastComma(text) || (text.length < MOST_OF_ONE ? 0 : text.length);
  if (form === 'xml') return lastTag(text) || lastWholeRow(text) || (text.length < MOST_OF_ONE ? 0 : text.length);
  return lastSign(text, /[;,|})\]]/) || lastSign(text, /[\s<>[{(]/) || text.length;
}

/** Behind the last sign of this kind in the last part of a text. */
function lastSign(text: string, sign: RegExp): number {
  for (let at = text.length - 1; at > text.length - LONGEST_BARE && at > 0; at -= 1)
    if (sign.test(text.charAt(at))) return at + 1;
  return 0;
}

const LONGEST_BARE = 65_536;

/** Behind the last line break that no quote holds open; where quotes do not add up, behind the last one at all. */
function lastWholeRow(text: string, isQuote: (at: number) => boolean = () => true): number {
  let quotes = 0;
  let even = 0;
  let last = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22 && isQuote(at)) quotes += 1;
    else if (code === 0x0a) {
      last = at + 1;
      if (quotes % 2 === 0) even = last;
    }
  }
  return even > text.length / 4 ? even : last;
}

/** Behind the last line of JSON that ends an object, so that its names and values stay together; else behind the last line that does not end in a name. */
function lastItem(text: string): number {
  let other = 0;
  for (let at = text.lastIndexOf('\n'); at > 0; at = text.lastIndexOf('\n', at - 1)) {
    const line = text.slice(Math.max(0, at - 8), at).trimEnd();
    if (at > text.length / 2 && /\},?$/.test(line)) return at + 1;
    if (other === 0 && !line.endsWith(':')) other = at + 1;
    if (at <= text.length / 2 && other > 0) break;
  }
  const row = lastWholeRow(text, (at) => text[at - 1] !== '\\');
  return row > text.length / 4 && !/:\s*$/.test(text.slice(Math.max(0, row - 8), row)) ? row : other;
}

/** Behind the last comma between two values of JSON that stand in one line, best behind an object. */
function lastComma(text: string): number {
  let quoted = false;
  let [behindObject, behindValue] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted && code === 0x5c) at += 1;
    else if (code === 0x22) quoted = !quoted;
    else if (code === 0x2c && !quoted) {
      behindValue = at + 1;
      if (text[at - 1] === '}') behindObject = at + 1;
    }
  }
  return behindObject > text.length / 4 ? behindObject : behindValue;
}

/** Behind the last line of XML that ends an element, if that is not the name of the next one: `<key>Password</key>`. */
function lastElement(text: string): number {
  for (let at = text.lastIndexOf('\n'); at > text.length / 4; at = text.lastIndexOf('\n', at - 1)) {
    const line = text.slice(Math.max(0, at - 100), at).trimEnd();
    if (/(?:<\/[^<>]{1,80}|\/)>$/.test(line) && !NAMING_END.test(line)) return at + 1;
  }
  return 0;
}

const NAMING_END = /<\/(?:key|name|field|label|variable|attribute|property)>$/i;

/** The same within a line. */
function lastTag(text: string): number {
  for (let at = text.lastIndexOf('>'); at > text.length / 4; at = text.lastIndexOf('>', at - 1)) {
    const tag = text.slice(Math.max(0, at - 100), at + 1);
    if (/(?:<\/[^<>]{1,80}|\/)>$/.test(tag) && !NAMING_END.test(tag)) return at + 1;
  }
  return 0;
}

/** Where a private key begins that does not end before the cut. */
function openKey(text: string, cut: number): number {
  const begin = text.lastIndexOf('-----BEGIN ', cut);
  if (begin < 0 || cut - begin > 20_000) return 0;
  return text.slice(begin, cut).includes('-----END ') ? 0 : begin;
}
