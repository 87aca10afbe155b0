import { readSignedData, SHA256_OID, SIGNED_DATA, type SignedData } from './cms.ts';
import { oidOf, readDer, TAG } from './der.ts';

/** What an authority signed, as far as it is read; nothing in it is believed before `isSigned`. */
export interface Token {
  readonly imprint: Buffer;
  readonly nonce: Buffer | undefined;
  /** Milliseconds of UTC. */
  readonly at: number;
  /** The bytes of TSTInfo, which the signed attributes hold the hash of. */
  readonly info: Buffer;
  readonly data: SignedData;
}

const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const LARGEST = 64 * 1024;

/** The token alone, out of an authority's whole answer or as it stands; nothing when it refused or when this is neither. */
export function tokenIn(bytes: Uint8Array): Buffer | undefined {
  if (bytes.length > LARGEST) return undefined;
  const whole = readDer(bytes);
  if (oidOf(whole?.parts[0]) === SIGNED_DATA) return whole?.whole;
  const [status, token] = whole?.parts ?? [];
  const granted = status?.parts[0]?.tag === TAG.integer && (status.parts[0].content[0] ?? 2) < 2;
  return granted && oidOf(token?.parts[0]) === SIGNED_DATA ? token?.whole : undefined;
}

/** CMS SignedData around TSTInfo (RFC 3161, section 2.4.2). */
export function readToken(bytes: Uint8Array): Token | undefined {
  const data = readSignedData(bytes);
  if (data?.type !== TST_INFO || data.content === undefined) return undefined;
  const said = readInfo(data.content);
  return said && { ...said, data, info: data.content };
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
