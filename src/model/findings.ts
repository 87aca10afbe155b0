import type { CivilDate } from '../kernel/civil-date.ts';
import type { Diagnostic } from '../kernel/diagnostic.ts';
import type { Contradiction, ControlAssessment, Gap, Headline, PracticeAssessment } from './assessment.ts';
import type { Continuity } from './continuity.ts';
import type { Framework } from './control.ts';
import type { Engagement } from './engagement.ts';
import type { ExhibitReport } from './exhibit.ts';
import type { NamedFact } from './fact.ts';
import type { Ownership } from './ownership.ts';
import type { PopulationReport } from './population.ts';
import type { Practice } from './practice.ts';
import type { RecordKind } from './record.ts';

/** Between the words of `obtain`: what to ask for, then each export that answers it. */
export const OBTAIN_APART = ' · ';

/** What a practice expects and nobody delivered. */
export interface MissingEvidence {
  readonly practice: string;
  readonly kinds: readonly RecordKind[];
  /** Which export, from which menu: of the sources that yield those kinds. */
  readonly obtain: string;
  readonly by: string;
  readonly because: string;
}

export interface FrameworkFindings {
  readonly framework: Framework;
  readonly headline: Headline;
  readonly controls: readonly ControlAssessment[];
}

/** Evidence of one recurring practice over the period. */
export interface CadenceLine {
  readonly practice: string;
  readonly fact: string;
  readonly cadence: string;
  readonly found: number;
  readonly expected: number;
  readonly occurrences: readonly { readonly on: string; readonly owner: string }[];
  readonly longestGapDays: number | null;
}

/** By when the evidence of a practice must be collected again, and by whom. */
export interface CollectLine {
  readonly practice: string;
  /** The last day on which what is there is current; the as-of date where it is not, or where nothing is there. */
  readonly on: CivilDate;
  readonly state: 'current' | 'stale' | 'missing';
  /** The oldest evidence that decides: it runs out first. */
  readonly newest: CivilDate | null;
  readonly by: string;
  readonly obtain: string;
}

/** The one frozen result: every document, workbook and JSON is a function of it and of nothing else. */
export interface Findings {
  readonly engagement: Engagement;
  readonly exhibits: readonly ExhibitReport[];
  readonly facts: readonly NamedFact[];
  readonly practices: readonly Practice[];
  readonly practiceAssessments: readonly PracticeAssessment[];
  readonly frameworks: readonly FrameworkFindings[];
  readonly ownership: Ownership;
  readonly contradictions: readonly Contradiction[];
  readonly gaps: readonly Gap[];
  readonly missing: readonly MissingEvidence[];
  readonly cadence: readonly CadenceLine[];
  /** Of the frameworks that look back over months. */
  readonly continuity: readonly Continuity[];
  /** Earliest first. */
  readonly collect: readonly CollectLine[];
  /** The authoritative lists against every name that the exports use: people, then devices. */
  readonly populations: readonly PopulationReport[];
  readonly notes: readonly Diagnostic[];
}
