import { failedOutcome, type Outcome, type RunContext, type Worker } from '../fleet/index.ts';
import type { Storage } from './storage.ts';

/** A worker that is given the files of each client for as long as it works on it; what it built is put where it belongs before anybody is told. */
export function lendingWorker(worker: Worker, run: RunContext, storage: Storage): Worker {
  return {
    stop: () => worker.stop(),
    work: async (job) => {
      const result = await storage
        .lend(job.id, async (lent) => {
          const done = await worker.work(job);
          if (!('ended' in done) && done.exit === 0 && job.task !== 'judge') await lent.publish();
          return done;
        })
        .catch((error: unknown) => ({ ...failedOutcome(job, run, error), seconds: 0 }));
      return 'ended' in result ? result : { ...result, problems: result.problems.map(named(storage)) };
    },
  };
}

type Problem = Outcome['problems'][number];

/** A copy is called what it is a copy of: nobody knows where copies lie. */
function named({ folder, where }: Storage): (problem: Problem) => Problem {
  if (folder === where) return (problem) => problem;
  return ({ message, ...problem }) => ({ ...problem, message: message.replaceAll(`${folder}/`, where) });
}
