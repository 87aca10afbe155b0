// Many clients, two workers, a queue on Redis. In the middle one worker is killed without a word and another one comes in its place; later the server is killed and
// started over what it wrote. Afterwards every client has to have its packages once, and the same as without a queue.
//      npm run build && node bench/queue.mjs [clients=400] [no-op jobs=10000, with a bucket 0] [--bucket] [--netns]
// Without more the workers see one folder under two names. --bucket: clients and packages lie in a bucket, on Ceph's own gateway; each worker has a folder of its own
// for copies. --netns: each worker lives in a network namespace that leads to this machine alone (root, and ip of iproute2).
// redis-server or valkey-server has to be installed, for a bucket also ceph-mon, ceph-osd, radosgw and ceph-common; all of it runs in folders of its own.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Queue, Worker } from 'bullmq';
import { layFleet } from './fleet-clients.mjs';
import { layKeys, openNetworks, startBucket } from './queue-bucket.mjs';

const BIN = fileURLToPath(new URL('../bin/proofpack.js', import.meta.url));
const [words, flags] = [process.argv.slice(2), new Set(process.argv.slice(2).filter((word) => word.startsWith('--')))];
const inBucket = flags.has('--bucket');
const [count = 400, jobs = inBucket ? 0 : 10_000] = words.filter((word) => !flags.has(word)).map(Number);
const SERVER = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0);
if (SERVER === undefined) {
  console.log('skipped: neither redis-server nor valkey-server is installed');
  process.exit(0);
}
const root = mkdtempSync(join(tmpdir(), 'proofpack-queue-'));
const port = await freePort();
const networks = flags.has('--netns') ? openNetworks(['a', 'b']) : undefined;
const hostOf = (name) => networks?.of(name)?.host ?? '127.0.0.1';
const addressAt = (host) => `redis://${host}:${port}`;
let server = await startServer();
process.once('exit', () => networks?.close());

await portfolio();
if (jobs > 0) await noOps();
await end(server, 'SIGTERM');
rmSync(root, { recursive: true, force: true });

/** The same storage for all: a folder under a name of each one's own, or a bucket. */
async function openStorage() {
  const storage = join(root, 'storage');
  const laid = layFleet(join(storage, 'clients'), { count });
  console.log(`${count} clients, ${laid.exhibits} exhibits, ${(laid.bytes / 1e6).toFixed(1)} MB`);
  if (!inBucket) {
    // Mounted under names of their own.
    for (const name of ['a', 'b', 'here']) symlinkSync(storage, join(root, name));
    const argsOf = (name) => [join(root, name, 'clients'), '-o', join(root, name, 'packages')];
    return { argsOf, envOf: () => ({}), bring: async () => undefined, stop: async () => undefined };
  }
  layKeys(
    join(storage, 'clients'),
    laid.clients.map(({ id }) => id),
  );
  const bucket = await startBucket({
    folder: join(root, 'ceph'),
    ports: [await freePort(), await freePort()],
    hosts: networks?.hosts ?? [],
  });
  const filling = performance.now();
  row('bucket', `${await bucket.fill(join(storage, 'clients'))} objects put in ${secondsSince(filling)} s`);
  const envOf = (name) => {
    mkdirSync(join(root, name), { recursive: true });
    return { ...bucket.envAt(hostOf(name)), TMPDIR: join(root, name) };
  };
  const bring = async () => {
    for (const key of (await bucket.keys()).filter((each) => each.startsWith('packages/'))) {
      mkdirSync(dirname(join(storage, key)), { recursive: true });
      writeFileSync(join(storage, key), await bucket.get(key));
    }
    const writes = [...bucket.writes()].filter(([key]) => key.endsWith('.zip'));
    const twice = writes.filter(([, [given]]) => given !== 1);
    const refused = writes.reduce((sum, [, [, each]]) => sum + each, 0);
    row(
      'written',
      `${writes.length} packages by the log of the gateway, ${twice.length} more than once, ${refused} refused`,
    );
    if (twice.length > 0) process.exitCode = 1;
    const left = ['a', 'b', 'here'].flatMap((name) => readdirSync(join(root, name)));
    row('copies', `${left.length} folders of copies left behind`);
  };
  return { argsOf: () => [bucket.address], envOf, bring, stop: bucket.stop };
}

async function portfolio() {
  const storage = await openStorage();
  const started = performance.now();
  const startWorker = (name) =>
    proofpack(['fleet', 'work', ...storage.argsOf(name), '--queue', addressAt(hostOf(name)), '--json', '--jobs', '1'], {
      prefix: networks?.of(name)?.prefix ?? [],
      env: storage.envOf(name),
    });
  const workers = [startWorker('a'), startWorker('b')];
  let done = 0;
  const onLine = () => {
    done += 1;
    if (done === Math.ceil(count / 3)) {
      // Not between two clients: in the middle of one.
      setTimeout(() => workers[0].child.kill('SIGKILL'), 700);
      workers.push(startWorker('a'));
    }
    if (done === Math.ceil((2 * count) / 3)) restartServer();
  };
  const builder = proofpack(
    ['fleet', 'build', ...storage.argsOf('here'), '--queue', addressAt('127.0.0.1'), '--json'],
    { env: storage.envOf('here'), onLine },
  );
  const { code, lines } = await builder.over;
  const seconds = (performance.now() - started) / 1000;
  for (const { child } of workers) child.kill('SIGTERM');
  const told = await Promise.all(workers.map(({ over }) => over));
  const events = told.flatMap((worker) => worker.lines);
  const of = (name) => events.filter(({ event }) => event === name);
  const last = lines.at(-1);
  row(
    'built',
    `${last.built} of ${count} in ${seconds.toFixed(1)} s, ${((count / seconds) * 60).toFixed(1)} clients/min, exit ${code}`,
  );
  row(
    'begun',
    `${of('taken').length} times; ${of('stalled').length} of a worker that was gone; ${of('failed').length} failed`,
  );
  row(
    'workers',
    told
      .map(
        ({ lines: own, code: exit, signal }) =>
          `${own.filter(({ event }) => event === 'done').length} done (${signal ?? exit})`,
      )
      .join(', '),
  );
  await storage.bring();
  check(join(root, 'storage'), last);
  await storage.stop();
}

function check(storage, { built, failed }) {
  const packages = packagesIn(join(storage, 'packages'));
  const perClient = grouped(packages.keys());
  const names = new Set(packages.keys());
  const sample = [...perClient.keys()].filter((_, i) => i % Math.ceil(count / 10) === 0);
  const alone = spawnSync(process.execPath, [
    BIN,
    'fleet',
    'build',
    join(storage, 'clients'),
    '--quiet',
    '-o',
    join(root, 'alone'),
    '--only',
    sample.join(','),
  ]);
  const same = [...packagesIn(join(root, 'alone'))];
  const other = same.filter(([path, hash]) => packages.get(path) !== hash);
  const ledgers = readdirSync(join(storage, 'packages/.proofpack-fleet')).map((name) =>
    JSON.parse(readFileSync(join(storage, 'packages/.proofpack-fleet', name), 'utf8')),
  );
  const expected = ledgers.flatMap(({ client, packages: made }) =>
    made.map(({ file, sha256 }) => [`${client}/${file}`, sha256]),
  );
  const missing = expected.filter(([path, hash]) => packages.get(path) !== hash).length;
  const uninvited = names.size - expected.length;
  const unfinished = readdirSync(join(storage, 'packages'), { recursive: true }).filter((path) =>
    /\.proofpack-\d/.test(String(path)),
  );
  row(
    'packages',
    `${names.size} of ${perClient.size} clients; ${missing} missing or other than in the ledger, ${uninvited} not in it, ${unfinished.length} unfinished folders`,
  );
  row(
    'against one machine',
    `${same.length} packages of ${sample.length} clients built again without a queue, ${other.length} differ`,
  );
  const holds =
    built === count &&
    failed === 0 &&
    perClient.size === count &&
    ledgers.length === count &&
    missing === 0 &&
    uninvited === 0;
  const right = holds && other.length === 0 && same.length > 0 && alone.status === 0;
  console.log(right ? 'none twice, none missing' : 'WRONG');
  if (!right) process.exitCode = 1;
}

/** What the queue itself costs: jobs of our shape, of which nothing is built. */
async function noOps() {
  const connection = { host: '127.0.0.1', port, db: 1, maxRetriesPerRequest: null };
  for (const concurrency of [1, 10, 50]) {
    const name = `no-op-${concurrency}`;
    const queue = new Queue(name, { connection });
    const data = {
      schema: 'proofpack.queue.job/1',
      client: 'lakeside',
      key: 'a'.repeat(64),
      comparedWith: 'b'.repeat(64),
      editions: [],
    };
    const putting = performance.now();
    for (let i = 0; i < jobs; i += 500) {
      const size = Math.min(500, jobs - i);
      await queue.addBulk(
        Array.from({ length: size }, (_, j) => ({
          name: 'build',
          data,
          opts: {
            jobId: `client-${i + j}-x`,
            attempts: 4,
            backoff: { type: 'exponential', delay: 2000 },
            removeOnComplete: { age: 3600 },
          },
        })),
      );
    }
    const put = (performance.now() - putting) / 1000;
    const working = performance.now();
    let done = 0;
    await new Promise((resolve) => {
      const worker = new Worker(name, async () => ({ state: 'built' }), { connection, concurrency });
      worker.on('completed', async () => {
        done += 1;
        if (done < jobs) return;
        await worker.close();
        resolve();
      });
    });
    const took = (performance.now() - working) / 1000;
    row(`no-op jobs, ${concurrency} at once`, `put ${Math.round(jobs / put)}/s, worked ${Math.round(jobs / took)}/s`);
    await queue.obliterate({ force: true });
    await queue.close();
  }
}

function proofpack(argv, { prefix = [], env = {}, onLine = () => undefined }) {
  const [program, ...words] = [...prefix, process.execPath, BIN, ...argv];
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } });
  const lines = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(JSON.parse(line));
    onLine(lines.at(-1));
  });
  const over = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal, lines })));
  return { child, over };
}

async function startServer() {
  mkdirSync(join(root, 'redis'), { recursive: true });
  const child = spawn(
    SERVER,
    [
      '--port',
      port,
      '--bind',
      ['127.0.0.1', ...(networks?.hosts ?? [])].join(' '),
      '--protected-mode',
      'no',
      '--dir',
      join(root, 'redis'),
      '--appendonly',
      'yes',
      '--save',
      '',
      '--maxmemory-policy',
      'noeviction',
    ].map(String),
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  await new Promise((resolve, reject) => {
    child.once('exit', reject);
    child.stdout.on('data', (text) => String(text).includes('Ready to accept') && resolve());
  });
  child.removeAllListeners('exit');
  return child;
}

async function restartServer() {
  const away = performance.now();
  await end(server, 'SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 2000));
  server = await startServer();
  row('server', `killed and started again, away for ${((performance.now() - away) / 1000).toFixed(1)} s`);
}

function end(child, signal) {
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(signal);
  });
}

function packagesIn(folder) {
  const paths = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.zip'));
  return new Map(
    paths.sort().map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}

function grouped(paths) {
  const groups = new Map();
  for (const path of paths) groups.set(path.split('/')[0], [...(groups.get(path.split('/')[0]) ?? []), path]);
  return groups;
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}

function secondsSince(started) {
  return ((performance.now() - started) / 1000).toFixed(1);
}

function row(name, text) {
  console.log(`${name.padEnd(24)} ${text}`);
}
