import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { createContext, runInNewContext, Script } from 'node:vm';
import { Refused, type StartGuard } from './intake/index.ts';
import { INTAKE_REASONS } from './kernel/messages/intake-words.ts';

/** What reading one file may cost, so that one file never stops the others. */
export interface Budget {
  /** Of computing; waiting for the disk does not count. Far beyond what an honest file takes on a slow machine. */
  readonly seconds: number;
  readonly secondsPerMegabyte: number;
  /** By which what is alive in memory may grow. */
  readonly heapBytes: number;
}

export const BUDGET: Budget = { seconds: 20, secondsPerMegabyte: 1, heapBytes: 512 * 1024 * 1024 };

const MEGABYTE = 1024 * 1024;

/** Milliseconds. To ask V8 costs as much as reading ten rows, and in so short a time no row fills the memory. */
const BETWEEN_LOOKS = 4;

/**
 * Guards that hold also against a pattern or a parser that never comes back: V8 itself breaks off what runs under its time limit, in the same
 * thread, so that sources which a caller defines are held like ours.
 */
export function startingBudgets(budget: Budget = BUDGET): StartGuard {
  return () => {
    let spent = 0;
    let taken = 0;
    let looked = 0;
    const before = heapInUse();
    return {
      step(work, bytes = 0) {
        taken += bytes;
        const seconds = budget.seconds + (budget.secondsPerMegabyte * taken) / MEGABYTE;
        const started = now();
        try {
          return within(Math.ceil(seconds * 1000 - spent), work, () => new Refused(INTAKE_REASONS.tooSlow(seconds)));
        } finally {
          spent += worked(started);
          checkHeap(before, budget.heapBytes);
        }
      },
      look() {
        const clock = performance.now();
        if (clock - looked < BETWEEN_LOOKS) return;
        checkHeap(before, budget.heapBytes);
        looked = performance.now();
      },
    };
  };
}

interface Moment {
  readonly clock: number;
  readonly computed: number;
}

function now(): Moment {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), computed: (user + system) / 1000 };
}

/** Milliseconds of work: on a machine that others use as well the clock runs on meanwhile, and beside other threads the process works more than we do. */
function worked(since: Moment): number {
  const { clock, computed } = now();
  return Math.min(clock - since.clock, computed - since.computed);
}

const stage: { run: () => void } = { run: () => undefined };
createContext(stage);
const run = new Script('run()');

function within<T>(milliseconds: number, work: () => T, late: () => Refused): T {
  if (milliseconds <= 0) throw late();
  let result: { readonly value: T } | undefined;
  const outer = stage.run;
  stage.run = () => {
    result = { value: work() };
  };
  try {
    run.runInContext(stage, { timeout: milliseconds, displayErrors: false });
  } catch (error) {
    throw isTimeout(error) ? late() : error;
  } finally {
    stage.run = outer;
  }
  if (result === undefined) throw late();
  return result.value;
}

/** It is an error of the stage's own world, hence no `Error` of ours. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

function checkHeap(before: number, most: number): void {
  if (heapInUse() - before <= most) return;
  // Most of it may be what nobody needs any more: only what is alive counts.
  collectGarbage();
  if (heapInUse() - before > most) throw new Refused(INTAKE_REASONS.tooMuchMemory(most));
}

function heapInUse(): number {
  const { used_heap_size: heap, external_memory: outside } = getHeapStatistics();
  return heap + outside;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}
