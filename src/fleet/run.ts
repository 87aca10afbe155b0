import { join } from 'node:path';
import { type FinishOrder, openFinisher } from '../client/index.ts';
import { type ClientFolder, clientsIn, readPortfolio } from '../disk/index.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { nearest } from '../kernel/text.ts';
import type { Edition } from '../model/engagement.ts';
import { UNFINISHED } from '../model/finish.ts';
import { PORTFOLIO_FILE, type Portfolio } from '../model/portfolio.ts';
import { type Choice, chosen } from './choose.ts';
import { identifiersSaid, indexOf, renewalSaid } from './identifiers.ts';
import type { Job, Lending, Outcome, RunContext } from './job.ts';
import { machineLimits } from './machine.ts';
import { type Pool, startPool } from './pool.ts';
import { unchanged } from './unchanged.ts';
import { startProcess, type Worker, type WorkerLimits } from './worker-process.ts';

export interface FleetRequest extends Choice {
  readonly folder: string;
  /** What the portfolio is called where it is none of a folder of this machine. */
  readonly where?: string;
  /** Where packages go; `packages` in the folder of the portfolio where nothing is said. */
  readonly out?: string | undefined;
  readonly task: 'build' | 'judge';
  /** Leave those alone of which nothing changed. */
  readonly changed: boolean;
  readonly editions: readonly Edition[];
  readonly jobs?: number | undefined;
  /** What is done to packages after they are made. */
  readonly finish?: FinishOrder | undefined;
  /** Where the work is done: processes of their own unless a test says otherwise. */
  readonly start?: (run: RunContext, limits: WorkerLimits, finish?: FinishOrder) => Worker;
  /** Where files and packages are, if not in the folder. */
  readonly lending?: Lending;
  readonly onStart?: (of: { readonly clients: number; readonly atOnce: number }) => void;
  readonly onOutcome?: (outcome: Outcome) => void;
}

export interface FleetResult {
  /** In the order of the clients' names. */
  readonly outcomes: readonly Outcome[];
  /** Of the portfolio as a whole. */
  readonly notes: readonly Diagnostic[];
  readonly portfolio: Portfolio;
  /** By folder, the day of renewal that its engagement file says, whether the client could be assessed or not. */
  readonly renewals: Readonly<Record<string, CivilDate>>;
  readonly out: string;
}

export interface FleetRun {
  readonly result: Promise<FleetResult>;
  stop(): void;
}

/** Every client of a portfolio. One that fails stops no other. */
export function startFleet(request: FleetRequest): FleetRun {
  let pool: Pool | undefined;
  let stopped = false;
  const result = (async () => {
    const finisher = request.finish && (await openFinisher(request.finish));
    const planned = await planRun(request);
    const plan = { ...planned, run: { ...planned.run, finish: finisher?.told ?? UNFINISHED } };
    const outcomes: Outcome[] = [];
    const tell = (outcome: Outcome) => {
      outcomes.push(outcome);
      request.onOutcome?.(outcome);
    };
    const jobs: Job[] = [];
    for (const client of plan.clients) {
      const job = jobOf(client, plan, request.task);
      const seen = { lock: finisher?.lock, lending: request.lending };
      const before = request.changed ? await unchanged(job, plan.run, seen) : 'changed';
      if (before === 'changed') jobs.push(job);
      else if (before === 'ask-store') jobs.push({ ...job, ifChanged: true });
      else if ('look' in before) jobs.push({ ...job, look: before.look });
      else tell(before);
    }
    const limits = machineLimits(plan.portfolio, request.jobs, jobs.length);
    request.onStart?.({ clients: jobs.length, atOnce: limits.atOnce });
    const { start = startProcess, finish } = request;
    pool = startPool({
      jobs,
      run: plan.run,
      atOnce: limits.atOnce,
      limits,
      start: (run, of) => start(run, of, finish),
      onOutcome: tell,
    });
    if (stopped) pool.stop();
    await pool.done;
    outcomes.sort((a, b) => (a.id < b.id ? -1 : 1));
    return { outcomes, notes: plan.notes, portfolio: plan.portfolio, renewals: plan.renewals, out: plan.run.out };
  })();
  return {
    result,
    stop: () => {
      stopped = true;
      pool?.stop();
    },
  };
}

export interface RunPlan {
  readonly clients: readonly ClientFolder[];
  readonly run: RunContext;
  readonly portfolio: Portfolio;
  readonly renewals: FleetResult['renewals'];
  readonly notes: readonly Diagnostic[];
}

/** Which clients, and what all of their jobs share. */
export async function planRun(
  request: Pick<FleetRequest, 'folder' | 'where' | 'out' | 'editions' | 'only' | 'shard'>,
): Promise<RunPlan> {
  const { folder, where = folder } = request;
  const [portfolio, all] = [await readPortfolio(folder), await clientsIn(folder)];
  if (all.length === 0) throw failure(diagnostic('portfolio-empty', { folder: where }));
  checkRelated(portfolio, all);
  const identified = all.flatMap(({ id, said }) => {
    const known = identifiersSaid(said);
    return known === undefined ? [] : [{ id, ...known }];
  });
  const { index, claimedTwice, weak } = indexOf(identified, portfolio.shared);
  const telling = new Set([...index.map(([, , id]) => id), ...claimedTwice.flatMap(({ clients }) => clients)]);
  const names = Object.fromEntries(all.map(({ id }) => [id, identified.find((one) => one.id === id)?.name ?? id]));
  return {
    clients: chosen(all, request),
    portfolio,
    renewals: Object.fromEntries(
      all.flatMap(({ id, said }) => {
        const day = renewalSaid(said);
        return day === undefined ? [] : [[id, day]];
      }),
    ),
    run: { out: request.out ?? join(folder, 'packages'), editions: request.editions, index, names },
    notes: [
      ...claimedTwice.map(({ value, clients }) => diagnostic('identifier-claimed-twice', { value, clients })),
      ...weak.map((each) => diagnostic('identifier-too-weak', each)),
      ...all.filter(({ id }) => !telling.has(id)).map(({ id }) => diagnostic('identifiers-unknown', { client: id })),
    ],
  };
}

function checkRelated({ related }: Portfolio, clients: readonly ClientFolder[]): void {
  const known = clients.map(({ id }) => id);
  for (const word of related.flatMap(({ client, mentions }) => [client, mentions])) {
    if (!known.includes(word))
      throw failure(diagnostic('client-unknown', { word, nearest: nearest(word, known) }, { path: PORTFOLIO_FILE }));
  }
}

export function jobOf({ id, folder }: ClientFolder, { portfolio }: RunPlan, task: Job['task']): Job {
  return { id, folder, task, mentions: mentionsOf(id, portfolio) };
}

function mentionsOf(id: string, { related }: Portfolio): readonly string[] {
  return related.filter(({ client }) => client === id).map(({ mentions }) => mentions);
}
