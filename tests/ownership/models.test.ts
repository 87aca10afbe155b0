import { describe, expect, it } from 'vitest';
import { ProofpackError } from '../../src/kernel/failure.ts';
import { OperatingModelSource, ownerOf } from '../../src/model/ownership.ts';
import { resolveModels } from '../../src/ownership/index.ts';
import { MODELS, owners, PEOPLE } from './shipped.ts';

const SHIPPED = MODELS.map((model) => OperatingModelSource.parse(model));
const source = (says: object) =>
  OperatingModelSource.parse({ title: 'Ours', because: 'Our contract of 2026 says so.', ...says });

const WATCHED = source({
  id: 'watched',
  extends: 'co-managed',
  parties: [{ id: 'mssp', title: 'Security provider', meaning: 'Watches day and night.', side: 'provider' }],
  authority: { mssp: ['isolate-devices', 'disable-accounts'] },
  domains: {
    logging: {
      accountable: 'mssp',
      responsible: ['mssp'],
      evidence: 'mssp',
      afterHours: 'mssp',
      because: 'The security provider watches from 1 May on.',
    },
  },
  practices: {
    'restore-testing': { consulted: [], because: 'Nobody is asked before a restore is tried.' },
  },
});

function failureOf(sources: readonly OperatingModelSource[]): ProofpackError {
  try {
    resolveModels(sources);
  } catch (error) {
    if (error instanceof ProofpackError) return error;
  }
  throw new Error('it was resolved');
}

describe('a model that stands alone', () => {
  it('is what its file says', () => {
    expect(resolveModels(SHIPPED)).toEqual(MODELS);
  });
});

describe('a model that extends another', () => {
  const [watched] = resolveModels([WATCHED, ...SHIPPED]);
  const parent = MODELS.find(({ id }) => id === 'co-managed');

  it('says only what differs, and inherits the rest', () => {
    expect(watched?.domains['backup']).toEqual(parent?.domains['backup']);
    expect(watched?.escalation).toEqual(parent?.escalation);
    expect(watched?.meaning).toBe(parent?.meaning);
    expect(watched?.title).toBe('Ours');
  });

  it('lays its hats over the inherited ones, one by one', () => {
    expect(watched?.domains['logging']).toEqual({
      ...parent?.domains['logging'],
      accountable: 'mssp',
      responsible: ['mssp'],
      evidence: 'mssp',
      afterHours: 'mssp',
      because: 'The security provider watches from 1 May on.',
    });
    expect(watched?.practices['restore-testing']?.consulted).toEqual([]);
    expect(watched?.practices['restore-testing']?.accountable).toBe('internal-it');
  });

  it('adds its parties and their authority', () => {
    expect(watched?.parties.map(({ id }) => id)).toEqual([...(parent?.parties.map(({ id }) => id) ?? []), 'mssp']);
    expect(watched?.authority['mssp']).toEqual(['isolate-devices', 'disable-accounts']);
    expect(watched?.authority['msp']).toEqual(parent?.authority['msp']);
  });

  it('may move a party to the other side', () => {
    const inside = { id: 'vciso', title: 'Security officer', meaning: 'Employed by the client.', side: 'client' };
    const [model] = resolveModels([source({ id: 'inside', extends: 'co-managed', parties: [inside] }), ...SHIPPED]);
    expect(model?.parties.find(({ id }) => id === 'vciso')).toEqual(inside);
    expect(model?.parties.length).toBe(parent?.parties.length);
  });

  it('does not inherit the split of those whom it relieves', () => {
    const domains = { asset: { responsible: ['internal-it'], because: 'One list, kept by one party.' } };
    const [model] = resolveModels([source({ id: 'ours', extends: 'co-managed', domains }), ...SHIPPED]);
    expect(model?.domains['asset']?.split).toBeUndefined();
  });

  it('may extend one that extends', () => {
    const nights = { because: 'The leadership wants to be woken.', escalation: ['mssp', 'client-leadership'] };
    const child = source({ id: 'child', extends: 'watched', domains: { logging: nights } });
    const [model] = resolveModels([child, WATCHED, ...SHIPPED]);
    expect(model?.domains['logging']?.accountable).toBe('mssp');
    expect(model?.domains['logging']?.escalation).toEqual(['mssp', 'client-leadership']);
  });

  it('assigns owners like a shipped one, without a complaint', () => {
    const ownership = owners(
      { operatingModel: 'watched', parties: { ...PEOPLE, mssp: { name: 'Tidewatch' } } },
      { models: resolveModels([...SHIPPED, WATCHED]) },
    );
    expect(ownership.issues).toEqual([]);
    expect(ownerOf(ownership, 'security-monitoring-24x7')?.afterHours).toBe('mssp');
  });
});

describe('models that cannot be resolved', () => {
  it.each<[string, readonly OperatingModelSource[], string, RegExp]>([
    [
      'an unknown parent',
      [source({ id: 'ours', extends: 'co-manged' })],
      'operating-model-parent-unknown',
      /co-manged/,
    ],
    [
      'a circle of three',
      [source({ id: 'a', extends: 'b' }), source({ id: 'b', extends: 'c' }), source({ id: 'c', extends: 'a' })],
      'operating-model-circle',
      /circle: a > b > c > a\.$/,
    ],
    ['one that extends itself', [source({ id: 'a', extends: 'a' })], 'operating-model-circle', /circle: a > a\.$/],
    [
      'a circle further up',
      [source({ id: 'a', extends: 'b' }), source({ id: 'b', extends: 'b' })],
      'operating-model-circle',
      /circle: b > b\.$/,
    ],
    ['two of one name', [source({ id: 'internal' }), ...SHIPPED], 'operating-model-twice', /internal/],
    ['one that stands alone with half its hats', [source({ id: 'half' })], 'operating-model-incomplete', /escalation/],
    [
      'a new domain without an accountable party',
      [
        source({
          id: 'ours',
          extends: 'internal',
          domains: { robots: { responsible: ['internal-it'], because: 'We have robots too.' } },
        }),
        ...SHIPPED,
      ],
      'operating-model-incomplete',
      /domains\.robots\.accountable/,
    ],
  ])('%s', (_, sources, code, says) => {
    const error = failureOf(sources);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(says);
    expect(error.hint).not.toBe('');
  });

  it('suggests the parent that was meant', () => {
    expect(failureOf([source({ id: 'ours', extends: 'co-manged' }), ...SHIPPED]).message).toMatch(/mean "co-managed"/);
  });

  it('tells which practice a model leaves without an owner', () => {
    const { logging: _, ...domains } = MODELS[0]?.domains ?? {};
    const models = MODELS.map((model) => (model.id === 'co-managed' ? { ...model, domains } : model));
    expect(() => owners({}, { models })).toThrow(/gives nobody the domain logging/);
  });
});
