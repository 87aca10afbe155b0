import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Bucket } from '../bucket/index.ts';
import { contentOf } from '../disk/index.ts';
import type { Copies } from './copies.ts';

export interface Gift {
  readonly bucket: Bucket;
  readonly copies: Copies;
  readonly key: string;
  /** The version that it is to replace; undefined: the name has to be free. */
  readonly instead: string | undefined;
}

/**
 * A file here under a name in the bucket: `same` where these very bytes stand there, whoever put them; `taken` where something else does that was not to be
 * replaced; `none` where there is no file. A client that is built twice of the same inputs is so put once.
 */
export async function give({ bucket, copies, key, instead }: Gift): Promise<'given' | 'same' | 'taken' | 'none'> {
  const content = await contentOf(join(copies.folder, key));
  if (content === undefined) return 'none';
  if (instead !== undefined && (await standsAs(bucket, key, content.sha256))) return 'same';
  const put = await bucket.put(key, content, instead);
  if (put.put === 'given') {
    await copies.wrote(key, put.version);
    return 'given';
  }
  // An answer may have been lost on its way: then it is what was put here.
  return (await standsAs(bucket, key, content.sha256)) ? 'same' : 'taken';
}

async function standsAs(bucket: Bucket, key: string, sha256: string): Promise<boolean> {
  const standing = await bucket.look(key);
  if (standing === undefined) return false;
  // What somebody copied in by other means says nothing of its bytes.
  return (standing.sha256 ?? (await hashIn(bucket, key))) === sha256;
}

async function hashIn(bucket: Bucket, key: string): Promise<string | undefined> {
  const read = await bucket.read(key);
  if (read === undefined || read === 'same') return undefined;
  const hash = createHash('sha256');
  for await (const chunk of read.bytes) hash.update(chunk);
  return hash.digest('hex');
}
