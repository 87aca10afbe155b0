import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { Send } from './request.ts';
import { readXml } from './xml.ts';

/** An object as a listing tells it. */
export interface Listed {
  /** After the prefix of the portfolio. */
  readonly key: string;
  readonly size: number;
  /** Another one whenever the bytes are others: what a server calls ETag, without its quotes. */
  readonly version: string;
}

export interface Listing {
  readonly objects: readonly Listed[];
  /** Where only one level was asked for: the names of what lies deeper, with a slash at their end. */
  readonly folders: readonly string[];
}

export interface ListRequest {
  readonly where: string;
  readonly prefix: string;
  readonly below: string;
  readonly level: 'this' | 'all';
}

/** Every object below, a thousand at a time, in the order of the server. */
export async function list(send: Send, { where, prefix, below, level }: ListRequest): Promise<Listing> {
  const objects: Listed[] = [];
  const folders: string[] = [];
  for (let token: string | undefined = ''; token !== undefined; ) {
    const query = {
      'list-type': '2',
      // Names may hold what XML cannot.
      'encoding-type': 'url',
      prefix: `${prefix}${below}`,
      ...(level === 'this' ? { delimiter: '/' } : {}),
      ...(token === '' ? {} : { 'continuation-token': token }),
    };
    const page = pageIn(await (await send({ method: 'GET', query })).text());
    if (!page.whole) throw failure(diagnostic('bucket-refused', { where, region: '', reason: 'no listing' }));
    for (const { key, ...rest } of page.objects) objects.push({ key: key.slice(prefix.length), ...rest });
    folders.push(...page.folders.map((folder) => folder.slice(prefix.length)));
    token = page.next;
  }
  return { objects, folders };
}

/** One page of a listing. Not whole: whatever came was no listing, or was broken off. */
export function pageIn(text: string) {
  const entries: { Key?: string; ETag?: string; Size?: string }[] = [];
  const prefixes: string[] = [];
  const said: Record<string, string> = {};
  readXml(text, ([root, within = '', leaf], value) => {
    if (root !== 'ListBucketResult') return;
    if (leaf === undefined) said[within] = value;
    if (within === 'CommonPrefixes' && leaf === 'Prefix') prefixes.push(value);
    if (within !== 'Contents') return;
    // Of each object its key comes first.
    if (leaf === 'Key') entries.push({ Key: value });
    const entry = entries.at(-1);
    if (entry && (leaf === 'ETag' || leaf === 'Size')) entry[leaf] ??= value;
  });
  const nameIn = (value: string) => (said['EncodingType'] === 'url' ? decoded(value) : value);
  const objects = entries.map(({ Key = '', ETag = '', Size = '' }) => ({
    key: nameIn(Key),
    size: /^\d+$/.test(Size) ? Number(Size) : Number.NaN,
    version: unquoted(ETag),
  }));
  const [truncated, next] = [said['IsTruncated'], said['NextContinuationToken']];
  const whole =
    (truncated === 'false' || (truncated === 'true' && next !== undefined)) &&
    objects.every(({ size, version }) => Number.isSafeInteger(size) && version !== '');
  return { objects, folders: prefixes.map(nameIn), whole, next: truncated === 'true' ? next : undefined };
}

/** What is no text is marked as such: nobody can ask for it by name. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return `${text}\uFFFD`;
  }
}

export function unquoted(etag: string): string {
  return etag.trim().replace(/^(W\/)?"|"$/g, '');
}
