import type { Assignment } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';
import { HATS, type Hat, type HatMove } from '../model/transition.ts';

/** The hats of one practice that other parties wear afterwards; the order of the path counts, that of shared work does not. */
export function hatMoves(practice: Practice, before: Assignment, after: Assignment): readonly HatMove[] {
  // A party for the night is named by the domain also for practices that nobody needs at night.
  return HATS.filter((hat) => hat !== 'after-hours' || practice.afterHours).flatMap((hat) => {
    const from = wearers(before, hat);
    const to = wearers(after, hat);
    const joins = to.filter((party) => !from.includes(party));
    const leaves = from.filter((party) => !to.includes(party));
    const reordered = hat === 'escalation' && from.join() !== to.join();
    return joins.length + leaves.length > 0 || reordered ? [{ hat, from, to, leaves, joins }] : [];
  });
}

function wearers(assignment: Assignment, hat: Hat): readonly string[] {
  const worn = {
    accountable: [assignment.accountable],
    responsible: assignment.responsible,
    evidence: [assignment.evidence],
    approves: [assignment.approves],
    'after-hours': assignment.afterHours === undefined ? [] : [assignment.afterHours],
    escalation: assignment.escalation,
  } satisfies Record<Hat, readonly string[]>;
  return worn[hat];
}
