import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import { counted, runOf } from './kit/checks.ts';
import { producedBy } from './kit/produced.ts';
import { plainRequirement, rawTest, SCUBA_OUTCOMES } from './kit/scuba.ts';
import { firstDated } from './kit/times.ts';

export default defineSource({
  product: 'CISA ScubaGear',
  title: 'ScubaGear results (ScubaResults.json or TestResults.json)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain:
    'Invoke-SCuBA -ProductNames * (scuba gws for Google Workspace); the file ScubaResults_<id>.json in the report folder',
  proves: 'Which secure configuration baselines of Microsoft 365 a named tenant met at a stated time.',
  cannotProve: 'Policies marked N/A (checked by hand or by another product) or omitted by the customer.',
  reads: [
    {
      shape: 'json',
      items: 'Results',
      document: { 'MetaData.Tool': /^Scuba(Gear|Goggles)$/i, Results: true },
      required: [],
      item: (results, file) => results.names().flatMap((product) => readProduct(results.children(product), file)),
      produced: ({ document }) =>
        producedBy({
          tool: 'ScubaGear',
          version: document.text('MetaData.ToolVersion'),
          tenant: document.text('MetaData.TenantId'),
          parameters: document.text('MetaData.ProductsAssessed'),
          ran: document.time('MetaData.TimestampZulu'),
        }),
      end: (file) =>
        runOf(file, {
          tool: `ScubaGear ${file.document.text('MetaData.ToolVersion') ?? ''}`.trim(),
          benchmark: 'SCuBA baselines',
          target: file.document.text('MetaData.DomainName') ?? file.document.text('MetaData.TenantId'),
          complete: undefined,
        }),
    },
    {
      shape: 'json',
      items: '',
      required: ['PolicyId', 'RequirementMet', 'Criticality', 'ReportDetails', 'Commandlet'],
      item: (test, file) =>
        counted(file, {
          kind: 'configuration-check',
          strength: 'R',
          observed: file.asStated,
          tool: 'ScubaGear',
          ...rawTest(test),
        }),
      end: (file) => runOf(file, { tool: 'ScubaGear', benchmark: 'SCuBA baselines', complete: undefined }),
    },
  ],
});

function readProduct(groups: readonly Fields[], file: FileContext): readonly Placed[] {
  const observed = firstDated(file.document.time('MetaData.TimestampZulu', { zone: 'UTC' }), file.asStated);
  return groups
    .flatMap((group) => group.children('Controls'))
    .map((control) => {
      const verbatim = control.text('Result') ?? 'N/A';
      const original = control.text('OriginalResult');
      const check = counted(file, {
        kind: 'configuration-check',
        strength: 'R',
        observed,
        tool: 'ScubaGear',
        rule: control.text('Control ID') ?? '',
        title: plainRequirement(control.text('Requirement')),
        target: file.document.text('MetaData.DomainName'),
        outcome: verbatim === 'N/A' ? 'not-reviewed' : (control.word('Result', SCUBA_OUTCOMES) ?? 'unknown'),
        verbatim,
        original: original === verbatim ? undefined : original,
      });
      return { ...check, at: control.place };
    });
}
