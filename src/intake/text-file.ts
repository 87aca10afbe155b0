import { headOf } from './bytes.ts';
import { utf8Of } from './decode.ts';
import type { Encoding } from './encoding.ts';
import type { Guard } from './guard.ts';
import type { Limits } from './limits.ts';

/** A file that is text, whatever its encoding was: opened, it gives UTF-8 without a BOM. */
export interface TextFile {
  readonly path: string;
  readonly encoding: Encoding;
  readonly limits: Limits;
  readonly guard: Guard;
  readonly open: () => AsyncIterable<Buffer>;
}

export function textFile(
  file: { path: string; open: () => AsyncIterable<Uint8Array> },
  encoding: Encoding,
  { limits, guard }: Pick<TextFile, 'limits' | 'guard'>,
): TextFile {
  return { path: file.path, encoding, limits, guard, open: () => utf8Of(file, encoding) };
}

/** The same with a line break at its end, for who knows that the last line is whole. */
export function ended(file: TextFile): TextFile {
  return { ...file, open: () => withLineBreak(file.open()) };
}

const LF = 0x0a;
const CR = 0x0d;

async function* withLineBreak(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let last: number | undefined;
  for await (const piece of pieces) {
    last = piece.at(-1) ?? last;
    yield piece;
  }
  if (last !== undefined && last !== LF && last !== CR) yield Buffer.of(LF);
}

/** To be broken off after its time costs each step a thread that waits for it: small pieces share one. */
const STEP_BYTES = 1_048_576;

/** Hands over the file piece by piece, all within its budget. */
export async function eachPiece(file: TextFile, use: (piece: Buffer) => unknown): Promise<void> {
  let pieces: Buffer[] = [];
  let bytes = 0;
  const useAll = (): void => {
    file.guard.step(() => {
      for (const piece of pieces) use(piece);
    }, bytes);
    pieces = [];
    bytes = 0;
  };
  for await (const piece of file.open()) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= STEP_BYTES) useAll();
  }
  if (bytes > 0) useAll();
}

/** All of it as one string, or undefined when it is more than `most` bytes. */
export async function wholeText(file: TextFile, most: number): Promise<string | undefined> {
  const { head, whole } = await headOf(file, most);
  return whole ? head.toString('utf8') : undefined;
}
