import { type Finisher, openFinisher } from '../client/index.ts';
import { discardUnfinished } from '../disk/index.ts';
import type { RunContext } from './job.ts';
import { workOn } from './work-on.ts';
import type { Order } from './worker-process.ts';

/** The other side of `startProcess`: takes a run, then one job after the other. */
let run: RunContext | undefined;
let finisher: Promise<Finisher> | undefined;

process.on('message', async (order: Order) => {
  if ('run' in order) {
    run = order.run;
    finisher = order.finish && openFinisher(order.finish);
  } else if (run !== undefined) process.send?.(await workOn(order.job, run, await finisher));
});

/** The parent is gone or gives up: nothing half written stays behind. */
function abandon(): void {
  discardUnfinished();
  process.exit(0);
}

process.on('disconnect', abandon);
process.on('SIGTERM', abandon);
// Ctrl-C reaches all processes of a terminal; the parent decides what becomes of its workers.
process.on('SIGINT', () => undefined);
