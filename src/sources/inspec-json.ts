import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import type { ConfigurationCheck } from '../model/records/index.ts';
import { counted, runOf } from './kit/checks.ts';
import { perFile } from './kit/per-file.ts';
import { producedBy } from './kit/produced.ts';
import { firstDated, later } from './kit/times.ts';

export default defineSource({
  product: 'Chef InSpec, CINC Auditor, MITRE SAF',
  title: 'InSpec or Heimdall results (JSON)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain: 'inspec exec <profile> --reporter json:results.json (json-min tells less); in Heimdall: Export > HDF JSON',
  proves: 'Which controls of a profile one machine passed and failed, with waivers as such.',
  cannotProve: 'That a skipped or waived control holds, or other machines.',
  reads: [
    {
      shape: 'json',
      items: 'profiles',
      document: { platform: true, profiles: true, statistics: true },
      required: ['name', 'controls'],
      item: (profile, file) => readProfile(profile, file, file.document),
      produced: ({ document }) => producedBy({ tool: 'InSpec', version: document.text('version') }),
    },
    {
      shape: 'json',
      items: 'controls',
      document: { controls: true, statistics: true, version: true },
      required: ['id', 'profile_id', 'status', 'code_desc'],
      item: rememberTest,
      end: tellTests,
      produced: ({ document }) => producedBy({ tool: 'InSpec', version: document.text('version') }),
    },
    {
      shape: 'json-lines',
      required: { 'platform.name': true, profiles: true, statistics: true },
      line: (report, file) => report.children('profiles').flatMap((profile) => readProfile(profile, file, report)),
    },
  ],
});

interface Tested {
  readonly statuses: string[];
  readonly profile: string | undefined;
  readonly at: Fields['place'];
}
const tested = perFile(() => new Map<string, Tested>());

/** The short form (json-min) has a line for each test; a control passes when all of its tests do. */
function rememberTest(test: Fields, file: FileContext): undefined {
  const key = `${test.text('profile_id') ?? ''} ${test.text('id') ?? ''}`;
  const known = tested(file).get(key);
  const entry = known ?? { statuses: [], profile: test.text('profile_id'), at: test.place };
  tested(file).set(key, entry);
  entry.statuses.push(test.text('backtrace') === undefined ? (test.text('status') ?? 'unknown') : 'error');
}

function tellTests(file: FileContext): readonly Placed[] {
  const head = { kind: 'configuration-check', strength: 'R', observed: file.asStated, tool: 'InSpec' } as const;
  const target = file.said.system;
  const checks = [...tested(file)].map(([key, { statuses, profile, at }]) => {
    const verbatim = [...new Set(statuses)].join(', ');
    const rule = key.slice((profile ?? '').length + 1);
    const check = { ...head, target, rule, outcome: outcomeOfAll(statuses), verbatim };
    return { ...counted(file, check, { run: profile ?? '' }), at };
  });
  const profiles = new Set([...tested(file).values()].map(({ profile }) => profile));
  const runs = [...profiles].flatMap(
    (profile) => runOf(file, { tool: 'InSpec', benchmark: profile, target, complete: undefined }, profile) ?? [],
  );
  return [...runs, ...checks];
}

function readProfile(profile: Fields, file: FileContext, report: Fields): readonly Placed[] {
  const benchmark = profile.text('title') ?? profile.text('name');
  const target = file.said.system ?? report.text('platform.target_id');
  const key = `${profile.place.line ?? ''} ${profile.text('name') ?? ''}`;
  // An overlay repeats the controls of the profile below it without results: they are told once, where they ran.
  const overlay = profile.children('depends').length > 0;
  const checks = profile.children('controls').flatMap((control): Placed[] => {
    const results = control.children('results');
    if (overlay && results.length === 0) return [];
    const began = results.map((result) => result.time('start_time'));
    const newest = began.reduce<Observed | undefined>(later, undefined);
    const check = {
      kind: 'configuration-check',
      strength: 'R',
      observed: newest === undefined ? file.asStated : firstDated(newest, file.asStated),
      tool: 'InSpec',
      rule: control.text('id') ?? '',
      title: control.text('title'),
      target,
      severity: severityOfImpact(control.number('impact')),
      ...outcomeOf(control, results),
    } as const;
    return [{ ...counted(file, check, { run: key }), at: control.place }];
  });
  const run = { tool: 'InSpec', benchmark, target, profile: profile.text('version'), complete: undefined };
  const whole = runOf(file, run, key);
  return whole === undefined ? checks : [whole, ...checks];
}

function outcomeOf(
  control: Fields,
  results: readonly Fields[],
): Pick<ConfigurationCheck, 'outcome' | 'verbatim'> & { original?: string } {
  const statuses = results.map((result) => result.text('status') ?? 'unknown');
  const verbatim = [...new Set(statuses)].join(', ') || 'no result';
  if (control.text('waiver_data.justification') !== undefined)
    return { outcome: 'waived', verbatim: 'waived', original: verbatim };
  if (control.number('impact') === 0) return { outcome: 'not-applicable', verbatim };
  if (results.some((result) => result.texts('backtrace').length > 0)) return { outcome: 'error', verbatim };
  return { outcome: outcomeOfAll(statuses), verbatim };
}

function outcomeOfAll(statuses: readonly string[]): ConfigurationCheck['outcome'] {
  if (statuses.includes('error')) return 'error';
  if (statuses.includes('failed')) return 'failed';
  if (statuses.includes('skipped') || statuses.length === 0) return 'not-reviewed';
  return statuses.every((status) => status === 'passed') ? 'passed' : 'unknown';
}

function severityOfImpact(impact: number | undefined): ConfigurationCheck['severity'] {
  if (impact === undefined) return undefined;
  if (impact >= 0.9) return 'critical';
  if (impact >= 0.7) return 'high';
  if (impact >= 0.4) return 'medium';
  return impact > 0 ? 'low' : 'info';
}
