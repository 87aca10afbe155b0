import { createPrivateKey, type KeyObject, sign, type X509Certificate } from 'node:crypto';
import { issuersOf, isValidAt, readCertificates, validSince } from './certificates.ts';

/** A certificate with its key, and whoever issued it: what signs PDFs so that any reader of PDFs shows it. */
export interface PdfKey {
  readonly certificate: X509Certificate;
  readonly issuers: readonly X509Certificate[];
  /** When it signs, as its signatures state: milliseconds of UTC. */
  readonly at: number;
  /** RSA with PKCS #1 v1.5 and SHA-256, which asks no chance: the same message gives the same signature. */
  sign(message: Uint8Array): Uint8Array;
}

export type PdfKeyFault =
  | 'no-key'
  | 'no-certificate'
  | 'passphrase'
  | 'wrong-passphrase'
  | 'other-kind'
  | 'not-together'
  | 'outside-validity';

const SHORTEST_RSA = 2048;

/**
 * PEM: the key and its certificate, and those that issued it, in any order; others have no part in it. It signs on the day that `notBefore` says (milliseconds of UTC), or
 * when the certificate begins to be valid, if that is later: no clock has a say, so that the same request gives the same bytes.
 */
export function readPdfKey(
  text: string,
  { passphrase, notBefore }: { readonly passphrase?: string; readonly notBefore: number },
): PdfKey | PdfKeyFault {
  const pem = /-----BEGIN ((?:RSA |EC |ENCRYPTED )?PRIVATE KEY)-----[\s\S]+?-----END \1-----/.exec(text)?.[0];
  const certificates = readCertificates(text);
  if (pem === undefined) return 'no-key';
  if (!certificates) return 'no-certificate';
  const locked = pem.includes('ENCRYPTED');
  if (locked && passphrase === undefined) return 'passphrase';
  const key = keyIn(pem, passphrase);
  if (!key) return locked ? 'wrong-passphrase' : 'no-key';
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < SHORTEST_RSA) return 'other-kind';
  const certificate = certificates.find((each) => each.checkPrivateKey(key));
  if (!certificate) return 'not-together';
  const at = Math.max(notBefore, validSince(certificate));
  if (!isValidAt(certificate, at)) return 'outside-validity';
  const issuers = issuersOf(certificate, certificates);
  return { certificate, issuers, at, sign: (message) => sign('sha256', message, key) };
}

function keyIn(pem: string, passphrase: string | undefined): KeyObject | undefined {
  try {
    return createPrivateKey(passphrase === undefined ? pem : { key: pem, passphrase });
  } catch {
    return undefined;
  }
}

/** The subject of a certificate in one line. */
export function subjectOf({ subject }: X509Certificate): string {
  return subject.replaceAll('\n', ', ');
}

/** SHA-256 of the certificate, as programs print it: `AB:CD:…`. */
export function certificateFingerprint({ fingerprint256 }: X509Certificate): string {
  return fingerprint256;
}
