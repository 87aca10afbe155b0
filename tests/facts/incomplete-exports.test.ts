import { describe, expect, it } from 'vitest';
import { startMeasuring } from '../../src/facts/kit/measuring.ts';
import type { IncompleteExhibit } from '../../src/model/exhibit.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { EvidenceRecord } from '../../src/model/record.ts';
import { agent, DEFINITIONS, DEVICES, day, type FactId, gist, owned, restore, SCOPE, WITH_DEVICES } from './records.ts';

function measure(id: FactId, records: readonly EvidenceRecord[], incomplete: readonly IncompleteExhibit[]): Fact {
  const measuring = startMeasuring(Object.fromEntries(DEFINITIONS.filter(([name]) => name === id)), WITH_DEVICES);
  for (const record of records) measuring.see(record);
  const fact = measuring.finish(incomplete).facts[0]?.fact;
  if (!fact) throw new RangeError(`${id} gave no fact`);
  return fact;
}

const AGENTS = { path: 'exports/endpoint-protection.csv', kinds: ['endpoint-protection'] } as const;
const LIST = { path: DEVICES, kinds: ['asset'] } as const;
const protectedDevices = [owned('ws1'), owned('ws2'), agent({ device: 'ws1' }), agent({ device: 'ws2' })];

const incompleteOf = (fact: Fact) => (fact.status === 'known' ? fact.incomplete : 'unknown');

describe('an export that is not the whole', () => {
  it('is told with every share that it bears on', () => {
    const whole = measure('share-of-devices-with-endpoint-protection', protectedDevices, []);
    const cut = measure('share-of-devices-with-endpoint-protection', protectedDevices, [AGENTS]);
    expect([gist(whole), gist(cut)]).toEqual(['2 of 2', '2 of 2']);
    expect([incompleteOf(whole), incompleteOf(cut)]).toEqual([undefined, [AGENTS.path]]);
    expect(cut.remarks.at(-1)).toContain(AGENTS.path);
  });

  it('bears on nothing that its kinds cannot speak of', () => {
    const other = { path: 'x.csv', kinds: ['incident'] } as const;
    expect(
      incompleteOf(measure('share-of-devices-with-endpoint-protection', protectedDevices, [other])),
    ).toBeUndefined();
  });

  it('as the list to count against makes every share of it a share of part', () => {
    expect(incompleteOf(measure('share-of-devices-with-endpoint-protection', protectedDevices, [LIST]))).toEqual([
      DEVICES,
    ]);
  });

  it('hides no older restore: where more rows could only help, nothing is taken off', () => {
    const cut = { path: 'exports/restore-test.csv', kinds: ['restore-test'] } as const;
    for (const id of ['days-since-proven-restore', 'restore-tests-over-period'] as const)
      expect(incompleteOf(measure(id, [restore({ observed: day('2026-07-01') })], [cut])), id).toBeUndefined();
  });

  it('leaves unknown what is unknown', () => {
    const fact = measure('share-of-devices-with-endpoint-protection', [], [AGENTS]);
    expect([fact.status, fact.remarks.at(-1)]).toEqual(['unknown', expect.stringContaining(AGENTS.path)]);
  });
});

it('lets every other fact look at the lists as before', () => {
  const measuring = startMeasuring(Object.fromEntries(DEFINITIONS), { ...SCOPE, populations: { devices: DEVICES } });
  for (const record of protectedDevices) measuring.see(record);
  const marked = measuring.finish([LIST]).facts.filter(({ fact }) => fact.status === 'known' && fact.incomplete);
  expect(marked.length).toBeGreaterThan(3);
});
