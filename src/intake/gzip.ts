import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { INTAKE_REASONS } from '../kernel/messages/intake.ts';
import { asBuffer, type Bytes } from './bytes.ts';
import type { Limits } from './limits.ts';
import { Refused, Unreadable } from './trouble.ts';

/** By its first bytes and not by its name. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** The unpacked content, opened as often as needed; stops at the limits however little the archive promised. */
export function gunzipped(packed: Bytes & { readonly size: number }, limits: Limits): Bytes {
  return { open: () => inflate(packed, limits) };
}

async function* inflate(packed: Bytes & { readonly size: number }, limits: Limits): AsyncGenerator<Buffer> {
  const source = Readable.from(packed.open());
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  let length = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      checkGrowth(length, packed.size, limits);
      yield asBuffer(chunk);
    }
  } catch (error) {
    if (isZlibError(error)) throw new Unreadable(INTAKE_REASONS.gzipBroken(), { cause: error });
    throw error;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

export function checkGrowth(unpacked: number, packed: number, limits: Limits): void {
  if (unpacked > limits.unpackedBytes) throw new Refused(INTAKE_REASONS.tooLarge(limits.unpackedBytes));
  if (unpacked > limits.ratioFromBytes && unpacked > packed * limits.ratio) {
    throw new Refused(INTAKE_REASONS.ratio(limits.ratio));
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
