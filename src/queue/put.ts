import type { Job as QueueEntry } from 'bullmq';
import {
  comparedWith,
  type FleetRequest,
  type FleetResult,
  inputsOf,
  type Job,
  jobOf,
  type Outcome,
  outcomeFrom,
  planRun,
  type RunContext,
  standing,
  type ToldOutcome,
  unchanged,
} from '../fleet/index.ts';
import type { Finish } from '../model/finish.ts';
import type { QueuedJob } from '../model/queued.ts';
import type { Storage } from '../storage/index.ts';
import type { QueueAddress } from './address.ts';
import { follow } from './follow.ts';
import { jobName } from './name.ts';
import { type OpenQueue, openQueue } from './open.ts';
import { KEEP_DONE_SECONDS, KEEP_SET_ASIDE_SECONDS, type QueueTimes, TIMES } from './times.ts';
import { markOf, type Workers, workersOf } from './workers.ts';

export interface QueuedRequest extends Pick<FleetRequest, 'only' | 'shard' | 'changed' | 'editions'> {
  /** Where the portfolio is. */
  readonly storage: Storage;
  readonly address: QueueAddress;
  readonly times?: Partial<QueueTimes>;
  readonly onPut?: (of: { readonly clients: number; readonly workers: number; readonly where: string }) => void;
  readonly onOutcome?: (outcome: ToldOutcome) => void;
  /** The server is away; it is waited for. */
  readonly onTrouble?: (reason: string) => void;
}

export interface QueuedResult extends Pick<FleetResult, 'notes' | 'portfolio' | 'out'> {
  readonly outcomes: readonly ToldOutcome[];
}

/** Puts every client that is to be built on the queue, and tells what becomes of each, whoever builds it. */
export async function buildByQueue(request: QueuedRequest): Promise<QueuedResult> {
  const { storage } = request;
  const told = await storage.refresh();
  const plan = await planRun({ ...request, ...storage });
  const times = { ...TIMES, ...request.times };
  const outcomes: ToldOutcome[] = [];
  const tell = (outcome: ToldOutcome) => {
    outcomes.push(outcome);
    request.onOutcome?.(outcome);
  };
  const open = await openQueue(request.address, plan.portfolio, (reason) => request.onTrouble?.(reason));
  const put = (entry: QueuedJob) => putOnce(open, entry, times);
  const following = await follow(open, { put, tell, names: plan.run.names, times });
  try {
    let clients = 0;
    const workers = await workersOf(open);
    for (const client of plan.clients) {
      const entry = await entryOf(jobOf(client, plan, 'build'), plan.run, { ...request, workers });
      if ('state' in entry) {
        tell(entry);
        continue;
      }
      await putAnew(open, entry, times);
      following.add(entry);
      clients += 1;
    }
    request.onPut?.({ clients, workers: workers.count, where: request.address.where });
    await following.done();
  } finally {
    await following.close();
    await open.queue.close();
  }
  outcomes.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { outcomes, notes: [...told, ...plan.notes], portfolio: plan.portfolio, out: storage.outWhere };
}

interface Asked extends QueuedRequest {
  readonly workers: Workers;
}

/** What is to be put on the queue for a client; an outcome where nothing is, since what was built of the same goes still. */
async function entryOf(job: Job, run: RunContext, request: Asked): Promise<Outcome | QueuedJob> {
  const { storage, changed, workers } = request;
  const accepts = (finish: Finish) => workers.finishes?.has(markOf(finish)) ?? true;
  const before = changed ? await unchanged(job, run, { lending: storage, accepts }) : 'changed';
  const found = typeof before === 'object' && !('look' in before) ? before : undefined;
  if (found !== undefined && isSettled(found, workers)) return found;
  const key = await keyIn(storage, job, run);
  // What the client's store says of its last package is known only now.
  const ledger = before === 'ask-store' ? await standing(job, run, { key, lending: storage, accepts }) : undefined;
  const goes = found ?? (ledger && outcomeFrom(ledger, 'unchanged', 0));
  if (goes !== undefined && isSettled(goes, workers)) return goes;
  return {
    schema: 'proofpack.queue.job/1',
    client: job.id,
    key,
    comparedWith: comparedWith(job, run),
    editions: [...run.editions],
    task: goes !== undefined ? 'if-changed' : typeof before === 'object' ? 'look' : 'build',
  };
}

/** Whether nobody else has to be asked: who signs is known of workers that are there, whether a password is today's by none but them. */
function isSettled({ packages }: Outcome, { finishes }: Workers): boolean {
  return finishes !== undefined && packages.every(({ encrypted }) => encrypted?.how !== 'zip-aes256');
}

/** The owner's key is made before anything is counted; where somebody else's was first, it is counted again with that. */
async function keyIn(storage: Storage, job: Job, run: RunContext): Promise<string> {
  for (;;) {
    const [key, kept] = await storage.lend(job.id, async (lent) => [await inputsOf(job, run), await lent.keepKey()]);
    if (kept) return key;
  }
}

/** What waits or is worked on stays as it is; what was done or set aside before is asked for again. */
async function putAnew(open: OpenQueue, entry: QueuedJob, times: QueueTimes): Promise<void> {
  const before = await open.queue.getJob(jobName(entry));
  if (before !== undefined && (await isOver(before))) await before.remove().catch(() => undefined);
  await putOnce(open, entry, times);
}

async function isOver(entry: QueueEntry): Promise<boolean> {
  const state = await entry.getState();
  return state === 'completed' || state === 'failed';
}

async function putOnce({ queue }: OpenQueue, entry: QueuedJob, { attempts, pauseMs }: QueueTimes): Promise<void> {
  await queue.add('build', entry, {
    jobId: jobName(entry),
    attempts,
    backoff: { type: 'exponential', delay: pauseMs },
    removeOnComplete: { age: KEEP_DONE_SECONDS },
    removeOnFail: { age: KEEP_SET_ASIDE_SECONDS },
    stackTraceLimit: 1,
  });
}
