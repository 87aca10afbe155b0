import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../src/intake/encoding.ts';
import { unguarded } from '../../src/intake/guard.ts';
import { LIMITS, readEvidence } from '../../src/intake/index.ts';
import { textFile } from '../../src/intake/text-file.ts';
import { readSubtrees } from '../../src/intake/xml.ts';
import { type XmlNode, xpathOf } from '../../src/intake/xml-node.ts';
import { asset, engagement, exhibit, read, source } from './world.ts';

const UTF_8: Encoding = { name: 'utf-8', bomBytes: 0, fallback: false };

/** More rows than wait for the end of their file. */
const MANY = 12_000;

const tool = source([
  {
    shape: 'table',
    required: ['Name', 'Seen'],
    row: (row) => asset(row.text('Name'), row.time('Seen')),
  },
]);

function table(rows: readonly string[]): string {
  return `Name,Seen\n${rows.join('\n')}\n`;
}

const rows = Array.from(
  { length: MANY },
  (_, index) => `PC-${index},2026-03-04 10:${String(index % 60).padStart(2, '0')}`,
);

describe.each([
  ['that is handed over as it is read', false],
  ['of which nothing is handed over before its end was seen', true],
])('a file of more rows than wait for its end, %s', (_, isCareful) => {
  const reading = (content: string, more: { engagement?: ReturnType<typeof engagement> } = {}) =>
    read(exhibit('a.csv', content), { tool }, { ...more, isCareful });

  it('hands over each of its records once, in order', async () => {
    const { names, report } = await reading(table(rows));
    expect(names).toEqual(rows.map((row) => row.split(',')[0]));
    expect([report.records, report.rejected]).toEqual([MANY, 0]);
  });

  it('hands over nothing when it breaks off at its end', async () => {
    const { names, report } = await reading(`${table(rows)}"PC-X,2026-03-04`);
    expect([names, report.status]).toEqual([[], 'unreadable']);
  });

  it.each([
    ['dmy', '25/04/2026', '2026-06-05'],
    ['mdy', '04/25/2026', '2026-05-06'],
  ])('reads a date of two meanings, met late, in the order %s that a later row tells', async (_, telling, meant) => {
    const late = [...rows, 'LATE,05/06/2026', `TELLS,${telling}`];
    const { records, names } = await reading(table(late));
    expect(names).toEqual(late.map((row) => row.split(',')[0]));
    expect(records.at(-2)?.observed).toMatchObject({ raw: '05/06/2026', instant: Date.parse(`${meant}T05:00:00Z`) });
  });

  it('reads dates as a short file with the same rows does, in whatever order its rows come', async () => {
    const dates = ['05/06/2026', '2026-03-04', '13/06/2026', '01/02/2026', '7.3.2026'];
    const some = dates.map((date, index) => `D-${index},${date}`);
    const short = await reading(table(some));
    const days = (records: typeof short.records) =>
      records.flatMap((record) =>
        record.kind === 'asset' && record.name.startsWith('D-') ? [`${record.name} ${record.observed.instant}`] : [],
      );
    for (const all of [
      [...some, ...rows],
      [...rows, ...some],
      [...rows, ...some.toReversed()],
    ]) {
      const long = await reading(table(all));
      expect(days(long.records).sort()).toEqual(days(short.records).sort());
    }
  });

  it('assumes the order of the engagement only where no row tells it, and says so', async () => {
    const late = [...rows, 'LATE,05/06/2026'];
    const stated = engagement({ dateOrder: 'dmy' });
    const { records, codes } = await reading(table(late), { engagement: stated });
    expect(records.at(-1)?.observed).toMatchObject({ orderAssumed: true, instant: Date.parse('2026-06-05T05:00:00Z') });
    expect(codes).toContain('date-order-assumed');
  });
});

it('starts again once at most for files that break off late', async () => {
  const names: string[] = [];
  let started = 0;
  const broken = (path: string) => exhibit(path, `${table(rows)}"X`);
  const { reports } = await readEvidence(
    [broken('a.csv'), exhibit('b.csv', table(rows)), broken('c.csv'), broken('d.csv')],
    {
      engagement: engagement(),
      sources: { tool },
      onStartAgain: () => {
        started += 1;
        names.length = 0;
      },
    },
    (record) => names.push(record.kind === 'asset' ? record.name : ''),
  );
  expect(reports.map(({ status }) => status)).toEqual(['unreadable', 'read', 'unreadable', 'unreadable']);
  expect([names.length, started]).toEqual([MANY, 1]);
});

it.each([3, 25_000])('knows what stands at the end of an XML file from its first of %i elements', async (count) => {
  const ends: (string | undefined)[] = [];
  const hosts = Array.from({ length: count }, (_, index) => `<host name="H${index}"/>`).join('\n');
  const scan = source([
    {
      shape: 'xml',
      root: 'Scan',
      elements: ['host'],
      element: (host, file) => {
        const end = file.document.text('finished/@at');
        if (host.text('@name') === 'H0') ends.push(end);
        return asset(host.text('@name'), file.time(end));
      },
    },
  ]);
  const file = exhibit('a.xml', `<Scan>${hosts}<finished at="2026-03-04T10:00:00Z"/></Scan>`);
  const { records } = await read(file, { scan });
  expect(records).toHaveLength(count);
  expect(records.every(({ observed }) => observed.raw === '2026-03-04T10:00:00Z')).toBe(true);
  expect(ends.at(-1)).toBe('2026-03-04T10:00:00Z');
});

it.each([
  false,
  true,
])('asks an XML file once more when only a late row asks for what stands at its end (careful: %s)', async (isCareful) => {
  const hosts = Array.from({ length: 25_000 }, (_, index) => `<host name="H${index}"/>`);
  const scan = source([
    {
      shape: 'xml',
      root: 'Scan',
      elements: ['host'],
      element: (host, file) => {
        const name = host.text('@name');
        return asset(name, file.time(name === 'H24000' ? file.document.text('finished/@at') : undefined));
      },
    },
  ]);
  const content = (at: string) => `<Scan>${hosts.join('')}<finished at="${at}"/></Scan>`;
  const { records, names } = await read(exhibit('a.xml', content('2026-03-04T10:00:00Z')), { scan }, { isCareful });
  expect(names).toEqual(hosts.map((_, index) => `H${index}`));
  expect(records.filter(({ observed }) => observed.raw !== null).map(({ observed }) => observed.raw)).toEqual([
    '2026-03-04T10:00:00Z',
  ]);
  const dayFirst = await read(exhibit('a.xml', content('25/04/2026')), { scan }, { isCareful });
  expect(dayFirst.names).toHaveLength(25_000);
  expect(dayFirst.records[24_000]?.observed.instant).toBe(Date.parse('2026-04-25T05:00:00Z'));
});

it('makes no nodes of elements that only have to be well-formed', async () => {
  const content = `<Scan>${'<host><a/></host>'.repeat(10)}<end/></Scan>`;
  const file = textFile(exhibit('a.xml', content), UTF_8, { limits: LIMITS, guard: unguarded() });
  const met: string[] = [];
  let root: XmlNode | undefined;
  await readSubtrees(file, new Set(['host']), {
    root: (node) => {
      root = node;
    },
    subtree: (node, held) => met.push(`${xpathOf(node)} ${held}`),
    wantsMore: () => met.length < 2,
  });
  expect(met).toEqual(['/Scan/host[1] 2', '/Scan/host[2] 2']);
  expect(root?.children.map(({ name }) => name)).toEqual(['end']);
});
