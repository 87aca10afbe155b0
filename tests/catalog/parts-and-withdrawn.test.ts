import { describe, expect, it } from 'vitest';
import { readCatalog, readEngagement } from '../../src/disk/index.ts';
import { ProofpackError } from '../../src/kernel/failure.ts';
import { inScope } from '../../src/model/catalog.ts';
import { engagement } from '../assessment/world.ts';
import { CATALOGUE, catalogueWith, ENGAGEMENT, folderWith } from '../disk/world.ts';

const shipped = await readCatalog();

async function problemsOf(text: string): Promise<readonly string[]> {
  return readEngagement(folderWith({ 'engagement.yaml': text }), shipped).then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof ProofpackError)) throw error;
      return error.problems.map(({ place, message }) => `${place?.line}:${place?.column}  ${message}`);
    },
  );
}

async function catalogProblemsOf(changes: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return readCatalog({ shipped: catalogueWith(changes) }).then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof ProofpackError)) throw error;
      return error.problems.map(({ place, message }) => `${place?.path}:${place?.line}  ${message}`);
    },
  );
}

const CSF = ENGAGEMENT.replace('[demo]', '[nist-csf-2.0]');
const claiming = (control: string) => `${CSF}claims: [{ control: ${control}, answer: yes, by: Sam, on: 2026-10-01 }]\n`;

describe('an identifier that the publisher withdrew', () => {
  it.each([
    ['ID.BE-01', 'ID.BE-01 was withdrawn in NIST Cybersecurity Framework 2.0; now GV.OC-05'],
    ['ID.BE-1', 'ID.BE-01 was withdrawn in NIST Cybersecurity Framework 2.0; now GV.OC-05'],
    ['PR.IP', 'PR.IP was withdrawn in NIST Cybersecurity Framework 2.0 without a named successor'],
  ])('is refused with its successor: %s', async (id, told) => {
    expect(await problemsOf(claiming(id))).toEqual([`6:21  ${told}`]);
  });

  it('is told from one that never was', async () => {
    expect(await problemsOf(claiming('ID.BX-01'))).toEqual([expect.stringContaining('has a control "ID.BX-01"')]);
  });

  it('is refused in a mapping and among references too', async () => {
    const withdrawn = 'withdrawn: [{ id: D-03, successors: [D-1] }]\n';
    const controls = `${CATALOGUE['demo/controls.yaml']}${withdrawn}`;
    const mapping = CATALOGUE['demo/mapping.yaml'] ?? '';
    expect(
      await catalogProblemsOf({
        'demo/controls.yaml': controls,
        'demo/mapping.yaml': mapping.replace('id: D-2', 'id: D-3'),
      }),
    ).toContain('proofpack/frameworks/demo/mapping.yaml:4  D-03 was withdrawn in Demo; now D-1');
    const citing = mapping
      .replace('note: Ours.', 'note: Ours.\nreferences: [{ framework: demo, title: Demo, note: Ours. }]')
      .replace('id: D-2,', 'id: D-2, references: { demo: [D-3] },');
    expect(await catalogProblemsOf({ 'demo/controls.yaml': controls, 'demo/mapping.yaml': citing })).toEqual([
      'proofpack/frameworks/demo/mapping.yaml:5  D-03 was withdrawn in Demo; now D-1',
    ]);
  });
});

describe('a reference', () => {
  it('names a list that the mapping declares, and an identifier that is there', async () => {
    const mapping = CATALOGUE['demo/mapping.yaml'] ?? '';
    expect(
      await catalogProblemsOf({
        'demo/mapping.yaml': mapping.replace('id: D-2,', 'id: D-2, references: { dmo: [D-1] },'),
      }),
    ).toEqual(['proofpack/frameworks/demo/mapping.yaml:4  the head of mapping.yaml has no "dmo"']);
    const declared = mapping.replace(
      'note: Ours.',
      'note: Ours.\nreferences: [{ framework: demo, title: Demo, note: Ours. }]',
    );
    expect(
      await catalogProblemsOf({
        'demo/mapping.yaml': declared.replace('id: D-2,', 'id: D-2, references: { demo: [D-7] },'),
      }),
    ).toEqual(['proofpack/frameworks/demo/mapping.yaml:5  Demo has no "D-7"; did you mean "D-1"?']);
  });
});

describe('a part of a framework', () => {
  const controlsOf = (choice: object) => {
    const [framework] = inScope(shipped, engagement({ frameworks: [choice] })).frameworks;
    return { count: framework?.controls.length, title: framework?.title, groups: framework?.groups.length };
  };

  it('is judged alone where an engagement names it, and the whole where it names none', () => {
    expect(controlsOf({ id: 'cmmc-2', parts: ['level-1'] })).toEqual({
      count: 15,
      title: 'CMMC 2.0: level 1',
      groups: 6,
    });
    expect(controlsOf({ id: 'cmmc-2', parts: ['level-3'] }).count).toBe(134);
    expect(controlsOf({ id: 'cis-v8.1', parts: ['ig1'] }).count).toBe(56);
    expect(controlsOf({ id: 'soc2-tsc', parts: ['security', 'availability'] }).count).toBe(36);
    expect(controlsOf({ id: 'cis-v8.1' })).toEqual({ count: 153, title: 'CIS Controls v8.1', groups: 18 });
  });

  it('stays the same when it is cut out of what was cut out: a package holds its part only', () => {
    const request = engagement({ frameworks: [{ id: 'cmmc-2', parts: ['level-1'] }] });
    const once = inScope(shipped, request);
    expect(inScope(once, request)).toEqual(once);
  });

  it('that is not there is told with those that are', async () => {
    const parts = (framework: string, word: string) =>
      problemsOf(ENGAGEMENT.replace('[demo]', `[{ id: ${framework}, parts: [${word}] }]`));
    expect(await parts('cmmc-2', 'level-2')).toEqual([]);
    expect(await parts('cmmc-2', 'level2')).toEqual([
      '4:36  CMMC 2.0 has the parts level-1, level-2, level-3, not "level2"; did you mean "level-2"?',
    ]);
    expect(await parts('pipeda', 'all')).toEqual([expect.stringContaining('has no parts to choose from')]);
  });

  it('is declared before a control belongs to it', async () => {
    const controls = (CATALOGUE['demo/controls.yaml'] ?? '').replace('group: one }', 'group: one, parts: [some] }');
    expect(await catalogProblemsOf({ 'demo/controls.yaml': controls })).toEqual([
      'proofpack/frameworks/demo/controls.yaml:4  Demo has no parts to choose from, and so no "some"',
    ]);
  });
});

describe('what is proposed and not law', () => {
  it('says so wherever its name is printed', () => {
    const titles = shipped.frameworks.filter(({ standing }) => standing !== undefined).map(({ title }) => title);
    expect(titles).toEqual(['HIPAA Security Rule, proposal of January 2025 (proposed, not law)']);
  });
});
