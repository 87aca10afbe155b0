import type { Diagnostic } from '../kernel/diagnostic.ts';
import type { Place } from '../kernel/place.ts';
import type { ControlAssessment, Gap, Reason } from '../model/assessment.ts';
import type { ExhibitReport } from '../model/exhibit.ts';
import type { Basis, NamedFact } from '../model/fact.ts';
import type { Findings, FrameworkFindings, MissingEvidence } from '../model/findings.ts';
import type { Assignment } from '../model/ownership.ts';
import { ownerOf } from '../model/ownership.ts';

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
    contradictions: findings.contradictions.map(({ places, ...rest }) => ({ ...rest, places: places.map(basisJson) })),
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
    notes: findings.notes.map(noteJson),
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

function exhibitJson(report: ExhibitReport): unknown {
  const { path, sha256, bytes, status, source, candidates, kinds, records, rejected, notes, ...more } = report;
  return {
    path,
    sha256,
    bytes,
    status,
    source,
    candidates,
    kinds,
    records,
    rejected,
    notes: notes.map(noteJson),
    saw: more.saw,
    encoding: more.encoding,
    covers: more.covers,
    produced: more.produced,
    foreign: more.foreign,
    excluded: more.excluded,
  };
}

function factJson({ id, question, fact }: NamedFact): unknown {
  if (fact.status === 'unknown') {
    const { because, wouldNeed, remarks, basis } = fact;
    const nothing = { measure: null, because, basis: basis.map(basisJson), exceptions: [] };
    return { id, status: fact.status, ...nothing, question, wouldNeed, remarks };
  }
  const { measure, basis, exceptions, ...rest } = fact;
  return {
    id,
    status: fact.status,
    measure,
    because: null,
    basis: basis.map(basisJson),
    exceptions: exceptions.map(basisJson),
    question,
    basisCount: rest.basisCount,
    exceptionCount: rest.exceptionCount,
    strength: rest.strength,
    newest: rest.newest,
    oldest: rest.oldest,
    dateAssumed: rest.dateAssumed,
    populationKnown: rest.populationKnown,
    remarks: rest.remarks,
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

function frameworkJson({ framework, headline, controls }: FrameworkFindings, findings: Findings): unknown {
  const entries = new Map(framework.controls.map((control) => [control.id, control]));
  const owners = new Map(
    findings.ownership.controls
      .filter((owner) => owner.framework === framework.id)
      .map(({ control, assignment }) => [control, assignment]),
  );
  return {
    id: framework.id,
    headline: {
      controls: headline.controls,
      applicable: headline.applicable,
      supported: headline.supported,
      assessed: headline.assessed,
    },
    controls: controls.map((control) => ({
      ...controlJson(control, owners.get(control.control)),
      title: entries.get(control.control)?.title,
      group: entries.get(control.control)?.group,
      requirement: entries.get(control.control)?.requirement ?? null,
    })),
    title: framework.title,
    version: framework.version,
    groups: framework.groups,
  };
}

function controlJson(control: ControlAssessment, owner: Assignment | undefined): object {
  const { answer } = control;
  return {
    id: control.control,
    verdict: control.verdict,
    answer: answer === null ? null : { ...answer, exceptions: answer.exceptions.map(basisJson) },
    practices: control.practices,
    accountable: owner?.accountable ?? null,
    responsible: owner?.responsible ?? [],
    evidence: owner?.evidence ?? null,
    reasons: control.reasons.map(bearingJson),
    exhibits: exhibitsOf(control.reasons),
    found: control.found,
    extent: control.extent,
    design: control.design,
    operation: control.operation,
    disposition: control.disposition,
    remark: control.remark,
  };
}

/** Paths in the order in which the reasons that bear name them. */
function exhibitsOf(reasons: readonly Reason[]): readonly string[] {
  const bearing = reasons.filter(({ bears }) => bears !== 'as-context');
  return [...new Set(bearing.flatMap(({ places }) => places.map(({ place }) => place.path)))];
}

function reasonJson(reason: Reason): unknown {
  const { practice, fact, holds, bears, shows, text, places, ...more } = reason;
  return {
    practice,
    fact,
    holds,
    bears,
    shows,
    text,
    places: places.map(basisJson),
    outcome: more.outcome,
    measured: more.measured,
    expected: more.expected,
    because: more.because,
    share: more.share ?? null,
    newest: more.newest,
    placeCount: more.placeCount,
    exceptions: more.exceptions.map(basisJson),
    exceptionCount: more.exceptionCount,
  };
}

/** At a control a place is a place; what stands there is told once, at the fact. */
function bearingJson(reason: Reason): unknown {
  const positions = (rows: readonly Basis[]): readonly object[] => rows.map(({ place }) => placeJson(place));
  const { places, exceptions } = reason;
  return {
    ...(reasonJson({ ...reason, places: [], exceptions: [] }) as object),
    places: positions(places),
    exceptions: positions(exceptions),
  };
}

function gapJson({ places, ...gap }: Gap): unknown {
  return { ...gap, places: places.map(basisJson) };
}

function missingJson({ practice, kinds, obtain, by, because }: MissingEvidence): unknown {
  return { practice, kinds, obtain, by, because };
}

function basisJson({ place, text, subject }: Basis): unknown {
  return { ...placeJson(place), text, ...(subject === undefined ? {} : { subject }) };
}

function placeJson({ path, row, line, column, at }: Place): object {
  return {
    path,
    ...(row === undefined ? {} : { row }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(at === undefined ? {} : { at }),
  };
}

function noteJson({ code, severity, message, hint, place }: Diagnostic): unknown {
  return { code, severity, message, hint, ...(place === undefined ? {} : { place: placeJson(place) }) };
}
