import { createHash, X509Certificate } from 'node:crypto';
import { type Der, oidOf, readDer, TAG } from './der.ts';
import { SHA256_OID } from './timestamp-request.ts';

/** What an authority signed, as far as it is read; nothing in it is believed before `tokenHolds`. */
export interface Token {
  readonly imprint: Buffer;
  readonly nonce: Buffer | undefined;
  /** Milliseconds of UTC. */
  readonly at: number;
  /** Named by its hash inside what is signed. */
  readonly certificate: X509Certificate;
  readonly others: readonly X509Certificate[];
  /** The bytes of TSTInfo, which the signed attributes hold the hash of. */
  readonly info: Buffer;
  readonly signer: Der;
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';
export const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const LARGEST = 64 * 1024;

export const HASHES: Readonly<Record<string, string>> = {
  [SHA256_OID]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** The token alone, out of an authority's whole answer or as it stands; nothing when it refused or when this is neither. */
export function tokenIn(bytes: Uint8Array): Buffer | undefined {
  if (bytes.length > LARGEST) return undefined;
  const whole = readDer(bytes);
  if (oidOf(whole?.parts[0]) === SIGNED_DATA) return whole?.whole;
  const [status, token] = whole?.parts ?? [];
  const granted = status?.parts[0]?.tag === TAG.integer && (status.parts[0].content[0] ?? 2) < 2;
  return granted && oidOf(token?.parts[0]) === SIGNED_DATA ? token?.whole : undefined;
}

/** CMS SignedData around TSTInfo (RFC 3161, section 2.4.2), with exactly one signer. */
export function readToken(bytes: Uint8Array): Token | undefined {
  if (bytes.length > LARGEST) return undefined;
  const [type, wrapped] = readDer(bytes)?.parts ?? [];
  const [, , encapsulated, ...rest] = wrapped?.parts[0]?.parts ?? [];
  const info = encapsulated?.parts[1]?.parts[0];
  if (oidOf(type) !== SIGNED_DATA || oidOf(encapsulated?.parts[0]) !== TST_INFO || info?.tag !== TAG.octets)
    return undefined;
  const certificates = certificatesIn(rest.find(({ tag }) => tag === 0xa0)?.parts ?? []);
  const signers = rest.find(({ tag }) => tag === TAG.set)?.parts ?? [];
  const [signer] = signers;
  if (!certificates || !signer || signers.length !== 1) return undefined;
  const certificate = certificates.find((each) => isNamed(each, signer));
  const said = readInfo(info.content);
  if (!certificate || !said) return undefined;
  return { ...said, certificate, others: certificates, info: info.content, signer };
}

function readInfo(bytes: Buffer): Pick<Token, 'imprint' | 'nonce' | 'at'> | undefined {
  const [version, policy, imprint, serial, time, ...rest] = readDer(bytes)?.parts ?? [];
  const [algorithm, hashed] = imprint?.parts ?? [];
  const at = time?.tag === TAG.time ? instantOf(time.content.toString('latin1')) : undefined;
  if (version?.content[0] !== 1 || policy?.tag !== TAG.oid || serial?.tag !== TAG.integer || at === undefined)
    return undefined;
  if (oidOf(algorithm?.parts[0]) !== SHA256_OID || hashed?.tag !== TAG.octets) return undefined;
  return { imprint: hashed.content, nonce: rest.find(({ tag }) => tag === TAG.integer)?.content, at };
}

/** `20261015093000Z`, `20261015093000.25Z` */
function instantOf(text: string): number | undefined {
  const [, y, m, d, h, min, s, fraction = '0'] =
    /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d{1,9}))?Z$/.exec(text) ?? [];
  if (y === undefined) return undefined;
  const at = Date.UTC(Number(y), Number(m) - 1, Number(d), Number(h), Number(min), Number(s));
  return at + Math.floor(Number(`0.${fraction}`) * 1000);
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
