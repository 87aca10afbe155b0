import { openFinisher } from '../client/index.ts';
import { startProcess } from '../fleet/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { counted } from '../kernel/text.ts';
import { startWork, type WorkEvent, type WorkRequest, type WorkTotals } from '../queue/index.ts';
import { requestOf } from './build-fleet.ts';
import { finishOrder } from './finish-order.ts';
import { queueAsked } from './queue-access.ts';
import { storageAsked } from './storage-access.ts';
import { outcomeJson, tellOutcome } from './tell-fleet.ts';
import type { Terminal } from './terminal.ts';
import { DONE, type Given } from './verb.ts';

/** What is said where the work is put on or told of, and not where it is done. */
const NOT_OURS = ['only', 'changed', 'shard', 'edition', 'failOn', 'report', 'settings', 'on'] as const;

/** Takes clients from a queue until somebody asks it to stop; what it began is finished then. */
export async function workFleet(
  given: Given,
  terminal: Terminal,
  more: Pick<WorkRequest, 'start' | 'times'> = {},
): Promise<number> {
  const [what = '', folder = '.'] = given.args;
  for (const option of NOT_OURS) {
    if (!given.flag(option) && given.texts(option).length === 0) continue;
    const flag = `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw failure(diagnostic('queue-flag-idle', { flag, what }));
  }
  const address = await queueAsked(given);
  const { jobs } = requestOf(given, folder);
  const storage = await storageAsked(given);
  await storage.refresh();
  const finish = await finishOrder(given, terminal, storage.folder);
  const { told } = await openFinisher(finish);
  const started = performance.now();
  const working = await startWork({
    storage,
    jobs,
    address,
    finish: told,
    // A worker signs with its own key: none passes through the queue.
    start: (run, limits) => startProcess({ ...run, finish: told }, limits, finish),
    ...more,
    onStart: ({ atOnce, where }) => terminal.note(`Taking clients from ${where}, ${atOnce} at once. Ctrl-C ends it.`),
    onEvent: (event) => (terminal.json ? terminal.say(JSON.stringify(lineOf(event))) : tellEvent(terminal, event)),
  });
  terminal.onStop(() => {
    terminal.note('Finishing what was begun; a second time ends at once.');
    working.stop();
  });
  const totals = await working.done;
  storage.close();
  const seconds = Math.round(performance.now() - started) / 1000;
  if (terminal.json) terminal.say(JSON.stringify({ ...HEAD, at: now(), event: 'stopped', ...totals, seconds }));
  else terminal.say(totalsText(totals));
  return DONE;
}

const HEAD = { schema: 'proofpack.fleet.work/1' } as const;

function now(): string {
  return new Date().toISOString();
}

/** A line for machines that draw curves. */
function lineOf(event: WorkEvent) {
  if (!('outcome' in event)) return { ...HEAD, at: now(), ...event };
  const { outcome, ...rest } = event;
  const { schema: _, id: client, ...told } = outcomeJson(outcome);
  return { ...HEAD, at: now(), ...rest, client, ...told };
}

function tellEvent(terminal: Terminal, event: WorkEvent): void {
  switch (event.event) {
    case 'taken':
      terminal.progress(`${event.client}, ${event.waiting} waiting`);
      break;
    case 'done':
      tellOutcome(terminal, event.outcome);
      break;
    case 'failed':
      tellOutcome(terminal, event.outcome);
      if (event.again) terminal.note('           It is tried again.');
      break;
    case 'stalled':
      terminal.warn(`warning  ${event.client} was begun by a worker that is gone; it is begun again.`);
      break;
    case 'trouble':
      terminal.warn(`warning  The queue does not answer (${event.reason}); it is waited for.`);
  }
}

function totalsText({ taken, done, failed, stalled }: WorkTotals): string {
  const parts = [`${done} done`, ...(failed === 0 ? [] : [`${failed} failed`])];
  if (stalled > 0) parts.push(`${stalled} of workers that were gone`);
  return `${counted(taken, 'client')} taken: ${parts.join(', ')}.`;
}
