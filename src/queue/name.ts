import { sha256 } from '../kernel/sha256.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { QueuedJob } from '../model/queued.ts';

/** All keys of ours on the server begin so. */
export const PREFIX = 'proofpack';

/** Each portfolio has a queue of its own, told by its name: wherever its folder lies, the name is the same. */
export function queueName({ name }: Portfolio): string {
  return name === undefined ? 'clients' : `clients-${sha256(name).slice(0, 12)}`;
}

/** One for each client, inputs, editions and what is wanted: asked for twice, it stands there once. A colon divides keys on the server. */
export function jobName({ client, key, comparedWith, editions, task }: QueuedJob): string {
  const of = sha256(JSON.stringify([client, key, comparedWith, [...editions].sort(), task])).slice(0, 24);
  return `${client.replace(/[^\p{L}\p{N}._-]+/gu, '_').slice(0, 60)}-${of}`;
}
