import { PHRASES } from '../kernel/messages/assessment.ts';
import type { Control } from '../model/control.ts';
import type { Engagement } from '../model/engagement.ts';

/**
 * 45 CFR 164.306(d)(3): an addressable specification is implemented, replaced by an equivalent alternative, or found not reasonable and
 * appropriate, each time in writing. Silence is a gap of its own kind and is said to be one.
 */
export function dispositionOf(control: Control, engagement: Engagement): string | null {
  if (control.requirement !== 'addressable') return null;
  const words = PHRASES.disposition;
  const decision = engagement.addressable.find(
    (entry) => entry.control === control.id && entry.decidedOn <= engagement.asOf,
  );
  if (decision === undefined) return words.undecided;
  const { decidedOn, because = '', alternative = '' } = decision;
  const approvedBy = approverOf(decision.approvedBy, engagement);
  const overdue =
    decision.reviewBy !== undefined && decision.reviewBy < engagement.asOf
      ? words.reviewOverdue(decision.reviewBy)
      : '';
  switch (decision.decision) {
    case 'implemented':
      return words.implemented(approvedBy, decidedOn) + overdue;
    case 'alternative':
      return words.alternative(alternative, because, approvedBy, decidedOn) + overdue;
    case 'not-reasonable':
      return words.notReasonable(because, approvedBy, decidedOn) + overdue;
  }
}

/** An approver may be told by the party's id, which no reader knows. */
export function approverOf(approvedBy: string, { parties }: Engagement): string {
  const party = parties[approvedBy];
  return party?.name ?? party?.title ?? approvedBy;
}
