import type { Ceiling, ControlAssessment, Reason, Verdict } from '../../model/assessment.ts';
import type { Findings } from '../../model/findings.ts';
import type { Candidate } from '../../model/match.ts';

/** From weakest to strongest. */
const RANK = { 'cannot-say': 0, no: 1, partly: 2, 'yes-except': 3, yes: 4 } as const satisfies Record<Ceiling, number>;

/** What the evidence carries of one question of ours. */
export interface Judged {
  readonly assessment: ControlAssessment;
  readonly title: string;
  readonly verdict: Verdict;
  readonly ceiling: Ceiling;
  /** The reasons that decide, or where none does those that bear in part. */
  readonly reasons: readonly Reason[];
  readonly exhibits: readonly string[];
  readonly onlyPeopleKnow: string | null;
}

/** Of several questions of ours that are the one that is asked, the one whose answer is the weakest. What does not apply has no say beside what does. */
export function judgedOf(candidates: readonly Candidate[], findings: Findings): Judged | null {
  const [best] = candidates;
  const same = candidates.filter(({ kin, against }) => kin === best?.kin && against.length === best?.against.length);
  const all = same.flatMap((candidate) => judgedOne(candidate, findings) ?? []);
  const applying = all.filter(({ verdict }) => verdict !== 'not-applicable');
  const [first, ...others] = applying.length > 0 && all[0]?.verdict !== 'not-applicable' ? applying : all;
  if (first === undefined) return null;
  return others.reduce((weakest, each) => (RANK[each.ceiling] < RANK[weakest.ceiling] ? each : weakest), first);
}

function judgedOne({ framework, control }: Candidate, findings: Findings): Judged | undefined {
  const found = findings.frameworks.find((each) => each.framework.id === framework);
  const assessment = found?.controls.find((each) => each.control === control);
  const entry = found?.framework.controls.find(({ id }) => id === control);
  if (assessment === undefined || entry === undefined) return undefined;
  const direct = assessment.reasons.filter(({ bears }) => bears === 'directly');
  const reasons = direct.length > 0 ? direct : assessment.reasons.filter(({ bears }) => bears === 'partly');
  return {
    assessment,
    title: entry.title,
    verdict: assessment.verdict,
    ceiling: assessment.answer?.ceiling ?? 'cannot-say',
    reasons,
    exhibits: exhibitsOf(reasons),
    onlyPeopleKnow: entry.onlyPeopleKnow ?? null,
  };
}

/** An edition for outsiders names exhibits by their numbers: `E-007.csv`. */
function exhibitsOf(reasons: readonly Reason[]): readonly string[] {
  const paths = reasons.flatMap(({ places, exceptions }) => [...places, ...exceptions]).map(({ place }) => place.path);
  return [...new Set(paths.flatMap((path) => /^E-\d+/.exec(path)?.[0] ?? []))].sort();
}

/** Whether somebody said more than the evidence carries. */
export function saysMore(
  said: 'yes' | 'partly' | 'no',
  ceiling: Ceiling,
  { adverse }: { readonly adverse: boolean },
): boolean {
  if (!adverse) return RANK[said] > Math.max(RANK.no, RANK[ceiling]);
  // Where no is the favourable answer, only what would be a full yes to ours carries it.
  return said === 'no' && ceiling !== 'yes';
}
