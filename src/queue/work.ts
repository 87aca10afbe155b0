import type { Job as QueueEntry } from 'bullmq';
import { machineLimits, planRun } from '../fleet/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import type { Finish } from '../model/finish.ts';
import { QueuedJob, type QueuedOutcome } from '../model/queued.ts';
import type { QueueAddress } from './address.ts';
import { reasonOf } from './connect.ts';
import { type CrewRequest, openCrew } from './crew.ts';
import { PREFIX } from './name.ts';
import { openQueue } from './open.ts';
import { type QueueTimes, TIMES } from './times.ts';
import { workerName } from './workers.ts';

export interface WorkRequest extends Omit<CrewRequest, 'limits'> {
  readonly address: QueueAddress;
  /** How many clients at once. */
  readonly jobs?: number | undefined;
  /** What is done to packages here after they are made: told to whoever puts clients on, without its secrets. */
  readonly finish?: Finish;
  readonly times?: Partial<QueueTimes>;
  readonly onStart?: (of: { readonly atOnce: number; readonly where: string }) => void;
  readonly onEvent?: (event: WorkEvent) => void;
}

/** What a worker lives through, in the order of its telling. `waiting`: how many clients nobody has begun. */
export type WorkEvent =
  | { readonly event: 'taken'; readonly client: string; readonly try: number; readonly waiting: number }
  | { readonly event: 'done'; readonly outcome: QueuedOutcome; readonly waiting: number }
  | { readonly event: 'failed'; readonly outcome: QueuedOutcome; readonly again: boolean; readonly waiting: number }
  | { readonly event: 'stalled'; readonly client: string; readonly waiting: number }
  | { readonly event: 'trouble'; readonly reason: string };

export interface WorkTotals {
  readonly taken: number;
  readonly done: number;
  readonly failed: number;
  /** Clients of workers that are gone, found by this one. */
  readonly stalled: number;
}

export interface Working {
  readonly done: Promise<WorkTotals>;
  /** Finishes what was begun, and takes no other. */
  stop(): void;
}

/** Takes clients from the queue of a portfolio until it is told to stop. */
export async function startWork(request: WorkRequest): Promise<Working> {
  const times = { ...TIMES, ...request.times };
  // A folder that is none of a portfolio is told now, and not over the first client.
  await request.storage.refresh();
  const { portfolio } = await planRun({ ...request.storage, editions: [], only: [] });
  const { atOnce, ...limits } = machineLimits(portfolio, request.jobs, Number.POSITIVE_INFINITY);
  const totals = { taken: 0, done: 0, failed: 0, stalled: 0 };
  const tell = (event: WorkEvent) => {
    if (event.event !== 'trouble') totals[event.event] += 1;
    request.onEvent?.(event);
  };
  let trouble = '';
  // A server that is away is told of once, and not at every knock.
  const onTrouble = (reason: string) => {
    if (reason !== trouble) tell({ event: 'trouble', reason });
    trouble = reason;
  };
  const { bullmq, connection, name, queue } = await openQueue(request.address, portfolio, onTrouble);
  const crew = openCrew({ ...request, limits });
  const waiting = () => queue.getWaitingCount().catch(() => 0);
  const work = async (entry: QueueEntry<QueuedJob, QueuedOutcome>): Promise<QueuedOutcome> => {
    const { data: job } = QueuedJob.safeParse(entry.data);
    const id = entry.id ?? '';
    if (job === undefined) throw new bullmq.UnrecoverableError(diagnostic('queue-job-foreign', { id }).message);
    trouble = '';
    tell({ event: 'taken', client: job.client, try: entry.attemptsMade + 1, waiting: await waiting() });
    const { outcome, again } = await crew.build(job);
    if (outcome.exit === 0) {
      tell({ event: 'done', outcome, waiting: await waiting() });
      return outcome;
    }
    // The reason stands with the client, for whoever asks what was set aside.
    await entry.updateProgress(outcome);
    const left = again && entry.attemptsMade + 1 < (entry.opts.attempts ?? 1);
    tell({ event: 'failed', outcome, again: left, waiting: await waiting() });
    const reason = outcome.problems.map(({ message }) => message).join('\n');
    throw again ? new Error(reason) : new bullmq.UnrecoverableError(reason);
  };
  const worker = new bullmq.Worker<QueuedJob, QueuedOutcome>(name, work, {
    connection,
    prefix: PREFIX,
    name: workerName(request.finish),
    concurrency: atOnce,
    lockDuration: times.lockMs,
    stalledInterval: times.stalledMs,
    maxStalledCount: times.stalls,
  });
  worker.on('error', (error) => onTrouble(reasonOf(error)));
  worker.on('stalled', async (id) => {
    const job = await queue.getJob(id).catch(() => undefined);
    tell({ event: 'stalled', client: job?.data.client ?? id, waiting: await waiting() });
  });
  request.onStart?.({ atOnce, where: request.address.where });
  let finish: (totals: WorkTotals) => void = () => undefined;
  let stopping = false;
  return {
    done: new Promise((resolve) => {
      finish = resolve;
    }),
    stop: () => {
      if (stopping) return;
      stopping = true;
      void (async () => {
        await worker.close();
        crew.close();
        await queue.close();
        finish(totals);
      })();
    },
  };
}
