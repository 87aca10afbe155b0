import { exposure } from './records.ts';
import { tell } from './tell.ts';

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
]);
