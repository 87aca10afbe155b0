import { createHash } from 'node:crypto';
import { SHA256_OID } from './cms.ts';
import { der, derOid, TAG } from './der.ts';

/** What a timestamp authority is asked (RFC 3161, section 2.4.1): the hash of the signature, with the authority's certificate wanted. */
export function timestampRequest(signature: Uint8Array): Buffer {
  const algorithm = der(TAG.sequence, derOid(SHA256_OID), der(TAG.null));
  return der(
    TAG.sequence,
    der(TAG.integer, Buffer.from([1])),
    der(TAG.sequence, algorithm, der(TAG.octets, imprintOf(signature))),
    der(TAG.integer, nonceOf(signature)),
    der(TAG.boolean, Buffer.from([0xff])),
  );
}

export function imprintOf(signature: Uint8Array): Buffer {
  return createHash('sha256').update(signature).digest();
}

/**
 * Ties the answer to this question. It follows from the signature instead of from chance, so that the package has the same bytes when it is
 * built again for the answer; a signature of ours is asked about once, so nothing is lost. A positive number of eight bytes.
 */
export function nonceOf(signature: Uint8Array): Buffer {
  const nonce = createHash('sha256').update('proofpack nonce').update(imprintOf(signature)).digest().subarray(0, 8);
  nonce.writeUInt8((nonce.readUInt8(0) & 0x3f) | 0x40, 0);
  return nonce;
}
