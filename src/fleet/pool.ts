import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import type { Job, Outcome, RunContext } from './job.ts';
import type { Ending, Worker, WorkerLimits } from './worker-process.ts';

export interface PoolRequest {
  readonly jobs: readonly Job[];
  readonly run: RunContext;
  readonly atOnce: number;
  readonly limits: WorkerLimits;
  readonly start: (run: RunContext, limits: WorkerLimits) => Worker;
  readonly onOutcome: (outcome: Outcome) => void;
}

export interface Pool {
  readonly done: Promise<void>;
  /** Abandons every client that is being worked on, and begins no other. */
  stop(): void;
}

/** A fixed number of workers that live long, one client each at a time: what is loaded and compiled for one client serves the next. */
export function startPool(request: PoolRequest): Pool {
  const waiting = [...request.jobs];
  const alive = new Set<Worker>();
  let stopped = false;
  const lane = async () => {
    let worker: Worker | undefined;
    for (let job = waiting.shift(); job !== undefined && !stopped; job = waiting.shift()) {
      const tried = await tryTwice(
        job,
        () => {
          if (worker !== undefined) return worker;
          worker = request.start(request.run, request.limits);
          alive.add(worker);
          return worker;
        },
        () => {
          if (worker !== undefined) alive.delete(worker);
          worker = undefined;
        },
      );
      if (!stopped) request.onOutcome('ended' in tried ? outcomeOf(tried, job, request) : tried);
    }
    worker?.stop();
  };
  return {
    done: Promise.all(Array.from({ length: request.atOnce }, lane)).then(() => undefined),
    stop: () => {
      stopped = true;
      for (const worker of alive) worker.stop();
    },
  };
}

/** A crash may have been an accident of the machine; the same client is tried once more in a new process. */
async function tryTwice(job: Job, worker: () => Worker, drop: () => void): Promise<Outcome | Ending> {
  const first = await worker().work(job);
  if (!('ended' in first)) return first;
  drop();
  if (first.ended !== 'crashed') return first;
  const second = await worker().work(job);
  if ('ended' in second) drop();
  return second;
}

function outcomeOf(ending: Ending, { id }: Job, { run, limits }: PoolRequest): Outcome {
  const name = run.names[id] ?? id;
  const exit = ending.ended === 'crashed' ? 70 : 6;
  const problems = [endingNote(ending, id, limits)];
  return { id, name, state: 'failed', exit, problems, met: [], packages: [], summary: null, seconds: 0 };
}

export function endingNote(ending: Ending, client: string, { minutes, megabytes }: WorkerLimits): Diagnostic {
  switch (ending.ended) {
    case 'out-of-memory':
      return diagnostic('client-out-of-memory', { client, megabytes });
    case 'over-time':
      return diagnostic('client-over-time', { client, minutes });
    case 'crashed':
      return diagnostic('client-crashed', { client, how: ending.how });
  }
}
