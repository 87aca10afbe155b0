import { describe, expect, it } from 'vitest';
import { ProofpackError } from '../../src/kernel/failure.ts';
import { plainYaml } from '../../src/kernel/yaml.ts';
import { Portfolio } from '../../src/model/portfolio.ts';
import { type AddressSaid, queueAddress } from '../../src/queue/address.ts';
import { jobName, queueName } from '../../src/queue/name.ts';
import { PORTFOLIO } from '../fleet/world.ts';

const read = (text: string, more: Partial<AddressSaid> = {}) => queueAddress({ text, by: 'argument', ...more });
const refused = (text: string, more: Partial<AddressSaid> = {}) => {
  try {
    return read(text, more).where;
  } catch (error) {
    return error instanceof ProofpackError ? `${error.code} ${error.message}` : error;
  }
};

describe('the address of a queue', () => {
  it('names host, port, database, user and whether the way is encrypted', () => {
    expect(read('redis://queue.internal')).toEqual({
      host: 'queue.internal',
      port: 6379,
      db: 0,
      encrypted: false,
      where: 'redis://queue.internal:6379/0',
    });
    expect(read('rediss://fleet@[::1]:7000/3')).toMatchObject({
      host: '::1',
      port: 7000,
      db: 3,
      username: 'fleet',
      encrypted: true,
    });
  });

  it('holds no password where every process could read it, and is never told with one', () => {
    const text = 'redis://fleet:hunter2@queue.internal/1';
    expect(refused(text)).toBe(
      'queue-address-holds-password The address of the queue on queue.internal holds a password; every process of the machine can read arguments.',
    );
    const known = read(text, { by: 'environment' });
    expect(known.password).toBe('hunter2');
    expect(known.where).toBe('redis://queue.internal:6379/1');
    expect(read('redis://q', { password: 'of a file' }).password).toBe('of a file');
  });

  it('is refused where it is none', () => {
    for (const wrong of ['queue', 'http://queue', 'redis://', 'redis://q/one', 'redis://q?password=x'])
      expect(refused(wrong)).toBe(`queue-address-wrong "${wrong}" is no address of a queue.`);
    expect(refused('redis//:a:hunter2@q')).not.toContain('hunter2');
  });
});

describe('what stands on a queue', () => {
  const job = {
    schema: 'proofpack.queue.job/1',
    client: 'lake: side/é',
    key: 'k',
    comparedWith: 'c',
    task: 'build',
  } as const;

  it('has a name of its client, its inputs and its editions', () => {
    const name = jobName({ ...job, editions: ['insurer', 'auditor'] });
    expect(name).toMatch(/^lake_side_é-[0-9a-f]{24}$/);
    expect(jobName({ ...job, editions: ['auditor', 'insurer'] })).toBe(name);
    expect(jobName({ ...job, editions: [] })).not.toBe(name);
    expect(jobName({ ...job, key: 'other', editions: [] })).not.toBe(jobName({ ...job, editions: [] }));
  });

  it('stands on the queue of its portfolio', () => {
    const portfolio = Portfolio.parse(plainYaml(PORTFOLIO));
    expect(queueName(portfolio)).toBe('clients');
    expect(queueName({ ...portfolio, name: 'Northlake IT' })).not.toBe(queueName({ ...portfolio, name: 'Other IT' }));
  });
});
