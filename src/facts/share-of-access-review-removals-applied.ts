import { decisionOf, isOfPeriod, reviewText } from './kit/reviews.ts';
import { refutes, supports, undecided } from './kit/subjects.ts';
import { shareOfThings } from './kit/things.ts';

export default shareOfThings({
  question: 'What share of the accesses that a review took away is gone?',
  means: 'As the reviewing tool says that it applied the decision; a decision alone takes nothing away.',
  from: ['access-review'],
  unit: 'removal',
  emptyWhenRead: true,
  subject: (review, scope) =>
    review.decision === 'removed' && isOfPeriod(review, scope) ? decisionOf(review) : undefined,
  judge: (review) => {
    const more = { when: review.reviewed };
    if (review.applied === undefined) return undecided(`${reviewText(review)}: not told whether it was applied`, more);
    return review.applied
      ? supports(`${reviewText(review)}: removed and applied`, more)
      : refutes(`${reviewText(review)}: removed, but not applied`, more);
  },
});
