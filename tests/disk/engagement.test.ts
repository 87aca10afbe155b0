import { describe, expect, it } from 'vitest';
import { readCatalog, readEngagement } from '../../src/disk/index.ts';
import { ProofpackError } from '../../src/kernel/failure.ts';
import { catalogueWith, ENGAGEMENT, folderWith } from './world.ts';

const catalog = await readCatalog({ shipped: catalogueWith() });

async function problemsOf(text: string, files: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const folder = folderWith({ 'engagement.yaml': text, ...files });
  const error = await readEngagement(folder, catalog).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) return [];
  if (!(error instanceof ProofpackError)) throw error;
  expect(error.exit).toBe(2);
  for (const { hint } of error.problems) expect(hint).not.toBe('');
  return error.problems.map(({ place, message }) => `${place?.path}:${place?.line}:${place?.column}  ${message}`);
}

describe('an engagement file that holds together', () => {
  it('is read with its defaults', async () => {
    const folder = folderWith({ 'engagement.yaml': `\uFEFF${ENGAGEMENT}` });
    expect(await readEngagement(folder, catalog)).toMatchObject({
      asOf: '2026-10-15',
      editions: ['auditor'],
      claims: [],
    });
  });

  it('may write paths as Windows does', async () => {
    const folder = folderWith({
      'engagement.yaml': `${ENGAGEMENT}exhibits: { 'backup\\jobs.csv': { by: Sam } }\npopulations: { devices: .\\hr\\devices.csv }\n`,
      'backup/jobs.csv': 'x',
      'hr/devices.csv': 'x',
    });
    const engagement = await readEngagement(folder, catalog);
    expect(engagement.exhibits).toEqual({ 'backup/jobs.csv': { by: 'Sam' } });
    expect(engagement.populations).toEqual({ devices: 'hr/devices.csv' });
  });

  it('may speak of a file inside a container and of a party of the model', async () => {
    const more = `exhibits: { 'all.zip!/jobs.csv': { observedOn: 2026-01-02 } }\nauthority: { msp: [restore-backups] }\n`;
    expect(await problemsOf(ENGAGEMENT + more, { 'all.zip': 'x' })).toEqual([]);
  });
});

describe('an engagement file that does not is told where, what and the cure', () => {
  const line = ENGAGEMENT.split('\n').length;
  it.each([
    [
      'a misspelt key',
      ENGAGEMENT.replace('asOf', 'asof'),
      'engagement.yaml:3:1  unknown key "asof"; did you mean "asOf"?',
    ],
    [
      'a key of another level',
      `${ENGAGEMENT}timeZone: America/Chicago\n`,
      `engagement.yaml:${line}:1  unknown key "timeZone"; it belongs under "client"`,
    ],
    [
      'a key deep inside',
      ENGAGEMENT.replace('name:', 'nmae:'),
      'engagement.yaml:1:11  unknown key "nmae"; did you mean "name"?',
    ],
    [
      'a day that does not exist',
      ENGAGEMENT.replace('2026-10-15', '2026-02-30'),
      'engagement.yaml:3:7  "asOf": a date of the calendar is wanted, written YYYY-MM-DD; this is "2026-02-30"',
    ],
    [
      'an unknown framework',
      ENGAGEMENT.replace('[demo]', '[demos]'),
      'engagement.yaml:4:14  there is no framework "demos"; did you mean "demo"?',
    ],
    [
      'an unknown model',
      ENGAGEMENT.replace('co-managed', 'comanaged'),
      'engagement.yaml:5:17  there is no operating model "comanaged"; did you mean "co-managed"?',
    ],
    [
      'a period that runs backwards',
      ENGAGEMENT.replace('to: 2026-09-30', 'to: 2025-09-30'),
      'engagement.yaml:2:33  the span ends on 2025-09-30, before it begins on 2025-10-01',
    ],
    [
      'a period after the as-of date',
      ENGAGEMENT.replace('asOf: 2026-10-15', 'asOf: 2025-01-01'),
      'engagement.yaml:2:33  the period ends on 2026-09-30, after the as-of date 2025-01-01: what has not happened yet cannot be evidenced',
    ],
    [
      'a period of which a day is left at the as-of date',
      ENGAGEMENT.replace('asOf: 2026-10-15', 'asOf: 2026-09-29'),
      'engagement.yaml:2:33  the period ends on 2026-09-30, after the as-of date 2026-09-29: what has not happened yet cannot be evidenced',
    ],
    [
      'an unknown framework whose controls are named further down',
      `${ENGAGEMENT.replace('[demo]', '[demos]')}claims: [{ control: D-1, answer: yes, by: Ann, on: 2026-10-10 }]\n`,
      'engagement.yaml:4:14  there is no framework "demos"; did you mean "demo"?',
    ],
    [
      'a bracket that is never closed',
      ENGAGEMENT.replace('period: {', 'period: [{'),
      'engagement.yaml:3:1  cannot be read as YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    [
      'a missing key',
      ENGAGEMENT.replace(/operatingModel.*\n/, ''),
      'engagement.yaml:1:1  "operatingModel" is missing; a text or a list is wanted',
    ],
    [
      'a second value for one key',
      `${ENGAGEMENT}asOf: 2026-01-01\n`,
      `engagement.yaml:${line}:1  cannot be read as YAML: Map keys must be unique`,
    ],
    [
      'a tag that nobody knows',
      ENGAGEMENT.replace('asOf: ', 'asOf: !day '),
      'engagement.yaml:3:7  cannot be read as YAML: Unresolved tag: !day',
    ],
  ])('%s', async (_, text, told) => {
    expect(await problemsOf(text)).toEqual([told]);
  });

  it.each([
    [
      'attestations: [{ practice: restore-tests, statement: It was done, by: A, on: 2026-01-01, expires: 2027-01-01 }]',
      'there is no practice "restore-tests"; did you mean "restore-testing"?',
    ],
    [
      'remediation: [{ practice: restore-testing, action: Do it, owner: mps, due: 2026-12-01, status: planned }]',
      'the party "mps" is not in the roster; did you mean "msp"?',
    ],
    [
      'ownership: [{ practice: restore-testing, responsible: [msp, vendor], because: Contract }]',
      'the party "vendor" is not in the roster',
    ],
    [
      'ownership: [{ accountable: msp, because: Contract }]',
      'ownership[0] names nothing it is about; practice or domain or control is wanted',
    ],
    [
      'ownership: [{ domain: backups, because: Contract }]',
      'there is no domain of practices "backups"; did you mean "backup"?',
    ],
    [
      'ownership: [{ domain: backup, from: 2026-02-01, until: 2026-01-01, because: Contract }]',
      'the span ends on 2026-01-01, before it begins on 2026-02-01',
    ],
    [
      'claims: [{ control: D-3, answer: yes, by: A, on: 2026-01-01 }]',
      'no framework of this engagement has a control "D-3"; did you mean "D-1"?',
    ],
    [
      'applicability: [{ control: D-9999, applies: false, because: Not ours, approvedBy: A }]',
      'no framework of this engagement has a control "D-9999"',
    ],
    ['thresholds: { restore-day: 30 }', 'nothing is judged by a threshold "restore-day"; did you mean "restore-days"?'],
    [
      'exhibits: { backup/job.csv: { by: Sam } }',
      'there is no file "backup/job.csv" in the folder; did you mean "backup/jobs.csv"?',
    ],
    ['populations: { devices: devices.csv }', 'there is no file "devices.csv" in the folder'],
    ['parties: { vciso: { name: M, of: nobody } }', 'the party "nobody" is not in the roster'],
    [
      'addressable: [{ control: D-1, decision: alternative, because: It fits, approvedBy: A, decidedOn: 2026-01-01 }]',
      'D-1: the decision "alternative" needs "alternative"',
    ],
    [
      'addressable: [{ control: D-1, decision: not-reasonable, approvedBy: A, decidedOn: 2026-01-01 }]',
      'D-1: the decision "not-reasonable" needs "because"',
    ],
    [
      'addressable: [{ control: D-2, decision: implemented, approvedBy: A, decidedOn: 2026-01-01 }]',
      '"D-2" is not an addressable specification; a decision cannot replace it',
    ],
    [
      'editions: [auditors]',
      '"editions[0]" is one of auditor, insurer, customer, internal, not "auditors"; did you mean "auditor"?',
    ],
  ])('%s', async (entry, told) => {
    const problems = await problemsOf(`${ENGAGEMENT}${entry}\n`, { 'backup/jobs.csv': 'x' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^engagement.yaml:${line}:\\d+ {2}`));
    expect(problems[0]?.replace(/^\S+ {2}/, '')).toBe(told);
  });

  it('all problems at once, in the order of the file, each with a frame of it', async () => {
    const folder = folderWith({ 'engagement.yaml': `${ENGAGEMENT.replace('[demo]', '[dmeo]')}thresholds: { x: 1 }\n` });
    await expect(readEngagement(folder, catalog)).rejects.toThrow(
      /4:14[\s\S]*> 4 \| frameworks: \[dmeo\]\n {6}\| {14}\^[\s\S]*6:15/,
    );
  });

  it('no file at all, or no folder', async () => {
    await expect(readEngagement(folderWith({}), catalog)).rejects.toMatchObject({
      code: 'engagement-missing',
      exit: 2,
    });
    await expect(readEngagement('/no/such/folder', catalog)).rejects.toMatchObject({ code: 'folder-missing', exit: 2 });
  });

  it('a bomb of aliases', async () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefg'[i]}`).join(',')}]`),
    ];
    expect((await problemsOf(`${bomb.join('\n')}\n`))[0]).toContain('Excessive alias count');
  });
});
