import { day, install, owned, patchState, patchSummary, undated, updateSetting, WITH_DEVICES } from './records.ts';
import { tell } from './tell.ts';

const inventory = () => [
  owned('WS01', { serial: 'SN1' }),
  owned('WS02'),
  owned('SRV01', { role: 'server' }),
  owned('OLD', { status: 'retired' }),
];

const scope = WITH_DEVICES;

tell('patches', [
  [
    'share-of-devices-patched-in-period',
    'a patch that is there without a day tells neither',
    () => [...inventory(), install({ observed: undated })],
    'unknown: not-measured-by-source',
    { scope },
  ],
  [
    'critical-patches-installed-within-14-days',
    'what failed is late once the limit has passed since it was tried, for it was released by then',
    () => [
      install({ severity: 'critical', outcome: 'failed', verbatim: 'FAILED', observed: day('2026-09-30') }),
      install({ severity: 'critical', outcome: 'failed', device: 'WS02', observed: day('2026-10-01') }),
    ],
    '0 of 2 ?',
    { exceptions: ['FAILED', 'not late yet'] },
  ],
  [
    'critical-patches-installed-in-time',
    'what failed a fortnight ago is not a month late',
    () => [install({ severity: 'critical', outcome: 'failed', observed: day('2026-09-30') })],
    'unknown: needs-release-date',
  ],
  [
    'days-since-last-patch-installed',
    'an attempt is no installation',
    () => [install({ outcome: 'attempted', verbatim: 'Attempted' })],
    'unknown: none-counts',
  ],
  [
    'days-since-last-patch-installed',
    'the newest that succeeded',
    () => [install(), install({ patch: 'KB2', outcome: 'failed', observed: day('2026-10-14'), verbatim: 'Failed' })],
    '14 days',
  ],
  [
    'share-of-devices-patched-in-period',
    'a scan installs nothing',
    () => [
      ...inventory(),
      install({ observed: day('2026-08-31') }),
      install({ device: 'WS02', observed: day('2026-08-30') }),
      patchSummary({ device: 'SRV01', operation: 'scan', installed: 40 }),
    ],
    '1 of 3',
    { scope, exceptions: ['WS02', 'SRV01: no installation was seen'] },
  ],
  [
    'share-of-devices-patched-in-period',
    'a failure after a success undoes nothing',
    () => [
      owned('WS01'),
      install({ observed: day('2026-10-01') }),
      install({ outcome: 'failed', observed: day('2026-10-10') }),
    ],
    '1 of 1',
    { scope },
  ],
  [
    'patch-runs-over-period',
    'months',
    () => [
      install({ observed: day('2026-09-01') }),
      install({ patch: 'KB2', observed: day('2026-09-20') }),
      install({ observed: day('2025-10-31') }),
    ],
    '2 of 12 on 2025-10-31 2026-09-01 2026-09-20',
  ],
  [
    'critical-patches-installed-in-time',
    'without a release day nothing is told',
    () => [install({ severity: 'critical' })],
    'unknown: needs-release-date',
  ],
  [
    'critical-patches-installed-in-time',
    'thirty days, no more',
    () => [
      install({ severity: 'critical', released: day('2026-09-01') }),
      install({ patch: 'KB2', severity: 'critical', released: day('2026-08-31') }),
      install({
        patch: 'KB3',
        severity: 'critical',
        released: day('2026-08-01'),
        outcome: 'failed',
        verbatim: 'Failed',
      }),
    ],
    '1 of 3 ?',
    { exceptions: ['31 days later', 'Failed'] },
  ],
  [
    'critical-patches-installed-in-time',
    'the engagement moves the limit',
    () => [install({ severity: 'critical', released: day('2026-09-10') })],
    '0 of 1 ?',
    { scope: { ...WITH_DEVICES, populations: {}, thresholds: { 'critical-patch-days': 20 } } },
  ],
  [
    'critical-patches-installed-in-time',
    'all devices of the inventory must have been read',
    () => [owned('WS01'), install({ severity: 'critical', released: day('2026-09-10') })],
    '1 of 1',
    { scope },
  ],
  [
    'critical-patches-installed-within-14-days',
    'is its own question',
    () => [install({ severity: 'critical', released: day('2026-09-16') })],
    '0 of 1 ?',
  ],
  [
    'critical-patches-missing',
    'definitions and drivers are none',
    () => [
      patchState({ severity: 'critical' }),
      patchState({ patch: 'D', severity: 'critical', category: 'definition' }),
      patchState({ patch: 'M', severity: 'moderate' }),
    ],
    'count 1',
  ],
  [
    'critical-patches-missing',
    'no severity, no zero',
    () => [patchState(), patchState({ patch: 'M', severity: 'moderate' })],
    'unknown: not-measured-by-source',
  ],
  [
    'critical-patches-missing',
    'rows and summary are not added; the larger number counts',
    () => [patchState({ severity: 'critical' }), patchSummary({ criticalMissing: 3 })],
    'count 3',
    { remark: 'disagree' },
  ],
  [
    'critical-patches-missing',
    'installed later',
    () => [
      patchState({ severity: 'critical', observed: day('2026-09-01') }),
      patchState({ state: 'installed', severity: 'critical' }),
    ],
    'count 0',
  ],
  [
    'share-of-devices-without-missing-critical-patches',
    'one of unknown severity leaves doubt',
    () => [
      owned('A'),
      owned('B'),
      owned('C'),
      owned('D'),
      patchState({ device: 'A', severity: 'low' }),
      patchState({ device: 'B' }),
      patchState({ device: 'B', patch: 'KB9', severity: 'low' }),
      patchState({ device: 'C', severity: 'critical' }),
    ],
    '1 of 4',
    { scope, exceptions: ['B: KB1', 'C: KB1', 'D: what is missing is not told'] },
  ],
  [
    'failed-patch-installs',
    'unless it succeeded later',
    () => [
      install({ outcome: 'failed', verbatim: 'Failed', observed: day('2026-09-01') }),
      install(),
      install({ patch: 'KB2', outcome: 'failed', verbatim: 'Failed' }),
    ],
    'count 1',
    { exceptions: ['KB2'] },
  ],
  [
    'pending-reboots',
    'an installed patch may wait',
    () => [patchState({ state: 'pending-reboot' }), patchSummary({ device: 'B', pendingReboot: 0 })],
    'count 1',
  ],
  [
    'pending-reboots',
    'a list of installed patches does not tell',
    () => [patchState({ state: 'installed' })],
    'unknown: not-measured-by-source',
  ],
  [
    'automatic-updates-on',
    'auditing is not updating',
    () => [owned('WS01'), owned('WS02'), updateSetting(), updateSetting({ device: 'WS02', auditOnly: true })],
    '1 of 2',
    { scope, exceptions: ['audits only'] },
  ],
  [
    'automatic-updates-on',
    'policies without devices',
    () => [
      { ...updateSetting({ policy: 'Default' }), device: undefined } as unknown as ReturnType<typeof updateSetting>,
    ],
    '1 of 1 ?',
    { remark: 'Which devices these policies reach' },
  ],
  ['automatic-updates-installed', 'by its own mark', () => [install({ automatic: true })], '1 of 1 ?'],
  [
    'automatic-updates-installed',
    'one that updates itself shows nothing of the others',
    () => [...inventory(), install({ automatic: true }), install({ device: 'WS02' })],
    '1 of 3',
    { scope, exceptions: ['WS02: KB1', 'SRV01: no log'] },
  ],
  [
    'automatic-updates-installed',
    'installed by hand says nothing of an updater',
    () => [install()],
    'unknown: not-measured-by-source',
  ],
  [
    'automatic-updates-installed',
    'long ago',
    () => [install({ automatic: true, observed: day('2026-01-01') })],
    '0 of 1 ?',
  ],
]);
