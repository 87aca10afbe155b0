/** How long a worker may be silent, and how a client is tried again. */
export interface QueueTimes {
  /** A client belongs to a worker for so long; while it is built, that is renewed at half of the time. */
  readonly lockMs: number;
  /** How often is looked for clients whose worker is gone. */
  readonly stalledMs: number;
  /** How often in all a client is begun that ends in an accident, a full disk, files that are not there yet. */
  readonly attempts: number;
  /** How often a client is begun again whose worker is gone. */
  readonly stalls: number;
  /** The pause before the second time; each one is twice as long as the one before. */
  readonly pauseMs: number;
  /** How often whoever waits looks by himself, should an event be lost. */
  readonly sweepMs: number;
}

export const TIMES: QueueTimes = {
  lockMs: 20_000,
  stalledMs: 10_000,
  attempts: 4,
  stalls: 2,
  pauseMs: 2000,
  sweepMs: 5000,
};

const DAY_SECONDS = 24 * 3600;
/** What is done stays to be read; the packages and what was found of them stand with the files. */
export const KEEP_DONE_SECONDS = 7 * DAY_SECONDS;
export const KEEP_SET_ASIDE_SECONDS = 30 * DAY_SECONDS;
