import { sentence } from '../../kernel/text.ts';
import type { ControlAssessment, PracticeAssessment, Reason } from '../../model/assessment.ts';
import { decidingReasons } from '../../model/deciding.ts';
import type { Basis } from '../../model/fact.ts';
import { WEIGHED_LESS } from '../lacking-words.ts';
import { PHRASES } from '../words.ts';
import type { Lens } from './lens.ts';
import { besideUnknown } from './telling.ts';

/**
 * What the day and the exhibits beside an answer belong to: all that bears on it. Where nothing is known, only what its cell tells all the
 * same; a day and a file beside "nothing that was read tells it" would say that something does.
 */
export function citedBeside(assessment: ControlAssessment, told: Reason | undefined, lens: Lens): readonly Reason[] {
  const { answer, reasons, found } = assessment;
  const bearing = reasons.filter(({ bears }) => bears !== 'as-context');
  if (answer === null || found !== 'not-evidenced') return bearing;
  if (!lens.compact) return decidingReasons(reasons, found);
  return told === undefined ? [] : [told, ...besideUnknown(told, assessment)];
}

/** Their rows, and those that speak against what the cell tells: it cites them too. In short one measure is told, and those of others are not. */
export function rowsBeside(beside: readonly Reason[], told: Reason | undefined, lens: Lens): readonly Basis[] {
  return beside.flatMap((reason) => [...reason.places, ...(lens.compact && reason !== told ? [] : reason.exceptions)]);
}

/** A red row beside a verdict that it did not make: which practice it is of, and why it does not decide. */
export function weighedLess({ reasons, found }: ControlAssessment, lens: Lens): string {
  if (found === 'contradicted') return '';
  const red = reasons.filter(({ bears, byItself }) => bears === 'partly' && byItself === 'contrary');
  const titles = new Set(red.flatMap(({ practice }) => (practice === null ? [] : [lens.practiceTitle(practice)])));
  return [...titles].map((title) => WEIGHED_LESS(PHRASES.quoted(title))).join(' ');
}

/** Whose word for the whole it is, where the verdict is made of it: what is not known beside it explains no such verdict. */
export function saidOfAll(
  verdict: ControlAssessment['verdict'],
  remark: PracticeAssessment['remark'] | undefined,
): string {
  return BY_SOMEBODY.some((each) => each === verdict) && remark ? sentence(remark) : '';
}

const BY_SOMEBODY = ['attested-only', 'inherited', 'accepted-risk'] as const;
