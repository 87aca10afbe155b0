import type { Diagnostic } from '../kernel/diagnostic.ts';
import type { Contradiction, Gap } from '../model/assessment.ts';
import type { ExhibitReport } from '../model/exhibit.ts';
import type { Findings, MissingEvidence } from '../model/findings.ts';
import { type Assignment, ownerOf } from '../model/ownership.ts';
import { frameworkJson } from './json/framework.ts';
import {
  basisJson,
  exhibitJson,
  factJson,
  missingJson,
  noteJson,
  populationJson,
  positions,
  reasonJson,
} from './json/rows.ts';

/**
 * The contract with everybody outside: `proofpack.findings/1` and `proofpack.inspection/1`. Keys are added, never renamed or removed.
 * It carries every value that the documents print.
 */
export function findingsJson(findings: Findings): unknown {
  const { engagement, ownership } = findings;
  return {
    schema: 'proofpack.findings/1',
    client: engagement.client.name,
    asOf: engagement.asOf,
    period: engagement.period,
    exhibits: findings.exhibits.map(exhibitJson),
    facts: findings.facts.map(factJson),
    practices: findings.practices.map((practice) => practiceJson(practice.id, findings)),
    frameworks: findings.frameworks.map((framework) => frameworkJson(framework, findings)),
    contradictions: findings.contradictions.map(contradictionJson),
    ownership: {
      model: ownership.model,
      title: ownership.modelTitle,
      spans: ownership.spans,
      parties: ownership.parties,
      issues: ownership.issues,
      assignments: ownership.assignments,
    },
    gaps: findings.gaps.map(gapJson),
    missing: findings.missing.map(missingJson),
    cadence: findings.cadence,
    continuity: findings.continuity,
    collect: findings.collect,
    populations: findings.populations.map(populationJson),
    notes: findings.notes.map(noteJson),
    engagement,
  };
}

export function inspectionJson(
  reports: readonly ExhibitReport[],
  missing: readonly MissingEvidence[],
  notes: readonly Diagnostic[],
): unknown {
  return {
    schema: 'proofpack.inspection/1',
    exhibits: reports.map(exhibitJson),
    missing: missing.map(missingJson),
    notes: notes.map(noteJson),
  };
}

function practiceJson(id: string, findings: Findings): unknown {
  const assessed = findings.practiceAssessments.find(({ practice }) => practice === id);
  const practice = findings.practices.find((each) => each.id === id);
  const owner = ownerOf(findings.ownership, id);
  return {
    id,
    verdict: assessed?.verdict ?? 'not-evidenced',
    reasons: assessed?.reasons.map(reasonJson) ?? [],
    owner: owner === undefined ? null : ownerJson(owner),
    title: practice?.title,
    domain: practice?.domain,
    duty: practice?.duty,
    severity: practice?.severity,
    proof: practice?.evidence.best,
    found: assessed?.found ?? 'not-evidenced',
    extent: assessed?.extent ?? null,
    design: assessed?.design ?? null,
    operation: assessed?.operation ?? null,
    remark: assessed?.remark ?? null,
  };
}

function ownerJson(owner: Assignment): unknown {
  return {
    accountable: owner.accountable,
    responsible: owner.responsible,
    evidence: owner.evidence,
    approves: owner.approves,
    afterHours: owner.afterHours ?? null,
    escalation: owner.escalation,
  };
}

/** The rows of a side are told by their places; their words stand once, under `places`. */
function contradictionJson({ places, sides, ...rest }: Contradiction): unknown {
  return {
    ...rest,
    places: places.map(basisJson),
    sides: sides.map((side) => ({ says: side.says, places: positions(side.places) })),
  };
}

function gapJson({ places, ...gap }: Gap): unknown {
  return { ...gap, places: positions(places) };
}
