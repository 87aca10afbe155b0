import type { RedisOptions } from 'bullmq';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { QueueAddress } from './address.ts';

export interface Connected {
  readonly bullmq: typeof import('bullmq');
  readonly connection: RedisOptions;
}

const PATIENCE_MS = 10_000;
const LONGEST_PAUSE_MS = 5000;

/** Loads what speaks with a queue, and asks once whether anybody answers: from then on a server that is away for a while is waited for. */
export async function connect(address: QueueAddress): Promise<Connected> {
  const bullmq = await loaded('bullmq', () => import('bullmq'));
  const { Redis } = await loaded('ioredis', () => import('ioredis'));
  const { host, port, db, username, password, encrypted, where } = address;
  const options = {
    host,
    port,
    db,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(encrypted ? { tls: {} } : {}),
    connectTimeout: PATIENCE_MS,
  };
  const client = new Redis({ ...options, lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  let reason: unknown;
  // What went wrong is told here; the call itself only says that the connection is closed.
  client.on('error', (error: unknown) => {
    reason ??= error;
  });
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    throw failure(diagnostic('queue-unreachable', { where, reason: reasonOf(reason ?? error) }), {
      exit: 6,
      cause: error,
    });
  } finally {
    client.disconnect();
  }
  return {
    bullmq,
    connection: {
      ...options,
      maxRetriesPerRequest: null,
      retryStrategy: (times) => Math.min(LONGEST_PAUSE_MS, 100 * 2 ** Math.min(times, 10)),
    },
  };
}

/** The words of an error; a host of several addresses is refused once for each, in an error without words. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

async function loaded<T>(name: string, load: () => Promise<T>): Promise<T> {
  return load().catch((error: unknown) => {
    throw failure(diagnostic('package-not-installed', { name }), { cause: error });
  });
}
