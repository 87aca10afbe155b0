import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FinishOrder } from '../client/index.ts';
import type { Job, Outcome, RunContext } from './job.ts';

/** How a worker ended that ended before its job did. */
export type Ending =
  | { readonly ended: 'out-of-memory' }
  | { readonly ended: 'over-time' }
  | { readonly ended: 'crashed'; readonly how: string };

/** Something that works on one client at a time. After an ending it is of no further use. */
export interface Worker {
  work(job: Job): Promise<Outcome | Ending>;
  /** Abandons what it does, at once. */
  stop(): void;
}

export interface WorkerLimits {
  readonly minutes: number;
  readonly megabytes: number;
}

/** What passes from parent to child; a child answers with an outcome for each job. */
export type Order = { readonly run: RunContext; readonly finish: FinishOrder | undefined } | { readonly job: Job };

const ENTRY = fileURLToPath(new URL('./worker-main.js', import.meta.url));
/** V8 says in its last words that memory ran out. */
const LAST_WORDS = 16_384;

/**
 * A process of its own: a crash, a full heap or a pattern without end costs one client and no other. What finishes packages has secrets in it: it goes
 * through the channel between the two, and not by arguments or environment, which others can read.
 */
export function startProcess(run: RunContext, limits: WorkerLimits, finish?: FinishOrder): Worker {
  const child = fork(ENTRY, [], {
    execArgv: [`--max-old-space-size=${limits.megabytes}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-LAST_WORDS);
  });
  send(child, { run, finish });
  return {
    stop: () => void child.kill('SIGTERM'),
    work: (job) =>
      new Promise((resolve) => {
        let late = false;
        const clock = setTimeout(() => {
          late = true;
          child.kill('SIGKILL');
        }, limits.minutes * 60_000);
        const settle = (result: Outcome | Ending) => {
          clearTimeout(clock);
          child.off('message', onMessage);
          child.off('close', onClose);
          resolve(result);
        };
        const onMessage = (outcome: unknown) => settle(outcome as Outcome);
        const onClose = (code: number | null, signal: string | null) =>
          settle(late ? { ended: 'over-time' } : endingOf(words, signal ?? `exit ${code}`));
        child.on('message', onMessage);
        child.on('close', onClose);
        // A child that ended between two jobs hears nothing any more.
        if (child.exitCode !== null || child.signalCode !== null) return onClose(child.exitCode, child.signalCode);
        send(child, { job });
      }),
  };
}

function endingOf(words: string, how: string): Ending {
  return /heap out of memory|heap limit/i.test(words) ? { ended: 'out-of-memory' } : { ended: 'crashed', how };
}

function send(child: ChildProcess, order: Order): void {
  // Whoever cannot be told any more has ended, and that is noticed where it is waited for.
  child.send(order, () => undefined);
}
