/**
 * Where a PDF leaves room for a signature: what is written before the signature is known, of the same length as what takes its place. Whoever
 * paints pages writes it, whoever signs looks for it.
 */
const NUMBER = '0'.repeat(10);
export const BYTE_RANGE_ROOM = `/ByteRange [0 ${NUMBER} ${NUMBER} ${NUMBER}]`;

export interface SignatureRoom {
  /** Milliseconds of UTC: when it was signed, as the signature states. */
  readonly at: number;
  /** That the signature may have. */
  readonly bytes: number;
}

/** `/Contents` is what the range leaves out, with its brackets. */
export function signatureRoom({ bytes }: SignatureRoom): string {
  return `${BYTE_RANGE_ROOM} /Contents <${'00'.repeat(bytes)}>`;
}
