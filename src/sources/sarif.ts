import { defineSource, type Fields, type Placed } from '../intake/contract.ts';
import { cvesIn } from './kit/cves.ts';

const LEVELS: Readonly<Record<string, 'high' | 'medium' | 'low' | 'info' | undefined>> = {
  error: 'high',
  warning: 'medium',
  note: 'low',
  none: 'info',
};

export default defineSource({
  product: 'SARIF',
  title: 'SARIF 2.1.0 results',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain: "The code scanner's SARIF output (GitHub: Security > Code scanning > API; most scanners: --format sarif)",
  proves: 'Which weaknesses a scanner reported in which file of the code, and which somebody suppressed.',
  cannotProve: 'Anything of devices and their patches. The scan is dated only when its run tells its end.',
  reads: [
    {
      shape: 'json',
      items: 'runs',
      document: { version: /^2\./ },
      required: ['tool.driver.name'],
      produced: (file) => {
        const [tool, version] = [
          file.document.text('runs.tool.driver.name'),
          file.document.text('runs.tool.driver.version'),
        ];
        return { ...(tool !== undefined && { tool }), ...(version !== undefined && { version }) };
      },
      item: (run, file) => {
        const observed = run.has('invocations.endTimeUtc')
          ? run.time('invocations.endTimeUtc', { zone: 'UTC' })
          : file.asStated;
        const rules = new Map(run.children('tool.driver.rules').map((rule) => [rule.text('id') ?? '', rule]));
        const scan: Placed = {
          kind: 'vulnerability-scan',
          strength: 'R',
          observed,
          scanner: run.text('tool.driver.name') ?? '?',
          // A run that has no list of results, not even an empty one, has not come to any.
          finished: run.names().includes('results') ? run.flag('invocations.executionSuccessful') : false,
          targets: file.said.system === undefined ? undefined : [file.said.system],
          // What was scanned is code, seen from no place in a network.
          perspective: 'image',
        };
        return [
          scan,
          ...run.children('results').map((result) => finding(result, rules, { observed, host: file.said.system })),
        ];
      },
    },
  ],
});

function finding(
  result: Fields,
  rules: ReadonlyMap<string, Fields>,
  common: Pick<Placed, 'observed'> & { readonly host: string | undefined },
): Placed {
  const id = result.text('ruleId') ?? result.text('rule.id') ?? '?';
  const rule = rules.get(id);
  const score = rule?.number('properties.security-severity');
  const level = result.text('level') ?? rule?.text('defaultConfiguration.level') ?? 'warning';
  const suppressed = result.children('suppressions').some((one) => one.text('status') !== 'rejected');
  return {
    kind: 'vulnerability-finding',
    strength: 'R',
    ...common,
    finding: `${id} ${result.texts('locations.physicalLocation.artifactLocation.uri')[0] ?? ''}`.trim(),
    title: rule?.text('shortDescription.text') ?? rule?.text('name'),
    cve: cvesIn(id),
    severity: score === undefined ? (LEVELS[level] ?? 'unknown') : ofScore(score),
    state: suppressed ? 'accepted' : result.text('baselineState') === 'absent' ? 'fixed' : 'open',
    verbatim: level,
    at: result.place,
  };
}

/** The bands that code hosts print beside the score. */
function ofScore(score: number): 'critical' | 'high' | 'medium' | 'low' | 'info' {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'info';
}
