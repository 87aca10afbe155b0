import { daysSince } from './kit/days.ts';
import { judgeLogReview } from './kit/log-reviews.ts';

export default daysSince({
  question: 'How many days ago did somebody last review the logs?',
  means: 'A review with its day and the name of who did it. That a log exists shows no review.',
  from: ['audit-log-review'],
  judge: judgeLogReview,
});
