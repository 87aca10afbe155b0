import { createHash } from 'node:crypto';
import { sha256 } from '../kernel/sha256.ts';
import type { BucketAddress } from './address.ts';
import type { Content } from './bucket.ts';
import type { Send } from './request.ts';
import { troubleOf } from './trouble.ts';
import { readXml } from './xml.ts';

/** How much goes in one writing; what is larger goes in parts. */
export const PART_BYTES = 16 * 1024 ** 2;
/** As many as any server takes. */
const MOST_PARTS = 10_000;
const AT_ONCE = 3;
/** So often all parts are sent anew because somebody else wrote there at the same moment. */
const ROUNDS = 3;

export interface InParts {
  /** For what is told of it. */
  readonly address: BucketAddress;
  readonly key: string;
  readonly content: Content;
  /** What is said of it, as headers. */
  readonly said: Readonly<Record<string, string>>;
  /** Under which its name is given, as headers. */
  readonly condition: Readonly<Record<string, string>>;
  readonly partBytes: number;
}

/**
 * An object in parts, which get its name with the last request: whole or not at all, and only under the condition. What was sent for nothing is taken away again,
 * also where it cannot be put together.
 */
export async function putInParts(send: Send, request: InParts): Promise<'given' | 'taken'> {
  for (let round = 1; ; round += 1) {
    const done = await putOnce(send, request);
    if (done === 'given' || done === 'taken') return done;
    if (round < ROUNDS) continue;
    // Whoever writes there at the same moment again and again has it.
    if (done === 'conflict') return 'taken';
    throw troubleOf({ again: true, status: 200, code: done.code, reason: '' }, request.address);
  }
}

/** `code`: what went wrong after all, as the server names it. */
type Done = 'given' | 'taken' | 'conflict' | { readonly code: string };

async function putOnce(send: Send, request: InParts): Promise<Done> {
  const { key, said, condition } = request;
  const upload = await begin(send, key, said);
  let given = false;
  try {
    const parts = await sendParts(send, upload, request);
    const done = await complete(send, { key, upload, parts, condition });
    given = done === 'given';
    return done;
  } finally {
    // A part that stays costs money and is seen by nobody.
    if (!given) await send({ method: 'DELETE', key, query: { uploadId: upload }, mayBe: [404] }).catch(() => undefined);
  }
}

async function begin(send: Send, key: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const answer = await send({ method: 'POST', key, query: { uploads: '' }, headers });
  const { UploadId: upload } = saidAtTop(await answer.text());
  if (upload === undefined) throw new Error('an upload without a number');
  return upload;
}

interface Part {
  readonly number: number;
  readonly version: string;
}

/** All of one size but the last, as some servers want it. */
async function sendParts(send: Send, upload: string, { key, content, partBytes }: InParts): Promise<readonly Part[]> {
  const size = Math.max(partBytes, Math.ceil(content.size / MOST_PARTS));
  const waiting = Array.from({ length: Math.max(1, Math.ceil(content.size / size)) }, (_, at) => at);
  const sent: Part[] = [];
  const lane = async () => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      const part = await content.part(at * size, Math.min((at + 1) * size, content.size));
      const body = { content: part, sha256: await hashOf(part) };
      const query = { partNumber: String(at + 1), uploadId: upload };
      const answer = await send({ method: 'PUT', key, query, body });
      await answer.body?.cancel();
      sent.push({ number: at + 1, version: answer.headers.get('etag') ?? '' });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return sent.sort((a, b) => a.number - b.number);
}

interface Whole {
  readonly key: string;
  readonly upload: string;
  readonly parts: readonly Part[];
  readonly condition: Readonly<Record<string, string>>;
}

const MISSED: ReadonlySet<number> = new Set([304, 404, 412]);

async function complete(send: Send, { key, upload, parts, condition }: Whole): Promise<Done> {
  const rows = parts.map(
    ({ number, version }) =>
      `<Part><PartNumber>${number}</PartNumber><ETag>${version.replaceAll('"', '&quot;')}</ETag></Part>`,
  );
  const text = `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${rows.join('')}</CompleteMultipartUpload>`;
  const answer = await send({
    method: 'POST',
    key,
    query: { uploadId: upload },
    headers: { ...condition, 'content-type': 'application/xml' },
    body: { content: new Blob([text]), sha256: sha256(text) },
    // 404: what was to be replaced is gone, or an answer was lost and the parts are an object already; whoever asked looks what stands there.
    mayBe: [...MISSED, 409],
  });
  const { Code: code } = saidAtTop(await answer.text());
  if (answer.status === 409) return 'conflict';
  if (MISSED.has(answer.status) || code === 'PreconditionFailed') return 'taken';
  // A server that puts parts together for long answers that all is well before it knows.
  return code === undefined ? 'given' : { code };
}

/** What stands directly in the element that an answer is; some servers send blanks before it, so that nobody stops waiting. */
function saidAtTop(text: string): Readonly<Record<string, string>> {
  const said: Record<string, string> = {};
  readXml(text.trimStart(), ([, within, deeper], value) => {
    if (within !== undefined && deeper === undefined) said[within] = value;
  });
  return said;
}

async function hashOf(content: Blob): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of content.stream()) hash.update(chunk);
  return hash.digest('hex');
}
