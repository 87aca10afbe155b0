import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import { counted, runOf } from './kit/checks.ts';
import { producedByOscal, riskOf } from './kit/oscal.ts';
import { firstDated } from './kit/times.ts';

const STATES = { satisfied: 'passed', 'not-satisfied': 'failed' } as const;

export default defineSource({
  product: 'OSCAL',
  title: 'Assessment results (JSON)',
  kinds: ['configuration-assessment', 'configuration-check', 'risk-item'],
  obtain: 'The assessor, or the GRC tool: export assessment results as OSCAL JSON',
  proves: 'Which control objectives an assessor found satisfied, and which risks came of it.',
  cannotProve:
    'More than the assessor looked at: examination and interview are statements, only tests are measurements.',
  reads: [
    {
      shape: 'json',
      items: 'assessment-results.results',
      document: { 'assessment-results.metadata': true },
      required: ['uuid', 'title', 'start'],
      item: readResult,
      produced: ({ document }) => producedByOscal(document, 'assessment-results'),
    },
  ],
});

function readResult(result: Fields, file: FileContext): readonly Placed[] {
  const modified = file.document.time('assessment-results.metadata.last-modified');
  const observed = firstDated(result.time('end'), result.time('start'), modified);
  const run = result.text('uuid') ?? '';
  const methods = methodsOf(result);
  const checks = result.children('findings').map((finding) => {
    const used = finding
      .children('related-observations')
      .flatMap((link) => methods.get(link.text('observation-uuid')) ?? []);
    const check = counted(
      file,
      {
        kind: 'configuration-check',
        strength: used.length > 0 && used.every((method) => method.startsWith('TEST')) ? 'R' : 'A',
        observed,
        tool: 'OSCAL assessment',
        rule: finding.text('target.target-id') ?? finding.text('uuid') ?? '',
        title: finding.text('title'),
        outcome: finding.word('target.status.state', STATES) ?? 'unknown',
        verbatim: finding.text('target.status.state') ?? '',
      },
      { run },
    );
    return { ...check, at: finding.place };
  });
  const title = file.document.text('assessment-results.metadata.title');
  const whole = runOf(
    file,
    {
      tool: 'OSCAL assessment',
      benchmark: title,
      observed,
      strength: 'A',
      complete: result.has('end') ? true : undefined,
    },
    run,
  );
  const risks = result.children('risks').map((risk) => riskOf(risk, observed));
  return [...(whole === undefined ? [] : [whole]), ...checks, ...risks];
}

function methodsOf(result: Fields): ReadonlyMap<string | undefined, readonly string[]> {
  return new Map(result.children('observations').map((one) => [one.text('uuid'), one.texts('methods')]));
}
