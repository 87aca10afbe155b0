import { type FleetRequest, shardFrom, startFleet, startProcess, type ToldOutcome } from '../fleet/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { Edition } from '../model/engagement.ts';
import { lendingWorker } from '../storage/index.ts';
import { warnOfRenewal } from './conditions.ts';
import { finishOrder, refuseFinishing } from './finish-order.ts';
import { queueAccess } from './queue-access.ts';
import { storageAsked } from './storage-access.ts';
import { fleetJson, outcomeJson, type ToldFleet, tellFleet, tellOutcome } from './tell-fleet.ts';
import type { Terminal } from './terminal.ts';
import { CONDITION_MET, DONE, type Given } from './verb.ts';

/** Every client of a portfolio, told one by one as they are done. */
export async function buildFleet(
  given: Given,
  terminal: Terminal,
  more: Pick<FleetRequest, 'start'> = {},
): Promise<number> {
  const [, folder = '.'] = given.args;
  const address = await queueAccess(given);
  if (address !== undefined) {
    refuseFinishing(given);
    const { queueFleet } = await import('./build-by-queue.ts');
    return queueFleet(given, terminal, { address });
  }
  const storage = await storageAsked(given);
  const told = await storage.refresh();
  const finish = await finishOrder(given, terminal, storage.folder);
  const start = more.start ?? startProcess;
  let waiting = 0;
  const run = startFleet({
    ...requestOf(given, folder),
    folder: storage.folder,
    where: storage.where,
    out: storage.out,
    lending: storage,
    finish,
    start: (context, limits, order) => lendingWorker(start(context, limits, order), context, storage),
    task: 'build',
    onStart: ({ clients, atOnce }) => {
      waiting = clients;
      if (clients > 0) terminal.note(`${clients} to build, ${atOnce} at once`);
    },
    onOutcome: (outcome) => {
      if (terminal.json) terminal.say(JSON.stringify(outcomeJson(outcome)));
      else tellOutcome(terminal, outcome);
      waiting -= outcome.state === 'unchanged' ? 0 : 1;
      terminal.progress(`${waiting} to go`);
    },
  });
  terminal.onInterrupt(() => {
    run.stop();
    terminal.note('Interrupted. What is done stays; the same again with --changed goes on from here.');
  });
  const { notes, ...done } = await run.result;
  const result = { ...done, notes: [...told, ...notes], out: storage.outWhere };
  storage.close();
  const exit = exitOf(result, given.texts('failOn'), terminal);
  if (terminal.json) terminal.say(JSON.stringify(fleetJson(result, exit)));
  else tellFleet(terminal, result);
  return exit;
}

export function requestOf(given: Given, folder: string): Omit<FleetRequest, 'task'> {
  const shard = given.text('shard');
  const editions: readonly Edition[] = ['auditor', 'insurer', 'customer', 'internal'];
  return {
    folder,
    out: given.text('out'),
    only: given.texts('only'),
    shard: shard === undefined ? undefined : shardFrom(shard),
    changed: given.flag('changed'),
    editions: editions.filter((edition) => given.texts('edition').includes(edition)),
    jobs: jobsOf(given.text('jobs')),
  };
}

function jobsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const jobs = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (jobs < 1) throw failure(diagnostic('jobs-wrong', { got: text }));
  return jobs;
}

/** The worst comes first: a bug of ours, the disk, a request that was wrong; then what was asked to fail on. */
const WORST = [70, 6, 3, 2];

export function exitOf(
  { outcomes }: Pick<ToldFleet, 'outcomes'>,
  failOn: readonly string[],
  terminal: Terminal,
): number {
  const dateless = outcomes.filter(({ summary }) => summary !== null && summary.renewsOn === null);
  warnOfRenewal(
    dateless.map(({ id }) => id),
    failOn,
    terminal,
  );
  const worst = WORST.find((exit) => outcomes.some((outcome) => outcome.exit === exit));
  if (worst !== undefined) return worst;
  return outcomes.some(({ met }: ToldOutcome) => met.some((name) => failOn.includes(name))) ? CONDITION_MET : DONE;
}
