import { decisionOf, isDecided, isOfPeriod, reviewText } from './kit/reviews.ts';
import { refutes, supports } from './kit/subjects.ts';
import { shareOfThings } from './kit/things.ts';

export default shareOfThings({
  question: 'What share of the accesses under review was decided on?',
  means: 'To keep or to remove is a decision; "not reviewed" and "do not know" are none.',
  from: ['access-review'],
  unit: 'review decision',
  subject: (review, scope) => (isOfPeriod(review, scope) ? decisionOf(review) : undefined),
  judge: (review) => {
    const text = `${reviewText(review)}: ${review.verbatim}`;
    return isDecided(review) ? supports(text, { when: review.reviewed }) : refutes(text);
  },
});
