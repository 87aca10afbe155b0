import type { Queue } from 'bullmq';
import type { Portfolio } from '../model/portfolio.ts';
import type { QueuedJob } from '../model/queued.ts';
import type { QueueAddress } from './address.ts';
import { type Connected, connect, reasonOf } from './connect.ts';
import { PREFIX, queueName } from './name.ts';

export interface OpenQueue extends Connected {
  readonly name: string;
  readonly queue: Queue<QueuedJob>;
}

/** The queue of a portfolio. `onTrouble` is told when the server is away; it is waited for. */
export async function openQueue(
  address: QueueAddress,
  portfolio: Portfolio,
  onTrouble: (reason: string) => void,
): Promise<OpenQueue> {
  const connected = await connect(address);
  const name = queueName(portfolio);
  const { bullmq, connection } = connected;
  const queue = new bullmq.Queue<QueuedJob>(name, { connection, prefix: PREFIX });
  queue.on('error', (error) => onTrouble(reasonOf(error)));
  await queue.waitUntilReady();
  return { ...connected, name, queue };
}
