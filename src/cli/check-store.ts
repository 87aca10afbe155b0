import { rememberedIndex } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { checkStore, indexOf, type StoreCheck, withStore } from '../store/index.ts';
import type { Terminal } from './terminal.ts';
import { DONE, type Given, NOT_VERIFIED } from './verb.ts';

/** Whether everything that was kept of a client is there, whole. */
export async function checkKept(given: Given, terminal: Terminal): Promise<number> {
  const [, folder = '.'] = given.args;
  const prune = given.flag('prune');
  if (prune) await refuseElsewhere(folder);
  const checked = await withStore(folder, (store, builds) => {
    const onStep = (done: number, of: number) => terminal.progress(`Hashing again: ${done} of ${of}`);
    return checkStore(store, builds, { prune, onStep });
  });
  if (terminal.json) terminal.say(JSON.stringify({ schema: 'proofpack.store-check/1', folder, ...checked }, null, 2));
  else tell(terminal, checked, prune);
  return checked.damaged.length + checked.missing.length > 0 ? NOT_VERIFIED : DONE;
}

/** An index that never heard of these files names none of them. */
async function refuseElsewhere(folder: string): Promise<void> {
  const [had, asked] = [await rememberedIndex(folder), await indexOf(folder)];
  if (had !== asked) throw failure(diagnostic('store-index-elsewhere', { folder, had: had ?? `the one in ${folder}` }));
}

function tell(
  terminal: Terminal,
  { builds, objects, damaged, missing, orphans, pruned }: StoreCheck,
  prune: boolean,
): void {
  const whole = damaged.length + missing.length === 0;
  const word = whole ? terminal.style('green', 'whole') : terminal.style('red', 'not whole');
  terminal.say(`${word}  ${builds} builds, ${objects} stored files`);
  for (const hash of damaged) terminal.say(`damaged  ${hash}  is not what its name says`);
  for (const { sha256, builds: by } of missing) {
    const names = by.map(({ asOf, edition }) => `${asOf} ${edition}`).join(', ');
    terminal.say(`missing  ${sha256}  without it these cannot be made again: ${names}`);
  }
  for (const hash of orphans) terminal.say(`${pruned.includes(hash) ? 'removed' : 'unnamed'}  ${hash}`);
  if (orphans.length > pruned.length) {
    terminal.note(
      prune
        ? '\nWhat is younger than a day stays: a build that is running may have stored it. So does everything while a recipe is missing.'
        : '\nUnnamed files belong to no build; --prune takes away those that are older than a day.',
    );
  }
}
