import { daysSince } from './kit/days.ts';
import { performedReview } from './kit/reviews.ts';

export default daysSince({
  question: 'How many days ago did somebody last decide whether a privileged access is still needed?',
  means: 'Decisions on privileged access only, with their date.',
  from: ['access-review'],
  judge: (review, scope) => (review.privileged === true ? performedReview(review, scope) : undefined),
});
