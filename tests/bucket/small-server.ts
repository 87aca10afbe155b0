import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Content } from '../../src/bucket/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { listening, type Told } from './told-server.ts';

/** A text as what is put into a bucket. */
export function textContent(text: string): Content {
  const bytes = new Blob([text]);
  return { bytes, size: bytes.size, sha256: sha256(text), part: async (from, to) => bytes.slice(from, to) };
}

/** Where servers that speak S3 are known to differ, as their makers document it. */
export interface Dialect {
  /** What a condition on writing that does not hold is answered with: 412, or 304 by some. */
  readonly missed: 304 | 412;
  /** Whether `If-Match` of what is gone is told as 404, or overlooked. */
  readonly goneIs404: boolean;
  /** Whether conditions go for what is put together of parts. */
  readonly onParts: 'kept' | 'overlooked' | 'not implemented';
  /** Parts that are not the last have to be of one size. */
  readonly evenParts: boolean;
  /** Blanks before an answer that takes long, and no version in it. */
  readonly slowAnswer: boolean;
}

export const AMAZON: Dialect = { missed: 412, goneIs404: true, onParts: 'kept', evenParts: false, slowAnswer: true };
export const R2: Dialect = { missed: 412, goneIs404: false, onParts: 'kept', evenParts: true, slowAnswer: false };
export const OLD_MINIO: Dialect = {
  missed: 304,
  goneIs404: false,
  onParts: 'kept',
  evenParts: false,
  slowAnswer: false,
};
export const OLD_CEPH: Dialect = { ...AMAZON, onParts: 'overlooked' };
export const PARTLY: Dialect = { ...AMAZON, onParts: 'not implemented' };

interface Kept {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly hash: string | undefined;
}

/** A server of one bucket that keeps objects in memory. `first` may answer instead, once it has looked at the request; `lost` breaks off after it did what it was asked. */
export async function smallServer(
  dialect: Dialect,
  first: (line: string) => Told | 'lost' | undefined = () => undefined,
) {
  const objects = new Map<string, Kept>();
  const uploads = new Map<string, { readonly hash: string | undefined; readonly parts: Map<number, Buffer> }>();
  const asked: string[] = [];

  const holds = (key: string, { headers }: IncomingMessage): number | undefined => {
    const standing = objects.get(key);
    if (headers['if-none-match'] === '*' && standing) return dialect.missed;
    const match = headers['if-match'];
    if (match === undefined) return undefined;
    if (standing === undefined) return dialect.goneIs404 ? 404 : undefined;
    return match === `"${standing.etag}"` ? undefined : dialect.missed;
  };
  const keep = (key: string, kept: Omit<Kept, 'etag'>, parts?: number) => {
    const md5 = createHash('md5').update(kept.bytes).digest('hex');
    const etag = parts === undefined ? md5 : `${md5}-${parts}`;
    objects.set(key, { ...kept, etag });
    return etag;
  };

  const complete = (key: string, number: string, request: IncomingMessage): Answer => {
    const upload = uploads.get(number);
    if (upload === undefined) return told(404, 'NoSuchUpload');
    const conditional = 'if-match' in request.headers || 'if-none-match' in request.headers;
    if (conditional && dialect.onParts === 'not implemented') return told(501, 'NotImplemented');
    const missed = dialect.onParts === 'kept' ? holds(key, request) : undefined;
    if (missed !== undefined) return told(missed, 'PreconditionFailed');
    const parts = [...upload.parts].sort(([a], [b]) => a - b).map(([, bytes]) => bytes);
    const sizes = new Set(parts.slice(0, -1).map(({ length }) => length));
    if (dialect.evenParts && sizes.size > 1) return told(400, 'InvalidPart');
    uploads.delete(number);
    const etag = keep(key, { bytes: Buffer.concat(parts), hash: upload.hash }, parts.length);
    const xml = `<?xml version="1.0" encoding="UTF-8"?><CompleteMultipartUploadResult><ETag>${dialect.slowAnswer ? '' : `"${etag}"`}</ETag></CompleteMultipartUploadResult>`;
    return { status: 200, body: dialect.slowAnswer ? `\n  \n${xml}` : xml };
  };

  const answer = (request: IncomingMessage, body: Buffer): Answer => {
    const url = new URL(request.url ?? '', 'http://server');
    const [key, query] = [decodeURIComponent(url.pathname).replace('/evidence/', ''), url.searchParams];
    const number = query.get('uploadId') ?? '';
    const said = request.headers['x-amz-meta-proofpack-sha256'];
    const hash = typeof said === 'string' ? said : undefined;
    const sent = request.headers['x-amz-content-sha256'];
    if (request.method !== 'GET' && sent !== createHash('sha256').update(body).digest('hex'))
      return told(400, 'XAmzContentSHA256Mismatch');
    switch (`${request.method} ${query.has('uploads') ? 'uploads' : number === '' ? 'object' : 'upload'}`) {
      case 'POST uploads': {
        const next = `upload ${asked.length}`;
        uploads.set(next, { hash, parts: new Map() });
        return { status: 200, body: `<I><UploadId>${next}</UploadId></I>` };
      }
      case 'PUT upload':
        uploads.get(number)?.parts.set(Number(query.get('partNumber')), body);
        return { status: 200, headers: { etag: `"${createHash('md5').update(body).digest('hex')}"` } };
      case 'POST upload':
        return complete(key, number, request);
      case 'DELETE upload':
        return { status: uploads.delete(number) ? 204 : 404 };
      case 'PUT object': {
        const missed = holds(key, request);
        if (missed !== undefined) return told(missed, 'PreconditionFailed');
        return { status: 200, headers: { etag: `"${keep(key, { bytes: body, hash })}"` } };
      }
      case 'DELETE object':
        objects.delete(key);
        return { status: 204 };
      default: {
        if (query.has('list-type'))
          return { status: 200, body: '<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>' };
        const standing = objects.get(key);
        if (standing === undefined) return told(404, 'NoSuchKey');
        const meta = standing.hash === undefined ? {} : { 'x-amz-meta-proofpack-sha256': standing.hash };
        const headers = { etag: `"${standing.etag}"`, 'content-length': String(standing.bytes.length), ...meta };
        return { status: 200, headers, ...(request.method === 'HEAD' ? {} : { body: standing.bytes }) };
      }
    }
  };

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const line = `${request.method} ${request.url}`;
    asked.push(line);
    const instead = first(line);
    if (instead !== undefined && instead !== 'lost') return give(response, { ...told(instead.status, instead.code) });
    const given = answer(request, Buffer.concat(chunks));
    if (instead === 'lost') response.destroy();
    else give(response, given);
  });
  return { env: await listening(server), asked, objects, uploads };
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

function told(status: number, code = ''): Answer {
  return { status, body: status === 304 ? '' : `<Error><Code>${code}</Code></Error>` };
}

function give(response: ServerResponse, { status, headers = {}, body = '' }: Answer): void {
  response.writeHead(status, { connection: 'close', ...headers });
  response.end(body);
}
