import { groupBy } from '../kernel/order.ts';
import type { Verdict } from '../model/assessment.ts';
import type { Measure } from '../model/fact.ts';
import type { Findings } from '../model/findings.ts';
import type { BuildSummary, FactValue } from '../model/store.ts';

/** What later builds are held against: counts, verdicts and days, and no row of an exhibit. */
export function summarise(findings: Findings): BuildSummary {
  const { frameworks, practiceAssessments, cadence, gaps, collect, contradictions } = findings;
  return {
    frameworks: frameworks.map(({ framework, headline, controls }) => ({
      id: framework.id,
      version: framework.version,
      controls: headline.controls,
      applicable: headline.applicable,
      supported: headline.supported,
      assessed: headline.assessed,
      verdicts: tally(controls.map(({ verdict }) => verdict)),
    })),
    practices: practiceAssessments.map(({ practice, verdict }) => ({ id: practice, verdict })),
    facts: factsIn(findings),
    cadence: cadence.map(({ practice, fact, cadence: every, found, expected, occurrences }) => ({
      practice,
      fact,
      cadence: every,
      found,
      expected,
      occurrences: occurrences.map(({ on, owner }) => ({ on, owner })),
    })),
    gaps: gaps.map(({ practice, severity, owner }) => ({ practice, severity, owner })),
    collect: collect.map(({ practice, on, state, newest, by }) => ({ practice, on, state, newest, by })),
    contradictions: contradictions.length,
  };
}

function tally(verdicts: readonly Verdict[]): BuildSummary['frameworks'][number]['verdicts'] {
  return Object.fromEntries(
    [...groupBy(verdicts, (verdict) => verdict)].map(([verdict, same]) => [verdict, same.length]),
  );
}

function factsIn({ facts }: Findings): BuildSummary['facts'] {
  return {
    known: facts.flatMap(({ id, fact }) => (fact.status === 'known' ? [{ id, value: factValue(fact.measure) }] : [])),
    unknown: facts.flatMap(({ id, fact }) => (fact.status === 'unknown' ? [{ id, because: fact.because }] : [])),
  };
}

function factValue(measure: Measure): FactValue {
  switch (measure.kind) {
    case 'share':
      return { kind: 'share', n: measure.n, of: measure.of };
    case 'days':
      return { kind: 'days', days: measure.days };
    case 'count':
      return { kind: 'count', count: measure.count };
    case 'holds':
      return { kind: 'holds', holds: measure.holds };
    case 'occurrences':
      return { kind: 'occurrences', found: measure.found, expected: measure.expected };
    case 'names':
      return { kind: 'names', count: measure.names.length };
  }
}
