import { day, exercise, incident, logReview, logSpan } from './records.ts';
import { tell } from './tell.ts';

tell('exercises, incidents and logs', [
  ['days-since-incident-exercise', 'nobody took part', () => [exercise({ participants: [] })], 'unknown: none-counts'],
  [
    'days-since-incident-exercise',
    'of incidents',
    () => [exercise(), exercise({ exerciseType: 'continuity', performed: day('2026-10-01') })],
    '167 days',
  ],
  [
    'days-since-continuity-exercise',
    'of recovery',
    () => [exercise(), exercise({ exerciseType: 'disaster-recovery', performed: day('2026-10-01') })],
    '14 days',
  ],
  [
    'incident-exercise-covers-ransomware',
    'within a year',
    () => [exercise({ coversRansomware: true, performed: day('2025-10-14') })],
    'does not hold',
  ],
  [
    'incident-exercise-covers-ransomware',
    'by its scenario',
    () => [exercise({ scenario: 'Ransomware on the file server' })],
    'holds',
  ],
  ['incident-exercise-covers-ransomware', 'untold', () => [exercise()], 'unknown: not-measured-by-source'],
  [
    'exercise-actions-open',
    'added up',
    () => [exercise({ actionsOpen: 2 }), exercise({ performed: day('2026-06-01'), actionsOpen: 1 })],
    'count 3',
  ],
  ['exercise-actions-open', 'untold is no zero', () => [exercise()], 'unknown: not-measured-by-source'],
  ['security-incidents-in-period', 'no export, no zero', () => [], 'unknown: no-evidence'],
  [
    'security-incidents-in-period',
    'a ticket is no security incident unless it says so',
    () => [
      { ...incident(), security: undefined } as unknown as ReturnType<typeof incident>,
      incident({ incidentId: '2', security: false }),
    ],
    'unknown: not-measured-by-source',
  ],
  [
    'security-incidents-in-period',
    'of the period',
    () => [
      incident(),
      incident({ incidentId: '2', opened: day('2025-09-30') }),
      incident({ incidentId: '3', security: false }),
    ],
    'count 1',
    { remark: 'none recorded does not mean' },
  ],
  [
    'open-security-incidents',
    'a state nobody tells is open',
    () => [incident({ state: 'unknown' }), incident({ incidentId: '2', state: 'resolved' })],
    'count 1',
  ],
  [
    'share-of-incidents-resolved',
    'of security',
    () => [
      incident(),
      incident({ incidentId: '2', state: 'open' }),
      incident({ incidentId: '3', security: false, state: 'open' }),
    ],
    '1 of 2',
  ],
  [
    'share-of-incidents-resolved',
    'a share of no incidents is none',
    () => [incident({ security: false })],
    'unknown: population-empty',
  ],
  [
    'lessons-recorded-share',
    'of the resolved',
    () => [
      incident({ lessonsRecorded: true }),
      incident({ incidentId: '2' }),
      incident({ incidentId: '3', state: 'open' }),
    ],
    '1 of 2',
  ],
  ['logged-systems', 'with events', () => [logSpan(), logSpan({ system: 'FW', events: 0 })], 'count 1'],
  [
    'log-retention-days',
    'on the system that keeps them shortest',
    () => [
      logSpan(),
      logSpan({ system: 'FW', first: day('2026-06-01'), last: day('2026-09-30') }),
      logSpan({ system: 'AD', retentionDays: 365 }),
    ],
    '121 days',
  ],
  ['log-retention-days', 'no log', () => [], 'unknown: no-evidence'],
  [
    'log-retention-days',
    'an export that was cut short shows no end',
    () => [logSpan({ first: day('2026-09-01'), truncated: true })],
    'unknown: incomplete-export',
  ],
  [
    'days-since-log-review',
    'a log is no review, and a review has a reviewer',
    () => [logSpan(), logReview({ reviewer: '' })],
    'unknown: none-counts',
  ],
  ['days-since-log-review', 'a review', () => [logReview()], '44 days'],
  [
    'log-reviews-over-period',
    'months',
    () => [logReview(), logReview({ reviewed: day('2026-09-30') }), logReview({ reviewed: day('2025-10-01') })],
    '2 of 12 on 2025-10-01 2026-09-01 2026-09-30',
  ],
]);
