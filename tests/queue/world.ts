import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { workOn } from '../../src/fleet/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import type { AddressSaid } from '../../src/queue/address.ts';
import {
  buildByQueue,
  type QueuedRequest,
  queueAddress,
  startWork,
  type WorkEvent,
  type WorkRequest,
} from '../../src/queue/index.ts';
import { folderStorage } from '../../src/storage/index.ts';
import { ROOT } from '../house/house.ts';

/** Seconds of a story, not of a day. A client that is built in this process keeps it from renewing what it holds. */
export const QUICK = { lockMs: 60_000, stalledMs: 200, pauseMs: 30, sweepMs: 150 };

export const at = (text: string, by: AddressSaid['by'] = 'argument') => queueAddress({ text, by });

export function putHere(folder: string, address: string, more: Partial<QueuedRequest> = {}) {
  const request = {
    storage: folderStorage(folder),
    ...{ address: at(address), changed: false, only: [], editions: [], times: QUICK },
  };
  return buildByQueue({ ...request, ...more });
}

/** A worker in this process; what it lived through stands in `events` as words. */
export async function workHere(
  folder: string,
  address: string,
  more: Partial<WorkRequest> = {},
  by: AddressSaid['by'] = 'argument',
) {
  const events: string[] = [];
  const working = await startWork({
    storage: folderStorage(folder),
    address: at(address, by),
    jobs: 1,
    times: QUICK,
    start: (run) => ({ work: (job) => workOn(job, run), stop: () => undefined }),
    onEvent: (event) => void events.push(words(event)),
    ...more,
  });
  return {
    events,
    stop: async () => {
      working.stop();
      return working.done;
    },
  };
}

function words(event: WorkEvent): string {
  switch (event.event) {
    case 'taken':
      return `taken ${event.client} ${event.try}`;
    case 'done':
      return `done ${event.outcome.id} ${event.outcome.state}`;
    case 'failed':
      return `failed ${event.outcome.id} ${event.outcome.problems[0]?.code}${event.again ? ' again' : ''}`;
    case 'stalled':
      return `stalled ${event.client}`;
    case 'trouble':
      return 'trouble';
  }
}

interface Told {
  readonly id: string;
  readonly state: string;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}

/** `harbor built`; what failed without being meant to says why. */
export function statesOf({ outcomes }: { readonly outcomes: readonly Told[] }, meant: readonly string[] = []) {
  return outcomes.map(({ id, state, problems }) => {
    const why = problems.map(({ code, message }) => `${code} ${message}`).join('; ');
    return why === '' || meant.includes(id) ? `${id} ${state}` : `${id} ${state}: ${why}`;
  });
}

const DEAD = `
const [port, db] = process.argv.slice(1).map(Number);
const { Worker } = await import('bullmq');
const take = () => new Promise(() => process.stdout.write('taken'));
const options = { connection: { host: '127.0.0.1', port, db }, prefix: 'proofpack', lockDuration: 100, stalledInterval: 100 };
new Worker('clients', take, options).on('error', () => undefined);
`;

const dying = new Set<ChildProcess>();
/** Also where a story broke off before its worker took anything. */
afterEach(() => {
  for (const child of dying) child.kill('SIGKILL');
});

/** A worker that takes a client and is killed with it. */
export async function dieWithOne(address: string): Promise<void> {
  const { port, db } = at(address);
  const child = spawn(process.execPath, ['--input-type=module', '-e', DEAD, '--', `${port}`, `${db}`], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  dying.add(child);
  child.once('exit', () => dying.delete(child));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGKILL');
  });
}

/** Every package below, by its client and the SHA-256 of its bytes. */
export function packagesIn(out: string): readonly string[] {
  return readdirSync(out, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.zip'))
    .sort()
    .map((path) => `${path} ${sha256(readFileSync(join(out, path)))}`);
}

/** Ends when the condition holds. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1000 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
}
