import { at, coverage, day, integrity, job, owned, point, restore, setting, undated, WITH_DEVICES } from './records.ts';
import { tell } from './tell.ts';

const scope = WITH_DEVICES;
const servers = () => [owned('SRV01', { role: 'server' }), owned('SRV02', { role: 'server' }), owned('WS01')];
const browse = () => restore({ level: 'browse', verbatim: 'Success', system: 'Mailbox', observed: day('2026-10-10') });
const failed = { outcome: 'failed', verbatim: 'Failed' } as const;

tell('backups', [
  [
    'days-since-last-successful-backup',
    'the system that is worst off',
    () => [job(), job({ system: 'SRV02', observed: day('2026-09-15') })],
    '30 days',
  ],
  [
    'days-since-last-successful-backup',
    'a warning is no success, nor is a part',
    () => [
      job({ observed: day('2026-09-15') }),
      job({ outcome: 'warning', verbatim: 'Warning', observed: day('2026-10-14') }),
      job({ outcome: 'partial', verbatim: 'Success', observed: day('2026-10-14') }),
    ],
    '30 days',
  ],
  [
    'days-since-last-successful-backup',
    'a system that only fails is not left out',
    () => [job({ observed: day('2026-10-14') }), job({ system: 'SRV02', ...failed })],
    '379 days',
    { exceptions: ['SRV02: Failed 2026-10-01; no dated success'] },
  ],
  [
    'days-since-last-successful-backup',
    'a success without a date is not recent',
    () => [job({ observed: undated })],
    'unknown: undated',
  ],
  [
    'days-since-last-successful-backup',
    'a point counts, unless its own verification failed',
    () => [point({ observed: day('2026-10-14') }), point({ observed: day('2026-10-15'), verified: false })],
    '1 days',
  ],
  [
    'share-of-backup-jobs-succeeded',
    'the retry makes the day good',
    () => [job({ ...failed, observed: at('2026-09-01T22:00:00Z') }), job({ observed: at('2026-09-01T22:30:00Z') })],
    '1 of 1 ?',
  ],
  [
    'share-of-backup-jobs-succeeded',
    'where only the day is told a retry cannot be told from its failure',
    () => [job({ ...failed, observed: day('2026-09-01') }), job({ observed: at('2026-09-01T22:30:00Z') })],
    '0 of 1 ?',
  ],
  [
    'share-of-backup-jobs-succeeded',
    'the same moment, two words: the worse one',
    () => [job(), job(failed)],
    '0 of 1 ?',
  ],
  [
    'share-of-backup-jobs-succeeded',
    'before the period does not count, without a date only against',
    () => [
      job({ observed: day('2025-09-30') }),
      job({ observed: undated }),
      job({ ...failed, system: 'SRV02', observed: undated }),
      job(),
    ],
    '1 of 2 ?',
    { exceptions: ['SRV02'] },
  ],
  [
    'share-of-backup-jobs-succeeded',
    'runs of all critical systems were read',
    () => [...servers(), job(), job({ system: 'srv02.client.example' })],
    '2 of 2',
    { scope },
  ],
  [
    'share-of-backup-jobs-succeeded',
    'old runs only',
    () => [job({ observed: day('2025-01-01') })],
    'unknown: only-outside-period',
  ],
  [
    'backup-days-over-period',
    'weeks, each day once',
    () => [
      job({ observed: day('2025-10-01') }),
      job({ system: 'SRV02', observed: day('2025-10-01') }),
      job({ observed: day('2025-10-07') }),
      point({ observed: day('2025-10-08') }),
    ],
    '2 of 52 on 2025-10-01 2025-10-07 2025-10-08',
  ],
  ['backup-days-over-period', 'only failures are none', () => [job(failed)], 'unknown: only-outside-period'],
  [
    'backup-days-over-period',
    'failures of the period',
    () => [job({ ...failed, observed: day('2026-09-01') })],
    '0 of 52 on ',
  ],
  [
    'share-of-critical-systems-backed-up',
    'servers where nothing is marked; a schedule or an old success is none',
    () => [...servers(), job({ observed: day('2026-09-14') }), job({ system: 'SRV02', observed: day('2026-09-15') })],
    '1 of 2',
    { scope, exceptions: ['last success 2026-09-14, 31 days'] },
  ],
  [
    'share-of-critical-systems-backed-up',
    'a failed run does not undo yesterday',
    () => [...servers(), job(), job({ ...failed, observed: day('2026-10-14') })],
    '1 of 2',
    { scope },
  ],
  [
    'share-of-critical-systems-backed-up',
    'the product’s own list',
    () => [...servers(), coverage(), coverage({ system: 'SRV02', covered: false, reason: 'no job' })],
    '1 of 2',
    { scope, exceptions: ['no job'] },
  ],
  [
    'share-of-critical-systems-backed-up',
    'what is marked as critical',
    () => [...servers(), owned('NAS', { critical: true, role: 'other' }), job()],
    'unknown: no-evidence',
    { scope },
  ],
  ['share-of-critical-systems-backed-up', 'needs an inventory', () => [job()], 'unknown: population-unknown'],
  [
    'systems-without-backup',
    'switched-off machines inflate',
    () => [
      coverage({ covered: false }),
      coverage({ system: 'T', covered: false, poweredOff: true }),
      coverage({ system: 'C' }),
    ],
    'count 1',
  ],
  ['systems-without-backup', 'no list, no zero', () => [job()], 'unknown: no-evidence'],
  [
    'longest-backup-gap-days',
    'between successes and up to the end of the period',
    () => [
      job({ observed: day('2026-08-01') }),
      job({ ...failed, observed: day('2026-08-05') }),
      job({ observed: day('2026-08-20') }),
      job({ observed: day('2026-09-28') }),
    ],
    '39 days',
    { remark: 'begins after the start' },
  ],
  [
    'longest-backup-gap-days',
    'points that retention removed are no gap',
    () => [point({ observed: day('2026-01-01') }), point({ observed: day('2026-09-01') })],
    'unknown: not-measured-by-source',
  ],
  ['longest-backup-gap-days', 'only failures', () => [job({ ...failed, observed: day('2026-09-01') })], '29 days'],
  [
    'backups-encrypted',
    'one that is not is enough',
    () => [setting(), point({ encrypted: false })],
    'does not hold',
    { exceptions: ['SRV01: not encrypted'] },
  ],
  ['backups-encrypted', 'as reported', () => [setting(), job({ encrypted: true })], 'holds'],
  ['backups-encrypted', 'untold', () => [job(), point()], 'unknown: no-evidence'],
  [
    'backups-immutable',
    'one copy is enough, the others are named',
    () => [
      setting({ setting: 'immutability' }),
      setting({ subject: 'Repo 2', setting: 'immutability', on: false, verbatim: 'Not Implemented' }),
    ],
    'holds',
    { exceptions: ['Repo 2'] },
  ],
  ['backups-immutable', 'none', () => [point({ immutable: false })], 'does not hold'],
  ['backups-immutable', 'existing points prove nothing of it', () => [point()], 'unknown: no-evidence'],
  ['backups-offsite-or-offline', 'elsewhere', () => [point({ offsite: true })], 'holds'],
  [
    'backups-offsite-or-offline',
    'on site',
    () => [setting({ setting: 'offsite-copy', on: false, verbatim: 'no' })],
    'does not hold',
  ],
  [
    'backup-credentials-separate',
    'a server of the domain has none',
    () => [
      setting({ setting: 'separate-credentials' }),
      setting({ subject: 'VBR', setting: 'domain-joined', on: true, verbatim: 'Yes' }),
    ],
    'does not hold',
    { exceptions: ['joined to the domain'] },
  ],
  [
    'backup-credentials-separate',
    'not joined is not enough',
    () => [setting({ setting: 'domain-joined', on: false, verbatim: 'No' })],
    'unknown: no-evidence',
  ],
  ['saas-data-backed-up', 'a run for a cloud application', () => [job({ service: 'saas' })], 'holds'],
  ['saas-data-backed-up', 'long ago', () => [job({ service: 'saas', observed: day('2026-01-01') })], 'does not hold'],
  ['saas-data-backed-up', 'other runs say nothing', () => [job()], 'unknown: no-evidence'],
  [
    'backup-products',
    'as their exports are known',
    () => [job({ exportedBy: 'Veeam' }), point({ exportedBy: 'restic' })],
    'Veeam, restic',
  ],
  ['backup-products', 'untold', () => [job()], 'unknown: not-measured-by-source'],
]);

tell('restores', [
  [
    'days-since-proven-restore',
    'the newest proven one',
    () => [restore({ observed: day('2026-07-14') }), browse()],
    '93 days',
    { exceptions: ['items looked at, not restored'] },
  ],
  [
    'days-since-proven-restore',
    '136 rows of browsing are no restore',
    () => [browse(), browse()],
    'unknown: no-evidence',
  ],
  [
    'days-since-proven-restore',
    'with errors is not proven',
    () => [restore({ outcome: 'restored-with-errors', verbatim: 'There were 2 errors' })],
    'unknown: no-evidence',
  ],
  [
    'days-since-proven-restore',
    'files that nobody verified are not proven',
    () => [restore({ level: 'files-restored' }), restore({ level: 'boots' })],
    'unknown: no-evidence',
  ],
  ['days-since-proven-restore', 'no date, no age', () => [restore({ observed: undated })], 'unknown: undated'],
  ['days-since-proven-restore', 'a backup is no restore', () => [job()], 'unknown: no-evidence'],
  [
    'restore-tests-over-period',
    'quarters',
    () => [
      restore({ observed: day('2025-12-01') }),
      restore({ observed: day('2026-07-14') }),
      restore({ observed: day('2026-07-14') }),
    ],
    '2 of 4 on 2025-12-01 2026-07-14',
  ],
  [
    'restore-tests-over-period',
    'after the period',
    () => [restore({ observed: day('2026-10-05') })],
    'unknown: only-outside-period',
  ],
  [
    'restore-test-failures',
    'failed and with errors',
    () => [
      restore(),
      restore({ system: 'B', outcome: 'failed', verbatim: 'failed' }),
      restore({ system: 'C', errors: 2 }),
    ],
    'count 2',
  ],
  ['restore-test-failures', 'browsing is no test', () => [browse()], 'unknown: no-evidence'],
  ['restore-test-failures', 'none failed', () => [restore()], 'count 0'],
  [
    'share-of-critical-systems-restore-tested',
    'since the start of the period',
    () => [...servers(), restore(), restore({ system: 'SRV02', observed: day('2025-09-30') })],
    '1 of 2',
    { scope, exceptions: ['2025-09-30'] },
  ],
  [
    'share-of-critical-systems-restore-tested',
    'undated proves no period',
    () => [...servers(), restore({ observed: undated })],
    'unknown: not-measured-by-source',
    { scope },
  ],
  [
    'recovery-time-met',
    'minutes against minutes',
    () => [
      ...servers(),
      restore({ minutesTaken: 60, minutesAllowed: 60 }),
      restore({ system: 'SRV02', minutesTaken: 61, minutesAllowed: 60 }),
    ],
    '1 of 2',
    { scope, exceptions: ['61 of 60 minutes'] },
  ],
  ['recovery-time-met', 'nothing allowed, nothing met', () => [restore({ minutesTaken: 60 })], 'unknown: no-evidence'],
  [
    'recovery-time-met',
    'a failed test met nothing',
    () => [restore({ outcome: 'failed', verbatim: 'failed', minutesTaken: 1, minutesAllowed: 60 })],
    '0 of 1 ?',
  ],
]);

tell('checks of backups', [
  [
    'days-since-full-data-backup-check',
    'metadata alone is no full check',
    () => [integrity({ depth: 'metadata' })],
    'unknown: no-evidence',
  ],
  [
    'days-since-full-data-backup-check',
    'all data',
    () => [integrity(), integrity({ depth: 'metadata', observed: day('2026-10-14') })],
    '14 days',
    { exceptions: ['only the metadata was checked'] },
  ],
  [
    'backup-check-errors',
    'a clean look at the metadata does not undo errors in the data',
    () => [
      integrity({ outcome: 'errors', errors: 3, verbatim: 'pack damaged', observed: day('2026-09-01') }),
      integrity({ depth: 'metadata' }),
    ],
    'count 3',
    { exceptions: ['pack damaged'] },
  ],
  [
    'backup-check-errors',
    'a newer clean check of the same depth does',
    () => [integrity({ outcome: 'errors', observed: day('2026-09-01') }), integrity()],
    'count 0',
  ],
  ['backup-check-errors', 'no check, no zero', () => [job()], 'unknown: no-evidence'],
]);
