import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { failure, type ProofpackError } from '../kernel/failure.ts';
import type { BucketAddress } from './address.ts';
import { readXml } from './xml.ts';

/** What a server said instead of doing what it was asked; a status of 0 where it said nothing. */
export interface Refusal {
  readonly again: boolean;
  readonly status: number;
  /** `NoSuchBucket`; where the server said nothing, what the way to it did: `CERT_HAS_EXPIRED` */
  readonly code: string;
  readonly reason: string;
  readonly cause?: unknown;
}

/** Accidents and crowds: the same again may be answered. */
const PASSING: ReadonlySet<number> = new Set([408, 409, 429, 500, 502, 503, 504]);

export async function refusalIn(answer: Response, silent: string): Promise<Refusal> {
  const text = await answer.text().catch(() => '');
  const { Code: code = silent, Message: message = '' } = saidIn(text);
  return { again: PASSING.has(answer.status), status: answer.status, code, reason: message };
}

function saidIn(text: string): Readonly<Record<string, string>> {
  const said: Record<string, string> = {};
  readXml(text, (path, value) => {
    said[path.at(-1) ?? ''] ??= value;
  });
  return said;
}

export function troubleOf(refusal: Refusal, address: BucketAddress): ProofpackError {
  const away = refusal.again || (refusal.status === 0 && !isDistrust(refusal.code));
  return failure(noteOf(refusal, address), { exit: away ? 6 : 2, cause: refusal.cause });
}

/** The certificate is by an authority that this process does not know, is no longer good, or is another host's. */
const DISTRUST = /^(UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_|ERR_TLS_CERT_)/;
/** What answers there speaks without TLS. */
const PLAIN = 'ERR_SSL_WRONG_VERSION_NUMBER';

export function isDistrust(code: string): boolean {
  return DISTRUST.test(code) || code === PLAIN;
}

const DENIED = /^(AccessDenied|InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken|InvalidToken|AccountProblem)/;

function noteOf({ status, code, reason, again }: Refusal, { where, bucket, region, url }: BucketAddress): Diagnostic {
  const endpoint = new URL(url).origin;
  if (status === 0 && code === PLAIN) return diagnostic('bucket-speaks-plain', { endpoint });
  if (status === 0 && isDistrust(code))
    return diagnostic('bucket-untrusted', { endpoint, reason: `${reason} (${code})` });
  const told = [String(status), status === 0 ? '' : code, reason]
    .filter((word) => word !== '' && word !== '0')
    .join(' ');
  if (status === 0 || again) return diagnostic('bucket-unreachable', { where, endpoint, reason: told });
  if (code === 'NoSuchBucket') return diagnostic('bucket-missing', { bucket, endpoint });
  if (code === 'RequestTimeTooSkewed') return diagnostic('bucket-clock-skewed', { where });
  if (DENIED.test(code) || status === 401 || status === 403)
    return diagnostic('bucket-denied', { where, reason: told });
  return diagnostic('bucket-refused', { where, region, reason: told });
}
