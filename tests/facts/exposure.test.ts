import { day, exposure, SCOPE, scan } from './records.ts';
import { tell } from './tell.ts';

const SCANNED = 'share-of-public-addresses-scanned';
const THREE_ADDRESSES = { ...SCOPE, publicAddresses: ['203.0.113.8', '203.0.113.9', 'mail.client.example'] };

tell('exposure', [
  [
    'remote-desktop-exposed',
    'closed from inside proves nothing',
    () => [exposure({ perspective: 'internal' })],
    'unknown: no-evidence',
    { remark: 'Only seen from inside' },
  ],
  [
    'remote-desktop-exposed',
    'an unfinished run proves nothing',
    () => [exposure({ complete: false })],
    'unknown: incomplete-export',
  ],
  [
    'remote-desktop-exposed',
    'what an unfinished run sees is seen',
    () => [exposure({ complete: false, state: 'open' })],
    'count 1',
  ],
  [
    'remote-desktop-exposed',
    'hosts, not ports',
    () => [exposure({ state: 'open' }), exposure({ state: 'open', protocol: 'udp' })],
    'count 1',
  ],
  ['remote-desktop-exposed', 'none, from outside', () => [exposure()], 'count 0'],
  [
    'internet-exposed-services',
    'all open ports',
    () => [exposure({ port: 443, state: 'open' }), exposure({ port: 22, state: 'filtered' })],
    'count 1',
  ],
  [
    'exposed-risky-services',
    'a web server is not risky, file sharing is',
    () => [exposure({ port: 443, state: 'open' }), exposure({ port: 445, state: 'open' })],
    'count 1',
    { exceptions: ['445'] },
  ],
  [
    SCANNED,
    'without the list of addresses nobody knows whether one was forgotten',
    () => [exposure({ host: '203.0.113.8' })],
    'unknown: population-unknown',
    { remark: 'no public address of the client is named' },
  ],
  [
    SCANNED,
    'an address that no run from outside names is named',
    () => [
      exposure({ host: 'vpn.client.example', address: '203.0.113.8' }),
      exposure({ host: '203.0.113.9', perspective: 'internal' }),
      exposure({ host: 'mail.client.example', complete: false }),
    ],
    '1 of 3',
    { scope: THREE_ADDRESSES, exceptions: ['203.0.113.9: no run', 'mail.client.example: looked at'] },
  ],
  [
    SCANNED,
    'a look of a year ago is no look of this quarter',
    () => [
      exposure({ host: '203.0.113.8', observed: day('2026-07-06') }),
      exposure({ host: '203.0.113.9', observed: day('2026-07-07') }),
    ],
    '1 of 3',
    { scope: THREE_ADDRESSES, exceptions: ['203.0.113.8: looked at', 'mail.client.example: no run'] },
  ],
  [
    SCANNED,
    'each target of one scan from outside is an address; a penetration test is no scan',
    () => [
      scan({ perspective: 'external', targets: ['203.0.113.8', 'MAIL.client.example'] }),
      scan({ perspective: 'external', service: 'penetration-test', targets: ['203.0.113.9'] }),
    ],
    '2 of 3',
    { scope: THREE_ADDRESSES, exceptions: ['203.0.113.9: no run'] },
  ],
]);
