import { describe, expect, it } from 'vitest';
import { startingBudgets } from '../../src/budget.ts';
import type { SourceDefinition, TableReading } from '../../src/intake/contract.ts';
import { readEvidence, type Sources } from '../../src/intake/index.ts';
import { extract } from '../../src/reading.ts';
import { zipOf } from './packers.ts';
import { asset, engagement, exhibit, source } from './world.ts';

const MB = 1024 * 1024;
const CSV = 'Name,Seen\nA,2026-03-01\nB,2026-03-05\n';
const good = source([
  { shape: 'table', required: ['Name', 'Seen'], row: (row) => asset(row.text('name'), row.time('seen')) },
]);

/** A source of tables with the header `Bad`, whose rows are read by this. */
function bad(row: TableReading['row'], more: Partial<TableReading> = {}): SourceDefinition {
  return source([{ shape: 'table', required: ['Bad'], row, ...more }]);
}

const BAD = 'Bad,Number\nx,1\nx,2\nx,3\n';
const NEVER = /^(x+x+)+y$/;

/** Reads `a.csv` (bad), `b.csv` (good) and keeps what is handed over, as the pipeline does. */
async function readBoth(sources: Sources, { content = BAD, heapBytes = 512 * MB, seconds = 0.25 } = {}) {
  const names: string[] = [];
  const { reports } = await readEvidence(
    [exhibit('a.csv', content), exhibit('b.csv', CSV)],
    {
      engagement: engagement(),
      sources: { ...sources, good },
      startGuard: startingBudgets({ seconds, secondsPerMegabyte: 0, heapBytes }),
      onStartAgain: () => void names.splice(0),
    },
    (record) => names.push(record.kind === 'asset' ? record.name : record.kind),
  );
  return { names, statuses: reports.map(({ status }) => status), notes: reports.flatMap(({ notes }) => notes) };
}

describe('a file that takes too long', () => {
  it.each<[string, SourceDefinition]>([
    ['by a pattern of a row', bad(() => asset(NEVER.test('x'.repeat(60)) ? 'x' : 'y'))],
    [
      'by a loop without end',
      bad(() => {
        for (;;);
      }),
    ],
    [
      'by a loop that catches everything',
      bad(() => {
        for (;;) {
          try {
            for (;;);
          } catch {
            /* goes on */
          }
        }
      }),
    ],
    ['at its end', bad(() => asset('x'), { end: () => asset(NEVER.test('x'.repeat(60)) ? 'x' : 'y') })],
    [
      'by a pattern that recognises it',
      source([{ shape: 'text', anchors: [/^(B|a|d|,|\w)+(\w|,)+!$/], line: () => undefined }]),
    ],
  ])('%s is refused, and the next one is read', async (_, slow) => {
    const content = `Bad,${'a'.repeat(60)}\nx,1\n`;
    const { names, statuses, notes } = await readBoth({ slow }, { content });
    expect(statuses).toEqual(['refused', 'read']);
    expect(notes[0]?.message).toBe('a.csv was refused: reading it takes longer than 0 seconds.');
    expect(names).toEqual(['A', 'B']);
  });

  it('only after some of its records were out is refused all the same, and nothing of it counts', async () => {
    const { sources, content } = slowInSecondReading();
    const { names, statuses } = await readBoth(sources, { content, seconds: 1 });
    expect(statuses).toEqual(['refused', 'read']);
    expect(names).toEqual(['A', 'B']);
  });

  it('in an archive is refused alone', async () => {
    const archive = zipOf([
      { name: 'a.csv', data: BAD },
      { name: 'b.csv', data: CSV },
    ]);
    const slow = bad(() => asset(NEVER.test('x'.repeat(60)) ? 'x' : 'y'));
    const startGuard = startingBudgets({ seconds: 0.25, secondsPerMegabyte: 0, heapBytes: 512 * MB });
    const request = { engagement: engagement(), sources: { slow, good }, startGuard };
    const { reports, records } = await extract(exhibit('x.zip', archive), request);
    expect(reports.map(({ status }) => status)).toEqual(['read', 'refused', 'read']);
    expect(records.length).toBe(2);
  });

  it('is told to whoever cannot forget what was handed over', async () => {
    const { sources, content } = slowInSecondReading();
    const startGuard = startingBudgets({ seconds: 1, secondsPerMegabyte: 0, heapBytes: 512 * MB });
    const request = { engagement: engagement(), sources, startGuard };
    const reading = readEvidence([exhibit('a.csv', content)], request, () => undefined);
    await expect(reading).rejects.toMatchObject({ code: 'exhibit-broken-off' });
  });
});

/** Large enough to be read twice, and in no haste before its last row is understood when records are out already. */
function slowInSecondReading() {
  const rows = 30_000;
  let met = 0;
  const slow = bad((row) => {
    met += 1;
    if (row.text('number') === String(rows) && met > rows) NEVER.test('x'.repeat(60));
    return asset('bad', row.time('seen'));
  });
  const lines = Array.from({ length: rows }, (_, i) => `x,${i + 1},02/03/2026\n`);
  return { sources: { slow }, content: `Bad,Number,Seen\n${lines.join('')}` };
}

describe('a file that takes too much memory', () => {
  it('is refused, and the next one is read', async () => {
    const kept: string[][] = [];
    const hungry = bad((row) => {
      kept.push(Array.from({ length: 2_000 }, (_, i) => `${row.text('number')} ${i}`));
      return asset('bad');
    });
    const content = `Bad,Number\n${Array.from({ length: 200_000 }, (_, i) => `x,${i}\n`).join('')}`;
    const { names, statuses, notes } = await readBoth({ hungry }, { content, heapBytes: 32 * MB, seconds: 60 });
    expect(kept.length).toBeLessThan(200_000);
    expect(statuses).toEqual(['refused', 'read']);
    expect(notes[0]?.message).toBe('a.csv was refused: reading it takes more than 32 MB of memory.');
    expect(names).toEqual(['A', 'B']);
  });

  it('is not one that only leaves much behind for the collector', async () => {
    const wasteful = bad(() => asset(String(Array.from({ length: 1_000 }, (_, i) => i).length)));
    const content = `Bad,Number\n${Array.from({ length: 4_000 }, (_, i) => `x,${i}\n`).join('')}`;
    const { statuses } = await readBoth({ wasteful }, { content, heapBytes: 32 * MB, seconds: 60 });
    expect(statuses).toEqual(['read', 'read']);
  });
});

it('gives a longer file more time', async () => {
  const startGuard = startingBudgets({ seconds: 0, secondsPerMegabyte: 1, heapBytes: 512 * MB });
  const guard = startGuard();
  expect(() => guard.step(() => 1)).toThrow('longer than 0 seconds');
  expect(guard.step(() => 1, MB)).toBe(1);
});

it('passes on what the work throws, and what it gives', () => {
  const guard = startingBudgets()();
  expect(guard.step(() => guard.step(() => 'inner'))).toBe('inner');
  expect(() => guard.step(() => JSON.parse('{'))).toThrow(SyntaxError);
});
