import { readPortfolio } from '../disk/index.ts';
import type { ToldOutcome } from '../fleet/index.ts';
import { QueuedJob } from '../model/queued.ts';
import type { QueueAddress } from './address.ts';
import { outcomeOf } from './follow.ts';
import { openQueue } from './open.ts';
import { workersOf } from './workers.ts';

/** How a queue stands. */
export interface QueueSurvey {
  readonly workers: number;
  readonly waiting: number;
  /** Being built. */
  readonly active: number;
  /** To be tried again after a pause. */
  readonly later: number;
  /** Within the last week. */
  readonly done: number;
  /** What no further try was made for within the last thirty days, each with its reason. */
  readonly setAside: readonly ToldOutcome[];
}

/** Only looks. */
export async function surveyQueue(folder: string, address: QueueAddress): Promise<QueueSurvey> {
  const open = await openQueue(address, await readPortfolio(folder), () => undefined);
  const { queue } = open;
  try {
    const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'completed');
    const failed = await queue.getFailed();
    return {
      workers: (await workersOf(open)).count,
      waiting: counts['waiting'] ?? 0,
      active: counts['active'] ?? 0,
      later: counts['delayed'] ?? 0,
      done: counts['completed'] ?? 0,
      setAside: failed
        .flatMap((entry) => {
          const { data: job } = QueuedJob.safeParse(entry.data);
          return job === undefined ? [] : (outcomeOf(entry, 'failed', job, {}) ?? []);
        })
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    };
  } finally {
    await queue.close();
  }
}
