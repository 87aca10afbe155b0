import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import { type Observed, UNDATED } from '../model/observed.ts';
import { counted, runOf } from './kit/checks.ts';
import { perFile } from './kit/per-file.ts';
import { producedBy } from './kit/produced.ts';
import { firstDated } from './kit/times.ts';

interface Report {
  readonly facts: Map<string, string | undefined>;
  observed: Observed;
}

const reports = perFile<Report>(() => ({ facts: new Map(), observed: UNDATED }));

export default defineSource({
  product: 'PingCastle',
  title: 'Active Directory health check (XML)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain: 'PingCastle.exe --healthcheck --server <domain>; the file ad_hc_<domain>.xml',
  proves: 'Which risky settings of the Active Directory domain PingCastle found.',
  cannotProve: 'Which rules passed: only the ones that were hit are in the file; a higher score is worse.',
  reads: [
    {
      shape: 'xml',
      root: 'HealthcheckData',
      required: ['GlobalScore', 'DomainFQDN'],
      elements: ['EngineVersion', 'GenerationDate', 'DomainFQDN', 'GlobalScore', 'HealthcheckRiskRule'],
      element: (element, file, name) =>
        name === 'HealthcheckRiskRule' ? readRule(element, file) : remember(element, file, name),
      produced: (file) => {
        const { facts, observed } = reports(file);
        return producedBy({
          tool: 'PingCastle',
          version: facts.get('EngineVersion'),
          parameters: facts.get('DomainFQDN'),
          ran: observed,
        });
      },
      end: (file) => {
        const { facts, observed } = reports(file);
        const score = facts.get('GlobalScore');
        const run = runOf(file, { tool: toolOf(file), complete: true }) ?? {
          kind: 'configuration-assessment',
          strength: 'R',
          tool: toolOf(file),
          passed: 0,
          failed: 0,
          complete: true,
        };
        return {
          ...run,
          observed: firstDated(observed, file.asStated),
          benchmark: 'PingCastle rules (0 is best, 100 worst)',
          target: facts.get('DomainFQDN'),
          score: score === undefined ? undefined : Number(score),
          scoreMaximum: score === undefined ? undefined : 100,
        };
      },
    },
  ],
});

function remember(element: Fields, file: FileContext, name: string): undefined {
  const report = reports(file);
  // The same names occur again further down (trusted domains have one too): the first is the report's own.
  if (report.facts.has(name)) return undefined;
  report.facts.set(name, element.text('.'));
  if (name === 'GenerationDate') report.observed = element.time('.');
  return undefined;
}

function readRule(rule: Fields, file: FileContext): Placed {
  const { facts, observed } = reports(file);
  const points = rule.number('Points') ?? 0;
  return counted(file, {
    kind: 'configuration-check',
    strength: 'R',
    observed: firstDated(observed, file.asStated),
    tool: toolOf(file),
    rule: rule.text('RiskId') ?? '',
    title: rule.text('Rationale'),
    target: facts.get('DomainFQDN'),
    outcome: points > 0 ? 'failed' : 'warning',
    verbatim: `${points} points`,
    severity: points >= 50 ? 'critical' : points >= 20 ? 'high' : points > 0 ? 'medium' : 'info',
  });
}

function toolOf(file: FileContext): string {
  return `PingCastle ${reports(file).facts.get('EngineVersion') ?? ''}`.trim();
}
