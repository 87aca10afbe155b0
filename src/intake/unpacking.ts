import { Readable } from 'node:stream';
import { createGunzip, createInflateRaw } from 'node:zlib';
import { asBuffer } from './bytes.ts';
import type { Packed } from './packed.ts';

export interface Unpacking {
  readonly packed: Packed;
  readonly form: 'gzip' | 'deflate';
  /** Sees how much came so far and throws when it is too much. */
  readonly grown: (bytes: number) => void;
  /** What is thrown when the data breaks off or is no data of this form. */
  readonly broken: (cause: unknown) => Error;
  /** What is thrown when something stands behind the end of the data. */
  readonly more: () => Error;
}

/** Unpacks in pieces: nothing but the piece at hand is in memory, however little the archive promised. */
export async function* unpacked({ packed, form, grown, broken, more }: Unpacking): AsyncGenerator<Buffer> {
  const source = Readable.from(packed.open());
  const inflate = form === 'gzip' ? createGunzip() : createInflateRaw();
  source.on('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  let length = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      grown(length);
      yield asBuffer(chunk);
    }
    if (inflate.bytesWritten < packed.size) throw more();
  } catch (error) {
    throw isZlibError(error) ? broken(error) : error;
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
