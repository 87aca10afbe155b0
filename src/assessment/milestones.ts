import { addDays, type CivilDate, daysBetween } from '../kernel/civil-date.ts';
import { PHRASES } from '../kernel/messages/assessment.ts';
import type { PracticeAssessment } from '../model/assessment.ts';
import type { Practice } from '../model/practice.ts';

/**
 * What comes first, then, and last of an action that nobody has planned, after a third and two thirds of the time and on its last day. Where
 * rows speak against the practice they are settled first; everywhere else what shows it is asked for first, in the practice's own words.
 */
export function proposedMilestones(
  practice: Practice,
  { found, reasons }: PracticeAssessment,
  { asOf, due }: { readonly asOf: CivilDate; readonly due: CivilDate },
): readonly string[] {
  const words = PHRASES.milestone;
  const bearing = reasons.filter(({ bears, outcome }) => bears !== 'as-context' && outcome !== 'met');
  const exceptions = Math.max(0, ...bearing.map(({ exceptionCount }) => exceptionCount));
  const isShown = found === 'contradicted' || found === 'partly-supported';
  const first = isShown && exceptions > 0 ? words.exceptions(exceptions) : practice.evidence.askFor;
  const days = daysBetween(asOf, due);
  const after = (thirds: number): CivilDate => addDays(asOf, Math.floor((days * thirds) / 3));
  return [`${after(1)} ${first}`, `${after(2)} ${words.done}`, `${due} ${words.proof}`];
}
