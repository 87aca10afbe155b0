import type { ControlAssessment, Reason } from '../../model/assessment.ts';
import type { Control } from '../../model/control.ts';
import type { Findings, FrameworkFindings } from '../../model/findings.ts';
import type { Assignment } from '../../model/ownership.ts';
import { basisJson, reasonJson } from './rows.ts';

export function frameworkJson({ framework, headline, controls }: FrameworkFindings, findings: Findings): unknown {
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
      ...entryJson(entries.get(control.control)),
    })),
    title: framework.title,
    shortTitle: framework.shortTitle,
    version: framework.version,
    publisher: framework.publisher,
    kind: framework.kind,
    notice: framework.notice,
    groups: framework.groups,
    mapping: framework.mappingNote,
    standing: framework.standing ?? null,
    retention: framework.retention ?? null,
    references: framework.references ?? [],
    text: framework.text ?? null,
  };
}

/** What the catalogue says of a control. */
function entryJson(entry: Control | undefined): object {
  return {
    title: entry?.title,
    summary: entry?.summary,
    citation: entry?.citation ?? null,
    group: entry?.group,
    requirement: entry?.requirement ?? null,
    parts: entry?.parts ?? [],
    weight: entry?.weight ?? null,
    askedBy: entry?.askedBy ?? [],
    usuallyAsked: entry?.usuallyAsked ?? null,
    notMeasured: entry?.notMeasured ?? null,
    references: entry?.references ?? {},
    ...(entry?.statement === undefined ? {} : { statement: entry.statement }),
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
    reasons: control.reasons.map(reasonJson),
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
