import type { X509Certificate } from 'node:crypto';
import { isValidAt, leadsTo } from './certificates.ts';
import { isSigned } from './cms.ts';
import { type Der, oidOf, readDer, TAG } from './der.ts';
import { imprintOf, nonceOf } from './timestamp-request.ts';
import { readToken } from './timestamp-token.ts';

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
  const { at, data } = token;
  const { certificate, others } = data;
  if (!isSigned(data, [token.info])) return 'bad-signature';
  if (!isForTimestamps(certificate)) return 'other-purpose';
  if (!isValidAt(certificate, at)) return 'outside-validity';
  const authority = certificate.subject.replaceAll('\n', ', ');
  return { at, authority, known: leadsTo(certificate, { others, at }, authorities) };
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
