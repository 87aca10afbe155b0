import { describe, expect, it } from 'vitest';
import { startMeasuring } from '../../src/facts/kit/measuring.ts';
import type { PopulationReport } from '../../src/model/population.ts';
import type { EvidenceRecord } from '../../src/model/record.ts';
import fc from '../house/fast-check.ts';
import {
  account,
  agent,
  compliance,
  DEVICES,
  day,
  job,
  mfa,
  owned,
  PEOPLE,
  SCOPE,
  staff,
  training,
} from './records.ts';
import { world } from './worlds.ts';

const scope = { ...SCOPE, populations: { people: PEOPLE, devices: DEVICES } };

function reports(records: readonly EvidenceRecord[], within = scope): readonly PopulationReport[] {
  const measuring = startMeasuring({}, within);
  for (const record of records) measuring.see(record);
  return measuring.finish().populations;
}
function column(of: 'people' | 'devices', id: string, records: readonly EvidenceRecord[]) {
  const found = reports(records)
    .find((report) => report.of === of)
    ?.columns.find((each) => each.id === id);
  if (!found) throw new Error(`no column ${id}`);
  return found;
}
const texts = ({ listed }: { listed: readonly { text: string }[] }) => listed.map(({ text }) => text);

describe('the populations', () => {
  const inventory = [
    owned('WS01', { serial: 'SN1' }),
    owned('WS02'),
    owned('ws01'),
    owned('OLD', { status: 'retired' }),
    owned('BOX', { status: 'spare' }),
  ];

  it('are the rows of the list, less what is repeated or excluded', () => {
    const [, devices] = reports(inventory);
    expect(devices).toMatchObject({ known: true, basis: DEVICES, rows: 5, members: 2 });
    expect(devices?.duplicates.count).toBe(1);
    expect(devices && texts(devices.excluded)).toEqual(['BOX: spare', 'OLD: retired']);
  });

  it('know a device by host name, domain, serial and alias', () => {
    const agents = column('devices', 'endpoint-agent', [
      ...inventory,
      agent({ device: 'LAKESIDE\\WS01$' }),
      agent({ device: 'renamed', serial: 'sn1' }),
      agent({ device: 'ws02.lakeside.example', lastSeen: day('2026-08-01') }),
      agent({ device: 'STRANGER' }),
    ]);
    expect(agents).toMatchObject({ named: 4, matched: 2, missing: { count: 0 } });
    expect(texts(agents.unmatched)).toEqual(['STRANGER']);
    expect(texts(agents.repeated)).toEqual(['WS01: also as renamed']);
    expect(texts(agents.stale)).toEqual(['WS02: last seen on 2026-08-01']);
  });

  it('cite the row that tells the day on which somebody was last seen, wherever it stands', () => {
    const seen = (row: number, on: string) =>
      agent({ device: 'WS02', lastSeen: day(on), from: { path: 'edr.csv', row } });
    const rows = [...inventory, seen(1, '2025-10-16'), seen(3, '2026-08-01'), seen(2, '2026-08-01')];
    for (const records of [rows, rows.toReversed()]) {
      const [listed] = column('devices', 'endpoint-agent', records).stale.listed;
      expect(listed).toMatchObject({ text: 'WS02: last seen on 2026-08-01', place: { path: 'edr.csv', row: 2 } });
    }
  });

  it('name those whom an export leaves out', () => {
    expect(texts(column('devices', 'backup', [...inventory, job({ system: 'WS01' })]).missing)).toEqual(['WS02']);
    const encrypted = column('devices', 'encryption', [...inventory, compliance({ device: 'WS01', encrypted: false })]);
    expect(encrypted.matched).toBe(1);
  });

  it('are people by their address, and tell who left and can still sign in', () => {
    const people = [staff('dana'), staff('sam'), staff('gone', { left: day('2026-05-01') })];
    const records = [
      ...people,
      mfa({ user: 'DANA@client.example' }),
      training({ person: 'ghost@client.example' }),
      account({ user: 'gone@client.example' }),
      account({ user: 'svc@client.example', userType: 'service' }),
    ];
    const [report] = reports(records);
    expect(report).toMatchObject({ rows: 3, members: 2, excluded: { count: 1 }, leaversEnabled: { count: 1 } });
    expect(column('people', 'second-factor', records)).toMatchObject({ named: 1, matched: 1, missing: { count: 1 } });
    expect(column('people', 'training', records).unmatched.count).toBe(1);
    expect(column('people', 'directory', records).named).toBe(1);
  });

  it('do not take the account of a namesake for that of somebody who left', () => {
    const [report] = reports([
      staff('ana', { displayName: 'Ana Diaz' }),
      staff('ana2', { displayName: 'Ana Diaz', left: day('2026-06-01') }),
      account({ user: 'ana@client.example', displayName: 'Ana Diaz' }),
    ]);
    expect(report?.leaversEnabled?.count).toBe(0);
  });

  it('are unknown without a list, and then nobody is missing', () => {
    const bare = { ...scope, populations: {} as typeof scope.populations };
    const [, devices] = reports([agent({ device: 'WS01' })], bare);
    expect(devices).toMatchObject({ known: false, rows: 0, members: 0 });
    expect(devices?.columns.find(({ id }) => id === 'endpoint-agent')).toMatchObject({
      named: 1,
      matched: 0,
      missing: { count: 0 },
      unmatched: { count: 1 },
    });
  });

  it('add up, whatever is handed over and in whatever order', () => {
    fc.assert(
      fc.property(
        world.chain((records) =>
          fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
        ),
        ([records, shuffled]) => {
          const all = reports([...records]);
          for (const { rows, members, duplicates, excluded, columns } of all) {
            expect(members + duplicates.count + excluded.count).toBe(rows);
            for (const { named, matched, missing, unmatched, repeated, stale } of columns) {
              expect(matched + missing.count).toBe(members);
              expect(matched + repeated.count + unmatched.count).toBe(named);
              expect(stale.count).toBeLessThanOrEqual(matched);
            }
          }
          expect(reports([...shuffled])).toEqual(all);
        },
      ),
      { numRuns: 150 },
    );
  });
});
