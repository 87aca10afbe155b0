import { day, document, undated } from './records.ts';
import { tell } from './tell.ts';

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
    () => [vendor('Acme'), baa('Acme', { status: 'unknown', approved: undated, statement: 'not signed' }), baa('Bolt')],
    '1 of 2',
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
