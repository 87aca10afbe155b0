import { join } from 'node:path';
import {
  assessFolder,
  conditionsMet,
  type Finisher,
  keyFor,
  SILENT,
  stopForOtherClients,
  withPrevious,
} from '../client/index.ts';
import { openEngagement } from '../client/open.ts';
import { readExhibits, saveLedger } from '../disk/index.ts';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { failure, ProofpackError } from '../kernel/failure.ts';
import type { Sha256 } from '../kernel/sha256.ts';
import type { Engagement } from '../model/engagement.ts';
import type { ClientLedger } from '../model/portfolio-client.ts';
import { buildAll, handingOut } from './build-all.ts';
import { unlockedBeside } from './hand-out.ts';
import { type Job, type Outcome, outcomeFrom, type RunContext } from './job.ts';
import { asksStore, type Beside, keyOf, outsideOf } from './key.ts';
import { othersHere, stopForOthers } from './others-here.ts';
import { summaryOf } from './summary.ts';
import { comparedWith, ledgersOf, standing } from './unchanged.ts';

/**
 * This client of this portfolio, from its folder to its packages under their names: the one thing that a worker does, wherever it runs. Done twice, also at
 * once, it leaves the same files. Whatever goes wrong with the client is its outcome and no error.
 */
export async function workOn(job: Job, run: RunContext, finisher?: Finisher): Promise<Outcome> {
  const started = performance.now();
  const seconds = () => Math.round(performance.now() - started) / 1000;
  try {
    return job.look === undefined
      ? await work(job, run, { finisher, seconds })
      : await look(job, run, { finisher, seconds });
  } catch (error) {
    return { ...failedOutcome(job, run, error), seconds: seconds() };
  }
}

/** What this client's packages will follow from, as `workOn` counts it; of an engagement that is wrong, its files alone. */
export async function inputsOf(job: Job, run: RunContext): Promise<Sha256> {
  try {
    return (await counted(job, run)).key;
  } catch (error) {
    if (!(error instanceof ProofpackError)) throw error;
    return keyOf(job.folder, { outside: [], previous: null }, run);
  }
}

async function counted(job: Job, run: RunContext) {
  const { engagement } = await openEngagement(job.folder);
  const editions = run.editions.length > 0 ? run.editions : engagement.editions;
  const beside = await besideOf(job.folder, engagement);
  // The owner's key is made before anything is counted: it has a say in what is written.
  if (job.task === 'build') await keyFor({ folder: job.folder, engagement }, editions);
  return { editions, beside, stored: asksStore(engagement), key: await keyOf(job.folder, beside, run) };
}

interface Manner {
  readonly finisher: Finisher | undefined;
  readonly seconds: () => number;
}

async function work(job: Job, run: RunContext, { finisher, seconds }: Manner): Promise<Outcome> {
  const { editions, beside, stored, key } = await counted(job, run);
  stopForOtherInputs(job, key);
  if (job.ifChanged) {
    const before = await standing(job, run, { key, lock: finisher?.lock });
    if (before !== undefined) return outcomeFrom(before, 'unchanged', seconds());
  }
  const assessed = await assessFolder(job.folder, SILENT);
  // First who can say whose it is, then who only knows that it is not ours.
  stopForOthers(await othersHere(job, run, assessed));
  stopForOtherClients(assessed.findings);
  const { findings } = assessed;
  const ledger: ClientLedger = {
    schema: 'proofpack.fleet.ledger/1',
    client: job.id,
    key,
    outside: [...beside.outside],
    asksStore: stored,
    comparedWith: comparedWith(job, run),
    packages: job.task === 'build' ? await buildAll(assessed, editions, await handingOut(job, run, finisher)) : [],
    ...(finisher === undefined ? {} : { finish: finisher.told }),
    met: [...conditionsMet(findings)],
    summary: summaryOf(findings),
  };
  // What changed while it was read is not what was built.
  const after = await keyOf(job.folder, beside, run);
  stopForOtherInputs(job, after);
  const settled = after === key;
  if (settled) await keepLedger(job, run, ledger);
  const problems = await unlockedBeside(join(run.out, job.id), ledger.packages);
  return { ...outcomeFrom(ledger, job.task === 'build' ? 'built' : 'judged', seconds()), problems };
}

/** Who was asked to build of certain inputs builds of no others: a copy may be old, or something came in since. */
function stopForOtherInputs({ id, key }: Job, found: Sha256): void {
  if (key !== undefined && key !== found) throw failure(diagnostic('inputs-differ', { client: id }), { exit: 6 });
}

/** What else than its own folder goes for a client. */
async function besideOf(folder: string, engagement: Engagement): Promise<Beside> {
  const outside = outsideOf(engagement);
  if (!asksStore(engagement)) return { outside, previous: null };
  const { previous } = await withPrevious(engagement, folder, undefined);
  return { outside, previous: typeof previous === 'object' ? previous : null };
}

/** Nothing changed but the others: whether anything of theirs lies here is all that is asked. */
async function look(job: Job, run: RunContext, manner: Manner): Promise<Outcome> {
  // Whoever asked may have seen other files than those that lie here.
  if (job.key !== undefined) stopForOtherInputs(job, (await counted(job, run)).key);
  const ledger = (await ledgersOf(job, run, { lock: manner.finisher?.lock })).find(({ key }) => key === job.look);
  if (ledger === undefined) return work(job, run, manner);
  const { engagement } = await openEngagement(job.folder);
  stopForOthers(await othersHere(job, run, { engagement, ...(await readExhibits(job.folder, engagement)) }));
  await keepLedger(job, run, { ...ledger, comparedWith: comparedWith(job, run) });
  return outcomeFrom(ledger, 'unchanged', manner.seconds());
}

/** What was only looked at is kept where that can be done: a portfolio that nobody may write into is read anew each time. */
async function keepLedger({ task }: Job, { out }: RunContext, ledger: ClientLedger): Promise<void> {
  await saveLedger(out, ledger, task).catch((error: unknown) => {
    if (task === 'build' || !(error instanceof ProofpackError) || error.exit !== 6) throw error;
  });
}

const STOPS: readonly string[] = ['other-client-stops', 'wrong-client-stops'];

/** Whatever went wrong with one client, as its outcome. */
export function failedOutcome({ id }: Job, { names }: RunContext, error: unknown): Omit<Outcome, 'seconds'> {
  const nothing = { id, name: names[id] ?? id, met: [], packages: [], summary: null };
  if (error instanceof ProofpackError) {
    const stops = STOPS.includes(error.code);
    return { ...nothing, state: stops ? 'stopped' : 'failed', exit: error.exit, problems: problemsOf(error) };
  }
  const report = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ...nothing, state: 'failed', exit: 70, problems: [diagnostic('client-bug', { client: id, report })] };
}

function problemsOf(error: ProofpackError): readonly Diagnostic[] {
  if (error.problems.length > 0) return error.problems;
  // Every code of ours is a row of the message table; the words are those of the error.
  return [{ ...diagnostic('engagement-invalid', { problems: error.message }), hint: error.hint }];
}
