import { randomBytes } from 'node:crypto';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure, ProofpackError } from '../kernel/failure.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { BucketAddress } from './address.ts';
import { unquoted } from './list.ts';
import { PART_BYTES, putInParts } from './parts.ts';
import type { Send } from './request.ts';

/** How a condition on writing is said to this server: nothing may stand there, or this version must. */
export type ConditionStyle = (instead: string | undefined) => Readonly<Record<string, string>>;

/** Begins names that are none of a portfolio's files. */
export const PROBE = '.proofpack-probe-';

// RFC 9110 writes a version in quotes; Ceph 16 compares it with them, and so finds none the same.
const STYLES: readonly ConditionStyle[] = [
  (instead) => (instead === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${instead}"` }),
  (instead) => (instead === undefined ? { 'if-none-match': '*' } : { 'if-match': instead }),
];

const NO_VERSION = '00000000000000000000000000000000';

/** For the one who calls `work`: an object that is none of a portfolio's, gone afterwards. */
async function onProbe<T>(send: Send, { prefix }: BucketAddress, work: (key: string) => Promise<T>): Promise<T> {
  const key = `${prefix}${PROBE}${randomBytes(8).toString('hex')}`;
  try {
    return await work(key);
  } finally {
    await send({ method: 'DELETE', key, mayBe: [403, 404] }).catch(() => undefined);
  }
}

/** Tries whether conditions go for what is put in parts too: older servers overlook them there. */
export async function keepsConditionsOnParts(
  send: Send,
  address: BucketAddress,
  style: ConditionStyle,
): Promise<boolean> {
  const bytes = new Blob(['in parts']);
  const content = { bytes, size: bytes.size, sha256: sha256('in parts'), part: async () => bytes };
  return onProbe(send, address, async (key) => {
    const puts = (condition: Readonly<Record<string, string>>) =>
      putInParts(send, { address, key, content, said: {}, condition, partBytes: PART_BYTES });
    return (
      (await puts(style(undefined))) === 'given' &&
      (await puts(style(undefined))) === 'taken' &&
      (await puts(style(NO_VERSION))) === 'taken'
    );
  }).catch((error: unknown) => {
    // One that refuses parts, or conditions on them, is one that keeps none.
    if (error instanceof ProofpackError && error.exit === 2) return false;
    throw error;
  });
}

/** Tries on an object of its own whether the server keeps what conditions promise, and how they have to be said. */
export async function conditionStyle(send: Send, address: BucketAddress): Promise<ConditionStyle> {
  return onProbe(send, address, async (key) => {
    let version = '';
    const puts = async (text: string, headers: Readonly<Record<string, string>>) => {
      const body = { content: new Blob([text]), sha256: sha256(text) };
      const answer = await send({ method: 'PUT', key, headers, body, mayBe: [304, 400, 404, 412, 501] });
      await answer.body?.cancel();
      if (answer.ok) version = unquoted(answer.headers.get('etag') ?? '');
      return answer.ok;
    };
    const keeps = async (style: ConditionStyle) =>
      !(await puts('of another version', style(NO_VERSION))) && (await puts('of this version', style(version)));
    const [first] = STYLES;
    const exclusive =
      first !== undefined && (await puts('first', first(undefined))) && !(await puts('second', first(undefined)));
    for (const style of exclusive ? STYLES : []) if (await keeps(style)) return style;
    throw failure(diagnostic('bucket-unconditional', { where: address.where, endpoint: new URL(address.url).origin }));
  });
}
