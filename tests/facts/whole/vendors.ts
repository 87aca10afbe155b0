import { day, document, undated } from '../records.ts';
import type { Whole } from '../whole.ts';

type Given = Parameters<typeof document>[0];
const entry = (counterpart: string, given: Given = {}) =>
  document({
    topic: 'vendor-register',
    documentType: 'register-entry',
    title: `Entry ${counterpart}`,
    counterpart,
    ...given,
  });
const paper =
  (topic: 'vendor-review' | 'vendor-contract' | 'vendor-insurance' | 'business-associate-agreement') =>
  (counterpart: string | undefined, given: Given = {}) =>
    document({
      topic,
      documentType: topic === 'vendor-review' ? 'vendor-review' : 'contract',
      title: `Paper ${counterpart}`,
      counterpart,
      ...given,
    });
const [reviewed, contract, insured, agreed] = [
  paper('vendor-review'),
  paper('vendor-contract'),
  paper('vendor-insurance'),
  paper('business-associate-agreement'),
];

const papers = [
  reviewed('ACME Inc', { approved: day('2025-10-15') }),
  reviewed('Bolt', { approved: day('2025-10-14') }),
  reviewed('Cirrus', { status: 'draft' }),
  reviewed('Dune', { approved: undefined }),
  reviewed('Stranger'),
  reviewed('Late', { approved: day('2026-10-16'), observed: day('2026-10-01') }),
  document({ topic: 'vendor-register', documentType: 'vendor-review', counterpart: 'Echo', title: 'Review of Echo' }),
  contract('Acme', { expires: day('2026-10-15') }),
  contract('Bolt', { expires: day('2026-10-14') }),
  contract('Bolt', { title: 'Newer', expires: day('2027-10-14') }),
  contract('Cirrus', { status: 'retired' }),
  contract('Dune', { status: 'unknown' }),
  insured('Acme'),
  insured('Bolt', { expires: day('2026-01-01') }),
  insured(undefined, { title: 'Foxtrot' }),
  agreed('Acme'),
  agreed('Bolt', { approved: undated, statement: 'said to be signed' }),
  agreed('Cirrus', { approved: undefined }),
  agreed('Dune', { expires: day('2026-10-14') }),
  agreed('Golf', { status: 'unknown' }),
  document({ topic: 'vendor-contract', documentType: 'baa', counterpart: 'Hotel', title: 'BAA' }),
];
const facts = [
  'vendors-reviewed',
  'vendor-contract-terms-in-force',
  'vendor-insurance-certified',
  'business-associate-agreements-signed',
] as const;

export const vendors: Whole = {
  rows: [
    entry('Acme, Inc.', { setting: 'critical', statement: 'handles PHI' }),
    entry('Bolt', { setting: 'Critical; patient data' }),
    entry('Cirrus', { setting: 'non-critical', statement: 'sensitive data' }),
    entry('Dune', { setting: 'not critical' }),
    entry('Echo'),
    entry('Retired', { status: 'retired', setting: 'critical' }),
    document({ topic: 'vendor-register', documentType: 'policy', counterpart: 'Nobody', title: 'On vendors' }),
    ...papers,
  ],
  facts,
};
export const papersAlone: Whole = { rows: papers, facts };
export const registerAlone: Whole = {
  rows: [entry('Acme'), entry('Bolt', { observed: day('2026-09-01') })],
  facts,
};
export const allIsWell: Whole = {
  rows: [
    entry('Acme', { statement: 'business associate' }),
    reviewed('Acme'),
    contract('acme llc'),
    insured('ACME'),
    agreed('Acme'),
  ],
  facts,
};
