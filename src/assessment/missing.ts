import { mostListed } from '../kernel/order.ts';
import type { PracticeAssessment } from '../model/assessment.ts';
import type { ExhibitReport } from '../model/exhibit.ts';
import { type MissingEvidence, OBTAIN_APART } from '../model/findings.ts';
import { type Ownership, ownerOf } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';

/** By fact, which exports answer it, as `product: menu path`, the best first. */
export type Obtainable = Readonly<Record<string, readonly string[]>>;

const MENUS = 3;

export interface MissingRequest {
  readonly practices: readonly Practice[];
  readonly assessed: readonly PracticeAssessment[];
  /** Those that some control asks for which applies: nothing is missing of the others. */
  readonly asked: ReadonlySet<string>;
  readonly exhibits: readonly ExhibitReport[];
  readonly ownership: Ownership;
  readonly obtainable: Obtainable;
}

/** What the practices expect and nobody delivered: declared before anything was read, so leaving a file out cannot shorten the list. */
export function missingEvidence({
  practices,
  assessed,
  asked,
  exhibits,
  ownership,
  obtainable,
}: MissingRequest): readonly MissingEvidence[] {
  const seen = new Set<string>(exhibits.flatMap(({ kinds }) => Object.keys(kinds)));
  return assessed.flatMap((assessment) => {
    const practice = practices.find(({ id }) => id === assessment.practice);
    const wanting = assessment.reasons.filter(
      ({ outcome, bears }) => bears !== 'as-context' && (outcome === 'unknown' || outcome === 'stale'),
    );
    if (practice === undefined || assessment.verdict === 'not-applicable' || wanting.length === 0) return [];
    if (!asked.has(practice.id)) return [];
    const absent = practice.evidence.kinds.filter((kind) => !seen.has(kind));
    const kinds = absent.length > 0 ? absent : practice.evidence.kinds;
    const direct = wanting.filter(({ bears }) => bears === 'directly');
    const facts = (direct.length > 0 ? direct : wanting).map(({ fact }) => fact);
    const paths = mostListed(facts.map((fact) => obtainable[fact] ?? [])).slice(0, MENUS);
    return [
      {
        practice: practice.id,
        kinds,
        obtain: [practice.evidence.askFor, ...paths].join(OBTAIN_APART),
        by: ownerOf(ownership, practice.id)?.evidence ?? '',
        because: wanting.map((reason) => reason.text).join(' '),
      },
    ];
  });
}
