import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import { counted, runOf, severityOf } from './kit/checks.ts';
import { perFile } from './kit/per-file.ts';

const OUTCOMES = {
  notafinding: 'passed',
  not_a_finding: 'passed',
  open: 'failed',
  not_applicable: 'not-applicable',
  not_reviewed: 'not-reviewed',
} as const;

const hosts = perFile<{ name: string | undefined }>(() => ({ name: undefined }));

// A checklist is filled in by a person, even where a scanner filled in part of it: hence strength A.
export default defineSource({
  product: 'DISA STIG Viewer',
  title: 'STIG checklist (CKL, CKLB)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain: 'STIG Viewer > Checklist > File > Save Checklist As (.ckl or .cklb)',
  proves: 'What a person recorded for each rule of a STIG on one host.',
  cannotProve: 'That a machine measured it, or when: the file carries no date.',
  reads: [
    {
      shape: 'xml',
      root: 'CHECKLIST',
      required: ['iSTIG', 'VULN'],
      elements: ['HOST_NAME', 'iSTIG'],
      element: (element, file, name) => {
        if (name === 'iSTIG') return readStig(element, file);
        hosts(file).name ??= element.text('.');
        return undefined;
      },
    },
    {
      shape: 'json',
      items: 'stigs',
      document: { target_data: true },
      required: ['rules'],
      item: readCklb,
    },
  ],
});

function readStig(stig: Fields, file: FileContext): readonly Placed[] {
  const info = pairs(stig.child('STIG_INFO')?.children('SI_DATA') ?? [], 'SID_NAME', 'SID_DATA');
  const target = hosts(file).name ?? file.said.system;
  const benchmark = info.get('title') ?? info.get('stigid');
  const checks = stig.children('VULN').map((vuln) => {
    const data = pairs(vuln.children('STIG_DATA'), 'VULN_ATTRIBUTE', 'ATTRIBUTE_DATA');
    const rule = data.get('Vuln_Num') ?? data.get('Rule_ID') ?? '';
    const override = vuln.text('SEVERITY_OVERRIDE');
    // The milder severity that somebody wrote over it is shown, not used.
    const overridden =
      override === undefined ? undefined : `severity ${data.get('Severity') ?? ''}, changed to ${override}`;
    const severity = { high: 'high', medium: 'medium', low: 'low' } as const;
    const word = data.get('Severity');
    return checkOf(vuln, file, benchmark, {
      rule,
      title: data.get('Rule_Title'),
      target,
      status: 'STATUS',
      severity: word === 'high' || word === 'medium' || word === 'low' ? severity[word] : undefined,
      original: overridden,
    });
  });
  return withRun(checks, file, benchmark, target);
}

function readCklb(stig: Fields, file: FileContext): readonly Placed[] {
  const target = file.document.text('target_data.host_name') ?? file.said.system;
  const benchmark = stig.text('stig_name') ?? stig.text('display_name');
  const checks = stig.children('rules').map((rule) =>
    checkOf(rule, file, benchmark, {
      rule: rule.text('group_id') ?? rule.text('rule_id') ?? '',
      title: rule.text('rule_title'),
      target,
      status: 'status',
      severity: severityOf(rule, 'severity'),
      original: undefined,
    }),
  );
  return withRun(checks, file, benchmark, target);
}

interface Found {
  readonly rule: string;
  readonly title: string | undefined;
  readonly target: string | undefined;
  readonly status: string;
  readonly severity: 'critical' | 'high' | 'medium' | 'low' | 'info' | undefined;
  readonly original: string | undefined;
}

function checkOf(from: Fields, file: FileContext, benchmark: string | undefined, { status, ...found }: Found): Placed {
  const outcome = from.word(status, OUTCOMES) ?? 'unknown';
  const verbatim = from.text(status) ?? '';
  const head = { kind: 'configuration-check', strength: 'A', observed: file.asStated, tool: 'STIG Viewer' } as const;
  return { ...counted(file, { ...head, ...found, outcome, verbatim }, { run: benchmark ?? '' }), at: from.place };
}

function withRun(
  checks: readonly Placed[],
  file: FileContext,
  benchmark: string | undefined,
  target: string | undefined,
) {
  const run = runOf(file, { tool: 'STIG Viewer', strength: 'A', benchmark, target, complete: undefined }, benchmark);
  return run === undefined ? checks : [run, ...checks];
}

function pairs(nodes: readonly Fields[], name: string, value: string): Map<string | undefined, string | undefined> {
  return new Map(nodes.map((node) => [node.text(name), node.text(value)]));
}
