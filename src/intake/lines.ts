import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { Refused } from './trouble.ts';

const LF = 0x0a;
const CR = 0x0d;

/** Cuts UTF-8 bytes into lines at LF, CRLF or CR; `onLine` answers false to stop. A last line without an end counts when it holds anything. */
export function splitLines(onLine: (text: string, ended: boolean) => boolean | undefined, lineBytes: number) {
  let carry: Buffer[] = [];
  let carried = 0;
  let afterCr = false;
  let stopped = false;

  function cut(chunk: Buffer): void {
    let from = 0;
    if (afterCr && chunk[0] === LF) from = 1;
    afterCr = false;
    while (!stopped && from < chunk.length) {
      const end = endOfLine(chunk, from);
      if (end < 0) break;
      finish(chunk.subarray(from, end), true);
      from = end + 1;
      if (chunk[end] !== CR) continue;
      if (from === chunk.length) afterCr = true;
      else if (chunk[from] === LF) from += 1;
    }
    if (from >= chunk.length) return;
    carry.push(chunk.subarray(from));
    carried += chunk.length - from;
    if (carried > lineBytes) throw new Refused(INTAKE_REASONS.lineTooLong(lineBytes));
  }

  function finish(rest: Buffer, ended: boolean): void {
    const bytes = carry.length === 0 ? rest : Buffer.concat([...carry, rest]);
    carry = [];
    carried = 0;
    stopped = onLine(bytes.toString('utf8'), ended) === false;
  }

  return {
    write(chunk: Buffer): boolean {
      if (!stopped) cut(chunk);
      return !stopped;
    },
    end(): void {
      if (!stopped && carried > 0) finish(Buffer.alloc(0), false);
    },
  };
}

function endOfLine(chunk: Buffer, from: number): number {
  for (let i = from; i < chunk.length; i += 1) if (chunk[i] === LF || chunk[i] === CR) return i;
  return -1;
}

/** The complete lines of a sample; its last one too when the sample is the whole file. */
export function linesOf(sample: Buffer, whole: boolean, most: number, lineBytes: number): string[] {
  const lines: string[] = [];
  const splitter = splitLines((line) => {
    lines.push(line);
    return lines.length < most;
  }, lineBytes);
  splitter.write(sample);
  if (whole) splitter.end();
  return lines;
}
