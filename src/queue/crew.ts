import {
  comparedWith,
  type Ending,
  endingNote,
  type Job,
  jobOf,
  type Outcome,
  planRun,
  type RunContext,
  type RunPlan,
  startProcess,
  type Worker,
  type WorkerLimits,
} from '../fleet/index.ts';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { ProofpackError } from '../kernel/failure.ts';
import type { QueuedJob, QueuedOutcome } from '../model/queued.ts';
import { lendingWorker, type Storage } from '../storage/index.ts';

export interface CrewRequest {
  /** Where the portfolio is. */
  readonly storage: Storage;
  readonly limits: WorkerLimits;
  readonly start?: (run: RunContext, limits: WorkerLimits) => Worker;
}

/** What came of a try, and whether another one may come to something else. */
export interface Tried {
  readonly outcome: QueuedOutcome;
  readonly again: boolean;
}

export interface Crew {
  build(job: QueuedJob): Promise<Tried>;
  /** Ends its processes, and with them whatever they do. */
  close(): void;
}

interface Mate {
  readonly worker: Worker;
  readonly run: RunContext;
}

/** Processes that live long and build what is taken from a queue; the files are read from where this machine sees them. */
export function openCrew({ storage, limits, start = startProcess }: CrewRequest): Crew {
  const idle: Mate[] = [];
  const alive = new Set<Worker>();
  const plans = new Map<string, RunPlan>();

  /** What the portfolio says of a client as it was when the job was put on, read again where it is another by now. */
  const placeOf = async (job: QueuedJob): Promise<{ readonly job: Job; readonly run: RunContext } | undefined> => {
    const id = JSON.stringify(job.editions);
    const known = plans.get(id);
    const at = known && placed(job, known);
    if (at !== undefined) return at;
    await storage.refresh();
    const plan = await planRun({ ...storage, editions: job.editions, only: [] });
    plans.set(id, plan);
    return placed(job, plan);
  };

  const mateFor = (run: RunContext): Mate => {
    for (let mate = idle.pop(); mate !== undefined; mate = idle.pop()) {
      if (mate.run === run) return mate;
      alive.delete(mate.worker);
      mate.worker.stop();
    }
    const worker = lendingWorker(start(run, limits), run, storage);
    alive.add(worker);
    return { worker, run };
  };

  return {
    build: async (queued) => {
      const at = await placeOf(queued).catch(requestProblem);
      // A portfolio that cannot be read here and now may be one that is just being written.
      if (at !== undefined && 'problems' in at) return failed(queued, at.problems, 6);
      if (at === undefined) return failed(queued, [diagnostic('inputs-differ', { client: queued.client })], 6);
      const mate = mateFor(at.run);
      const result = await mate.worker.work({ ...at.job, key: queued.key });
      if ('ended' in result) {
        alive.delete(mate.worker);
        return ofEnding(result, queued, limits);
      }
      idle.push(mate);
      return triedFrom(result);
    },
    close: () => {
      for (const worker of alive) worker.stop();
    },
  };
}

function requestProblem(error: unknown): { readonly problems: readonly Diagnostic[] } {
  if (error instanceof ProofpackError && error.problems.length > 0) return { problems: error.problems };
  throw error;
}

function placed(queued: QueuedJob, plan: RunPlan) {
  const client = plan.clients.find(({ id }) => id === queued.client);
  if (client === undefined) return undefined;
  const job = { ...jobOf(client, plan, 'build'), ...asTold(queued) };
  return comparedWith(job, plan.run) === queued.comparedWith ? { job, run: plan.run } : undefined;
}

function asTold({ task, key }: QueuedJob): Pick<Job, 'look' | 'ifChanged'> {
  switch (task) {
    case 'build':
      return {};
    case 'look':
      return { look: key };
    case 'if-changed':
      return { ifChanged: true };
  }
}

/** A full disk or files that are still on their way may be better by then, and a bug may be an accident; a request that is wrong stays so. */
function triedFrom({ summary, ...outcome }: Outcome): Tried {
  return {
    outcome: {
      ...outcome,
      problems: [...outcome.problems],
      met: [...outcome.met],
      packages: [...outcome.packages],
      summary: summary && {
        headlines: summary.headlines,
        contradictions: summary.contradictions,
        renewsOn: summary.renewsOn,
      },
    },
    again: outcome.exit === 6 || outcome.exit === 70,
  };
}

/** A heap that was full is full again, and what took too long takes too long; a crash may have been an accident. */
function ofEnding(ending: Ending, job: QueuedJob, limits: WorkerLimits): Tried {
  const { client } = job;
  return ending.ended === 'crashed'
    ? failed(job, [diagnostic('process-ended', { client, how: ending.how })], 70)
    : { ...failed(job, [endingNote(ending, client, limits)], 6), again: false };
}

function failed({ client }: QueuedJob, problems: readonly Diagnostic[], exit: 6 | 70): Tried {
  const nothing = { met: [], packages: [], summary: null, seconds: 0 };
  return {
    outcome: { id: client, name: client, state: 'failed', exit, problems: [...problems], ...nothing },
    again: true,
  };
}
