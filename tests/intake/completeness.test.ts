import { describe, expect, it } from 'vitest';
import type { JsonReading, SourceDefinition, TableReading } from '../../src/intake/contract.ts';
import { pagingOf } from '../../src/intake/paging.ts';
import { Engagement } from '../../src/model/engagement.ts';
import { asset, engagement, exhibit, read, source } from './world.ts';

const table = (more: Partial<TableReading> = {}, paging: SourceDefinition['paging'] = undefined) => ({
  t: {
    ...source([{ shape: 'table', required: ['Name', 'Seen'], row: (row) => asset(row.text('Name')), ...more }]),
    ...(paging && { paging }),
  },
});
const json = (more: Partial<JsonReading> = {}, paging: SourceDefinition['paging'] = undefined) => ({
  j: {
    ...source([
      {
        shape: 'json',
        items: ['value', 'hits.hits', ''],
        required: ['name'],
        item: (item) => asset(item.text('name')),
        ...more,
      },
    ]),
    ...(paging && { paging }),
  },
});
const rows = (count: number) => `Name,Seen\n${Array.from({ length: count }, (_, i) => `N${i},x`).join('\n')}\n`;
const list = (around: object) => JSON.stringify({ ...around, value: [{ name: 'A' }, { name: 'B' }] });

async function completeness(content: string, sources: Record<string, SourceDefinition>, said: object = {}) {
  const { report, codes } = await read(exhibit('a', content), sources, { engagement: engagement({}, { a: said }) });
  const { state, rows: held, stated, statedBy, shortfalls } = report.completeness;
  return {
    state,
    rows: held,
    stated,
    statedBy,
    shortfalls,
    codes: codes.filter((code) => code !== 'zone-assumed'),
    report,
  };
}

describe('the envelope around a list', () => {
  it.each([
    [{ '@odata.nextLink': 'https://graph.example/next' }, true, undefined],
    [{ '@odata.count': 2 }, false, 2],
    [{ NextToken: 'abc' }, true, undefined],
    [{ NextToken: null, IsTruncated: false }, false, undefined],
    [{ IsTruncated: true }, true, undefined],
    [{ isLast: false, startAt: 0, maxResults: 50, total: 120 }, true, 120],
    [{ metadata: { next_offset: 100, total_objects: 250 } }, true, 250],
    [{ page: { number: 0, size: 10, totalPages: 7, totalResources: 61 } }, false, 61],
    [{ page: { totalPages: 3 } }, true, undefined],
    [{ page: { totalPages: 1 } }, false, undefined],
    [{ meta: { pagination: { offset: 2, limit: 2, total: 9 } } }, false, 9],
    [{ links: { next: 'https://api.example/?page=2' } }, true, undefined],
    [{ _links: { next: { href: '/p2' } } }, true, undefined],
    [{ total: 90, subtotal: 24, page: 1, per_page: 20 }, false, 24],
    // A total of anything, and words that only look like pages.
    [{ total: 90 }, false, undefined],
    [{ next: 'Review in May', nextPage: null }, false, undefined],
  ])('%j', (around, more, total) => {
    const paging = pagingOf(around);
    expect([paging.more, paging.total]).toEqual([more, total]);
  });

  it('may say that the service stopped counting', () => {
    expect(pagingOf({ hits: { total: { value: 10_000, relation: 'gte' }, hits: [] } })).toEqual({
      more: false,
      capped: true,
      total: 10_000,
    });
  });
});

describe('a file', () => {
  it('that says nothing of its number of rows is not said to be whole', async () => {
    expect(await completeness(rows(3), table())).toMatchObject({
      state: 'unsaid',
      rows: 3,
      stated: null,
      shortfalls: [],
    });
  });

  it('is whole when it holds what it states, also at a page limit', async () => {
    const stating = table({ produced: () => ({ rowsStated: 1000 }) });
    expect(await completeness(rows(1000), stating)).toMatchObject({ state: 'whole', statedBy: 'file', codes: [] });
    expect(await completeness(rows(400), stating)).toMatchObject({
      state: 'partial',
      shortfalls: ['rows-missing'],
      codes: ['rows-differ'],
    });
    expect(await completeness(rows(1001), stating)).toMatchObject({ state: 'suspect', shortfalls: ['rows-too-many'] });
  });

  it('is suspect at a page limit of everybody, and at multiples of its own tool', async () => {
    expect(await completeness(rows(1000), table())).toMatchObject({
      state: 'suspect',
      shortfalls: ['page-cap'],
      codes: ['page-cap'],
    });
    expect(await completeness(rows(200), table())).toMatchObject({ state: 'unsaid' });
    expect(await completeness(rows(200), table({}, { sizes: [100] }))).toMatchObject({
      state: 'suspect',
      codes: ['page-cap'],
    });
  });

  it('is partial when it names a next page, unless that holds older reports', async () => {
    const next = list({ '@odata.nextLink': 'https://graph.example/next' });
    expect(await completeness(next, json())).toMatchObject({
      state: 'partial',
      shortfalls: ['more-pages'],
      codes: ['more-pages'],
    });
    expect(await completeness(next, json({}, { older: true }))).toMatchObject({ state: 'unsaid', codes: [] });
    expect(await completeness(list({ '@odata.count': 2 }), json())).toMatchObject({
      state: 'whole',
      stated: 2,
      statedBy: 'file',
    });
    expect(await completeness(list({ '@odata.count': 5 }), json())).toMatchObject({
      state: 'partial',
      codes: ['rows-differ'],
    });
    const capped = '{"hits":{"total":{"value":2,"relation":"gte"},"hits":[{"name":"A"},{"name":"B"}]}}';
    expect(await completeness(capped, json())).toMatchObject({ state: 'partial', codes: ['cut-off'] });
  });

  it('that is itself the only item has no envelope', async () => {
    expect(await completeness('{"name":"A","nextPage":"x","totalCount":7}', json())).toMatchObject({
      state: 'unsaid',
      codes: [],
    });
  });

  it('is partial when it ends inside a row', async () => {
    expect(await completeness('Name,Seen\nA,x\nB,y\nC', table())).toMatchObject({ state: 'unsaid' });
    expect(await completeness('Name,Seen,Site\nA,x,1\nB,y,2\nC,z', table())).toMatchObject({
      state: 'partial',
      shortfalls: ['cut-off'],
    });
  });

  it('is suspect when its own sum is another than that of its rows', async () => {
    const summing = table({ produced: () => ({ totals: [{ of: 'failed jobs', stated: 4, read: 3 }] }) });
    const { codes, report, state } = await completeness(rows(3), summing);
    expect([state, codes]).toEqual(['suspect', ['total-differs']]);
    expect(report.notes[0]?.message).toBe('The file sums up 4 failed jobs, and its rows come to 3.');
  });
});

describe('what a person adds', () => {
  const by = { by: 'Priya Nair', because: 'console of 14 July' };

  it('stands apart from what the file says, with who and why', async () => {
    const { report } = await completeness(rows(3), table({ produced: () => ({ tool: 'Backup' }) }), {
      ...by,
      produced: { version: '12.1', runBy: 'svc-backup' },
    });
    expect([report.produced, report.said]).toEqual([
      { tool: 'Backup' },
      { ...by, produced: { version: '12.1', runBy: 'svc-backup' } },
    ]);
    expect(report.notes).toEqual([]);
  });

  it('settles a suspicion, and never what the file itself says', async () => {
    const said = (rowsStated: number) => ({ ...by, produced: { rowsStated } });
    expect(await completeness(rows(1000), table(), said(1000))).toMatchObject({
      state: 'whole',
      statedBy: 'person',
      codes: [],
    });
    expect(await completeness(rows(1000), table(), said(1200))).toMatchObject({
      state: 'partial',
      codes: ['page-cap', 'rows-said-differ'],
    });
    expect(
      await completeness(list({ '@odata.nextLink': 'https://graph.example/next' }), json(), said(3)),
    ).toMatchObject({ state: 'partial' });
    const stating = table({ produced: () => ({ rowsStated: 24 }) });
    expect(await completeness(rows(3), stating, said(3))).toMatchObject({
      state: 'partial',
      stated: 24,
      statedBy: 'file',
      codes: ['rows-differ'],
    });
  });

  it('is noted where it contradicts the file', async () => {
    const own = table({ produced: () => ({ tool: 'Backup  Server', tenant: 't-1' }) });
    const { report } = await completeness(rows(3), own, { ...by, produced: { tool: 'backup server', tenant: 't-2' } });
    expect(report.notes.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'produced-differs: Priya Nair states "t-2" as tenant, and the file says "t-1".',
    ]);
    expect(report.produced.tenant).toBe('t-1');
  });

  it('needs a name and a reason', () => {
    const entry = (said: object) =>
      Engagement.safeParse({ ...engagement(), exhibits: { a: { produced: { tool: 'x' }, ...said } } });
    expect([entry({}).success, entry({ by: 'P' }).success, entry(by).success]).toEqual([false, false, true]);
    expect(entry({}).error?.issues[0]?.message).toContain('who says so ("by")');
  });
});
