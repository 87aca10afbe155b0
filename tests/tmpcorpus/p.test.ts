import { it } from 'vitest';
import * as FACTS from '../../src/facts/index.ts';
import { startMeasuring } from '../../src/facts/kit/measuring.ts';
import { SCOPE, install, finding, job, account, DEVICES, owned } from '../facts/records.ts';
it('p', () => {
  for (const [name, make] of [
   ['install', (i: number) => install({ device: `WS${i % 500}`, patch: `KB${i % 2000}`, severity: 'critical', observed: t(i), from: { path: 'a', row: i } })],
   ['job', (i: number) => job({ system: `S${i % 200}`, observed: t(i), from: { path: 'a', row: i } })],
   ['finding', (i: number) => finding({ host: `H${i % 500}`, finding: `${i % 3000}`, severity: i % 20 ? 'low' : 'critical', observed: t(i), from: { path: 'a', row: i } })],
   ['account', (i: number) => account({ user: `u${i}@x`, observed: t(i), from: { path: 'a', row: i } })],
  ] as const) {
  const m = startMeasuring(FACTS as any, { ...SCOPE, zone: 'America/Chicago', populations: { devices: DEVICES } });
  for (let i = 0; i < 200; i++) m.see(owned(`WS${i}`));
  const recs = Array.from({ length: 200000 }, (_, i) => make(i));
  const a = performance.now();
  for (const r of recs) m.see(r as any);
  const b = performance.now();
  m.finish();
  const c = performance.now();
  console.log(name, ((b - a) / 200).toFixed(2), 'µs/record; finish ms', (c - b) | 0, (process.memoryUsage().heapUsed / 1e6) | 0, 'MB');
  }
  function t(i: number) { const instant = Date.UTC(2025, 9, 1) + (i * 7919 % 31000000) * 1000; return { raw: 'x', instant, earliest: instant, latest: instant, precision: 'second', zone: 'UTC', zoneAssumed: false, orderAssumed: false, basis: 'in-file' } as const; }
}, 600000);
