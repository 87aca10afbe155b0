import { day, risk, riskAssessment, undated } from './records.ts';
import { tell } from './tell.ts';

tell('risks', [
  ['days-since-risk-assessment', 'by the day of its performance', () => [riskAssessment()], '228 days'],
  [
    'days-since-risk-assessment',
    'an undated one is not recent',
    () => [riskAssessment({ performed: undated })],
    'unknown: undated',
  ],
  [
    'risk-assessment-approved',
    'the newest one must be',
    () => [
      riskAssessment({ approvedBy: 'Dana', approved: day('2026-03-05') }),
      riskAssessment({ title: 'New', performed: day('2026-08-01') }),
    ],
    'does not hold',
    { exceptions: ['approved by nobody'] },
  ],
  [
    'risk-assessment-approved',
    'on a day up to the as-of date',
    () => [riskAssessment({ approvedBy: 'Dana', approved: day('2026-12-01') })],
    'does not hold',
    { exceptions: ['after the as-of date'] },
  ],
  [
    'risk-assessment-approved',
    'by a name',
    () => [riskAssessment({ approvedBy: 'Dana', approved: day('2026-03-05') })],
    'holds',
  ],
  ['risk-assessment-covers-sensitive-data', 'as told', () => [riskAssessment({ coversSensitiveData: true })], 'holds'],
  ['risk-assessment-covers-sensitive-data', 'untold', () => [riskAssessment()], 'unknown: not-measured-by-source'],
  [
    'open-risks',
    'neither closed nor accepted',
    () => [risk(), risk({ riskId: '2', status: 'closed' }), risk({ riskId: '3', status: 'accepted' })],
    'count 1',
  ],
  [
    'share-of-risks-with-owner-and-treatment',
    'both',
    () => [risk({ owner: 'Sam', treatment: 'mitigate' }), risk({ riskId: '2', owner: 'Sam', treatment: 'unknown' })],
    '1 of 2',
    { exceptions: ['no treatment'] },
  ],
  [
    'share-of-risks-with-owner-and-treatment',
    'a register of closed risks has no share',
    () => [risk({ status: 'closed' })],
    'unknown: population-empty',
  ],
  [
    'overdue-risk-treatments',
    'open and past due',
    () => [
      risk({ due: day('2026-10-14') }),
      risk({ riskId: '2', due: day('2026-10-15') }),
      risk({ riskId: '3', due: day('2026-01-01'), status: 'closed' }),
    ],
    'count 1',
  ],
  [
    'accepted-risks',
    'by status or treatment',
    () => [risk({ status: 'accepted' }), risk({ riskId: '2', treatment: 'accept' }), risk({ riskId: '3' })],
    'count 2',
  ],
]);
