import { addDays } from '../kernel/civil-date.ts';
import { PHRASES } from '../kernel/messages/assessment.ts';
import type { ControlAssessment, Gap, PracticeAssessment, Verdict } from '../model/assessment.ts';
import type { Framework } from '../model/control.ts';
import { decidingReasons } from '../model/deciding.ts';
import type { Engagement } from '../model/engagement.ts';
import { type Ownership, ownerOf } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';
import { practicesAsked } from './asked.ts';
import { proposedAction, proposedMilestones } from './milestones.ts';
import { inForce } from './practice.ts';

const GAP_VERDICTS: ReadonlySet<Verdict> = new Set([
  'contradicted',
  'partly-supported',
  'stale',
  'attested-only',
  'not-evidenced',
  'accepted-risk',
]);
/** Something was found, and it falls short. */
const SPEAKS: ReadonlySet<Verdict> = new Set(['contradicted', 'partly-supported', 'stale']);
const RANK: Readonly<Record<Verdict, number>> = {
  contradicted: 0,
  'partly-supported': 1,
  stale: 2,
  'not-evidenced': 3,
  'attested-only': 4,
  'accepted-risk': 5,
  supported: 6,
  inherited: 6,
  'not-applicable': 6,
};
const SEVERITIES = ['high', 'moderate', 'low'] as const;
type Severity = (typeof SEVERITIES)[number];

/** Days from detection to closure that FedRAMP's POA&M template allows: 30, 90, 180 by severity. */
const DUE_DAYS = { high: 30, moderate: 90, low: 180 } as const satisfies Record<Severity, number>;

export interface GapRequest {
  readonly engagement: Engagement;
  readonly practices: readonly Practice[];
  readonly assessed: readonly PracticeAssessment[];
  readonly controls: readonly ControlAssessment[];
  readonly frameworks: readonly Framework[];
  readonly ownership: Ownership;
}

/** The register: one entry a practice that the engagement's frameworks ask for and the evidence does not carry, worst first. */
export function gapRegister(request: GapRequest): readonly Gap[] {
  const asked = new Map<string, { framework: string; control: string }[]>();
  for (const { framework, control, practices, verdict } of request.controls) {
    if (verdict === 'not-applicable') continue;
    for (const practice of practices) asked.set(practice, [...(asked.get(practice) ?? []), { framework, control }]);
  }
  const counting = practicesAsked(request);
  return (
    request.assessed
      .filter(({ practice, verdict }) => GAP_VERDICTS.has(verdict) && asked.has(practice))
      // What is context alone decides no verdict: its absence is nobody's gap, and what speaks against it is told.
      .filter(({ practice, found }) => counting.has(practice) || SPEAKS.has(found))
      .flatMap((assessment) => {
        const practice = request.practices.find(({ id }) => id === assessment.practice);
        return practice === undefined ? [] : [gapOf(practice, assessment, asked.get(practice.id) ?? [], request)];
      })
      .map((gap, i) => ({ gap, i }))
      .sort(
        (a, b) =>
          SEVERITIES.indexOf(a.gap.severity) - SEVERITIES.indexOf(b.gap.severity) ||
          RANK[a.gap.verdict] - RANK[b.gap.verdict] ||
          a.i - b.i,
      )
      .map(({ gap }, i) => ({ ...gap, id: `GAP-${String(i + 1).padStart(3, '0')}` }))
  );
}

function gapOf(
  practice: Practice,
  assessment: PracticeAssessment,
  controls: Gap['controls'],
  request: GapRequest,
): Gap {
  const { engagement, ownership } = request;
  const planned = engagement.remediation.find((entry) => entry.practice === practice.id);
  const acceptances = engagement.riskAcceptances.filter((entry) => entry.practice === practice.id);
  const accepted =
    assessment.verdict === 'accepted-risk'
      ? acceptances.find(({ on, until }) => inForce(on, until, engagement.asOf))
      : undefined;
  // The last one that ran out: what nobody renewed is accepted by nobody.
  const expired = acceptances
    .map(({ until }) => until)
    .filter((until) => until < engagement.asOf)
    .sort()
    .at(-1);
  const owner = ownerOf(ownership, practice.id);
  const { severity, severityBecause } = severityOf(practice, assessment.found);
  const due = planned?.due ?? accepted?.until ?? addDays(engagement.asOf, DUE_DAYS[severity]);
  return {
    id: '',
    practice: practice.id,
    weakness: weaknessOf(practice, assessment),
    verdict: assessment.verdict,
    severity,
    severityBecause,
    // Whoever does it closes it, by showing it or by doing it: the party that the matrix calls responsible.
    owner: planned?.owner ?? owner?.responsible[0] ?? owner?.accountable ?? '',
    action: planned?.action ?? proposedAction(practice, assessment),
    actionBasis: planned === undefined ? 'proposed' : 'planned',
    milestones:
      planned?.milestones.map(({ on, what }) => `${on} ${what}`) ??
      (accepted ? [] : proposedMilestones(practice, assessment, { asOf: engagement.asOf, due })),
    due,
    dueBecause: planned
      ? PHRASES.duePlanned
      : accepted
        ? PHRASES.dueAccepted
        : PHRASES.due(severity, DUE_DAYS[severity]),
    status: accepted ? PHRASES.status.accepted : statusOf(planned, expired, engagement.asOf),
    closureEvidence: practice.evidence.best,
    controls,
    places: assessment.reasons
      .flatMap((reason) => (reason.outcome === 'met' ? [] : [...reason.exceptions, ...reason.places]))
      .slice(0, 50),
  };
}

/** What was planned, with what the day has made of it. */
function statusOf(
  planned: Engagement['remediation'][number] | undefined,
  expired: string | undefined,
  asOf: string,
): string {
  const words = PHRASES.status;
  const lapsed = expired === undefined ? [] : [words.expired(expired)];
  if (planned === undefined) return lapsed[0] ?? words.open;
  if (planned.status === 'done') return [words.doneNotShown, ...lapsed].join('; ');
  return [planned.status, ...(planned.due < asOf ? [words.overdue(planned.due)] : []), ...lapsed].join('; ');
}

function severityOf(
  practice: Practice,
  found: Verdict,
): { readonly severity: Severity; readonly severityBecause: string } {
  if (found === 'contradicted') return { severity: practice.severity, severityBecause: PHRASES.severity.contradicted };
  if (found === 'partly-supported') return { severity: practice.severity, severityBecause: PHRASES.severity.partly };
  const lower = SEVERITIES[Math.min(SEVERITIES.indexOf(practice.severity) + 1, SEVERITIES.length - 1)] ?? 'low';
  return { severity: lower, severityBecause: PHRASES.severity.weak };
}

function weaknessOf(practice: Practice, assessment: PracticeAssessment): string {
  const bearing = assessment.reasons.filter(({ bears }) => bears !== 'as-context');
  const inOrder = new Set([...decidingReasons(bearing, assessment.found), ...bearing]);
  const open = [...inOrder].filter(({ outcome }) => outcome !== 'met');
  const text = open.map((reason) => reason.text).join(' ');
  return text === '' ? practice.title : `${practice.title}: ${text}`;
}
