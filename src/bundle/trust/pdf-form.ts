import { createHash, type X509Certificate } from 'node:crypto';
import { CONTENT_TYPE, MESSAGE_DIGEST, SHA256_OID, SIGNED_DATA, SIGNING_CERTIFICATE_V2 } from './cms.ts';
import { der, derOid, readDer, TAG } from './der.ts';

const DATA = '1.2.840.113549.1.7.1';
const RSA = '1.2.840.113549.1.1.1';

interface Said {
  /** SHA-256 of what is signed. */
  readonly digest: Uint8Array;
  readonly certificate: X509Certificate;
}

export function sha256Of(content: readonly Uint8Array[]): Buffer {
  return content.reduce((sum, part) => sum.update(part), createHash('sha256')).digest();
}

/** What a signature in a PDF signs, as PAdES wants it: no time, since the PDF states it, and the certificate named by its hash. */
export function attributesOf({ digest, certificate }: Said): readonly Buffer[] {
  const hash = der(TAG.octets, sha256Of([certificate.raw]));
  const named = der(TAG.sequence, der(TAG.sequence, der(TAG.sequence, hash)));
  return [
    attribute(CONTENT_TYPE, derOid(DATA)),
    attribute(MESSAGE_DIGEST, der(TAG.octets, digest)),
    attribute(SIGNING_CERTIFICATE_V2, named),
  ].sort(Buffer.compare);
}

/** CMS SignedData without the content (RFC 5652): the one form that we write, and the one that we accept. */
export function signedDataForm(
  signed: Said & { readonly issuers: readonly X509Certificate[]; readonly signature: Uint8Array },
): Buffer {
  const { certificate, issuers, signature } = signed;
  const one = der(TAG.integer, Buffer.from([1]));
  const signer = der(
    TAG.sequence,
    one,
    issuerAndSerial(certificate.raw),
    algorithm(SHA256_OID),
    der(0xa0, ...attributesOf(signed)),
    algorithm(RSA),
    der(TAG.octets, signature),
  );
  const certificates = [certificate, ...issuers].map(({ raw }) => raw).sort(Buffer.compare);
  const data = der(
    TAG.sequence,
    one,
    der(TAG.set, algorithm(SHA256_OID)),
    der(TAG.sequence, derOid(DATA)),
    der(0xa0, ...certificates),
    der(TAG.set, signer),
  );
  return der(TAG.sequence, derOid(SIGNED_DATA), der(0xa0, data));
}

function attribute(oid: string, value: Buffer): Buffer {
  return der(TAG.sequence, derOid(oid), der(TAG.set, value));
}

function algorithm(oid: string): Buffer {
  return der(TAG.sequence, derOid(oid), der(TAG.null));
}

/** As they stand in the certificate: version (from the second on), serial number, algorithm, issuer. */
function issuerAndSerial(certificate: Uint8Array): Buffer {
  const parts = readDer(certificate)?.parts[0]?.parts ?? [];
  const [serial, , issuer] = parts[0]?.tag === 0xa0 ? parts.slice(1) : parts;
  if (!serial || !issuer) throw new Error('certificate without a serial number or an issuer');
  return der(TAG.sequence, issuer.whole, serial.whole);
}
