import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import { type Der, oidOf, readDer, TAG } from './der.ts';

/** CMS SignedData with exactly one signer (RFC 5652); nothing in it is believed before `isSigned`. */
export interface SignedData {
  /** What kind of content is signed. */
  readonly type: string;
  /** Undefined where the content stands elsewhere. */
  readonly content: Buffer | undefined;
  /** Named by its hash inside what is signed. */
  readonly certificate: X509Certificate;
  readonly others: readonly X509Certificate[];
  readonly signer: Der;
}

export const SIGNED_DATA = '1.2.840.113549.1.7.2';
export const SHA256_OID = '2.16.840.1.101.3.4.2.1';
export const CONTENT_TYPE = '1.2.840.113549.1.9.3';
export const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
export const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const LARGEST = 64 * 1024;

const HASHES: Readonly<Record<string, string>> = {
  [SHA256_OID]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

export function readSignedData(bytes: Uint8Array): SignedData | undefined {
  if (bytes.length > LARGEST) return undefined;
  const [kind, wrapped] = readDer(bytes)?.parts ?? [];
  const [, , encapsulated, ...rest] = wrapped?.parts[0]?.parts ?? [];
  const type = oidOf(encapsulated?.parts[0]);
  const content = encapsulated?.parts[1]?.parts[0];
  if (oidOf(kind) !== SIGNED_DATA || type === undefined || (content && content.tag !== TAG.octets)) return undefined;
  const others = certificatesIn(rest.find(({ tag }) => tag === 0xa0)?.parts ?? []);
  const signers = rest.find(({ tag }) => tag === TAG.set)?.parts ?? [];
  const [signer] = signers;
  if (!others || !signer || signers.length !== 1) return undefined;
  const certificate = others.find((each) => isNamed(each, signer));
  return certificate && { type, content: content?.content, certificate, others, signer };
}

function certificatesIn(values: readonly Der[]): readonly X509Certificate[] | undefined {
  try {
    return values.map(({ whole }) => new X509Certificate(whole));
  } catch {
    return undefined;
  }
}

/** Whether what is signed names this certificate by its hash (RFC 5035): another one of the same key cannot be put in its place. */
function isNamed(certificate: X509Certificate, signer: Der): boolean {
  const one = attribute(signer, SIGNING_CERTIFICATE)?.parts[0]?.parts[0]?.parts[0];
  const other = attribute(signer, SIGNING_CERTIFICATE_V2)?.parts[0]?.parts[0]?.parts;
  const [algorithm, hash] = other?.[0]?.tag === TAG.sequence ? other : [undefined, other?.[0]];
  const name = algorithm ? HASHES[oidOf(algorithm.parts[0]) ?? ''] : 'sha256';
  const hashOf = (by: string) => createHash(by).update(certificate.raw).digest();
  if (hash && name) return hash.tag === TAG.octets && hashOf(name).equals(hash.content);
  return one?.tag === TAG.octets && hashOf('sha1').equals(one.content);
}

/** The one value of a signed attribute. */
export function attribute(signer: Der, oid: string): Der | undefined {
  const attributes = signer.parts.find(({ tag }) => tag === 0xa0)?.parts ?? [];
  const found = attributes.filter(({ parts }) => oidOf(parts[0]) === oid);
  const values = found[0]?.parts[1]?.parts ?? [];
  return found.length === 1 && values.length === 1 ? values[0] : undefined;
}

const RSA_PSS = '1.2.840.113549.1.1.10';
const ED25519 = '1.3.101.112';
/** Signatures whose algorithm names the hash too, and plain RSA, where the signer names it beside. SHA-1 is no longer among them. */
const SIGNATURES: Readonly<Record<string, string | null>> = {
  '1.2.840.113549.1.1.1': null,
  [RSA_PSS]: null,
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

/** The signature is over the attributes, and the attributes hold the hash of what is signed (RFC 5652, section 5.4). */
export function isSigned({ signer, certificate, type }: SignedData, content: readonly Uint8Array[]): boolean {
  const [, , digest, attributes, algorithm, made] = signer.parts;
  const hash = HASHES[oidOf(digest?.parts[0]) ?? ''];
  const oid = oidOf(algorithm?.parts[0]) ?? '';
  if (!hash || attributes?.tag !== 0xa0 || made?.tag !== TAG.octets) return false;
  if (oidOf(attribute(signer, CONTENT_TYPE)) !== type) return false;
  const hashed = content.reduce((sum, part) => sum.update(part), createHash(hash)).digest();
  if (!attribute(signer, MESSAGE_DIGEST)?.content.equals(hashed)) return false;
  const signed = Buffer.concat([Buffer.from([TAG.set]), attributes.whole.subarray(1)]);
  const by = oid === ED25519 ? null : SIGNATURES[oid];
  if (by === undefined) return false;
  const padding =
    oid === RSA_PSS ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : {};
  try {
    return verify(
      oid === ED25519 ? null : (by ?? hash),
      signed,
      { key: certificate.publicKey, ...padding },
      made.content,
    );
  } catch {
    return false;
  }
}
