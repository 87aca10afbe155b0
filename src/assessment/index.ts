import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import type { Contradiction, ControlAssessment, Gap, Headline, PracticeAssessment } from '../model/assessment.ts';
import type { Continuity } from '../model/continuity.ts';
import type { Framework } from '../model/control.ts';
import type { Engagement } from '../model/engagement.ts';
import type { ExhibitReport } from '../model/exhibit.ts';
import type { NamedFact } from '../model/fact.ts';
import type { CadenceLine, CollectLine, FrameworkFindings, MissingEvidence } from '../model/findings.ts';
import type { Ownership } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';
import { practicesAsked } from './asked.ts';
import { cadenceLedger } from './cadence.ts';
import { collectBy } from './collect.ts';
import { continuity } from './continuity.ts';
import { contradictions } from './contradictions/index.ts';
import { assessControl } from './control.ts';
import { gapRegister } from './gaps.ts';
import { missingEvidence, type Obtainable } from './missing.ts';
import { assessPractice } from './practice.ts';

export type { Obtainable } from './missing.ts';

export interface AssessmentRequest {
  readonly engagement: Engagement;
  readonly practices: readonly Practice[];
  readonly frameworks: readonly Framework[];
  readonly facts: readonly NamedFact[];
  readonly ownership: Ownership;
  readonly exhibits: readonly ExhibitReport[];
  readonly obtainable: Obtainable;
}

export interface AssessmentResult {
  readonly practiceAssessments: readonly PracticeAssessment[];
  readonly frameworks: readonly FrameworkFindings[];
  readonly contradictions: readonly Contradiction[];
  readonly gaps: readonly Gap[];
  readonly missing: readonly MissingEvidence[];
  readonly cadence: readonly CadenceLine[];
  readonly continuity: readonly Continuity[];
  readonly collect: readonly CollectLine[];
  readonly notes: readonly Diagnostic[];
}

/** Facts against expectations: verdicts of practices and controls, answers, contradictions, gaps. Pure; the same facts give the same result. */
export function assess(request: AssessmentRequest): AssessmentResult {
  const { engagement, practices, ownership, exhibits, obtainable } = request;
  const facts = new Map(request.facts.map((named) => [named.id, named]));
  const practiceAssessments = practices.map((practice) => assessPractice(practice, facts, engagement));
  const assessed = new Map(practiceAssessments.map((each) => [each.practice, each]));
  const byId = new Map(practices.map((practice) => [practice.id, practice]));
  const frameworks = request.frameworks.map((framework): FrameworkFindings => {
    const scope = { framework: framework.id, engagement, facts, practices: byId, assessed };
    const controls = framework.controls.map((control) => assessControl(control, scope));
    return { framework, headline: headline(controls), controls };
  });
  const controls = frameworks.flatMap((each) => each.controls);
  const asked = practicesAsked({ frameworks: request.frameworks, controls });
  return {
    practiceAssessments,
    frameworks,
    contradictions: contradictions({
      engagement,
      frameworks: request.frameworks,
      controls,
      practices,
      assessed: practiceAssessments,
      facts,
    }),
    gaps: gapRegister({
      engagement,
      practices,
      assessed: practiceAssessments,
      controls,
      frameworks: request.frameworks,
      ownership,
    }),
    missing: missingEvidence({ practices, assessed: practiceAssessments, asked, exhibits, ownership, obtainable }),
    cadence: cadenceLedger(practices, facts, ownership, engagement),
    continuity: continuity({ frameworks: request.frameworks, practices: byId, facts, engagement }),
    collect: collectBy({ engagement, practices, assessed: practiceAssessments, asked, ownership }),
    notes: decisionNotes(engagement),
  };
}

/** Two numbers, never one: what is supported, and what could be assessed at all. */
export function headline(controls: readonly ControlAssessment[]): Headline {
  const applicable = controls.filter(({ verdict }) => verdict !== 'not-applicable');
  return {
    controls: controls.length,
    applicable: applicable.length,
    supported: applicable.filter(({ verdict }) => verdict === 'supported').length,
    // What somebody intends to answer is no evidence to judge the answer by.
    assessed: applicable.filter(({ found, verdict }) => found !== 'not-evidenced' || verdict === 'inherited').length,
  };
}

/** Decisions in the engagement file that no longer, or do not yet, count. */
function decisionNotes(engagement: Engagement): readonly Diagnostic[] {
  const { asOf } = engagement;
  const attested = engagement.attestations.flatMap(({ practice, by, on, expires }) => {
    if (on > asOf) return [diagnostic('attestation-in-future', { practice, on })];
    return expires < asOf ? [diagnostic('attestation-expired', { practice, by, expires })] : [];
  });
  const accepted = engagement.riskAcceptances.flatMap(({ practice, until }) =>
    until < asOf ? [diagnostic('acceptance-expired', { practice, until })] : [],
  );
  const overdue = engagement.remediation.flatMap(({ practice, due, status }) =>
    due < asOf && status !== 'done' ? [diagnostic('remediation-overdue', { practice, due })] : [],
  );
  // Only the command line and the disk can open it; whoever calls the engine alone is told that nothing was compared.
  const unread =
    typeof engagement.previous === 'string' ? [diagnostic('previous-not-read', { path: engagement.previous })] : [];
  return [...attested, ...accepted, ...overdue, ...unread];
}
