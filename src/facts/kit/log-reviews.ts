import type { RecordOf } from '../../model/record.ts';
import type { Scope } from '../define-fact.ts';
import { type Judgement, refutes, supports } from './subjects.ts';
import { dayText } from './time.ts';

/** A review needs somebody who made it. */
export function judgeLogReview(review: RecordOf<'audit-log-review'>, scope: Scope): Judgement {
  const text = `${review.system}: reviewed ${dayText(review.reviewed, scope)}`;
  const more = { when: review.reviewed };
  if (!review.reviewer?.trim()) return refutes(`${text}, by nobody named`, more);
  return supports(`${text} by ${review.reviewer}`, more);
}
