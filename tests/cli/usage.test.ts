import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERBS } from '../../src/cli/verbs/index.ts';
import { Engagement } from '../../src/model/engagement.ts';
import { client, ENGAGEMENT, newFolder, proofpack, proofpackAt } from './world.ts';

describe('asking for help', () => {
  it('lists every verb in the order of the work, and the exit codes', async () => {
    const { exit, out } = await proofpack('--help');
    expect(exit).toBe(0);
    const verbs = [...out.matchAll(/^ {2}([a-z]+)[ \n]/gm)].map(([, verb]) => verb);
    expect(verbs.slice(0, 4)).toEqual(['init', 'inspect', 'assess', 'build']);
    expect(verbs.filter((verb) => verb !== 'help').sort()).toEqual(Object.keys(VERBS).sort());
    expect(out).toContain('130 interrupted');
  });

  it.each(Object.keys(VERBS))('%s shows what it takes and an example', async (verb) => {
    const { exit, out } = await proofpack(verb, '--help');
    expect(exit).toBe(0);
    expect(out).toContain(`Usage: proofpack ${verb}`);
    expect(out).toMatch(/Examples:\n {2}proofpack /);
    expect(out).toContain('--json');
    expect(out).toContain('--quiet');
  });

  it('prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await proofpack('--version')).toMatchObject({ exit: 0, out: `${version}\n`, err: '' });
  });
});

describe('a request that is wrong exits 2 and says what is right', () => {
  it.each([
    [[], 'Usage: proofpack <verb>'],
    [['biuld', 'x'], '(Did you mean build?)'],
    [['assess'], "missing required argument 'folder'"],
    [['assess', 'x', '--fail-on', 'gaps'], 'did you mean "gap"?'],
    [['assess', 'x', '--fail-no', 'gap'], '(Did you mean --fail-on?)'],
    [['build', 'x', '--edition', 'auditors'], 'did you mean "auditor"?'],
    [['list', 'source'], 'Allowed choices are sources'],
    [['explain', 'restore-testin'], 'near it: restore-testing'],
    [['inspect', '/no/such/folder'], 'not a folder that can be read'],
    [['init', '--client', 'X', '--framework', 'nist-csf-2', '/tmp/never'], 'did you mean "nist-csf-2.0"?'],
    [['init', '--client', 'X', '--as-of', '15.10.2026', '/tmp/never'], 'wants a day written YYYY-MM-DD'],
    [['init', '/tmp/never'], 'No terminal to ask at: --client must be given.'],
  ])('%j', async (argv, told) => {
    const { exit, out, err } = await proofpack(...argv);
    expect(err).toContain(told);
    expect(exit).toBe(2);
    expect(out).toBe('');
  });

  it('an engagement file that is wrong, as text and as JSON', async () => {
    const folder = client({ 'engagement.yaml': ENGAGEMENT.replace('asOf', 'asof') });
    const { exit, err } = await proofpack('assess', folder);
    expect(exit).toBe(2);
    expect(err).toContain('engagement.yaml:6:1  unknown key "asof"; did you mean "asOf"?');
    expect(err).toContain('> 6 | asof: 2026-10-15');
    const json = await proofpack('assess', folder, '--json');
    expect(json.exit).toBe(2);
    expect(json.json()).toMatchObject({
      schema: 'proofpack.error/1',
      code: 'engagement-invalid',
      problems: [{ code: 'yaml-key-unknown', place: { path: 'engagement.yaml', line: 6, column: 1 } }],
    });
  });

  it('a package that is not there is a matter of the disk', async () => {
    const { exit, err } = await proofpack('verify', '/no/such/package.zip');
    expect(exit).toBe(6);
    expect(err).toContain('does not exist');
  });
});

describe('looking things up', () => {
  it.each([
    'sources',
    'facts',
    'practices',
    'frameworks',
    'controls',
    'models',
    'documents',
    'messages',
  ])('lists %s, each with a title', async (what) => {
    const { exit, json } = await proofpack('list', what, '--json');
    const { entries } = json() as { entries: readonly { id: string; title: string }[] };
    expect(exit).toBe(0);
    expect(entries.length).toBeGreaterThan(2);
    expect(entries.filter(({ title }) => title === '')).toEqual([]);
  });

  it('lists each source with its product, its kinds and the way to its export', async () => {
    const { out } = await proofpack('list', 'sources');
    expect(out).toMatch(
      /^restic-check {2}restic check\n {2}product {2}restic\n {2}obtain {3}restic check --read-data.*\n {2}yields {3}backup-integrity-check/m,
    );
  });

  it.each([
    ['restore-testing', 'expects'],
    ['164.308(a)(7)(ii)(D)', 'practice'],
    ['164.308(a)(7)(ii)(D)', 'the rule names no interval'],
    ['164.308(a)(7)(ii)(D)', 'best proof'],
    ['164.308(a)(7)(ii)(D)', 'obtain'],
    ['164.308(a)(7)(ii)(D)', 'under fully-managed'],
    ['164.308(a)(7)(ii)(D)', 'not a NIST or HHS publication'],
    ['INS-MFA-01', 'asked by'],
    ['MVSP-2.3', 'not measured'],
    ['CIS-8.11', 'A week is the interval asked for'],
    ['ID.BE-1', 'GV.OC-05'],
    ['hipaa-nprm-2025', 'Status as last checked 2026-06; verify.'],
    ['restic-check', 'cannot prove'],
    ['restic-check', 'a line holds message_type = summary, num_errors'],
    ['exhibit-ambiguous', 'Name the right one in the engagement file'],
    ['co-managed', 'escalation'],
    ['CC6.1', 'mfa-remote-access: The policy or gateway setting'],
    ['INS-GEN-01', 'claims:'],
    ['macro-checks-passed', 'oscap xccdf eval'],
    ['xccdf-results', 'macro-checks-passed'],
    ['restore-testing', 'after hours'],
    ['zone-assumed', '<count> times have no zone; <zone> was assumed.'],
    ['device-inventory', 'Falling short shows too-little'],
  ])('explains %s', async (id, told) => {
    const { exit, out } = await proofpack('explain', id);
    expect(exit).toBe(0);
    expect(out).toContain(told);
  });

  it('prints a schema that knows the keys of an engagement', async () => {
    const { out } = await proofpack('schema');
    const { properties, required } = JSON.parse(out);
    expect(Object.keys(properties)).toEqual(Object.keys(Engagement.shape));
    expect(required.sort()).toEqual(['asOf', 'client', 'frameworks', 'operatingModel', 'period']);
  });

  it('prints the responsibility matrix in each form, nameless on request', async () => {
    const folder = client({
      'engagement.yaml': `${ENGAGEMENT}parties: { msp: { name: Northlake IT } }\nprepared: { by: Marta Ruiz }\n`,
    });
    const text = await proofpack('matrix', folder);
    expect(text.out).toContain('Northlake IT');
    expect((await proofpack('matrix', folder, '--redact')).out).not.toContain('Northlake');
    expect((await proofpack('matrix', folder, '--markdown')).out).toMatch(/^\| practice \| accountable/);
    expect((await proofpack('matrix', folder, '--csv')).out).toMatch(/^practice,accountable/);
    const { json } = await proofpack('matrix', folder, '--party', 'vciso', '--json');
    const { assignments } = json() as { assignments: readonly { practice: string }[] };
    expect(assignments.length).toBeGreaterThan(0);
    expect(assignments.length).toBeLessThan(text.out.split('\n').length);
  });
});

describe('init', () => {
  it('writes an engagement that the other verbs take, and what to collect from whom; it overwrites nothing', async () => {
    const folder = join(newFolder(), 'new');
    const argv = [
      'init',
      folder,
      '--client',
      'Smith & Sons: "IT"',
      '--framework',
      'cyber-insurance',
      '--as-of',
      '2026-10-15',
    ];
    const first = await proofpack(
      ...argv,
      '--domain',
      'smith.example',
      '--prepared-by',
      'Marta Ruiz',
      '--organisation',
      'Northlake IT',
    );
    expect(first.err).toContain('Next: proofpack inspect');
    expect(first.exit).toBe(0);
    const collect = readFileSync(join(folder, 'COLLECT.md'), 'utf8');
    expect(collect).toMatch(/^# What to collect for Smith & Sons/);
    expect(collect).not.toMatch(/\{\{|===/);
    expect(collect).toContain('For Cyber-insurance questions');
    expect(collect).toContain('- [ ] **Restores are tested every quarter**');
    // Each export is told of once, however many practices it may show.
    const menu = '/v1/training/enrollments';
    expect(collect.split(menu)).toHaveLength(2);
    expect(collect).not.toMatch(/bank[\s\S]{0,400}Exports: [^\n]*Penetration test record/i);
    const { exit, json } = await proofpack('inspect', folder, '--json');
    expect(exit).toBe(0);
    const { exhibits } = json() as { exhibits: readonly { path: string; status: string }[] };
    expect(exhibits.filter(({ path }) => !path.startsWith('registers/'))).toEqual([]);
    const again = await proofpack(...argv);
    expect(again.out).toContain('kept     engagement.yaml');
    expect(again.exit).toBe(0);
  });

  it('asks again for what cannot be taken, and takes several frameworks', async () => {
    const folder = join(newFolder(), 'new');
    const days = ['yesterday', '2026-10-15', '', ''];
    const typed = ['', 'Smith', ...days, 'hippa', 'hipaa-security-rule, cyber-insurance', 'comanaged', 'co-managed'];
    const rest = ['Chicago', 'America/Chicago', 'smith.example smith.test', 'Marta Ruiz'];
    const { exit, err } = await proofpackAt([...typed, ...rest], 'init', folder);
    expect(exit).toBe(0);
    for (const said of [
      '"yesterday"',
      'no framework "hippa"',
      'no operating model "comanaged"',
      'no time zone "Chicago"',
    ])
      expect(err).toContain(said);
    const written = readFileSync(join(folder, 'engagement.yaml'), 'utf8');
    expect(written).toContain('frameworks: [hipaa-security-rule, cyber-insurance]');
    expect(written).toContain('timeZone: America/Chicago');
    expect(written).toContain('asOf: 2026-10-15');
    expect(written).toContain('domains: ["smith.example", "smith.test"]');
  });
});
