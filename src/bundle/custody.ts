import { z } from 'zod';
import { sha256 } from '../kernel/sha256.ts';
import { CUSTODY_EVENTS, type CustodyEntry } from '../model/package.ts';

/** One line of JSON an event, each with the hash of the line before it: nothing can be taken out, put in or moved without a trace. */
export const CUSTODY_FILE = 'data/machine/custody.jsonl';
const BEFORE_THE_FIRST = '0'.repeat(64);

const CustodyLine = z.strictObject({
  n: z.number(),
  event: z.enum(CUSTODY_EVENTS),
  what: z.string(),
  sha256: z.string(),
  by: z.string().nullable(),
  on: z.string().nullable(),
  because: z.string().nullable(),
  previous: z.string(),
});
type CustodyLine = z.output<typeof CustodyLine>;

export function custodyText(entries: readonly CustodyEntry[]): string {
  let previous = BEFORE_THE_FIRST;
  const lines = entries.map((entry, index) => {
    const line = written({ n: index + 1, ...entry, previous });
    previous = sha256(line);
    return `${line}\n`;
  });
  return lines.join('');
}

/** How many lines there are and the hash of the last one: stands outside of the log, since nothing in it tells of a line cut off at its end. */
export function custodyHead(text: string): string {
  const lines = linesOf(text);
  return `${lines.length} ${sha256(lines.at(-1) ?? '')}`;
}

/** The first line that is not the one that was written, counted from 1; 0 when the log ends where it should not. */
export function brokenLine(text: string, head: string): number | undefined {
  let previous = BEFORE_THE_FIRST;
  for (const [index, line] of linesOf(text).entries()) {
    const read = readLine(line);
    if (read?.n !== index + 1 || read.previous !== previous || written(read) !== line) return index + 1;
    previous = sha256(line);
  }
  return text.endsWith('\n') && custodyHead(text) === head ? undefined : 0;
}

/** The hashes of what one kind of event speaks of. */
export function hashesOf(text: string, event: CustodyEntry['event']): readonly string[] {
  return linesOf(text).flatMap((line) => {
    const read = readLine(line);
    return read?.event === event ? [read.sha256] : [];
  });
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function readLine(line: string): CustodyLine | undefined {
  try {
    return CustodyLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function written({ n, event, what, sha256: hash, by, on, because, previous }: CustodyLine): string {
  return JSON.stringify({ n, event, what, sha256: hash, by, on, because, previous });
}
