import { occurrencesOf } from './kit/occurrences.ts';
import { performedReview } from './kit/reviews.ts';

export default occurrencesOf({
  question: 'In how many quarters of the period was access reviewed?',
  means: 'Quarters in which somebody decided on at least one access.',
  from: ['access-review'],
  every: 'quarter',
  judge: performedReview,
});
