import type { AwsClient } from 'aws4fetch';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { BucketAddress } from './address.ts';
import { isDistrust, type Refusal, refusalIn, troubleOf } from './trouble.ts';

export interface BucketRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /** Of an object; of the bucket itself where there is none. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly content: Blob; readonly sha256: string };
  /** Answers that are none of an accident and no success either, for whoever asked to make sense of. */
  readonly mayBe?: readonly number[];
}

export type Send = (request: BucketRequest) => Promise<Response>;

export interface Patience {
  /** In all. */
  readonly tries: number;
  /** Before the second try; each pause is up to twice as long as the one before. */
  readonly pauseMs: number;
}

export const PATIENCE: Patience = { tries: 6, pauseMs: 200 };

/** Signed requests to one bucket. A server that is away, overloaded or ill is asked again; what it refuses is one error with its cure. */
export async function openRequests(address: BucketAddress, { tries, pauseMs }: Patience): Promise<Send> {
  const { AwsClient: Client } = await import('aws4fetch').catch((error: unknown) => {
    throw failure(diagnostic('package-not-installed', { name: 'aws4fetch' }), { cause: error });
  });
  const client = new Client({ ...address.keys, service: 's3', region: address.region });
  return async (request) => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await ask(client, address, request);
      if (answer instanceof Response) return answer;
      if (!answer.again || attempt >= tries) throw troubleOf(answer, address);
      // Not all workers at once.
      await new Promise((resolve) => setTimeout(resolve, pauseMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2)));
    }
  };
}

const NOTHING = sha256('');

async function ask(
  client: AwsClient,
  { url, keys }: BucketAddress,
  { method, key = '', query = {}, headers = {}, body, mayBe = [] }: BucketRequest,
): Promise<Response | Refusal> {
  const target = new URL(
    key === '' ? url.replace(/\/$/, '') : `${url}${key.split('/').map(encodeURIComponent).join('/')}`,
  );
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
  // A plus is a plus to some servers, and a space to others.
  target.search = target.search.replaceAll('+', '%20');
  try {
    const signed = await client.sign(target, {
      method,
      headers: { ...headers, 'x-amz-content-sha256': body?.sha256 ?? NOTHING },
      ...(body === undefined ? {} : { body: body.content }),
      redirect: 'manual',
    });
    const answer = await fetch(signed);
    if (answer.ok || mayBe.includes(answer.status)) return answer;
    return await refusalIn(answer, request404(method));
  } catch (error) {
    const code = codeOf(error);
    return {
      // Whom one does not trust, one does not trust the next time either.
      again: !isDistrust(code),
      status: 0,
      code,
      reason: reasonOf(error).replaceAll(keys.secretAccessKey, '…'),
      cause: error,
    };
  }
}

/** Whoever only asks for a head is told nothing of why. */
function request404(method: BucketRequest['method']): string {
  return method === 'HEAD' ? 'NotFound' : '';
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if (error.cause instanceof Error) return codeOf(error.cause);
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The words of an error, which `fetch` hides in its cause; a host of several addresses is refused once for each. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join('; ');
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message;
}
