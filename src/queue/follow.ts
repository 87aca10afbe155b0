import type { Job as QueueEntry } from 'bullmq';
import type { ToldOutcome } from '../fleet/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { type QueuedJob, QueuedOutcome } from '../model/queued.ts';
import { jobName, PREFIX } from './name.ts';
import type { OpenQueue } from './open.ts';
import type { QueueTimes } from './times.ts';

export interface FollowRequest {
  readonly times: QueueTimes;
  /** By folder. */
  readonly names: Readonly<Record<string, string>>;
  readonly tell: (outcome: ToldOutcome) => void;
  /** Puts a client on the queue unless it stands there. */
  readonly put: (entry: QueuedJob) => Promise<void>;
}

export interface Following {
  add(entry: QueuedJob): void;
  /** Once everything that was added is over. */
  done(): Promise<void>;
  close(): Promise<void>;
}

/** So many are looked at in one sweep; the next one goes on from there. */
const SWEPT_AT_ONCE = 200;

/**
 * Waits for clients that others build. An event says that one is over; since a server can lose events, and everything else when it keeps nothing on its disk,
 * each is looked at from time to time too, and put on the queue again where it is gone.
 */
export async function follow(open: OpenQueue, request: FollowRequest): Promise<Following> {
  const { bullmq, connection, name, queue } = open;
  const waiting = new Map<string, QueuedJob>();
  let finish: (() => void) | undefined;
  const look = async (id: string) => {
    const entry = waiting.get(id);
    if (entry === undefined) return;
    // First whether it is over, then what came of it: the other way round, one that ends in between is over and has nothing to tell.
    const state = await queue.getJobState(id);
    const found = await queue.getJob(id);
    if (found === undefined) return request.put(entry);
    const outcome = outcomeOf(found, state, entry, request.names);
    if (outcome === undefined || !waiting.delete(id)) return;
    request.tell(outcome);
    if (waiting.size === 0) finish?.();
  };
  // A look that fails is done again by the next sweep.
  const tryLook = (id: string) => look(id).catch(() => undefined);
  const events = new bullmq.QueueEvents(name, { connection, prefix: PREFIX });
  events.on('error', () => undefined);
  events.on('completed', ({ jobId }) => void tryLook(jobId));
  events.on('failed', ({ jobId }) => void tryLook(jobId));
  await events.waitUntilReady();
  let sweeping = false;
  const sweep = setInterval(async () => {
    if (sweeping) return;
    sweeping = true;
    for (const [id, entry] of [...waiting].slice(0, SWEPT_AT_ONCE)) {
      // To the end of the line, so that the next sweep begins with others.
      if (waiting.delete(id)) waiting.set(id, entry);
      await tryLook(id);
    }
    sweeping = false;
  }, request.times.sweepMs);
  return {
    add: (entry) => void waiting.set(jobName(entry), entry),
    done: () =>
      new Promise((resolve) => {
        finish = resolve;
        if (waiting.size === 0) resolve();
        for (const id of [...waiting.keys()].slice(0, SWEPT_AT_ONCE)) void tryLook(id);
      }),
    close: async () => {
      clearInterval(sweep);
      await events.close();
    },
  };
}

/** What became of a client, where it is over. */
export function outcomeOf(
  found: QueueEntry<QueuedJob>,
  state: string,
  { client }: QueuedJob,
  names: Readonly<Record<string, string>>,
): ToldOutcome | undefined {
  if (state === 'completed') {
    const { data } = QueuedOutcome.safeParse(found.returnvalue);
    return data ?? setAside(client, 'its worker told nothing that can be read', names);
  }
  if (state !== 'failed') return undefined;
  // A worker writes down what went wrong before it says that it did; what it wrote of an earlier try goes too.
  const { data } = QueuedOutcome.safeParse(found.progress);
  return data ?? setAside(client, found.failedReason ?? '', names);
}

function setAside(client: string, reason: string, names: Readonly<Record<string, string>>): ToldOutcome {
  const problems = [diagnostic('client-set-aside', { client, reason })];
  const nothing = { met: [], packages: [], summary: null, seconds: 0 };
  return { id: client, name: names[client] ?? client, state: 'failed', exit: 70, problems, ...nothing };
}
