import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { Sha256 } from '../kernel/sha256.ts';
import type { BucketAddress } from './address.ts';
import { type Listing, list, unquoted } from './list.ts';
import { type InParts, PART_BYTES, putInParts } from './parts.ts';
import { type ConditionStyle, conditionStyle, keepsConditionsOnParts } from './probe.ts';
import { openRequests, PATIENCE, type Patience, type Send } from './request.ts';

/** The objects of one portfolio in a bucket; keys are counted from the prefix of the portfolio. */
export interface Bucket {
  readonly where: string;
  list(below: string, level: ListLevel): Promise<Listing>;
  /** What stands under a name, from its first byte on; `same` where that is the version that is known already, undefined where nothing stands. */
  read(key: string, known?: string): Promise<Reading | 'same' | undefined>;
  /** What stands under a name; undefined where nothing does. */
  look(key: string): Promise<Standing | undefined>;
  /** Gives a name to bytes if what stands there is what `instead` says: nothing, or this version. Whole or not at all; of several at once, one does. */
  put(key: string, content: Content, instead: string | undefined): Promise<Put>;
  remove(key: string): Promise<void>;
}

export type ListLevel = 'this' | 'all';

export interface Content {
  readonly size: number;
  readonly sha256: Sha256;
  /** All of it, to be sent at once; a Blob of Node 20 holds less than 4 GB of a file. */
  readonly bytes: Blob;
  part(from: number, to: number): Promise<Blob>;
}

export interface Reading {
  readonly version: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface Standing {
  readonly size: number;
  readonly version: string;
  /** Of its bytes, as whoever put it said; undefined for what was put by something else. */
  readonly sha256: string | undefined;
}

/** `taken`: something else stands there. */
export type Put = { readonly put: 'given'; readonly version: string } | { readonly put: 'taken' };

/** As much as one writing may bring into a bucket. */
const MOST_AT_ONCE = 4 * 1024 ** 3 - 1;
const HASH_HEADER = 'x-amz-meta-proofpack-sha256';
const PRECONDITION_FAILED = 412;
const NOT_FOUND = 404;
const NOT_MODIFIED = 304;

/** Enters a bucket. One that does not know conditions on writing is refused: two workers could overwrite one another there. */
export async function openBucket(
  address: BucketAddress,
  patience: Patience = PATIENCE,
  { partBytes = PART_BYTES }: { readonly partBytes?: number } = {},
): Promise<Bucket> {
  const send = await openRequests(address, patience);
  // Whether the bucket is there and may be read is told first.
  await send({ method: 'GET', query: { 'list-type': '2', 'max-keys': '1', prefix: address.prefix } });
  const style = await conditionStyle(send, address);
  return bucketOver({ send, address, style, partBytes });
}

interface Entered {
  readonly send: Send;
  readonly address: BucketAddress;
  readonly style: ConditionStyle;
  readonly partBytes: number;
}

function bucketOver({ send, address, style, partBytes }: Entered): Bucket {
  const { where, prefix, url } = address;
  let parts: Promise<boolean> | undefined;
  /** Asked only where something is as large. */
  const takesParts = () => {
    parts ??= keepsConditionsOnParts(send, address, style).catch((error: unknown) => {
      // A server that was away for a moment is asked again.
      parts = undefined;
      throw error;
    });
    return parts;
  };
  const look: Bucket['look'] = async (key) => {
    const answer = await send({ method: 'HEAD', key: `${prefix}${key}`, mayBe: [NOT_FOUND] });
    if (!answer.ok) return undefined;
    return {
      size: Number(answer.headers.get('content-length')),
      version: versionOf(answer),
      sha256: answer.headers.get(HASH_HEADER) ?? undefined,
    };
  };
  return {
    where,
    list: (below, level) => list(send, { where, prefix, below, level }),
    read: async (key, known) => {
      const headers = known === undefined ? {} : { 'if-none-match': `"${known}"` };
      const answer = await send({ method: 'GET', key: `${prefix}${key}`, headers, mayBe: [NOT_MODIFIED, NOT_FOUND] });
      if (answer.status === NOT_FOUND) return undefined;
      if (answer.status === NOT_MODIFIED) return 'same';
      return { version: versionOf(answer), bytes: answer.body ?? nothing() };
    },
    look,
    put: async (key, content, instead) => {
      const at = {
        address,
        key: `${prefix}${key}`,
        content,
        said: { [HASH_HEADER]: content.sha256 },
        condition: style(instead),
      };
      if (content.size <= partBytes || !(await takesParts())) {
        if (content.size > MOST_AT_ONCE)
          throw failure(diagnostic('bucket-object-too-large', { key, endpoint: new URL(url).origin }), { exit: 6 });
        return putAtOnce(send, at, instead);
      }
      if ((await putInParts(send, { ...at, partBytes })) === 'taken') return { put: 'taken' };
      // Not every server says what it calls the whole.
      const standing = await look(key);
      return standing?.sha256 === content.sha256 ? { put: 'given', version: standing.version } : { put: 'taken' };
    },
    remove: async (key) => {
      const answer = await send({ method: 'DELETE', key: `${prefix}${key}`, mayBe: [NOT_FOUND] });
      await answer.body?.cancel();
    },
  };
}

type AtOnce = Pick<InParts, 'key' | 'content' | 'said' | 'condition'>;

async function putAtOnce(
  send: Send,
  { key, content, said, condition }: AtOnce,
  instead: string | undefined,
): Promise<Put> {
  const answer = await send({
    method: 'PUT',
    key,
    headers: { ...condition, ...said },
    body: { content: content.bytes, sha256: content.sha256 },
    // Some answer as if somebody had read; and where what is to be replaced is gone, that it is not there.
    mayBe: [PRECONDITION_FAILED, NOT_MODIFIED, ...(instead === undefined ? [] : [NOT_FOUND])],
  });
  await answer.body?.cancel();
  return answer.ok ? { put: 'given', version: versionOf(answer) } : { put: 'taken' };
}

function versionOf({ headers }: Response): string {
  return unquoted(headers.get('etag') ?? '');
}

async function* nothing(): AsyncIterable<Uint8Array> {}
