import { StringDecoder } from 'node:string_decoder';

/** A part of a text that can be searched by itself: whole lines, whole rows, whole keys. */
export interface Window {
  readonly text: string;
  /** The number of its first line. */
  readonly line: number;
}

const WANTED = 131_072;
/** A line longer than this is cut where a value can end. */
const MOST = 524_288;

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
      yield { text: kept.slice(0, cut), line };
      line += linesIn(kept, 0, cut);
      kept = kept.slice(cut);
    }
  }
  kept += decoder.end();
  if (kept !== '') yield { text: kept, line };
}

/** How many lines end between two places. */
export function linesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Where a line can end inside of quotes, and where it cannot. */
type Form = 'json' | 'other';

function formOf(text: string): Form {
  return /^\uFEFF?\s{0,1000}[[{]/.test(text) ? 'json' : 'other';
}

function cutIn(text: string, form: Form): number {
  const last = lastWholeRow(text, form);
  const key = openKey(text, last);
  const cut = key > 0 ? key : last;
  if (cut > 0 || text.length < MOST) return cut;
  const tail = /[\s,;{}[\]<>][^\s,;{}[\]<>]{0,8192}$/.exec(text);
  return tail ? tail.index + 1 : text.length;
}

/** Behind the last line break that no quote holds open; where quotes do not add up, behind the last one at all. */
function lastWholeRow(text: string, form: Form): number {
  const closed = form === 'json' ? text.lastIndexOf('}\n') + 2 : 0;
  if (closed > text.length / 2) return closed;
  let quotes = 0;
  let even = 0;
  let last = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) quotes += 1;
    else if (code === 0x0a) {
      last = at + 1;
      if (quotes % 2 === 0) even = last;
    }
  }
  return even > text.length / 4 ? even : last;
}

/** Where a private key begins that does not end before the cut. */
function openKey(text: string, cut: number): number {
  const begin = text.lastIndexOf('-----BEGIN ', cut);
  if (begin < 0 || cut - begin > 20_000) return 0;
  return text.slice(begin, cut).includes('-----END ') ? 0 : begin;
}
