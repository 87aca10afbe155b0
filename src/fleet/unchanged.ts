import { join } from 'node:path';
import type { Lock } from '../client/index.ts';
import { readLedger, readPackage, standsAsBuilt } from '../disk/index.ts';
import { type Sha256, sha256 } from '../kernel/sha256.ts';
import { Finish, UNFINISHED } from '../model/finish.ts';
import type { BuiltPackage, ClientLedger } from '../model/portfolio-client.ts';
import { type Job, type Lending, type Outcome, outcomeFrom, type RunContext } from './job.ts';
import { keyOf } from './key.ts';

/** How it is seen what stands: with what opens locked packages, and where they are if not in the folder. */
export interface Seeing {
  readonly lock?: Lock | undefined;
  readonly lending?: Lending | undefined;
  /** Whether packages that were finished so are those that are wanted, where that is known elsewhere than in the run. */
  readonly accepts?: ((finish: Finish) => boolean) | undefined;
}

/** Nothing changed but who the others are; the key of what was found before. */
interface OthersChanged {
  readonly look: string;
}

/**
 * What was found before still goes when everything that it follows from is as it was. Of a build every package must stand where it was put; whoever only
 * wants the findings takes those of a build as well as those of an earlier look.
 */
export async function unchanged(
  job: Job,
  run: RunContext,
  seeing: Seeing = {},
): Promise<Outcome | 'changed' | 'ask-store' | OthersChanged> {
  const started = performance.now();
  const known = await ledgersOf(job, run, seeing);
  if (known.some(({ asksStore }) => asksStore)) return 'ask-store';
  const lending = seeing.lending ?? inFolder(run);
  const same = known.length === 0 ? [] : await lending.within(job.id, () => ofSameInputs(known, job, run));
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
export async function standing(
  job: Job,
  run: RunContext,
  { key, ...seeing }: Seeing & { readonly key: Sha256 },
): Promise<ClientLedger | undefined> {
  const others = comparedWith(job, run);
  return (await ledgersOf(job, run, seeing)).find((ledger) => ledger.key === key && ledger.comparedWith === others);
}

/** The ledgers that can have an answer. */
export async function ledgersOf(
  { id, task }: Job,
  run: RunContext,
  { lock, lending = inFolder(run), accepts = () => true }: Seeing,
): Promise<readonly ClientLedger[]> {
  const { out, finish } = run;
  const built = await readLedger(out, id, 'build');
  if (task === 'judge') return [built, await readLedger(out, id, 'judge')].filter((each) => each !== undefined);
  if (built === undefined || !accepts(built.finish ?? UNFINISHED)) return [];
  if (finish !== undefined && !sameFinish(built.finish, finish)) return [];
  for (const each of built.packages) if (!(await stands(id, each, { lock, lending }))) return [];
  return [built];
}

function sameFinish(before: Finish | undefined, now: Finish): boolean {
  return JSON.stringify(Finish.parse(before ?? UNFINISHED)) === JSON.stringify(Finish.parse(now));
}

/** As it was built; and where a password locks it, that of today. Nothing that follows from a password is kept, so that the file itself is asked. */
async function stands(
  client: string,
  built: BuiltPackage,
  { lock, lending }: { readonly lock: Lock | undefined; readonly lending: Lending },
): Promise<boolean> {
  if (!(await lending.stands(client, built))) return false;
  const { encrypted, file } = built;
  if (encrypted === undefined || lock === undefined) return true;
  return (await lock.holds(await lending.read(client, file), encrypted.holds.sha256)) !== false;
}

/** Files and packages in folders that are seen from here. */
function inFolder({ out }: RunContext): Lending {
  return {
    within: (_, work) => work(),
    stands: (client, made) => standsAsBuilt(join(out, client), made),
    read: (client, file) => readPackage(join(out, client, file)),
  };
}

/** Of the identifiers that a client's exhibits are compared with. */
export function comparedWith({ mentions }: Pick<Job, 'mentions'>, { index }: Pick<RunContext, 'index'>): Sha256 {
  return sha256(JSON.stringify([index, [...mentions].sort()]));
}
