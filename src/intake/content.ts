import { createHash } from 'node:crypto';
import type { Sha256 } from '../kernel/sha256.ts';
import type { Exhibit } from '../model/exhibit.ts';
import { type Bytes, headOf } from './bytes.ts';
import { gunzipped, isGzip } from './gzip.ts';
import type { Limits } from './limits.ts';
import { isZip } from './zip.ts';

/** What is inside the wrapping: the file itself, the file in a .gz, or an archive of several. */
export type Content =
  | { readonly as: 'file'; readonly bytes: Bytes; readonly sha256: Sha256 }
  | { readonly as: 'archive' };

export async function contentOf(exhibit: Exhibit, limits: Limits): Promise<Content> {
  const { head } = await headOf(exhibit, 8);
  if (isZip(head)) return { as: 'archive' };
  if (!isGzip(head)) return { as: 'file', bytes: exhibit, sha256: exhibit.id };
  const bytes = gunzipped(exhibit, limits);
  return { as: 'file', bytes, sha256: await hashOf(bytes) };
}

export async function hashOf(bytes: Bytes): Promise<Sha256> {
  const hash = createHash('sha256');
  for await (const chunk of bytes.open()) hash.update(chunk);
  return hash.digest('hex');
}
