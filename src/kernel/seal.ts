import { sha256 } from './sha256.ts';

/** The seal of a package is the archive's comment: a hash of each byte before it, so that no bit of the file is without a witness. */
export const SEAL_LABEL = 'proofpack seal sha256:';
export const SEAL_LENGTH = SEAL_LABEL.length + 64;

/** Whether the end of a file (its last hundred bytes are enough) says that it is a package of ours. */
export function bearsSeal(tail: Uint8Array): boolean {
  return sealText(tail) !== undefined;
}

/** Whether each byte before the seal is the one that was sealed. */
export function sealHolds(bytes: Uint8Array): boolean {
  return sealText(bytes) === sha256(bytes.subarray(0, bytes.length - 64));
}

function sealText(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes.subarray(Math.max(0, bytes.length - SEAL_LENGTH))).toString('latin1');
  return text.startsWith(SEAL_LABEL) && /^[0-9a-f]{64}$/.test(text.slice(SEAL_LABEL.length))
    ? text.slice(SEAL_LABEL.length)
    : undefined;
}
