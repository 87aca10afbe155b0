import { createHash } from 'node:crypto';

/** 64 lower-case hexadecimal digits. */
export type Sha256 = string;

export function sha256(bytes: Uint8Array | string): Sha256 {
  return createHash('sha256').update(bytes).digest('hex');
}
