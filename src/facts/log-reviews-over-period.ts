import { judgeLogReview } from './kit/log-reviews.ts';
import { occurrencesOf } from './kit/occurrences.ts';

export default occurrencesOf({
  question: 'In how many months of the period were logs reviewed?',
  means: 'Months with at least one review that names its day and who did it.',
  from: ['audit-log-review'],
  every: 'month',
  judge: judgeLogReview,
});
