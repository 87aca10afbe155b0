import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../house/house.ts';
import { client, newFolder, proofpack, SMALL_ENGAGEMENT, smallClient } from './world.ts';

interface Inspection {
  readonly schema: string;
  readonly exhibits: readonly {
    readonly path: string;
    readonly status: string;
    readonly source: string | null;
    readonly kinds: object;
  }[];
  readonly missing: readonly { readonly practice: string; readonly by: string }[];
}

describe('inspect', () => {
  it('says what each file was taken for', async () => {
    const { exit, json } = await proofpack('inspect', client(), '--json');
    const { schema, exhibits, missing } = json() as Inspection;
    expect(exit).toBe(0);
    expect(schema).toBe('proofpack.inspection/1');
    expect(exhibits.map(({ path, status, source }) => `${path} ${status} ${source}`)).toEqual([
      'backup/check.txt read restic-check',
      'backup/covered.csv ambiguous null',
      'backup/empty.csv empty null',
      'notes/readme.txt unrecognised null',
    ]);
    expect(missing.length).toBeGreaterThan(20);
  });

  it('says it to people too, with what to do next', async () => {
    const { out, err } = await proofpack('inspect', client());
    expect(out).toContain('4 exhibits: 1 read, 1 ambiguous, 1 empty, 1 unrecognised');
    expect(out).toContain('veeam-covered-vms or veeam-missing-vms');
    expect(out).toContain('Name the right one in the engagement file');
    expect(err).toContain('Next: proofpack assess');
    expect((await proofpack('inspect', client(), '--quiet')).err).toBe('');
  });
});

describe('inspect --calendar', () => {
  it('writes when each evidence runs out, and never over another file', async () => {
    const ics = join(newFolder(), 'due.ics');
    expect((await proofpack('inspect', client(), '--calendar', ics)).exit).toBe(0);
    expect(readFileSync(ics, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n.*BEGIN:VEVENT.*END:VCALENDAR\r\n$/s);
    const again = await proofpack('inspect', client(), '--calendar', ics);
    expect([again.exit, again.err]).toEqual([2, expect.stringContaining('exists and is left as it is')]);
  });
});

describe('assess', () => {
  it('gives every control a verdict and owners, and fails only when told to', async () => {
    const folder = client();
    const { exit, json } = await proofpack('assess', folder, '--json');
    const { frameworks } = json() as {
      frameworks: readonly {
        controls: readonly { id: string; verdict: string; accountable: string; responsible: readonly string[] }[];
      }[];
    };
    const [controls = []] = frameworks.map((framework) => framework.controls);
    expect(exit).toBe(0);
    expect(controls).toHaveLength(118);
    expect(
      controls.filter(({ verdict, accountable, responsible }) => !verdict || !accountable || responsible.length === 0),
    ).toEqual([]);
    expect((await proofpack('assess', '--fail-on', 'gap', folder)).exit).toBe(1);
    expect((await proofpack('assess', folder, '--fail-on', 'contradiction')).exit).toBe(0);
  });
});

describe('build, verify, compare', () => {
  let out: string;
  let path: string;
  beforeAll(async () => {
    out = newFolder();
    path = join(out, 'lakeside.zip');
    const built = await proofpack('build', smallClient({ '.hidden': 'x' }), '-o', path, '--edition', 'auditor,insurer');
    expect(built.exit, built.err).toBe(0);
    expect(built.out).toContain('sha256');
    expect(built.err).toContain('Next: proofpack verify');
  }, 120_000);

  it('one package per edition, whole and nothing else', () => {
    expect(readdirSync(out).sort()).toEqual(['lakeside.zip', 'lakeside_insurer.zip']);
    const files = unzipSync(readFileSync(path));
    expect(Object.keys(files)).toContain('data/00-READ-ME-FIRST.pdf');
    expect(Buffer.from(files['data/exhibits/E-001_check.txt'] ?? '').toString()).toContain('check all packs');
    expect(Buffer.from(files['data/machine/OMISSIONS.csv'] ?? '').toString()).toContain('.hidden');
    expect(Object.keys(unzipSync(readFileSync(join(out, 'lakeside_insurer.zip')))).join()).not.toContain(
      'data/exhibits',
    );
  });

  it('verifies, with its verdicts derived again', async () => {
    const { exit, json } = await proofpack('verify', path, '--json');
    expect(exit).toBe(0);
    expect(json()).toMatchObject({
      schema: 'proofpack.verification/1',
      holds: true,
      // Its framework lies beside the engagement, and that is told.
      findings: [{ code: 'intact' }, { code: 'unsigned' }, { code: 'reproduced' }, { code: 'rules-differ' }],
    });
    const insurer = await proofpack('verify', join(out, 'lakeside_insurer.zip'), '--json');
    expect(insurer.json()).toMatchObject({
      holds: true,
      findings: [{ code: 'intact' }, { code: 'unsigned' }, { code: 'not-reproducible' }],
    });
  });

  it('is refused wherever a byte is flipped, and the file is named', async () => {
    const bytes = readFileSync(path);
    const names = Object.keys(unzipSync(bytes));
    const bent = join(out, 'bent.zip');
    for (const at of [40, bytes.length >> 2, bytes.length >> 1, Math.floor(bytes.length * 0.9)]) {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      writeFileSync(bent, copy);
      const { exit, out: told } = await proofpack('verify', bent, '--no-replay');
      expect(exit).toBe(3);
      expect(
        names.some((name) => told.includes(name)),
        `byte ${at}: ${told}`,
      ).toBe(true);
    }
  });

  it('compares: what a claim less or a file more changed', async () => {
    const folder = smallClient({
      'engagement.yaml': SMALL_ENGAGEMENT.replace('co-managed', 'fully-managed'),
    });
    copyFileSync(join(ROOT, 'fixtures/sources/restic-restore/verified-with-times.txt'), join(folder, 'restore.txt'));
    const later = join(out, 'later.zip');
    expect((await proofpack('build', folder, '-o', later)).exit).toBe(0);
    const { exit, json } = await proofpack('compare', path, later, '--json');
    expect(exit).toBe(0);
    const { verdicts, owners } = json() as { verdicts: readonly object[]; owners: readonly object[] };
    expect(owners.length).toBeGreaterThan(0);
    expect(Array.isArray(verdicts)).toBe(true);
    expect((await proofpack('compare', path, path)).out).toContain('Nothing changed.');
    expect((await proofpack('compare', path, join(out, 'bent.zip'))).exit).toBe(3);
  }, 120_000);

  it('holds this package against the last one: what was answered otherwise is a contradiction, and fails when told to', async () => {
    const claims = (answer: string, override = '') =>
      SMALL_ENGAGEMENT +
      `claims:\n  - { control: S-2, answer: "${answer}", by: Dana Cole, on: 2026-10-10${override} }\n`;
    const last = join(out, 'last.zip');
    expect((await proofpack('build', smallClient({ 'engagement.yaml': claims('no') }), '-o', last)).exit).toBe(0);
    const override = ', override: { by: Dana Cole, on: 2026-10-11, because: seen on site }';
    const folder = smallClient({ 'engagement.yaml': claims('yes', override) });
    const now = join(out, 'now.zip');
    const built = await proofpack('build', folder, '-o', now, '--against', last, '--fail-on', 'contradiction');
    expect([built.exit, built.err]).toEqual([1, expect.any(String)]);
    const { contradictions } = JSON.parse(
      Buffer.from(unzipSync(readFileSync(now))['data/machine/findings.json'] ?? '').toString(),
    );
    expect(contradictions).toMatchObject([
      { kind: 'claim', claimed: 'yes', ceiling: 'cannot-say', override: expect.stringContaining('seen on site') },
      { kind: 'last-package', claimed: 'no', ceiling: 'yes', text: expect.stringContaining('as of 2026-10-15') },
    ]);
    // What was read of the last package lies inside, so the verdicts follow without it.
    expect((await proofpack('verify', now)).exit).toBe(0);
    expect((await proofpack('assess', folder, '--against', join(out, 'bent.zip'))).exit).toBe(3);
    const named = smallClient({ 'engagement.yaml': `${claims('no')}previous: last.zip\n` });
    copyFileSync(last, join(named, 'last.zip'));
    expect((await proofpack('assess', named, '--fail-on', 'contradiction')).exit).toBe(0);
    const early = smallClient({ 'engagement.yaml': claims('no').replace('asOf: 2026-10-15', 'asOf: 2026-10-14') });
    const refused = await proofpack('assess', early, '--against', last);
    expect([refused.exit, refused.err]).toEqual([2, expect.stringContaining('after the as-of date')]);
  }, 120_000);

  it('a dry run writes nothing and lists every file', async () => {
    const folder = newFolder();
    const { exit, json } = await proofpack('build', smallClient(), '-o', join(folder, 'a.zip'), '--dry-run', '--json');
    const { packages } = json() as { packages: readonly { entries: readonly { path: string }[] }[] };
    expect(exit).toBe(0);
    expect(packages[0]?.entries.map((entry) => entry.path)).toContain('manifest-sha256.txt');
    expect(readdirSync(folder)).toEqual([]);
  });

  it("another client's export stops the build until it is excluded by name", async () => {
    const text = readFileSync(join(ROOT, 'fixtures/sources/google-workspace-users/users.csv'), 'utf8');
    const zip = join(newFolder(), 'x.zip');
    const folder = smallClient({ 'users.csv': text });
    const stopped = await proofpack('build', folder, '-o', zip);
    expect(stopped.exit).toBe(2);
    expect(stopped.err).toContain('users.csv speaks of');
    expect(stopped.err).toContain('exclude: true');
    expect(existsSync(zip)).toBe(false);
    expect((await proofpack('assess', folder)).exit).toBe(0);
    const excluded = `${SMALL_ENGAGEMENT}exhibits: { users.csv: { exclude: true, because: Another client } }\n`;
    writeFileSync(join(folder, 'engagement.yaml'), excluded);
    expect((await proofpack('build', folder, '-o', zip)).exit).toBe(0);
    expect((await proofpack('verify', zip, '--json')).json()).toMatchObject({
      holds: true,
      findings: [{}, {}, { code: 'reproduced' }, {}],
    });
  }, 120_000);

  it('replaces no file that is not a package', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'thesis.doc'), 'mine');
    const { exit, err } = await proofpack('build', smallClient(), '-o', join(folder, 'thesis.doc'));
    expect(exit).toBe(2);
    expect(err).toContain('is no package of ours');
    expect(readFileSync(join(folder, 'thesis.doc'), 'utf8')).toBe('mine');
  });
});
