import { counted } from '../kernel/text.ts';
import { buildByQueue, type QueueAddress, type QueuedRequest } from '../queue/index.ts';
import { exitOf, requestOf } from './build-fleet.ts';
import { storageAsked } from './storage-access.ts';
import { fleetJson, outcomeJson, tellFleet, tellOutcome } from './tell-fleet.ts';
import type { Terminal } from './terminal.ts';
import type { Given } from './verb.ts';

/** Every client of a portfolio, built by whoever takes it from the queue, told here one by one. */
export async function queueFleet(
  given: Given,
  terminal: Terminal,
  { address, ...more }: { readonly address: QueueAddress } & Pick<QueuedRequest, 'times'>,
): Promise<number> {
  const [, folder = '.'] = given.args;
  const { jobs: _, folder: __, out: ___, ...request } = requestOf(given, folder);
  const storage = await storageAsked(given);
  let waiting = 0;
  terminal.onInterrupt(() => {
    terminal.note('What is on the queue stays there, and workers go on; the same again with --changed waits for it.');
  });
  const result = await buildByQueue({
    ...request,
    ...more,
    storage,
    address,
    onPut: ({ clients, workers, where }) => {
      waiting += clients;
      if (clients > 0) terminal.note(`${clients} to build on ${where}, ${counted(workers, 'worker')} there`);
      if (clients > 0 && workers === 0) terminal.note('Start some: proofpack fleet work <folder> --queue <address>');
    },
    onOutcome: (outcome) => {
      if (terminal.json) terminal.say(JSON.stringify(outcomeJson(outcome)));
      else tellOutcome(terminal, outcome);
      waiting -= outcome.state === 'unchanged' ? 0 : 1;
      if (waiting > 0) terminal.progress(`${waiting} to go`);
    },
    onTrouble: (reason) => terminal.warn(`warning  The queue does not answer (${reason}); it is waited for.`),
  });
  storage.close();
  const exit = exitOf(result, given.texts('failOn'), terminal);
  if (terminal.json) terminal.say(JSON.stringify(fleetJson(result, exit)));
  else tellFleet(terminal, result);
  return exit;
}
