import { describe, expect, it } from 'vitest';
import { readCatalog } from '../../src/disk/index.ts';
import { ProofpackError } from '../../src/kernel/failure.ts';
import { CATALOGUE, catalogueWith, folderWith } from './world.ts';

const facts = new Set(['days-since-restore']);

async function problemsOf(changes: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const error = await readCatalog({ shipped: catalogueWith(changes), facts }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProofpackError)) throw error ?? new Error('nothing was wrong');
  return error.problems.map(({ place, message }) => `${place?.path}:${place?.line}  ${message}`);
}

const edited = (file: string, from: string, to: string) => ({ [file]: (CATALOGUE[file] ?? '').replace(from, to) });

describe('the catalogue', () => {
  it('joins controls with their mapping and practices with their domain', async () => {
    const catalog = await readCatalog({ shipped: catalogueWith(), facts });
    expect(catalog.practices.map(({ id, domain }) => `${domain}/${id}`)).toEqual([
      'backup/restore-testing',
      'backup/backup-jobs',
    ]);
    expect(catalog.frameworks[0]?.controls[0]).toMatchObject({
      id: 'D-1',
      practices: [{ practice: 'restore-testing' }],
      own: [],
    });
  });

  it('is extended by what lies beside an engagement', async () => {
    const beside = folderWith(
      Object.fromEntries(
        ['framework', 'controls', 'mapping'].map((part) => [
          `frameworks/mine/${part}.yaml`,
          (CATALOGUE[`demo/${part}.yaml`] ?? '').replace('id: demo', 'id: mine'),
        ]),
      ),
    );
    const catalog = await readCatalog({ shipped: catalogueWith(), beside, facts });
    expect(catalog.frameworks.map(({ id }) => id)).toEqual(['demo', 'mine']);
  });

  it.each([
    [
      'a practice nobody knows',
      edited('demo/mapping.yaml', 'practice: backup-jobs', 'practice: backup-job'),
      'proofpack/frameworks/demo/mapping.yaml:4  there is no practice "backup-job"; did you mean "backup-jobs"?',
    ],
    [
      'a fact nobody measures',
      edited('practices/backup.yaml', 'fact: days-since-restore', 'fact: days-since'),
      'proofpack/frameworks/practices/backup.yaml:12  there is no fact "days-since"',
    ],
    [
      'a control that is not mapped',
      edited('demo/mapping.yaml', '  - { id: D-2', '  - { id: D-1'),
      'proofpack/frameworks/demo/controls.yaml:4  mapping.yaml says nothing about "D-2": it could never get a verdict',
    ],
    [
      'a control twice',
      edited('demo/controls.yaml', 'id: D-2', 'id: D-1'),
      'proofpack/frameworks/demo/mapping.yaml:4  no framework of this engagement has a control "D-2"; did you mean "D-1"?',
    ],
    [
      'a group nobody declared',
      edited('demo/controls.yaml', 'group: one }', 'group: two }'),
      'proofpack/frameworks/demo/controls.yaml:4  "group" is one of one, not "two"',
    ],
    [
      'a party the model does not know',
      edited('operating-models/co-managed.yaml', 'evidence: msp', 'evidence: vendor'),
      'proofpack/frameworks/operating-models/co-managed.yaml:12  the party "vendor" is not in the roster',
    ],
    [
      'a domain that nobody owns',
      edited('operating-models/co-managed.yaml', '  backup: {', '  backups: {'),
      'proofpack/frameworks/operating-models/co-managed.yaml:11  nobody owns the practices of the domain "backup" under this model',
    ],
    [
      'a name that is not the id',
      edited('operating-models/co-managed.yaml', 'id: co-managed', 'id: shared'),
      'proofpack/frameworks/operating-models/co-managed.yaml:1  its id is "shared" and it lies under the name "co-managed"',
    ],
    [
      'a misspelt key',
      edited('practices/backup.yaml', 'remedy:', 'remdy:'),
      'proofpack/frameworks/practices/backup.yaml:8  unknown key "remdy"; did you mean "remedy"?',
    ],
  ])('refuses %s', async (_, changes, told) => {
    expect(await problemsOf(changes)).toContain(told);
  });

  it('refuses a framework of two files and a second one of the same name', async () => {
    const { 'demo/mapping.yaml': _, ...without } = CATALOGUE;
    await expect(readCatalog({ shipped: folderWith(without) })).rejects.toThrow('has no mapping.yaml');
    const beside = folderWith(
      Object.fromEntries(Object.entries(CATALOGUE).map(([path, text]) => [`frameworks/${path}`, text])),
    );
    await expect(readCatalog({ shipped: catalogueWith(), beside })).rejects.toThrow(
      'there is already a framework "demo"',
    );
  });
});

describe('an operating model beside an engagement', () => {
  const model = (text: string) => ({ 'frameworks/operating-models/watched.yaml': text });
  const HEAD = `id: watched
extends: co-managed
title: Watched
because: A second provider watches at night.
`;
  const read = (text: string) => readCatalog({ shipped: catalogueWith(), beside: folderWith(model(text)), facts });

  it('extends a shipped one and says only what is different', async () => {
    const { models } = await read(`${HEAD}parties:
  - { id: mssp, title: Security provider, meaning: Watches., side: provider }
practices:
  restore-testing: { evidence: mssp, because: It keeps the logs of restores. }
`);
    expect(models.map(({ id }) => id)).toEqual(['co-managed', 'watched']);
    expect(models[1]).toMatchObject({
      parties: [{ id: 'client-leadership' }, { id: 'internal-it' }, { id: 'msp' }, { id: 'mssp' }],
      domains: { backup: { accountable: 'internal-it' } },
      practices: { 'restore-testing': { evidence: 'mssp' } },
    });
  });

  it.each([
    ['extends what is not there', HEAD.replace('co-managed', 'co-manged'), 'watched.yaml:2:10', 'co-managed'],
    ['extends itself', HEAD.replace('co-managed', 'watched'), 'watched.yaml:2:10', 'in a circle'],
    ['is not whole', HEAD.replace('extends: co-managed\n', ''), 'watched.yaml:1:1', 'is not whole'],
    [
      'names a party of nobody',
      `${HEAD}practices:\n  restore-testing: { evidence: mssp, because: It keeps the logs. }\n`,
      'watched.yaml:6:32',
      'the party "mssp" is not in the roster',
    ],
    [
      'names a practice of nobody',
      `${HEAD}practices:\n  restore-test: { evidence: msp, because: It keeps the logs. }\n`,
      'watched.yaml:6:3',
      'there is no practice "restore-test"',
    ],
    ['spells a key wrong', `${HEAD}practises: {}\n`, 'watched.yaml:5:1', 'did you mean "practices"'],
  ])('that %s is refused at its place', async (_, text, at, told) => {
    const error = await read(text).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(String(error)).toContain(`frameworks/operating-models/${at}`);
    expect(String(error)).toContain(told);
  });
});
