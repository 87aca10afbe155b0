import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { finishAll } from '../../src/cli/terminal.ts';
import { proofpack } from '../cli/world.ts';
import { portfolioOf } from '../fleet/world.ts';
import { SERVER, startRedis } from './server.ts';
import { workHere } from './world.ts';

const NAMES = ['PROOFPACK_QUEUE', 'PROOFPACK_QUEUE_PASSWORD', 'PROOFPACK_QUEUE_PASSWORD_FILE'] as const;
afterEach(() => {
  for (const name of NAMES) delete process.env[name];
});

describe('fleet work', () => {
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

describe.skipIf(SERVER === undefined)('fleet build --queue (skipped without redis-server or valkey-server)', () => {
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
