import { day, review, undated } from './records.ts';
import { tell } from './tell.ts';

const pending = () => review({ subject: 'sam', decision: 'not-reviewed', verbatim: 'NotReviewed', reviewed: undated });

tell('access reviews', [
  [
    'share-of-access-review-decisions-made',
    'what is undecided this quarter does not hide behind the last one',
    () => [
      review({ from: { path: 'q2.json', row: 1 } }),
      { ...pending(), subject: 'dana@client.example', from: { path: 'q3.json', row: 1 } },
    ],
    '1 of 2',
  ],
  [
    'share-of-access-review-decisions-made',
    'of what has no day, what is undecided counts, and nothing that somebody says was decided',
    () => [
      review({ strength: 'S', subject: 'b', reviewed: undated, observed: undated }),
      { ...pending(), subject: 'c', observed: undated },
      review(),
    ],
    '1 of 2',
  ],
  ['days-since-access-review', 'created is not performed', () => [pending()], 'unknown: none-counts'],
  [
    'days-since-access-review',
    'the newest decision',
    () => [review(), pending()],
    '75 days',
    { exceptions: ['NotReviewed'] },
  ],
  [
    'days-since-access-review',
    'a decision without a date is undated, whenever it was exported',
    () => [review({ reviewed: undated })],
    'unknown: undated',
  ],
  [
    'days-since-access-review',
    'a decision after the as-of date does not count',
    () => [review({ reviewed: day('2026-10-16') })],
    'unknown: no-evidence',
  ],
  [
    'privileged-access-reviewed',
    'privileged access only',
    () => [review(), review({ privileged: true, reviewed: day('2026-01-01') })],
    '287 days',
  ],
  [
    'share-of-access-review-decisions-made',
    'of all items',
    () => [review(), pending()],
    '1 of 2',
    { exceptions: ['NotReviewed'] },
  ],
  [
    'share-of-access-review-removals-applied',
    'a decision alone removes nothing',
    () => [
      review({ decision: 'removed', applied: false }),
      review({ subject: 'b', decision: 'removed', applied: true }),
    ],
    '1 of 2',
  ],
  [
    'share-of-access-review-removals-applied',
    'a share of no removals is none',
    () => [review()],
    'unknown: population-empty',
  ],
  [
    'access-reviews-over-period',
    'quarters of the period',
    () => [
      review(),
      review({ reviewed: day('2026-08-01') }),
      review({ reviewed: day('2025-11-30') }),
      review({ reviewed: day('2025-09-30') }),
    ],
    '2 of 4 on 2025-11-30 2026-08-01',
  ],
]);
