import { day, phishing, staff, training, undated, WITH_PEOPLE } from './records.ts';
import { tell } from './tell.ts';

const scope = WITH_PEOPLE;

const people = () => [staff('dana'), staff('sam', { department: 'Finance' })];

/** As a training platform lists it: no day but that on which it is due. */
const open = (person: string, given: Parameters<typeof training>[0] = {}) =>
  training({
    person,
    status: 'not-started',
    verbatim: 'Not Started',
    completed: undefined,
    observed: undated,
    ...given,
  });

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
    'overdue-trainings',
    'a list that dates only what was completed tells what was not all the same',
    () => [training(), open('b', { due: day('2026-04-01') }), open('c', { due: day('2026-12-01') })],
    'count 1',
    { exceptions: ['b:'] },
  ],
  [
    'overdue-trainings',
    'a list of no day beside it does not',
    () => [training(), open('b', { due: day('2026-04-01'), from: { path: 'exports/old.csv', row: 1 } })],
    'count 0',
    { remark: '1 row is undated and not counted' },
  ],
  [
    'share-of-people-trained',
    'nobody falls out of the denominator for not having completed anything',
    () => [training(), open('b@client.example'), open('c@client.example')],
    '1 of 3 ?',
  ],
  [
    'share-of-privileged-people-trained',
    'of those assigned, with and without a day',
    () => [training({ topic: 'privileged' }), open('b', { topic: 'privileged' })],
    '1 of 2 ?',
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
  [
    'phishing-click-share',
    'the counts of a campaign whose recipients are told are not added to them, whatever day they tell',
    () => [
      phishing({ campaign: 'Spring', delivered: 50, clicked: 40, observed: day('2026-06-01') }),
      phishing({ campaign: 'spring', recipient: 'dana@client.example', delivered: 1, observed: day('2026-06-03') }),
      phishing({ campaign: 'Autumn', delivered: 2, clicked: 1, observed: day('2026-09-01') }),
    ],
    '1 of 3 ?',
  ],
  ['phishing-click-share', 'nobody reached', () => [phishing({ delivered: 0, clicked: 0 })], 'unknown: no-evidence'],
]);
