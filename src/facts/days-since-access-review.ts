import { daysSince } from './kit/days.ts';
import { performedReview } from './kit/reviews.ts';

export default daysSince({
  question: 'How many days ago did somebody last decide whether an access is still needed?',
  means:
    'A decision to keep or to remove, with its date. A review that was only created, or answered by nobody, does not count.',
  from: ['access-review'],
  judge: performedReview,
});
