import { TOPICS } from '../../../src/model/topic.ts';
import { day, document, undated } from '../records.ts';
import type { Whole } from '../whole.ts';

/** One document in force of each topic: every fact that asks for one finds it and no other. */
export const topics: Whole = {
  once: true,
  rows: TOPICS.map((topic) => document({ topic, title: `On ${topic}`, setting: 'critical 14 days' })),
};

const policy = (title: string, given: Parameters<typeof document>[0] = {}) => document({ title, ...given });
const listed = (title: string, given: Parameters<typeof document>[0] = {}) =>
  document({ topic: 'vendor-register', documentType: 'register-entry', title, approvedBy: undefined, ...given });
const signed = (title: string, given: Parameters<typeof document>[0] = {}) =>
  document({ topic: 'incident-response-retainer', documentType: 'contract', title, ...given });
const report = (title: string, given: Parameters<typeof document>[0] = {}) =>
  document({ topic: 'penetration-test', documentType: 'report', title, ...given });

const VARIATIONS: readonly (readonly [string, Parameters<typeof document>[0]])[] = [
  ['in force', {}],
  ['v2 by name', { version: 'v2' }],
  ['of a counterpart', { counterpart: 'Acme', version: undefined }],
  ['retired', { status: 'retired' }],
  ['a draft', { status: 'draft' }],
  ['not told', { status: 'unknown' }],
  ['expired the day before', { expires: day('2026-10-14') }],
  ['expires on the day', { expires: day('2026-10-15') }],
  ['review overdue', { nextReview: day('2026-10-14') }],
  ['review due on the day', { nextReview: day('2026-10-15'), approved: day('2020-01-01') }],
  ['review on no day', { nextReview: undated, approved: day('2020-01-01') }],
  ['approved 400 days before', { approved: day('2025-09-10') }],
  ['approved 401 days before', { approved: day('2025-09-09') }],
  ['approved on the day', { approved: day('2026-10-15') }],
  ['approved later', { approved: day('2026-10-16') }],
  ['approved by nobody', { approvedBy: undefined }],
  ['approved by a blank', { approvedBy: ' ' }],
  ['approved on no day', { approved: undated }],
  ['approved on a day not told', { approved: undefined }],
  ['of no day at all', { approved: undefined, observed: undated }],
  ['approved after it was listed', { approved: day('2026-10-10'), observed: day('2026-10-01') }],
];

export const documents: Whole = {
  rows: [
    ...VARIATIONS.map(([title, given]) => policy(title, given)),
    ...VARIATIONS.map(([title, given]) => listed(title, given)),
    ...VARIATIONS.map(([title, given]) => signed(title, given)),
    ...VARIATIONS.map(([title, given]) => report(title, given)),
  ],
  facts: [
    'security-policy-in-force',
    'vendor-register-kept',
    'incident-response-retainer-in-force',
    'penetration-test-reported',
    'days-since-penetration-test',
  ],
};

/** One document each: whether it holds. */
export const alone: Readonly<Record<string, Whole>> = Object.fromEntries(
  VARIATIONS.map(([title, given]) => [
    title,
    {
      rows: [policy(title, given), listed(title, given), signed(title, given), report(title, given)],
      facts: documents.facts,
      once: true,
    },
  ]),
);

export const stated: Whole = {
  once: true,
  rows: [
    policy('Backup', { topic: 'backup', setting: 'nightly', approved: day('2026-03-01') }),
    policy('Backup abroad', { topic: 'backup', setting: ' every week ' }),
    policy('Backup at home', { topic: 'backup', setting: 'when there is time' }),
    policy('Backup later', { topic: 'backup', setting: 'at once', observed: day('2026-10-16') }),
    policy('Backup draft', { topic: 'backup', setting: 'at once', status: 'draft' }),
    policy('Logging', { topic: 'logging', setting: '12 months' }),
    policy('Logging of firewalls', { topic: 'logging', setting: '90 days' }),
    policy('Scans', { topic: 'vulnerability-management', setting: 'critical 15 days and high 30 days' }),
    policy('Scans again', { topic: 'vulnerability-management', setting: 'critical: 15 days; others in a year' }),
    policy('Patches', { topic: 'patch-management', setting: 'soon' }),
    policy('No setting', { topic: 'patch-management' }),
  ],
  facts: [
    'backup-interval-days-in-policy',
    'log-retention-days-in-policy',
    'critical-finding-days-in-policy',
    'critical-patch-days-in-policy',
  ],
};
