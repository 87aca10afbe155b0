import { counted } from '../kernel/text.ts';
import { surveyQueue } from '../queue/index.ts';
import { queueAsked } from './queue-access.ts';
import { storageAsked } from './storage-access.ts';
import { outcomeJson, tellOutcome } from './tell-fleet.ts';
import type { Terminal } from './terminal.ts';
import { DONE, type Given } from './verb.ts';

/** How the queue of a portfolio stands, and what was set aside. */
export async function fleetQueue(given: Given, terminal: Terminal): Promise<number> {
  const address = await queueAsked(given);
  const storage = await storageAsked(given);
  await storage.refresh();
  const { setAside, ...counts } = await surveyQueue(storage.folder, address).finally(() => storage.close());
  if (terminal.json) {
    const aside = setAside.map(outcomeJson);
    terminal.say(JSON.stringify({ schema: 'proofpack.fleet.queue/1', ...counts, setAside: aside }, null, 2));
    return DONE;
  }
  const { workers, waiting, active, later, done } = counts;
  for (const outcome of setAside) tellOutcome(terminal, outcome);
  terminal.say(
    `${counted(workers, 'worker')}; ${waiting} waiting, ${active} being built, ${later} to be tried again, ${done} done within a week, ${setAside.length} set aside.`,
  );
  if (setAside.length > 0)
    terminal.note('\nNext: put right what they say, then "proofpack fleet build --changed" asks for them again.');
  return DONE;
}
