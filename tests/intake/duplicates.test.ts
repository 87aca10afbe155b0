import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { markOfText, markOfValue } from '../../src/intake/duplicates/mark.ts';
import { markTable } from '../../src/intake/duplicates/mark-table.ts';
import { startSeeingRecords } from '../../src/intake/duplicates/records.ts';
import { startSeeingRows } from '../../src/intake/duplicates/rows.ts';
import { readEvidence } from '../../src/intake/index.ts';
import type { Exhibit, ExhibitReport } from '../../src/model/exhibit.ts';
import { UNDATED } from '../../src/model/observed.ts';
import type { EvidenceRecord } from '../../src/model/record.ts';
import fc from '../house/fast-check.ts';
import { asset, engagement, exhibit, source } from './world.ts';

const table = source([
  { shape: 'table', required: ['Name', 'Seen'], row: (row) => asset(row.text('Name'), row.time('Seen')) },
]);
/** A list of updates that says neither of which machine nor when. */
const missing = source([
  {
    shape: 'text',
    anchors: [/^KB\d+/],
    line: ({ text }, file) =>
      /^KB\d+$/.test(text)
        ? {
            kind: 'patch-state',
            strength: 'R',
            observed: file.asStated,
            device: file.said.system,
            patch: text,
            state: 'missing',
            verbatim: text,
          }
        : undefined,
  },
]);
const sources = { table, missing };

async function readAll(files: readonly Exhibit[], asked = engagement()) {
  const records: EvidenceRecord[] = [];
  const { reports } = await readEvidence(files, { engagement: asked, sources }, (record) => records.push(record));
  return { records, reports, told: reports.map(tell) };
}

function tell({ path, records, duplicates, notes }: ExhibitReport): unknown {
  return [
    path,
    records,
    duplicates.rows,
    duplicates.of.map(({ path: of, records: n }) => `${n} in ${of}`),
    notes.map(({ code }) => code).filter((code) => code !== 'zone-assumed'),
  ];
}

const csv = (...rows: string[]) => `Name,Seen\n${rows.join('\n')}\n`;
const DAYS = ['A,2026-03-01', 'B,2026-03-02', 'C,2026-03-03', 'D,2026-03-04'];

describe('rows that are the same to the letter', () => {
  it('are one, and it is told how many there were', async () => {
    const { records, told, reports } = await readAll([
      exhibit('a.csv', csv('A,2026-03-01', 'B,2026-03-02', 'A,2026-03-01', '"A",2026-03-01')),
    ]);
    expect(told).toEqual([['a.csv', 3, 1, [], ['rows-repeated']]]);
    expect(records.map(({ from }) => from.row)).toEqual([1, 2, 4]);
    expect(reports[0]?.completeness.rows).toBe(4);
  });

  it('that differ in a column which nobody reads are two', async () => {
    const { records } = await readAll([exhibit('a.csv', 'Name,Seen,Port\nA,2026-03-01,80\nA,2026-03-01,443\n')]);
    expect(records).toHaveLength(2);
  });
});

describe('two exports of one report', () => {
  it.each([
    ['in another order', csv(...DAYS.toReversed())],
    ['with other line ends', csv(...DAYS).replaceAll('\n', '\r\n')],
    ['with a mark in front', `\ufeff${csv(...DAYS)}`],
    ['in UTF-16', Buffer.from(`\ufeff${csv(...DAYS)}`, 'utf16le')],
    [
      'quoted, with semicolons',
      csv(...DAYS)
        .replace(/([^,\n]+)/g, '"$1"')
        .replaceAll(',', ';'),
    ],
    [
      'with one more column',
      csv(...DAYS)
        .replace('Seen', 'Seen,Site')
        .replace(/(\d)$/gm, '$1,North'),
    ],
    ['with its dates in another form', csv(...DAYS).replace(/2026-03-0(\d)/g, '0$1 Mar 2026')],
    ['packed', gzipSync(csv(...DAYS))],
  ])('%s count once', async (_, again) => {
    const { records, told } = await readAll([exhibit('a.csv', csv(...DAYS)), exhibit('b.csv', again)]);
    expect(records.map(({ from }) => from.path)).toEqual(['a.csv', 'a.csv', 'a.csv', 'a.csv']);
    const packed = Buffer.isBuffer(again) && again[0] === 0x1f;
    expect(told[1]).toEqual(
      packed ? ['b.csv', 0, 0, [], ['exhibit-duplicate']] : ['b.csv', 4, 0, ['4 in a.csv'], ['counted-before']],
    );
  });

  it('of overlapping months add what is new, and say which file had the rest', async () => {
    const files = [
      exhibit('1.csv', csv(...DAYS.slice(0, 2))),
      exhibit('2.csv', csv(...DAYS.slice(1, 3))),
      exhibit('3.csv', csv(...DAYS)),
    ];
    const { records, told } = await readAll(files);
    expect(records.map(({ from }) => `${from.path} ${from.row}`)).toEqual(['1.csv 1', '1.csv 2', '2.csv 2', '3.csv 4']);
    expect(told.slice(1)).toEqual([
      ['2.csv', 2, 0, ['1 in 1.csv'], ['counted-before']],
      ['3.csv', 4, 0, ['2 in 1.csv', '1 in 2.csv'], ['counted-before', 'counted-before']],
    ]);
  });

  it('keep apart what one of them holds twice with a difference that no record tells', async () => {
    const ports = 'Name,Seen,Port\nA,2026-03-01,80\nA,2026-03-01,443\n';
    const { records } = await readAll([exhibit('a.csv', ports), exhibit('b.csv', ports.replaceAll('\n', '\r\n'))]);
    expect(records).toHaveLength(2);
  });

  it('are two when a person says that they were made of two machines, or on two days', async () => {
    const lists = [exhibit('a.txt', 'KB1\nKB2\n'), exhibit('b.txt', 'KB1\nKB2\n')];
    expect((await readAll(lists)).records).toHaveLength(2);
    expect((await readAll(lists, engagement({}, { 'b.txt': { system: 'WS02' } }))).records).toHaveLength(4);
    expect((await readAll(lists, engagement({}, { 'b.txt': { observedOn: '2026-03-01' } }))).records).toHaveLength(4);
  });

  it('that name neither subject nor time are compared as a whole: two machines may miss the same update', async () => {
    const [all, again, other] = ['KB1\nKB2\nKB3\n', 'KB3\nKB2\nKB1\n', 'KB1\nKB2\n'];
    const { records, told } = await readAll([exhibit('a.txt', all), exhibit('b.txt', again), exhibit('c.txt', other)]);
    expect(records.map(({ from }) => from.path)).toEqual(['a.txt', 'a.txt', 'a.txt', 'c.txt', 'c.txt']);
    expect(told[1]).toEqual(['b.txt', 3, 0, ['3 in a.txt'], ['counted-before']]);
  });
});

describe('long exports of one source', () => {
  const many = Array.from({ length: 22_000 }, (_, i) => `PC-${i},2026-03-0${(i % 9) + 1}`);
  const again = csv(...many.toReversed(), 'NEW,2026-03-01');

  it('count once as well, though of the first only the beginning is remembered until there is a second', async () => {
    const files = [
      exhibit('a.csv', csv(...many)),
      exhibit('b.csv', again),
      exhibit('c.csv', csv(...many, 'C,2026-03-02')),
    ];
    const { records, told } = await readAll(files);
    expect(records.slice(22_000).map(({ from }) => `${from.path} ${from.row}`)).toEqual(['b.csv 22001', 'c.csv 22001']);
    expect(told).toEqual([
      ['a.csv', 22_000, 0, [], []],
      ['b.csv', 22_001, 0, ['22000 in a.csv'], ['counted-before']],
      ['c.csv', 22_001, 0, ['22000 in a.csv'], ['counted-before']],
    ]);
  });

  it('are not compared with what cannot be read once more, and that is told', async () => {
    const whole = exhibit('a.csv', csv(...many));
    const broken = exhibit('a.csv', `${csv(...many)}"open`);
    let opened = 0;
    const opening = (from: (time: number) => Exhibit): Exhibit => ({
      ...whole,
      open: () => {
        opened += 1;
        return from(opened).open();
      },
    });
    await readAll([opening(() => whole)]);
    const once = opened;
    const files = [opening((time) => (time > once * 2 ? broken : whole)), exhibit('b.csv', again)];
    const { records, reports } = await readAll(files);
    expect(reports.map(({ status }) => status)).toEqual(['read', 'read']);
    const uncompared = reports[1]?.notes.find(({ code }) => code === 'duplicates-unchecked');
    expect(uncompared?.message).toMatch(/^2000 rows/);
    expect(records.length).toBeGreaterThanOrEqual(22_001);
  });
});

it('lets the authoritative list count whole, whatever else holds its rows', async () => {
  const files = [exhibit('a.csv', csv(...DAYS)), exhibit('z.csv', csv(...DAYS.toReversed()))];
  const { records, told } = await readAll(files, { ...engagement(), populations: { devices: 'z.csv' } });
  expect([...new Set(records.map(({ from }) => from.path))]).toEqual(['z.csv']);
  expect(told.map((one) => (one as unknown[])[0])).toEqual(['a.csv', 'z.csv']);
});

it('hands over the same records whatever the order of rows and files, and however windows overlap', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => `${'ABCD'[i % 4]},2026-03-${String(10 + (i >> 1))}`);
  const window = fc.tuple(fc.nat(11), fc.nat(11)).map(([x, y]) => rows.slice(Math.min(x, y), Math.max(x, y) + 1));
  const shuffled = window.chain((some) => fc.shuffledSubarray(some, { minLength: some.length }));
  await fc.assert(
    fc.asyncProperty(fc.array(shuffled, { minLength: 1, maxLength: 4 }), fc.boolean(), async (windows, reversed) => {
      const files = windows.map((some, i) => exhibit(`${i}.csv`, csv(...some)));
      const { records } = await readAll(reversed ? files.toReversed() : files);
      const names = records.map((record) => `${record.kind === 'asset' ? record.name : ''},${record.observed.raw}`);
      expect(names.toSorted()).toEqual([...new Set(windows.flat())].toSorted());
    }),
    { numRuns: 60 },
  );
});

describe('what is remembered', () => {
  it('has its limits, which are told', () => {
    const rows = startSeeingRows(2);
    expect(['a', 'b', 'c', 'a', 'c'].map((text) => rows.repeats(markOfText(text)))).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
    expect([rows.repeated, rows.unchecked]).toEqual([1, 2]);
    const seen = startSeeingRecords(1);
    const handed: string[] = [];
    const record = (name: string): EvidenceRecord => ({
      kind: 'asset',
      from: { path: 'x' },
      observed: UNDATED,
      strength: 'C',
      name,
      type: 'device',
      status: 'in-use',
    });
    for (const path of ['1', '2']) {
      const file = seen.startFile({ path, source: 's' });
      for (const name of ['A', 'B']) file.take(record(name), () => handed.push(`${path}${name}`));
      expect([file.unchecked, file.end(() => undefined).records]).toEqual([1, path === '1' ? 0 : 1]);
    }
    expect(handed).toEqual(['1A', '1B', '2B']);
  });

  it('finds each of many marks again after it has grown', () => {
    const table = markTable(100_000);
    const places = Array.from({ length: 20_000 }, (_, i) => table.placeOf(markOfText(`row ${i}`)));
    expect([table.size, places.includes(undefined)]).toEqual([20_000, false]);
    for (let i = 0; i < 20_000; i += 1) table.placeOf(markOfText(`row ${i}`));
    expect(table.size).toBe(20_000);
  });

  it('tells values apart by what they hold and not by their order', () => {
    const same = (a: unknown, b: unknown) => JSON.stringify(markOfValue(a)) === JSON.stringify(markOfValue(b));
    expect(same({ a: 1, b: ['x', 'y'] }, { b: ['y', 'x'], a: 1, c: undefined })).toBe(true);
    expect([
      same({ a: 1 }, { a: '1' }),
      same(['x', 'x'], ['x']),
      same({ a: 'b' }, { b: 'a' }),
      same([['a'], 'b'], ['a', ['b']]),
    ]).toEqual([false, false, false, false]);
  });
});
