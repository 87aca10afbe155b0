import { failedOutcome, type RunContext, type Worker } from '../fleet/index.ts';
import type { Storage } from './storage.ts';

/** A worker that is given the files of each client for as long as it works on it; what it built is put where it belongs before anybody is told. */
export function lendingWorker(worker: Worker, run: RunContext, storage: Storage): Worker {
  return {
    stop: () => worker.stop(),
    work: (job) =>
      storage
        .lend(job.id, async (lent) => {
          const result = await worker.work(job);
          if (!('ended' in result) && result.exit === 0 && job.task !== 'judge') await lent.publish();
          return result;
        })
        .catch((error: unknown) => ({ ...failedOutcome(job, run, error), seconds: 0 })),
  };
}
