import { defineSource, type FileContext, type Yield } from '../intake/contract.ts';
import { counted, runOf } from './kit/checks.ts';
import { plainRequirement, rawTest, SCUBA_OUTCOMES } from './kit/scuba.ts';

export default defineSource({
  product: 'CISA ScubaGear',
  title: 'ScubaGear results (ScubaResults.csv or TestResults.csv)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain: 'Invoke-SCuBA -ProductNames *; the file ScubaResults.csv in the report folder',
  proves: 'Which secure configuration baselines of Microsoft 365 the tenant met when the tool ran.',
  cannotProve:
    'Policies marked N/A (checked by hand or by another product), omitted ones, or when it ran: the file has no date.',
  reads: [
    {
      shape: 'table',
      required: ['Control ID', 'Requirement', 'Result', 'Criticality', 'Details'],
      forbidden: ['Non-Compliance Reason', 'Justification'],
      where: { 'Control ID': /^(MS|GWS)\.[A-Z0-9]+\.\d/ },
      row: (row, file) => {
        // "N/A" stands for an absent cell elsewhere; here it is ScubaGear's word for "not checked by the tool".
        const verbatim = row.text('Result') ?? 'N/A';
        const original = row.text('OriginalResult');
        return counted(file, {
          kind: 'configuration-check',
          strength: 'R',
          observed: file.asStated,
          tool: 'ScubaGear',
          rule: row.text('Control ID') ?? '',
          title: plainRequirement(row.text('Requirement')),
          outcome: verbatim === 'N/A' ? 'not-reviewed' : (row.word('Result', SCUBA_OUTCOMES) ?? 'unknown'),
          verbatim,
          original: original === verbatim ? undefined : original,
        });
      },
      end: tell,
    },
    {
      shape: 'table',
      required: ['PolicyId', 'RequirementMet', 'Criticality', 'ReportDetails', 'Commandlet'],
      row: (row, file) =>
        counted(file, {
          kind: 'configuration-check',
          strength: 'R',
          observed: file.asStated,
          tool: 'ScubaGear',
          ...rawTest(row),
        }),
      end: tell,
    },
  ],
});

function tell(file: FileContext): Yield {
  return runOf(file, { tool: 'ScubaGear', benchmark: 'SCuBA baselines', complete: undefined });
}
