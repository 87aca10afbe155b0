import { placeText } from '../../kernel/place.ts';
import { isDated, UNDATED } from '../../model/observed.ts';
import type { RecordOf } from '../../model/record.ts';
import type { Scope } from '../define-fact.ts';
import { type Judgement, type Named, refutes, supports } from './subjects.ts';
import { dayText } from './time.ts';

export type Review = RecordOf<'access-review'>;

/** Created is not performed: somebody must have decided, on a day. */
export function performedReview(review: Review, scope: Scope): Judgement {
  const name = reviewText(review);
  if (!isDecided(review)) return refutes(`${name}: ${review.verbatim}`);
  const by = review.reviewer === undefined ? '' : ` by ${review.reviewer}`;
  return supports(`${name}: ${review.decision}${by} on ${dayText(review.reviewed, scope)}`, {
    // The day of the export is not the day of the decision.
    when: review.reviewed ?? UNDATED,
  });
}

export function isDecided(review: Review): boolean {
  return review.decision === 'kept' || review.decision === 'removed';
}

export function decisionOf(review: Review): Named {
  const item = review.subject ?? placeText(review.from);
  // By exhibit: what is still undecided in this quarter's review must not hide behind the decision of the last one.
  return { name: [review.from.path, review.review ?? '', item, review.resource ?? ''].join(' / ') };
}

/** A decision of an earlier period tells nothing of this one; what was not decided belongs to the review that asks for it. */
export function isOfPeriod(review: Review, scope: Scope): boolean {
  return !review.reviewed || !isDated(review.reviewed) || dayText(review.reviewed, scope) >= scope.period.from;
}

export function reviewText(review: Review): string {
  return [review.review, review.subject ?? 'somebody', review.resource].filter((word) => word !== undefined).join(', ');
}
