import { defineSource, type FileContext, type Placed, type TextLine } from '../intake/contract.ts';
import { type Observed, UNDATED } from '../model/observed.ts';
import { ifDated } from './kit/dated.ts';
import { perFile } from './kit/per-file.ts';
import { producedBy } from './kit/produced.ts';

interface Audit {
  began: Observed;
  ended: Observed | undefined;
  readonly values: Map<string, string>;
  readonly warned: Set<string>;
  readonly suggested: Set<string>;
}

const audits = perFile<Audit>(() => ({
  began: UNDATED,
  ended: undefined,
  values: new Map(),
  warned: new Set(),
  suggested: new Set(),
}));

export default defineSource({
  product: 'Lynis',
  title: 'Lynis report (lynis-report.dat)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain: 'sudo lynis audit system, then take /var/log/lynis-report.dat',
  proves: 'Which hardening tests ran on one Linux or macOS host, and which of them warned or suggested something.',
  cannotProve:
    'A percentage of compliance (the index is none), other hosts, or that a test without a remark means safe.',
  reads: [
    {
      shape: 'text',
      anchors: [/^lynis_version=/, /^report_version_major=/],
      // All packages of the host in one line.
      passesOver: /^installed_packages_array=/,
      line: readLine,
      end: tell,
      produced: (file) =>
        producedBy({ tool: 'Lynis', version: audits(file).values.get('lynis_version'), ran: audits(file).began }),
    },
  ],
});

function readLine(line: TextLine, file: FileContext): Placed | undefined {
  const [, key = '', value = ''] = /^([\w.-]+(?:\[\])?)=(.*)$/.exec(line.text) ?? [];
  const audit = audits(file);
  if (key === 'report_datetime_start') audit.began = file.time(value);
  if (key === 'report_datetime_end') audit.ended = file.time(value);
  if (key !== 'warning[]' && key !== 'suggestion[]') {
    if (key !== '') audit.values.set(key, value);
    return undefined;
  }
  const [rule = '', title] = value.split('|');
  const warning = key === 'warning[]';
  (warning ? audit.warned : audit.suggested).add(rule);
  return {
    kind: 'configuration-check',
    strength: 'R',
    observed: audit.began,
    tool: 'Lynis',
    rule,
    title,
    target: audit.values.get('hostname'),
    outcome: warning ? 'failed' : 'warning',
    verbatim: warning ? 'warning' : 'suggestion',
  };
}

function tell(file: FileContext): Placed {
  const { began, ended, values, warned, suggested } = audits(file);
  const executed = testsIn(values.get('tests_executed'));
  const remarked = new Set([...warned, ...suggested]);
  const score = values.get('hardening_index');
  return {
    kind: 'configuration-assessment',
    strength: 'R',
    observed: (ended && ifDated(ended)) ?? began,
    tool: `Lynis ${values.get('lynis_version') ?? ''}`.trim(),
    benchmark: 'Lynis built-in tests',
    target: values.get('hostname'),
    // Lynis names no passes: a test that ran and made no remark is one.
    passed: executed.filter((test) => !remarked.has(test)).length,
    failed: remarked.size,
    skipped: testsIn(values.get('tests_skipped')).length,
    score: score === undefined || score === '' ? undefined : Number(score),
    scoreMaximum: score === undefined || score === '' ? undefined : 100,
    // The last line that Lynis writes; without it the run was broken off.
    complete: values.get('finish') === 'true',
  };
}

function testsIn(text = ''): readonly string[] {
  return text.split('|').filter((test) => test.trim() !== '');
}
