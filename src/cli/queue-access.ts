import { readSmallText } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { QueueAddress } from '../queue/index.ts';
import type { Given } from './verb.ts';

/** Where the queue is, by the flag or by the environment; undefined where nobody says. Its password is never an argument. */
export async function queueAccess(given: Given): Promise<QueueAddress | undefined> {
  const argument = given.text('queue');
  const text = argument ?? said('PROOFPACK_QUEUE');
  if (text === undefined) return undefined;
  const { queueAddress } = await import('../queue/index.ts');
  const by = argument === undefined ? 'environment' : 'argument';
  return queueAddress({ text, by, password: await passwordSaid() });
}

/** The same where nothing can be done without one. */
export async function queueAsked(given: Given): Promise<QueueAddress> {
  const address = await queueAccess(given);
  if (address === undefined) throw failure(diagnostic('queue-wanted', undefined));
  return address;
}

async function passwordSaid(): Promise<string | undefined> {
  const file = said('PROOFPACK_QUEUE_PASSWORD_FILE');
  if (file === undefined) return said('PROOFPACK_QUEUE_PASSWORD');
  return (await readSmallText(file)).split(/\r?\n/, 1)[0];
}

function said(name: string): string | undefined {
  const value = process.env[name];
  return value === undefined || value === '' ? undefined : value;
}
