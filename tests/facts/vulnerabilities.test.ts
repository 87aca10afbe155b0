import { day, exposure, finding, owned, scan, undated, WITH_DEVICES } from './records.ts';
import { tell } from './tell.ts';

const inventory = () => [
  owned('WS01', { serial: 'SN1' }),
  owned('WS02'),
  owned('SRV01', { role: 'server' }),
  owned('OLD', { status: 'retired' }),
];

const scope = WITH_DEVICES;

tell('vulnerabilities', [
  [
    'days-since-internal-vulnerability-scan',
    'unfinished is none, and from where must be told',
    () => [scan({ finished: false }), scan({ perspective: 'unknown' })],
    'unknown: none-counts',
  ],
  [
    'days-since-internal-vulnerability-scan',
    'a run that reached no host is none',
    () => [scan({ hostsScanned: 0 })],
    'unknown: none-counts',
  ],
  [
    'days-since-internal-vulnerability-scan',
    'private targets are inside',
    () => [scan({ perspective: 'unknown', targets: ['192.168.1.0/24'] })],
    '14 days',
  ],
  ['days-since-external-vulnerability-scan', 'an inner scan is none', () => [scan()], 'unknown: none-counts'],
  [
    'days-since-external-vulnerability-scan',
    'a complete port scan from outside',
    () => [exposure({ observed: day('2026-09-15') }), exposure({ complete: false })],
    '30 days',
  ],
  [
    'vulnerability-scans-over-period',
    'images are no systems',
    () => [scan({ observed: day('2026-08-01') }), scan({ perspective: 'image', observed: day('2026-02-01') })],
    '1 of 4 on 2026-08-01',
  ],
  [
    'share-of-hosts-scanned-authenticated',
    'hosts, against the inventory',
    () => [...inventory(), scan({ hostsScanned: 4, hostsAuthenticated: 1 })],
    '1 of 4',
    { scope, exceptions: ['logged in on 1'] },
  ],
  [
    'share-of-hosts-scanned-authenticated',
    'fewer than there are',
    () => [...inventory(), scan({ hostsScanned: 2, hostsAuthenticated: 2 })],
    '2 of 2 ?',
    { scope },
  ],
  [
    'share-of-hosts-scanned-authenticated',
    'an older run of the same scan, or another of no day, logged in; the one that counts does not tell',
    () => [
      scan({ hostsScanned: 2, hostsAuthenticated: 2, observed: day('2026-09-20') }),
      scan({ hostsScanned: 2, observed: day('2026-10-01'), from: { path: 'scan.csv', row: 2 } }),
      scan({ hostsScanned: 2, hostsAuthenticated: 2, policy: 'other', observed: undated }),
    ],
    'unknown: not-measured-by-source',
  ],
  [
    'share-of-hosts-scanned-authenticated',
    'more logins than hosts of one run make nothing good for another',
    () => [
      scan({ hostsScanned: 1, hostsAuthenticated: 5 }),
      scan({ hostsScanned: 4, hostsAuthenticated: 0, policy: 'other', from: { path: 'scan.csv', row: 2 } }),
    ],
    '1 of 5 ?',
  ],
  [
    'share-of-hosts-scanned-authenticated',
    'untold',
    () => [scan({ hostsScanned: 2 })],
    'unknown: not-measured-by-source',
  ],
  [
    'share-of-devices-vulnerability-scanned',
    'targets and findings; ranges name nobody',
    () => [...inventory(), scan({ targets: ['ws01', '10.0.0.0/24'] }), finding({ host: 'WS02' })],
    '2 of 3',
    { scope },
  ],
  [
    'open-critical-findings',
    'fixed and accepted are not open',
    () => [
      finding(),
      finding({ finding: '2', state: 'fixed' }),
      finding({ finding: '3', state: 'accepted' }),
      finding({ finding: '4', severity: 'high' }),
    ],
    'count 1',
  ],
  ['open-critical-findings', 'none of those that were read', () => [finding({ severity: 'info' })], 'count 0'],
  ['open-critical-findings', 'nothing was read', () => [scan()], 'unknown: no-evidence'],
  [
    'open-critical-findings',
    'an older export alone keeps it open',
    () => [
      finding({ observed: day('2026-01-01') }),
      finding({ finding: '2', severity: 'low', from: { path: 'b.csv', row: 1 } }),
    ],
    'count 1',
  ],
  [
    'open-critical-findings',
    'a newer export of the same product without it clears it',
    () => [
      finding({ observed: day('2026-01-01'), exportedBy: 'Nessus' }),
      finding({ finding: '2', severity: 'low', exportedBy: 'Nessus', from: { path: 'b.csv', row: 1 } }),
    ],
    'count 0',
  ],
  [
    'open-critical-findings',
    'one of another host does not',
    () => [
      finding({ observed: day('2026-01-01'), exportedBy: 'Nessus' }),
      finding({ host: 'WS02', finding: '2', severity: 'low', exportedBy: 'Nessus', from: { path: 'b.csv', row: 1 } }),
    ],
    'count 1',
  ],
  [
    'oldest-open-critical-finding-days',
    'since first seen',
    () => [
      finding({ firstSeen: day('2026-09-01') }),
      finding({ finding: '2', firstSeen: day('2026-07-01'), state: 'fixed' }),
    ],
    '44 days',
  ],
  ['oldest-open-critical-finding-days', 'never told when', () => [finding()], 'unknown: undated'],
  [
    'oldest-open-critical-finding-days',
    'none is open',
    () => [finding({ severity: 'low' })],
    '0 days',
    { remark: 'No critical finding is open' },
  ],
  [
    'open-exploited-findings',
    'of any severity',
    () => [finding({ severity: 'medium', exploited: true }), finding({ finding: '2', exploited: false })],
    'count 1',
  ],
  ['open-exploited-findings', 'untold is no zero', () => [finding()], 'unknown: not-measured-by-source'],
  ['days-since-penetration-test', 'a scan is none', () => [scan()], 'unknown: no-evidence'],
  [
    'days-since-penetration-test',
    'the test',
    () => [scan({ service: 'penetration-test', observed: day('2026-06-15') })],
    '122 days',
  ],
]);
