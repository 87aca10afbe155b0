import { day, integrity, job, owned, restore, undated, WITH_DEVICES } from './records.ts';
import { tell } from './tell.ts';

const scope = WITH_DEVICES;

const servers = () => [owned('SRV01', { role: 'server' }), owned('SRV02', { role: 'server' }), owned('WS01')];

const browse = () => restore({ level: 'browse', verbatim: 'Success', system: 'Mailbox', observed: day('2026-10-10') });

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
    'unknown: none-counts',
  ],
  [
    'days-since-proven-restore',
    'with errors is not proven',
    () => [restore({ outcome: 'restored-with-errors', verbatim: 'There were 2 errors' })],
    'unknown: none-counts',
  ],
  [
    'days-since-proven-restore',
    'files that nobody verified are not proven',
    () => [restore({ level: 'files-restored' }), restore({ level: 'boots' })],
    'unknown: none-counts',
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
    'restore-tests-over-period',
    'files that nobody verified, inside the period',
    () => [restore({ level: 'files-restored', observed: day('2026-07-14') })],
    '0 of 4 on ',
  ],
  [
    'restore-tests-over-period',
    'files that nobody verified, before the period: not old, but none',
    () => [restore({ level: 'files-restored', observed: day('2025-07-14') })],
    'unknown: none-counts',
  ],
  [
    'restore-tests-over-period',
    'those beside a proven one outside the period: leaving them out changes nothing',
    () => [restore({ level: 'files-restored', observed: day('2026-07-14') }), restore({ observed: day('2025-07-14') })],
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
  [
    'recovery-time-met',
    'in time, but nobody looked at what came back',
    () => [restore({ level: 'files-restored', minutesTaken: 5, minutesAllowed: 60 })],
    'unknown: not-measured-by-source',
  ],
  [
    'recovery-time-met',
    'too late, whoever looked',
    () => [restore({ level: 'files-restored', minutesTaken: 61, minutesAllowed: 60 })],
    '0 of 1 ?',
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
    'unknown: none-counts',
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
