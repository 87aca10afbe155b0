import { createHash, createHmac } from 'node:crypto';
import type { Sha256 } from '../kernel/sha256.ts';

/** The salt of one exhibit, derived from the owner's key: it can be shown without showing that of another. 32 bytes. */
export function saltOf(key: Uint8Array, original: Sha256): Uint8Array {
  return createHmac('sha256', key).update(`proofpack commitment\0${original}`).digest();
}

/** SHA-256 over the salt and the original; `cat salt original | sha256sum` gives the same. */
export async function commitmentTo(salt: Uint8Array, original: AsyncIterable<Uint8Array>): Promise<Sha256> {
  const hash = createHash('sha256').update(salt);
  for await (const chunk of original) hash.update(chunk);
  return hash.digest('hex');
}
