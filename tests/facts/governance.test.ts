import {
  day,
  document,
  exercise,
  incident,
  logReview,
  logSpan,
  phishing,
  risk,
  riskAssessment,
  staff,
  training,
  undated,
  WITH_PEOPLE,
} from './records.ts';
import { tell } from './tell.ts';

const scope = WITH_PEOPLE;
const people = () => [staff('dana'), staff('sam', { department: 'Finance' })];

tell('training and phishing', [
  [
    'share-of-people-trained',
    'of everybody, not of those enrolled',
    () => [...people(), training()],
    '1 of 2',
    { scope, exceptions: ['sam@client.example: no training was seen'] },
  ],
  [
    'share-of-people-trained',
    'a year, no more',
    () => [
      ...people(),
      training({ completed: day('2025-10-15') }),
      training({ person: 'sam@client.example', completed: day('2025-10-14') }),
    ],
    '1 of 2',
    { scope, exceptions: ['366 days'] },
  ],
  [
    'share-of-people-trained',
    'in progress and undated are not completed',
    () => [
      ...people(),
      training({ status: 'in-progress', verbatim: 'In Progress' }),
      training({ person: 'sam@client.example', completed: undated }),
    ],
    '0 of 2',
    { scope },
  ],
  [
    'share-of-people-trained',
    'an older completion does not undo a newer one, nor a new enrolment',
    () => [
      ...people(),
      training(),
      training({ course: 'Next', status: 'not-started', verbatim: 'Not Started', observed: day('2026-10-10') }),
    ],
    '1 of 2',
    { scope },
  ],
  [
    'overdue-trainings',
    'due before the as-of date',
    () => [
      training({ status: 'not-started', verbatim: 'Not Started', due: day('2026-10-14') }),
      training({ person: 'b', status: 'not-started', verbatim: 'Not Started', due: day('2026-10-15') }),
      training({ person: 'c' }),
    ],
    'count 1',
  ],
  [
    'share-of-privileged-people-trained',
    'of those assigned',
    () => [
      training({ topic: 'privileged' }),
      training({ person: 'b', topic: 'privileged', status: 'overdue', verbatim: 'Past due' }),
    ],
    '1 of 2 ?',
  ],
  [
    'finance-staff-trained',
    'of the department',
    () => [...people(), training({ person: 'sam@client.example', topic: 'finance' })],
    '1 of 1',
    { scope },
  ],
  [
    'finance-staff-trained',
    'without departments of those assigned',
    () => [training({ topic: 'finance' })],
    '1 of 1 ?',
  ],
  [
    'policy-acknowledgement-share',
    'as told',
    () => [...people(), training({ policyAcknowledged: true }), training({ person: 'sam@client.example' })],
    '1 of 2',
    { scope },
  ],
  [
    'phishing-simulations-over-period',
    'a campaign in error is none',
    () => [
      phishing({ observed: day('2026-06-01') }),
      phishing({ campaign: 'July', status: 'error', verbatim: 'Error', observed: day('2026-07-05') }),
    ],
    '1 of 4 on 2026-06-01',
    { exceptions: ['Error'] },
  ],
  [
    'days-since-phishing-simulation',
    'the newest that reached somebody',
    () => [phishing(), phishing({ delivered: 0, observed: day('2026-10-14') })],
    '14 days',
  ],
  [
    'phishing-click-share',
    'an error’s zero does not count',
    () => [
      phishing({ delivered: 40, clicked: 4 }),
      phishing({ campaign: 'E', status: 'error', verbatim: 'Error', delivered: 40, clicked: 0 }),
    ],
    '4 of 40 ?',
    { exceptions: ['4 of 40', 'Error'] },
  ],
  [
    'phishing-click-share',
    'rows of recipients instead of the campaign’s counts',
    () => [
      ...people(),
      phishing({ recipient: 'dana@client.example', clicked: 1 }),
      phishing({ recipient: 'sam@client.example', clicked: 0 }),
    ],
    '1 of 2',
    { scope, exceptions: ['dana@client.example: clicked'] },
  ],
  ['phishing-click-share', 'nobody reached', () => [phishing({ delivered: 0, clicked: 0 })], 'unknown: no-evidence'],
]);

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

tell('exercises, incidents and logs', [
  ['days-since-incident-exercise', 'nobody took part', () => [exercise({ participants: [] })], 'unknown: no-evidence'],
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
      logSpan({ system: 'FW', first: day('2026-09-01'), last: day('2026-09-30') }),
      logSpan({ system: 'AD', retentionDays: 365 }),
    ],
    '29 days',
  ],
  ['log-retention-days', 'no log', () => [], 'unknown: no-evidence'],
  [
    'days-since-log-review',
    'a log is no review, and a review has a reviewer',
    () => [logSpan(), logReview({ reviewer: '' })],
    'unknown: no-evidence',
  ],
  ['days-since-log-review', 'a review', () => [logReview()], '44 days'],
  [
    'log-reviews-over-period',
    'months',
    () => [logReview(), logReview({ reviewed: day('2026-09-30') }), logReview({ reviewed: day('2025-10-01') })],
    '2 of 12 on 2025-10-01 2026-09-01 2026-09-30',
  ],
]);

tell('documents', [
  ['security-policy-in-force', 'approved by a name, on a day', () => [document()], 'holds'],
  ['security-policy-in-force', 'no document is unknown', () => [document({ topic: 'backup' })], 'unknown: no-evidence'],
  [
    'security-policy-in-force',
    'a draft is none',
    () => [document({ status: 'draft' })],
    'does not hold',
    { exceptions: ['a draft'] },
  ],
  [
    'security-policy-in-force',
    'the draft of the next version takes nothing away',
    () => [
      document(),
      document({ status: 'draft', observed: day('2026-10-10') }),
      document({ version: '2', status: 'retired' }),
    ],
    'holds',
    { exceptions: [] },
  ],
  [
    'security-policy-in-force',
    'approved by nobody',
    () => [document({ approvedBy: ' ' })],
    'does not hold',
    { exceptions: ['no named person approved it'] },
  ],
  [
    'security-policy-in-force',
    'approved on an unknown day',
    () => [document({ approved: undated })],
    'does not hold',
    { exceptions: ['no date of approval'] },
  ],
  [
    'security-policy-in-force',
    'approved after the as-of date',
    () => [document({ approved: day('2026-10-16') })],
    'does not hold',
    { exceptions: ['after the as-of date'] },
  ],
  [
    'security-policy-in-force',
    'expired the day before',
    () => [document({ expires: day('2026-10-14') })],
    'does not hold',
    { exceptions: ['expired on 2026-10-14'] },
  ],
  ['security-policy-in-force', 'its last day still counts', () => [document({ expires: day('2026-10-15') })], 'holds'],
  [
    'security-policy-in-force',
    'review overdue',
    () => [document({ nextReview: day('2026-08-01') })],
    'does not hold',
    { exceptions: ['review overdue since 2026-08-01'] },
  ],
  [
    'security-policy-in-force',
    'retired since, though an older register still has it',
    () => [document({ observed: day('2026-01-01') }), document({ status: 'retired' })],
    'does not hold',
    { exceptions: ['retired'] },
  ],
  [
    'security-policy-in-force',
    'another that is overdue is an exception',
    () => [document(), document({ title: 'Annex', nextReview: day('2026-08-01') })],
    'holds',
    { exceptions: ['Annex'] },
  ],
  [
    'vendor-contract-terms-in-force',
    'its topic and no other',
    () => [document({ topic: 'vendor-contract', documentType: 'contract', counterpart: 'Acme' })],
    'holds',
  ],
]);

const vendor = (counterpart: string, setting = '') =>
  document({
    documentType: 'register-entry',
    topic: 'vendor-register',
    title: 'Service',
    counterpart,
    setting,
    strength: 'A',
  });
const baa = (counterpart: string, given = {}) =>
  document({ documentType: 'baa', topic: 'business-associate-agreement', title: 'BAA', counterpart, ...given });
tell('vendors', [
  [
    'vendors-reviewed',
    'of the register',
    () => [
      vendor('Acme, Inc.'),
      vendor('Bolt'),
      document({
        documentType: 'vendor-review',
        topic: 'vendor-review',
        counterpart: 'ACME',
        approved: day('2026-01-01'),
      }),
    ],
    '1 of 2',
    { exceptions: ['no review was seen'] },
  ],
  [
    'vendors-reviewed',
    'a year, no more',
    () => [
      vendor('Acme'),
      document({
        documentType: 'vendor-review',
        topic: 'vendor-review',
        counterpart: 'Acme',
        approved: day('2025-10-14'),
      }),
    ],
    '0 of 1',
  ],
  [
    'vendors-reviewed',
    'without a register of those that are named',
    () => [document({ documentType: 'vendor-review', topic: 'vendor-review', counterpart: 'Acme' })],
    '1 of 1 ?',
  ],
  [
    'business-associate-agreements-signed',
    'of those that handle protected data',
    () => [
      vendor('Acme', 'handles sensitive data'),
      vendor('Bolt', 'critical'),
      vendor('Clear', 'handles sensitive data'),
      baa('Acme'),
    ],
    '1 of 2',
    { exceptions: ['Clear: no agreement was seen'] },
  ],
  [
    'business-associate-agreements-signed',
    'one that is listed as unsigned is not signed',
    () => [vendor('Acme'), baa('Acme', { status: 'unknown', approved: undated, statement: 'not signed' })],
    '0 of 1',
    { exceptions: ['not signed'] },
  ],
  [
    'business-associate-agreements-signed',
    'expired',
    () => [vendor('Acme'), baa('Acme', { expires: day('2026-01-01') })],
    '0 of 1',
    { exceptions: ['expired'] },
  ],
  ['business-associate-agreements-signed', 'nobody handles any', () => [vendor('Bolt')], 'unknown: population-empty'],
]);
