import { describe, expect, it } from 'vitest';
import type { TableReading } from '../../src/intake/contract.ts';
import { readEvidence } from '../../src/intake/index.ts';
import { type CivilDate, civilDate } from '../../src/kernel/civil-date.ts';
import { asset, engagement, exhibit, read, source } from './world.ts';

const table = (more: Partial<TableReading> = {}) => ({
  t: source([
    { shape: 'table', required: ['Name', 'Seen'], row: (row) => asset(row.text('Name'), row.time('Seen')), ...more },
  ]),
});
const rows = (count: number, row: (i: number) => string) =>
  `Name,Seen\n${Array.from({ length: count }, (_, i) => row(i)).join('\n')}\n`;

describe('rows that cannot be used', () => {
  it('cost themselves only; the first five are told, the rest counted', async () => {
    const { report, names } = await read(
      exhibit(
        'a.csv',
        rows(10, (i) => (i < 8 ? `-,${i}` : `N${i},2026-01-0${i}`)),
      ),
      table(),
    );
    expect([names, report.records, report.rejected]).toEqual([['N8', 'N9'], 2, 8]);
    const rejected = report.notes.filter(({ code }) => code === 'row-rejected');
    expect(rejected.map(({ place }) => place?.row)).toEqual([1, 2, 3, 4, 5]);
    expect(report.notes.find(({ code }) => code === 'rows-rejected-more')?.message).toContain('3 more rows');
  });

  it('are also those that a reading stumbles over', async () => {
    const stumbling = table({
      row: (row) => asset(row.text('Name')?.at(0) === 'B' ? (undefined as unknown as { name: string }).name : 'A'),
    });
    const { report, names } = await read(
      exhibit(
        'a.csv',
        rows(2, (i) => `${'AB'[i]},x`),
      ),
      stumbling,
    );
    expect([report.status, names, report.rejected]).toEqual(['read', ['A'], 1]);
    expect(report.notes[0]?.message).toContain('TypeError');
  });
});

describe('numbers of rows', () => {
  it.each([
    [999, true],
    [998, false],
    [1000, true],
    [1001, false],
  ])('%i look cut off: %s', async (count, cut) => {
    const { codes } = await read(
      exhibit(
        'a.csv',
        rows(count, (i) => `N${i},2026-01-01`),
      ),
      table(),
    );
    expect(codes.includes('page-cap')).toBe(cut);
  });

  it('that the file states are compared with those that it holds', async () => {
    const stating = table({ produced: () => ({ tool: 'T', rowsStated: 24 }) });
    const { report } = await read(
      exhibit(
        'a.csv',
        rows(3, (i) => `N${i},2026-01-01`),
      ),
      stating,
    );
    expect(report.notes.find(({ code }) => code === 'rows-differ')?.message).toContain('states 24 rows and holds 3');
    expect(report.produced).toEqual({ tool: 'T', rowsStated: 24 });
  });
});

describe('times', () => {
  it('without a zone are counted, and one day-first date decides for the whole file', async () => {
    const { records, codes, report } = await read(
      exhibit(
        'a.csv',
        rows(3, (i) => `N${i},${['03/04/2026 10:00', '04/05/2026 10:00', '25/12/2025 10:00'][i]}`),
      ),
      table(),
    );
    expect(records.map(({ observed }) => new Date(observed.instant ?? 0).toISOString().slice(0, 10))).toEqual([
      '2026-04-03',
      '2026-05-04',
      '2025-12-25',
    ]);
    expect(codes).toEqual(['zone-assumed']);
    expect(report.notes[0]?.message).toContain('3 times have no zone; America/Chicago was assumed');
    expect(report.covers).toEqual({ from: '2025-12-25', to: '2026-05-04' });
  });

  it('that nobody can tell stay unknown', async () => {
    const { records, codes, report } = await read(
      exhibit(
        'a.csv',
        rows(2, (i) => `N${i},0${i + 3}/05/2026`),
      ),
      table(),
    );
    expect([records.map(({ observed }) => observed.instant), codes, report.covers]).toEqual([
      [undefined, undefined],
      ['date-order-unknown'],
      null,
    ]);
  });

  it('that are no times are told with the first of them', async () => {
    const { report } = await read(
      exhibit(
        'a.csv',
        rows(3, (i) => `N${i},soon${i}`),
      ),
      table(),
    );
    expect(report.notes.map(({ message }) => message)).toEqual([
      '3 texts could not be read as times and were left undated, the first: "soon0".',
    ]);
  });

  it('after the as-of date are told, also when another one is asked for', async () => {
    const file = exhibit(
      'a.csv',
      rows(1, () => 'A,2026-10-20T00:00:00Z'),
    );
    expect((await read(file, table())).codes).toEqual(['time-in-future']);
    const later = civilDate('2026-10-21') as CivilDate;
    const { reports } = await readEvidence(
      [file],
      { engagement: engagement(), sources: table(), asOf: later },
      () => undefined,
    );
    expect(reports[0]?.notes).toEqual([]);
  });
});

it('hands over records without fields that are undefined, with the place of their row and whose export they are', async () => {
  const { records } = await read(
    exhibit(
      'a.csv',
      rows(1, () => 'A,2026-01-01T00:00:00Z'),
    ),
    table({
      row: (row) => ({
        kind: 'asset',
        observed: row.time('Seen'),
        strength: 'C',
        name: 'A',
        type: 'device',
        status: 'in-use',
        serial: undefined as unknown as string,
      }),
    }),
  );
  expect(Object.keys(records[0] ?? {}).sort()).toEqual([
    'exportedBy',
    'from',
    'kind',
    'name',
    'observed',
    'status',
    'strength',
    'type',
  ]);
  expect(records[0]).toMatchObject({ from: { path: 'a.csv', row: 1 }, exportedBy: 'Tool' });
});

it("takes what a person states for nobody's export", async () => {
  const { records } = await read(
    exhibit(
      'a.csv',
      rows(1, () => 'A,2026-01-01T00:00:00Z'),
    ),
    table({
      row: (row) => ({
        kind: 'asset',
        observed: row.time('Seen'),
        strength: 'A',
        name: 'A',
        type: 'device',
        status: 'in-use',
      }),
    }),
  );
  expect(records[0]).not.toHaveProperty('exportedBy');
});
