import { readLedger, standsAsBuilt } from '../disk/index.ts';
import { type Sha256, sha256 } from '../kernel/sha256.ts';
import type { ClientLedger } from '../model/portfolio-client.ts';
import { type Job, type Outcome, outcomeFrom, type RunContext } from './job.ts';
import { keyOf } from './key.ts';

/** Nothing changed but who the others are; the key of what was found before. */
interface OthersChanged {
  readonly look: string;
}

/**
 * What was found before still goes when everything that it follows from is as it was. Of a build every package must stand where it was put; whoever only
 * wants the findings takes those of a build as well as those of an earlier look.
 */
export async function unchanged(job: Job, run: RunContext): Promise<Outcome | 'changed' | 'ask-store' | OthersChanged> {
  const started = performance.now();
  const known = await ledgersOf(job, run);
  if (known.some(({ asksStore }) => asksStore)) return 'ask-store';
  const same = await ofSameInputs(known, job, run);
  const others = comparedWith(job, run);
  const found = same.find((ledger) => ledger.comparedWith === others);
  if (found) return outcomeFrom(found, 'unchanged', Math.round(performance.now() - started) / 1000);
  const [like] = same;
  return like === undefined ? 'changed' : { look: like.key };
}

/** Files are counted once for all ledgers that saw the same ones. */
async function ofSameInputs(
  ledgers: readonly ClientLedger[],
  { folder }: Job,
  run: RunContext,
): Promise<readonly ClientLedger[]> {
  const keys = new Map<string, Promise<Sha256>>();
  const same: ClientLedger[] = [];
  for (const ledger of ledgers) {
    const { outside } = ledger;
    const known = outside.join('\n');
    const key = keys.get(known) ?? keyOf(folder, { outside, previous: null }, run);
    keys.set(known, key);
    if ((await key) === ledger.key) same.push(ledger);
  }
  return same;
}

/** Of the same inputs, compared with the same others: for whoever has counted the inputs. */
export async function standing(job: Job, run: RunContext, key: Sha256): Promise<ClientLedger | undefined> {
  const others = comparedWith(job, run);
  return (await ledgersOf(job, run)).find((ledger) => ledger.key === key && ledger.comparedWith === others);
}

/** The ledgers that can have an answer. */
export async function ledgersOf({ id, task }: Job, { out }: RunContext): Promise<readonly ClientLedger[]> {
  const built = await readLedger(out, id, 'build');
  if (task === 'judge') return [built, await readLedger(out, id, 'judge')].filter((each) => each !== undefined);
  if (built === undefined) return [];
  const there = await Promise.all(built.packages.map((each) => standsAsBuilt(out, id, each)));
  return there.includes(false) ? [] : [built];
}

/** Of the identifiers that a client's exhibits are compared with. */
export function comparedWith({ mentions }: Pick<Job, 'mentions'>, { index }: Pick<RunContext, 'index'>): Sha256 {
  return sha256(JSON.stringify([index, [...mentions].sort()]));
}
