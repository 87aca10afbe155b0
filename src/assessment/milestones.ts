import { addDays, type CivilDate, daysBetween } from '../kernel/civil-date.ts';
import { PHRASES } from '../kernel/messages/assessment.ts';
import type { PracticeAssessment, Reason } from '../model/assessment.ts';
import type { Practice } from '../model/practice.ts';
import { exceptionsOf } from './exceptions.ts';

/**
 * What is proposed to somebody who planned nothing. Only what falls short is to be mended for sure; what is merely stated is to be shown, and what
 * nothing shows may be done all the same.
 */
export function proposedAction(practice: Practice, assessment: PracticeAssessment): string {
  const { action } = PHRASES;
  switch (stateOf(assessment)) {
    case 'falls-short':
      return practice.remedy;
    case 'stated':
      return action.show;
    case 'not-shown':
      return action.showOr(practice.remedy);
  }
}

/**
 * What comes first, then, and last of an action that nobody has planned, after a third and two thirds of the time and on its last day. Where
 * rows speak against the practice they are settled first; everywhere else what shows it is asked for first, in the practice's own words.
 */
export function proposedMilestones(
  practice: Practice,
  assessment: PracticeAssessment,
  { asOf, due }: { readonly asOf: CivilDate; readonly due: CivilDate },
): readonly string[] {
  const words = PHRASES.milestone;
  const state = stateOf(assessment);
  // To hand over what shows it is the action itself.
  if (state === 'stated') return [`${due} ${words.proof}`];
  const { found } = assessment;
  const exceptions = exceptionsOf(open(assessment)).count;
  const isShown = found === 'contradicted' || found === 'partly-supported';
  const first = isShown && exceptions > 0 ? words.exceptions(exceptions) : practice.evidence.askFor;
  const days = daysBetween(asOf, due);
  const after = (thirds: number): CivilDate => addDays(asOf, Math.floor((days * thirds) / 3));
  return [`${after(1)} ${first}`, `${after(2)} ${words.done}`, `${due} ${words.proof}`];
}

function stateOf(assessment: PracticeAssessment): 'falls-short' | 'stated' | 'not-shown' {
  const reasons = open(assessment);
  // Evidence that has run out was of a day on which it was done: to do it again is what is asked.
  if (assessment.found === 'stale' || reasons.some(fallsShort)) return 'falls-short';
  return [assessment.found, assessment.verdict].includes('attested-only') ? 'stated' : 'not-shown';
}

function fallsShort({ outcome, share }: Reason): boolean {
  return (
    outcome === 'refuted' ||
    outcome === 'short' ||
    (outcome === 'partly' && (share === undefined || share.n < share.of))
  );
}

function open({ reasons }: PracticeAssessment): readonly Reason[] {
  return reasons.filter(({ bears, outcome }) => bears !== 'as-context' && outcome !== 'met');
}
