import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import type { ConfigurationCheck } from '../model/records/index.ts';
import { counted, runOf, severityOf } from './kit/checks.ts';
import { producedBy } from './kit/produced.ts';
import { firstDated } from './kit/times.ts';

export default defineSource({
  product: 'ScoutSuite',
  title: 'ScoutSuite results (JavaScript file)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain: 'scout aws (or azure, gcp); the file scoutsuite-report/scoutsuite-results/scoutsuite_results_<id>.js',
  proves: 'Which rules of the ruleset flagged resources of the cloud account when it was last run.',
  cannotProve: 'Regions and services left out of the run; a rule that checked nothing passed nothing.',
  reads: [
    {
      shape: 'json',
      prefix: /^\s*scoutsuite_results\s*=\s*/,
      items: '',
      required: ['last_run', 'services', 'provider_code'],
      item: (report, file) => {
        const services = report.child('services');
        return services?.names().flatMap((service) => readService(services.child(service), report, file)) ?? [];
      },
      produced: ({ document }) =>
        producedBy({
          tool: 'ScoutSuite',
          version: document.text('last_run.version'),
          parameters: document.text('last_run.ruleset_name'),
          ran: document.time('last_run.time'),
        }),
      end: (file) =>
        runOf(file, {
          tool: `ScoutSuite ${file.document.text('last_run.version') ?? ''}`.trim(),
          profile: file.document.text('last_run.ruleset_name'),
          target: file.document.text('account_id'),
          complete: undefined,
        }),
    },
  ],
});

function readService(service: Fields | undefined, report: Fields, file: FileContext): readonly Placed[] {
  const findings = service?.child('findings');
  const observed = firstDated(report.time('last_run.time'), file.asStated);
  return (findings?.names() ?? []).flatMap((rule): Placed[] => {
    const finding = findings?.child(rule);
    if (finding === undefined) return [];
    const check = counted(file, {
      kind: 'configuration-check',
      strength: 'R',
      observed,
      tool: 'ScoutSuite',
      rule,
      title: finding.text('description'),
      target: report.text('account_id'),
      severity: severityOf(finding, 'level'),
      ...outcomeOf(finding.integer('checked_items'), finding.integer('flagged_items')),
    });
    return [{ ...check, at: finding.place }];
  });
}

function outcomeOf(
  checked: number | undefined,
  flagged: number | undefined,
): Pick<ConfigurationCheck, 'outcome' | 'verbatim'> {
  const verbatim = `${flagged ?? '?'} of ${checked ?? '?'} flagged`;
  if (checked === undefined || flagged === undefined) return { outcome: 'unknown', verbatim };
  if (checked === 0) return { outcome: 'not-applicable', verbatim };
  return { outcome: flagged > 0 ? 'failed' : 'passed', verbatim };
}
