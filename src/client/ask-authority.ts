import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';

const LONGEST_WAIT_MS = 30_000;
const LARGEST_ANSWER = 64 * 1024;

/**
 * Asks a timestamp authority (RFC 3161, section 3.4). The only place where proofpack uses a network, and only because the command line names
 * the address; what leaves is a hash of 32 bytes.
 */
export async function askAuthority(url: string, request: Uint8Array): Promise<Uint8Array> {
  const unanswered = (reason: string, cause?: unknown) =>
    failure(diagnostic('timestamp-unanswered', { url, reason }), { exit: 6, cause });
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: Buffer.from(request),
      signal: AbortSignal.timeout(LONGEST_WAIT_MS),
    });
    if (!answer.ok) throw unanswered(`it answered ${answer.status}`);
    return await readCapped(answer, () => unanswered('its answer is longer than a timestamp'));
  } catch (error) {
    if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')) {
      const { cause } = error;
      throw unanswered(cause instanceof Error ? cause.message : error.message, error);
    }
    throw error;
  }
}

async function readCapped(answer: Response, tooLong: () => Error): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += chunk.length;
    if (length > LARGEST_ANSWER) throw tooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
