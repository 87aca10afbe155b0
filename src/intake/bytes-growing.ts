import { Refused } from './trouble.ts';

/** Bytes that are gathered piece by piece, up to a limit; beyond it the file is refused. */
export function bytesGrowing(most: number, tooMany: (most: number) => string) {
  let bytes = Buffer.allocUnsafe(4096);
  let used = 0;
  return {
    add(chunk: Buffer, from: number, to: number): void {
      if (used + to - from > most) throw new Refused(tooMany(most));
      if (used + to - from > bytes.length) {
        const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, used + to - from));
        bytes.copy(larger, 0, 0, used);
        bytes = larger;
      }
      chunk.copy(bytes, used, from, to);
      used += to - from;
    },
    length: () => used,
    text: (from = 0, to = used) => bytes.toString('utf8', from, to),
    clear(): void {
      used = 0;
    },
  };
}
