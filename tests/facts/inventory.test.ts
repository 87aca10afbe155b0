import { describe, expect, it } from 'vitest';
import { agent, asset, compliance, DEVICES, day, finding, measure, owned, undated, WITH_DEVICES } from './records.ts';
import { tell } from './tell.ts';

const inventory = () => [
  owned('WS01', { serial: 'SN1' }),
  owned('WS02'),
  owned('SRV01', { role: 'server' }),
  owned('OLD', { status: 'retired' }),
];

const scope = WITH_DEVICES;

tell('managed devices and inventory', [
  [
    'end-of-life-systems-in-use',
    'a build tells Windows 11 from Windows 10; neither it nor a shared build tells an end',
    () => [
      compliance({ os: 'Windows', osVersion: '10.0.22631.4169' }),
      compliance({ device: 'B', os: 'Windows', osVersion: '10.0.19045.1' }),
      compliance({ device: 'C', os: 'Windows', osVersion: '10.0.19044.1' }),
      compliance({ device: 'D', os: 'Windows 10 Enterprise LTSC' }),
    ],
    'count 1',
    { exceptions: ['B: Windows 10'], remark: 'Not told for 3 rows' },
  ],
  [
    'share-of-devices-encrypted',
    'a device that no longer reports is not shown to be encrypted',
    () => [
      ...inventory(),
      compliance({ encrypted: true }),
      compliance({ device: 'WS02', encrypted: true, lastSync: day('2026-06-01') }),
      compliance({ device: 'SRV01', encrypted: false }),
    ],
    '1 of 3',
    { scope, exceptions: ['last reported 2026-06-01', 'not encrypted'] },
  ],
  [
    'share-of-portable-devices-encrypted',
    'servers are not carried away',
    () => [...inventory(), compliance({ encrypted: true }), compliance({ device: 'WS02', encrypted: true })],
    '2 of 2',
    { scope },
  ],
  [
    'share-of-devices-compliant',
    'reasons are told',
    () => [
      compliance({ compliant: false, reasons: ['no PIN'] }),
      compliance({ device: 'B', compliant: true }),
      compliance({ device: 'P', compliant: false, ownership: 'personal' }),
    ],
    '1 of 2 ?',
    { exceptions: ['no PIN'] },
  ],
  ['share-of-devices-managed', 'untold is unknown', () => [compliance()], 'unknown: not-measured-by-source'],
  [
    'share-of-mobile-devices-managed',
    'phones only',
    () => [owned('PH1', { role: 'mobile' }), owned('WS01'), compliance({ device: 'PH1', managed: true })],
    '1 of 1',
    { scope },
  ],
  [
    'devices-inventoried',
    'in use, each once',
    () => [...inventory(), asset({ name: 'ws01.client.example' })],
    'count 3',
  ],
  [
    'devices-inventoried',
    'a machine that tells of itself stands on no list that the engagement names',
    () => [...inventory(), asset({ name: 'STRANGER', observed: day('2026-10-14') })],
    'count 3',
    { scope },
  ],
  [
    'days-since-inventory',
    'nor does it make that list any newer',
    () => [owned('WS01', { observed: day('2026-09-15') }), asset({ name: 'WS01', observed: day('2026-10-14') })],
    '30 days',
    { scope },
  ],
  [
    'days-since-inventory',
    'by the list’s own date',
    () => [asset({ observed: day('2026-09-15') }), asset({ observed: undated })],
    '30 days',
  ],
  ['days-since-inventory', 'an undated list is not recent', () => [asset({ observed: undated })], 'unknown: undated'],
  [
    'share-of-inventory-seen-by-tools',
    'any tool, lately',
    () => [
      ...inventory(),
      agent({ lastSeen: day('2026-10-10') }),
      compliance({ device: 'WS02', lastSync: day('2026-01-01') }),
    ],
    '1 of 3',
    { scope },
  ],
  [
    'share-of-inventory-seen-by-tools',
    'a console that has never seen it has not seen it',
    () => [owned('WS01'), owned('WS02'), agent({ lastSeen: { ...undated, raw: 'never' } }), agent({ device: 'WS02' })],
    '1 of 2',
    { scope: WITH_DEVICES, exceptions: ['WS01: seen "never"'] },
  ],
  ['share-of-inventory-seen-by-tools', 'needs an inventory', () => [agent()], 'unknown: population-unknown'],
  [
    'devices-outside-inventory',
    'by name and serial number',
    () => [...inventory(), agent(), agent({ device: 'x', serial: 'SN1' }), agent({ device: 'STRANGER' })],
    'count 1',
    { scope, exceptions: ['STRANGER'] },
  ],
  ['devices-outside-inventory', 'needs an inventory', () => [agent()], 'unknown: population-unknown'],
  [
    'software-inventoried',
    'distinct names',
    () => [asset({ type: 'software', name: 'Chrome' }), asset({ type: 'software', name: 'chrome' }), asset()],
    'count 1',
  ],
  ['services-inventoried', 'nothing of the sort is unknown', () => [asset()], 'unknown: no-evidence'],
  ['services-inventoried', 'services', () => [asset({ type: 'service', name: 'Payroll' })], 'count 1'],
  [
    'end-of-life-systems-in-use',
    'by date, by system, by scanner; retired ones are none',
    () => [
      asset({ supportEnds: day('2026-10-14') }),
      asset({ name: 'B', supportEnds: day('2026-10-15') }),
      asset({ name: 'C', os: 'Windows 10 Pro' }),
      asset({ name: 'D', os: 'Windows 7', status: 'retired' }),
      finding({ host: 'E', endOfLife: true }),
    ],
    'count 3',
    { exceptions: ['WS01', 'C:', 'E:'] },
  ],
  [
    'end-of-life-systems-in-use',
    'an inventory that tells nothing proves nothing',
    () => [asset()],
    'unknown: not-measured-by-source',
  ],
  [
    'end-of-life-dates-tracked',
    'of the inventory',
    () => [owned('A', { supportEnds: day('2027-01-01') }), owned('B')],
    '1 of 2',
    { scope },
  ],
]);

describe('the inventory as denominator', () => {
  it('is known by the named exhibit, also inside a container, and by no other', () => {
    const inZip = { ...owned('WS01'), from: { path: `${DEVICES}!/inner.csv`, row: 1 } };
    expect(
      measure('share-of-devices-with-endpoint-protection', [inZip, asset({ name: 'WS02' }), agent()], scope),
    ).toMatchObject({
      populationKnown: true,
      measure: { n: 1, of: 1 },
    });
  });
});
