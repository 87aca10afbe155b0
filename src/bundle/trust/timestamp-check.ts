import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import { type Der, oidOf, readDer, TAG } from './der.ts';
import { imprintOf, nonceOf } from './timestamp-request.ts';
import { attribute, HASHES, readToken, type Token, TST_INFO } from './timestamp-token.ts';

/** Why a token is no witness of a signature. */
export type TimestampFault =
  | 'malformed'
  | 'other-imprint'
  | 'other-nonce'
  | 'bad-signature'
  | 'other-purpose'
  | 'outside-validity';

export interface Timestamp {
  /** Milliseconds of UTC. */
  readonly at: number;
  /** The subject of the authority's certificate, in one line. */
  readonly authority: string;
  /** Whether one of the certificates that the reader named stands above it. */
  readonly known: boolean;
}

/** What the token says of this signature, if it says it: each part of RFC 3161, section 2.4.2, that whoever relies on it must check. */
export function readTimestamp(
  bytes: Uint8Array,
  { signature, authorities }: { readonly signature: Uint8Array; readonly authorities: readonly X509Certificate[] },
): Timestamp | TimestampFault {
  const token = readToken(bytes);
  if (!token) return 'malformed';
  if (!token.imprint.equals(imprintOf(signature))) return 'other-imprint';
  if (!token.nonce?.equals(nonceOf(signature))) return 'other-nonce';
  if (!isSigned(token)) return 'bad-signature';
  if (!isForTimestamps(token.certificate)) return 'other-purpose';
  if (!isValidAt(token.certificate, token.at)) return 'outside-validity';
  const authority = token.certificate.subject.replaceAll('\n', ', ');
  return { at: token.at, authority, known: leadsTo(token.certificate, token, authorities) };
}

/** PEM, one certificate or several; nothing when there is none, or one that is broken. */
export function readAuthorities(text: string): readonly X509Certificate[] | undefined {
  try {
    const found = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    return found.length === 0 ? undefined : found.map((pem) => new X509Certificate(pem));
  } catch {
    return undefined;
  }
}

const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
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

/** The signature is over the attributes, and the attributes hold the hash of what was said (RFC 5652, section 5.4). */
function isSigned({ signer, info, certificate }: Token): boolean {
  const [, , digest, attributes, algorithm, made] = signer.parts;
  const hash = HASHES[oidOf(digest?.parts[0]) ?? ''];
  const oid = oidOf(algorithm?.parts[0]) ?? '';
  if (!hash || attributes?.tag !== 0xa0 || made?.tag !== TAG.octets) return false;
  if (oidOf(attribute(signer, CONTENT_TYPE)) !== TST_INFO) return false;
  if (!attribute(signer, MESSAGE_DIGEST)?.content.equals(createHash(hash).update(info).digest())) return false;
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

const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** For this purpose, for no other, and marked so that nobody may pass over it (RFC 3161, section 2.3). */
function isForTimestamps(certificate: X509Certificate): boolean {
  const extensions = readDer(certificate.raw)?.parts[0]?.parts.find(({ tag }) => tag === 0xa3)?.parts[0]?.parts ?? [];
  const usages = extensions.filter(({ parts }) => oidOf(parts[0]) === EXTENDED_KEY_USAGE);
  const [, critical, value] = usages[0]?.parts ?? [];
  const purposes: readonly Der[] = (value?.tag === TAG.octets && readDer(value.content)?.parts) || [];
  return (
    usages.length === 1 &&
    critical?.tag === TAG.boolean &&
    critical.content[0] === 0xff &&
    purposes.length === 1 &&
    oidOf(purposes[0]) === TIME_STAMPING
  );
}

/** Built from dates that OpenSSL prints, `Oct 15 09:30:00 2026 GMT`: always this form, always GMT. */
function isValidAt({ validFrom, validTo }: X509Certificate, at: number): boolean {
  const [from, to] = [openSslInstant(validFrom), openSslInstant(validTo)];
  return from !== undefined && to !== undefined && at >= from && at <= to;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function openSslInstant(text: string): number | undefined {
  const [, month = '', d, h, min, s, y] = /^(\w{3}) +(\d+) (\d+):(\d+):(\d+) (\d{4}) GMT$/.exec(text) ?? [];
  const at = Date.UTC(Number(y), MONTHS.indexOf(month), Number(d), Number(h), Number(min), Number(s));
  return Number.isNaN(at) || !MONTHS.includes(month) ? undefined : at;
}

const LONGEST_CHAIN = 6;

/** Whether issuers, each valid at that time and each allowed to issue, lead to a certificate that the reader named. */
function leadsTo(start: X509Certificate, { others, at }: Token, authorities: readonly X509Certificate[]): boolean {
  let current = start;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    if (authorities.some((each) => each.raw.equals(current.raw))) return true;
    const issuer = [...authorities, ...others].find(
      (each) => !each.raw.equals(current.raw) && each.ca && current.checkIssued(each) && current.verify(each.publicKey),
    );
    if (!issuer || !isValidAt(issuer, at)) return false;
    current = issuer;
  }
  return false;
}
