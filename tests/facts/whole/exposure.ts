import { day, exposure as port, scan } from '../records.ts';
import type { Whole } from '../whole.ts';

const on = (text: string) => ({ observed: day(text) });

export const exposure: Whole = {
  rows: [
    port({ ...on('2026-10-01') }),
    port({ ...on('2026-10-01'), port: 443, state: 'open' }),
    port({ ...on('2026-10-01'), port: 22, state: 'filtered' }),
    port({ ...on('2026-10-01'), port: 3306, state: 'open', protocol: 'udp' }),
    port({ ...on('2026-10-01'), port: 25, state: 'unknown' }),
    port({ ...on('2026-10-01'), host: '203.0.113.6', port: 0, together: 65_000 }),
    port({ ...on('2026-10-01'), host: '203.0.113.7', port: 0, together: 64_999 }),
    port({ ...on('2026-10-01'), host: '203.0.113.8', port: 0, together: 5, ranges: '1,3-4, 3300-3400' }),
    port({ ...on('2026-10-01'), host: '203.0.113.9', port: 0, together: 5, ranges: '1-2' }),
    port({ ...on('2026-10-01'), host: '203.0.113.10', port: 3389, state: 'open', complete: false }),
    port({ ...on('2026-10-02'), host: '10.0.0.5', perspective: 'internal', port: 445, state: 'open' }),
    port({ ...on('2026-10-02'), host: '10.0.0.6', perspective: 'unknown', port: 21, state: 'open' }),
    scan({ ...on('2026-06-01'), perspective: 'external', targets: ['203.0.113.11'] }),
  ],
  facts: [
    'exposed-risky-services',
    'internet-exposed-services',
    'remote-desktop-exposed',
    'days-since-external-vulnerability-scan',
  ],
};
