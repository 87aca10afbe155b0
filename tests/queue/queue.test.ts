import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { privateKeyText } from '../../src/bundle/index.ts';
import { finishAll } from '../../src/cli/terminal.ts';
import { type FinishOrder, openFinisher } from '../../src/client/index.ts';
import { type Job, type Outcome, type RunContext, workOn } from '../../src/fleet/index.ts';
import { ProofpackError } from '../../src/kernel/failure.ts';
import { Portfolio } from '../../src/model/portfolio.ts';
import { follow } from '../../src/queue/follow.ts';
import { openQueue } from '../../src/queue/open.ts';
import { TIMES } from '../../src/queue/times.ts';
import { proofpack } from '../cli/world.ts';
import { engagementOf, PORTFOLIO, portfolioOf, runHere, write } from '../fleet/world.ts';
import { type RedisServer, SERVER, startRedis } from './server.ts';
import { at, dieWithOne, packagesIn, putHere, QUICK, statesOf, until, workHere } from './world.ts';

/** How a worker of this process finishes packages, and says so. */
async function finishing(order: FinishOrder) {
  const finisher = await openFinisher(order);
  const start = (run: RunContext) => ({
    work: (job: Job) => workOn(job, { ...run, finish: finisher.told }, finisher),
    stop: () => undefined,
  });
  return { finish: finisher.told, start };
}

let server: RedisServer;
let database = 0;
/** Each story on a database of its own. */
const fresh = () => `${server.address}/${database++}`;

describe.skipIf(SERVER === undefined)('a queue (skipped without redis-server or valkey-server)', () => {
  beforeAll(async () => {
    server = await startRedis(['--databases', '64']);
  });
  afterAll(() => server?.stop());

  it('gives each client to one of many workers, and leaves what one machine would', async () => {
    const folder = portfolioOf({ lakeside: {}, harbor: {}, wrong: { 'engagement.yaml': 'client: { nmae: W }\n' } });
    const address = fresh();
    const workers = [await workHere(folder, address), await workHere(folder, address)];
    const result = await putHere(folder, address);
    expect(statesOf(result, ['wrong'])).toEqual(['harbor built', 'lakeside built', 'wrong failed']);
    expect(result.outcomes[2]?.problems).toMatchObject([{ message: 'unknown key "nmae"; did you mean "name"?' }]);
    expect(statesOf(await putHere(folder, address, { changed: true, only: ['harbor'] }))).toEqual(['harbor unchanged']);
    const totals = await Promise.all(workers.map(({ stop }) => stop()));
    expect(totals.map(({ taken }) => taken).reduce((a, b) => a + b)).toBe(3);
    const queued = packagesIn(join(folder, 'packages'));
    await runHere(folder, { out: join(folder, 'alone') });
    expect(queued).toEqual(packagesIn(join(folder, 'alone')));
  });

  it('gives a client on whose worker died, or whose server was away, to another one', async () => {
    const folder = portfolioOf({ lakeside: {}, harbor: {} });
    const own = await startRedis();
    const result = putHere(folder, own.address);
    await dieWithOne(own.address);
    await own.restart();
    const alive = await workHere(folder, own.address);
    expect(statesOf(await result)).toEqual(['harbor built', 'lakeside built']);
    expect(packagesIn(join(folder, 'packages'))).toHaveLength(2);
    expect((await alive.stop()).done).toBe(2);
    expect(alive.events.filter((event) => event.startsWith('stalled'))).toHaveLength(1);
    await own.stop();
  });

  it('puts on again what the server lost', async () => {
    const folder = portfolioOf({ lakeside: {} });
    const own = await startRedis(['--appendonly', 'no']);
    let put = () => undefined;
    const isPut = new Promise<void>((resolve) => {
      put = () => void resolve();
    });
    const result = putHere(folder, own.address, { onPut: put });
    await isPut;
    await own.restart();
    const worker = await workHere(folder, own.address);
    expect(statesOf(await result)).toEqual(['lakeside built']);
    await worker.stop();
    await own.stop();
  });

  it('tries again what crashed or is not there yet, and sets aside with the reason what will not do', async () => {
    const folder = portfolioOf({ crash: {}, full: {}, late: {} });
    const address = fresh();
    let crashes = 0;
    const work = async (job: Job, run: RunContext): Promise<Outcome | { ended: 'out-of-memory' }> => {
      if (job.id === 'full') return { ended: 'out-of-memory' };
      // Its file arrives at the second look.
      if (job.id === 'late' && crashes++ === 0) return workOn({ ...job, key: 'other' }, run);
      return workOn(job, run);
    };
    const start = (run: RunContext) => ({
      work: (job: Job) =>
        job.id === 'crash' ? Promise.resolve({ ended: 'crashed' as const, how: 'SIGSEGV' }) : work(job, run),
      stop: () => undefined,
    });
    const worker = await workHere(folder, address, { start });
    const { outcomes } = await putHere(folder, address, { times: { ...QUICK, attempts: 3 } });
    expect(outcomes.map(({ id, exit, problems }) => `${id} ${exit} ${problems[0]?.code}`)).toEqual([
      'crash 70 process-ended',
      'full 6 client-out-of-memory',
      'late 0 undefined',
    ]);
    expect(outcomes[0]?.problems[0]?.message).toContain('SIGSEGV');
    await worker.stop();
    const of = (id: string) => worker.events.filter((event) => event.includes(` ${id} `));
    expect(of('crash')).toEqual([
      'taken crash 1',
      'failed crash process-ended again',
      'taken crash 2',
      'failed crash process-ended again',
      'taken crash 3',
      'failed crash process-ended',
    ]);
    expect(of('full')).toEqual(['taken full 1', 'failed full client-out-of-memory']);
    expect(of('late')).toEqual(['taken late 1', 'failed late inputs-differ again', 'taken late 2', 'done late built']);
    // Asked for again it is tried again.
    const healed = await workHere(folder, address);
    expect(statesOf(await putHere(folder, address, { only: ['crash'] }))).toEqual(['crash built']);
    await healed.stop();
  });

  it('sets aside a client that ends every worker that takes it', async () => {
    const folder = portfolioOf({ killer: {} });
    const address = fresh();
    const result = putHere(folder, address);
    await dieWithOne(address);
    const watcher = await workHere(folder, address, { times: { ...QUICK, stalls: 0 } });
    const { outcomes } = await result;
    expect(outcomes.map(({ exit, problems }) => `${exit} ${problems[0]?.code}`)).toEqual(['70 client-set-aside']);
    expect(outcomes[0]?.problems[0]?.message).toContain('stalled');
    await watcher.stop();
  });

  it('builds of no other inputs than were asked for', async () => {
    const folder = portfolioOf({ lakeside: { 'a.txt': 'one\n' } });
    const old = portfolioOf({ lakeside: { 'a.txt': 'old\n' } });
    const address = fresh();
    const worker = await workHere(old, address);
    const { outcomes } = await putHere(folder, address, { times: { ...QUICK, attempts: 2 } });
    expect(outcomes.map(({ exit, problems }) => `${exit} ${problems[0]?.code}`)).toEqual(['6 inputs-differ']);
    expect(readdirSync(old)).not.toContain('packages');
    await worker.stop();
    // Nor when another client came in by whose names its exhibits would have to be compared.
    const blind = await workHere(folder, address);
    const more = portfolioOf({ lakeside: { 'a.txt': 'one\n' }, harbor: {} });
    const seen = await putHere(more, address, { only: ['lakeside'], times: { ...QUICK, attempts: 1 } });
    expect(seen.outcomes[0]?.problems[0]?.code).toBe('inputs-differ');
    write(folder, 'portfolio.yaml', 'defaults: { perod: 1 }\n');
    const unread = await putHere(more, address, { only: ['lakeside'], times: { ...QUICK, attempts: 1 } });
    expect(unread.outcomes[0]?.problems).toMatchObject([{ code: 'yaml-key-unknown' }]);
    await blind.stop();
    await expect(workHere(join(folder, 'lakeside'), address)).rejects.toMatchObject({ code: 'portfolio-empty' });
  });

  it('stands once, however often it is asked for, and finishes what was begun when it is told to stop', async () => {
    const folder = portfolioOf({ lakeside: {}, harbor: {} });
    const address = fresh();
    let begun = 0;
    let go: (() => void) | undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const worker = await workHere(folder, address, {
      start: (run) => ({
        work: async (job) => {
          begun += 1;
          await gate;
          return workOn(job, run);
        },
        stop: () => undefined,
      }),
    });
    const results = [putHere(folder, address), putHere(folder, address)];
    await until(() => begun === 1);
    const stopped = worker.stop();
    go?.();
    expect(await stopped).toMatchObject({ taken: 1, done: 1 });
    const next = await workHere(folder, address);
    expect((await Promise.all(results)).map((result) => statesOf(result))).toEqual([
      ['harbor built', 'lakeside built'],
      ['harbor built', 'lakeside built'],
    ]);
    expect(await next.stop()).toMatchObject({ taken: 1, done: 1 });
  });

  it('does not take a client for one of which nothing was told that ends between two looks at it', async () => {
    const folder = portfolioOf({ lakeside: {} });
    const address = fresh();
    const open = await openQueue(at(address), Portfolio.parse({}), () => undefined);
    let go = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = () => void resolve();
    });
    const start = (run: RunContext) => ({
      work: async (job: Job) => {
        await gate;
        return workOn(job, run);
      },
      stop: () => undefined,
    });
    const worker = await workHere(folder, address, { start });
    const put = putHere(folder, address);
    const entries = async () => (await open.queue.getJobs()).filter((entry) => entry !== undefined);
    while ((await entries()).length === 0 || worker.events.length === 0)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const [entry] = await entries();
    // The first look takes so long that the client is built meanwhile.
    const slow = Object.assign(Object.create(open.queue), {
      getJob: async (id: string) => {
        const found = await open.queue.getJob(id);
        go();
        await put;
        return found;
      },
    });
    const told: string[] = [];
    const following = await follow(
      { ...open, queue: slow },
      {
        ...{ times: { ...TIMES, ...QUICK }, names: {}, put: async () => undefined },
        tell: (outcome) => void told.push(...statesOf({ outcomes: [outcome] })),
      },
    );
    if (entry !== undefined) following.add(entry.data);
    await following.done();
    expect(told).toEqual(['lakeside built']);
    await following.close();
    await open.queue.close();
    await worker.stop();
  });

  it('builds with --changed no more than one machine would', async () => {
    const last = { 'engagement.yaml': `${engagementOf('harbor')}previous: "@last"\n` };
    const folder = portfolioOf({ lakeside: {}, harbor: last }, `${PORTFOLIO}store: true\n`);
    const address = fresh();
    const worker = await workHere(folder, address);
    const put = async (more: Parameters<typeof putHere>[2] = {}) => statesOf(await putHere(folder, address, more));
    expect(await put()).toEqual(['harbor built', 'lakeside built']);
    expect(await put({ changed: true })).toEqual(['harbor unchanged', 'lakeside unchanged']);
    expect(worker.events.filter((event) => event.startsWith('taken'))).toHaveLength(2);
    // Others came in: what lies there is looked through for what is theirs, and nothing is built.
    write(folder, 'third/engagement.yaml', engagementOf('third'));
    const before = packagesIn(join(folder, 'packages'));
    expect(await put({ changed: true, only: ['lakeside'] })).toEqual(['lakeside unchanged']);
    expect(worker.events.at(-1)).toBe('done lakeside unchanged');
    expect(packagesIn(join(folder, 'packages'))).toEqual(before);
    await worker.stop();
    // Whoever looks sees the files that were asked for, or none.
    const old = portfolioOf({ lakeside: { 'a.txt': 'old' }, harbor: last, third: {} }, `${PORTFOLIO}store: true\n`);
    write(folder, 'fourth/engagement.yaml', engagementOf('fourth'));
    write(old, 'fourth/engagement.yaml', engagementOf('fourth'));
    const blind = await workHere(old, address);
    const seen = await putHere(folder, address, {
      changed: true,
      only: ['lakeside'],
      times: { ...QUICK, attempts: 1 },
    });
    expect(seen.outcomes[0]?.problems[0]?.code).toBe('inputs-differ');
    await blind.stop();
  });

  it('builds again with --changed what another key signs by now, and asks workers for what only they know', async () => {
    const folder = portfolioOf({ lakeside: {} });
    const address = fresh();
    const keyOf = (name: string, first: number) => ({
      path: name,
      text: privateKeyText(Buffer.alloc(32, first), { comment: name, check: 7 }),
    });
    const plain: FinishOrder = { encrypt: [], slides: false, replace: false };
    const marta = { ...plain, sign: keyOf('marta', 1) };
    const sam = { ...plain, sign: keyOf('sam', 2) };
    const locked = (password: string) => ({ ...plain, encrypt: ['zip-aes256'], password });
    /** What becomes of the client where somebody finishes packages so, and whether a worker was asked. */
    const put = async (order: FinishOrder) => {
      const worker = await workHere(folder, address, await finishing(order));
      const states = statesOf(await putHere(folder, address, { changed: true }), ['lakeside']);
      await worker.stop();
      return [...states, ...worker.events];
    };
    const built = ['lakeside built', 'taken lakeside 1', 'done lakeside built'];
    const asked = ['lakeside unchanged', 'taken lakeside 1', 'done lakeside unchanged'];
    expect(await put(marta)).toEqual(built);
    expect(await put(marta)).toEqual(['lakeside unchanged']);
    expect(await put(sam)).toEqual(built);
    expect(await put(locked('correct horse battery'))).toEqual(built);
    // A password is known to workers alone.
    expect(await put(locked('correct horse battery'))).toEqual(asked);
    expect(await put(locked('another long password'))).toEqual(built);
    // Nobody is there yet, so that nobody knows who will sign.
    const waiting = putHere(folder, address, { changed: true });
    const late = await workHere(folder, address, await finishing(locked('another long password')));
    expect([...statesOf(await waiting), ...late.events]).toEqual(asked);
    await late.stop();
    // Of two who sign differently either will do.
    const pair = [await workHere(folder, address, await finishing(marta)), await workHere(folder, address)];
    expect(statesOf(await putHere(folder, address, { changed: true }))).toEqual(['lakeside built']);
    expect(statesOf(await putHere(folder, address, { changed: true }))).toEqual(['lakeside unchanged']);
    for (const { stop } of pair) await stop();
  });

  it('leaves alone jobs that are none of ours', async () => {
    const { Queue } = await import('bullmq');
    const address = fresh();
    const { host, port, db } = at(address);
    const folder = portfolioOf({ lakeside: {} });
    const queue = new Queue('clients', { connection: { host, port, db }, prefix: 'proofpack' });
    await queue.add('mail', { to: 'somebody' }, { jobId: 'mail-one' });
    const worker = await workHere(folder, address);
    let reason: string | undefined;
    for (let tries = 0; tries < 200 && reason === undefined; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      reason = (await queue.getJob('mail-one'))?.failedReason;
    }
    expect(reason).toBe('The job mail-one of the queue is none of this version of proofpack.');
    await worker.stop();
    await queue.close();
  });
});

it('says at once when nobody answers, with the cure', async () => {
  const folder = portfolioOf({ lakeside: {} });
  const refused = await putHere(folder, 'redis://127.0.0.1:1').catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ProofpackError);
  expect(refused).toMatchObject({
    exit: 6,
    code: 'queue-unreachable',
    message: 'The queue redis://127.0.0.1:1/0 did not answer: connect ECONNREFUSED 127.0.0.1:1.',
  });
});

const NAMES = ['PROOFPACK_QUEUE', 'PROOFPACK_QUEUE_PASSWORD', 'PROOFPACK_QUEUE_PASSWORD_FILE'] as const;
afterEach(() => {
  for (const name of NAMES) delete process.env[name];
});

describe('the verbs of a queue', () => {
  it('wants to know from where, and is told nothing that is said where work is put on', async () => {
    const folder = portfolioOf({ lakeside: {} });
    const nowhere = await proofpack('fleet', 'work', folder);
    expect(nowhere.exit).toBe(2);
    expect(nowhere.err).toContain('No queue is named');
    for (const [flag, ...value] of [['--only', 'lakeside'], ['--changed'], ['--fail-on', 'gap']] as const) {
      const { exit, err } = await proofpack('fleet', 'work', folder, '--queue', 'redis://q', flag, ...value);
      expect(`${exit} ${err}`).toContain(`2 error ${flag} has no meaning for "fleet work".`);
    }
    const secret = await proofpack('fleet', 'work', folder, '--queue', 'redis://:hunter2@q');
    expect(`${secret.exit} ${secret.err}`).toContain('PROOFPACK_QUEUE_PASSWORD_FILE');
    expect(secret.err).not.toContain('hunter2');
  });
});

describe.skipIf(SERVER === undefined)('the verbs over a queue (skipped without redis-server or valkey-server)', () => {
  it('tells what workers build as if it were built here; the password is read from a file', async () => {
    const server = await startRedis(['--requirepass', 'of a file']);
    const folder = portfolioOf({ lakeside: {}, harbor: {} });
    process.env['PROOFPACK_QUEUE'] = server.address;
    const shut = await proofpack('fleet', 'build', folder);
    expect(`${shut.exit} ${shut.err}`).toContain('6 error The queue');
    expect(shut.err).toContain('NOAUTH');
    process.env['PROOFPACK_QUEUE_PASSWORD_FILE'] = join(folder, 'secret');
    writeFileSync(join(folder, 'secret'), 'of a file\n');
    const worker = await workHere(folder, server.address.replace('//', '//:of%20a%20file@'), {}, 'environment');
    const { exit, out, err } = await proofpack('fleet', 'build', folder, '--json', '--fail-on', 'gap');
    const lines = out.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { schema: 'proofpack.fleet.client/1', state: 'built', contradictions: 0 },
      { schema: 'proofpack.fleet.client/1', state: 'built', packages: [{ edition: 'auditor' }] },
      { schema: 'proofpack.fleet/1', clients: 2, built: 2, exit: 1 },
    ]);
    expect(exit).toBe(1);
    expect(err).toContain('2 to build on redis://127.0.0.1');
    await worker.stop();
    await server.stop();
  });

  it('tells how the queue stands, and what was set aside with its reason, and changes nothing', async () => {
    const server = await startRedis();
    const folder = portfolioOf({ lakeside: {}, wrong: { 'engagement.yaml': 'client: { nmae: W }\n' } });
    process.env['PROOFPACK_QUEUE'] = server.address;
    const worker = await workHere(folder, server.address);
    expect((await proofpack('fleet', 'build', folder)).exit).toBe(2);
    await worker.stop();
    for (const _ of ['first', 'second']) {
      const { exit, out } = await proofpack('fleet', 'queue', folder, '--json');
      expect(exit).toBe(0);
      expect(JSON.parse(out)).toMatchObject({
        ...{ schema: 'proofpack.fleet.queue/1', workers: 0, waiting: 0, active: 0, later: 0, done: 1 },
        setAside: [
          { id: 'wrong', state: 'failed', problems: [{ message: 'unknown key "nmae"; did you mean "name"?' }] },
        ],
      });
    }
    const told = await proofpack('fleet', 'queue', folder);
    expect(told.out).toContain('unknown key "nmae"');
    expect(told.out).toContain(
      '0 workers; 0 waiting, 0 being built, 0 to be tried again, 1 done within a week, 1 set aside.',
    );
    await server.stop();
  });

  it('ends a worker that is asked to stop by itself, with the sums', async () => {
    const server = await startRedis();
    const folder = portfolioOf({ lakeside: {} });
    const working = proofpack('fleet', 'work', folder, '--queue', server.address, '--json', '--jobs', '1');
    while (!finishAll()) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(finishAll()).toBe(false);
    const { exit, out, err } = await working;
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ schema: 'proofpack.fleet.work/1', event: 'stopped', taken: 0, done: 0 });
    expect(err).toContain(`Taking clients from ${server.address}/0, 1 at once.`);
    await server.stop();
  });
});
