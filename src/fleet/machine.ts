import { availableParallelism, freemem, totalmem } from 'node:os';
import type { Portfolio } from '../model/portfolio.ts';
import type { WorkerLimits } from './worker-process.ts';

const MEGABYTE = 1024 * 1024;
/** What a worker holds while it builds a common client: docs/scale.md. */
const COMMON_MEGABYTES = 600;
/** Of what the machine has; the rest is for what is not on V8's heap, and for others. */
const SHARE = 0.7;
const LEAST_HEAP = 768;
const MOST_HEAP = 4096;
const MINUTES = 15;

/** As many clients at once as there are cores and memory for, each with its part of the memory. */
export function machineLimits(
  { build }: Portfolio,
  asked: number | undefined,
  clients: number,
): WorkerLimits & { readonly atOnce: number } {
  const fitting = Math.floor((freemem() * SHARE) / (COMMON_MEGABYTES * MEGABYTE));
  const wanted = asked ?? build.jobs ?? Math.min(availableParallelism(), fitting);
  const atOnce = Math.max(1, Math.min(wanted, clients));
  const heap = Math.floor((totalmem() * SHARE) / MEGABYTE / atOnce);
  return {
    atOnce,
    minutes: build.minutes ?? MINUTES,
    megabytes: build.megabytes ?? Math.min(MOST_HEAP, Math.max(LEAST_HEAP, heap)),
  };
}
