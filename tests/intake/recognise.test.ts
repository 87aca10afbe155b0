import { describe, expect, it } from 'vitest';
import type { Reading, TableReading } from '../../src/intake/contract.ts';
import { recognise } from '../../src/intake/index.ts';
import { asset, engagement, exhibit, read, source } from './world.ts';

const table = (more: Partial<TableReading>): TableReading => ({
  shape: 'table',
  required: ['Name'],
  row: (row) => asset(row.text('name')),
  ...more,
});
const status = async (content: string, ...reads: Reading[]) =>
  (await read(exhibit('a', content), { s: source(reads) })).report.status;

describe('what makes a file a source’s', () => {
  const content = 'Name,Kind,Extra\nA,vm,1\n';
  it.each([
    ['all required headers', table({ required: ['name', 'KIND'] }), 'read'],
    ['not only some of them', table({ required: ['Name', 'Other'] }), 'unrecognised'],
    ['one of several names', table({ required: [['Other', 'Kind']] }), 'read'],
    ['no forbidden header', table({ forbidden: ['extra'] }), 'unrecognised'],
    ['no header beyond those that are listed', table({ onlyAlso: ['Kind'] }), 'unrecognised'],
    ['only headers that are listed', table({ onlyAlso: ['Kind', 'Extra'] }), 'read'],
    ['a value that occurs', table({ where: { Kind: /^vm$/ } }), 'read'],
    ['not a value that does not', table({ where: { Kind: /^pod$/ } }), 'unrecognised'],
    ['not a value of a column that is not there', table({ where: { Other: /./ } }), 'unrecognised'],
  ])('%s', async (_, reading, expected) => {
    expect(await status(content, reading)).toBe(expected);
  });

  it('is any one of its dialects', async () => {
    const json: Reading = { shape: 'json', items: '', required: ['name'], item: (item) => asset(item.text('name')) };
    expect(await status('{"name":"A"}', table({}), json)).toBe('read');
    expect(await status('Name\nA\n', table({}), json)).toBe('read');
  });

  it('is told: the headers that were seen', async () => {
    const [report] = await recognise(exhibit('a.csv', content), {
      engagement: engagement(),
      sources: { s: source([table({})]) },
    });
    expect(report).toMatchObject({ source: 's', saw: ['header Name'] });
  });

  it('is never its file name', async () => {
    const two = { covered: source([table({})]), missing: source([table({})]) };
    expect((await read(exhibit('covered.csv', content), two)).report.status).toBe('ambiguous');
  });
});

describe('what nobody knows is described', () => {
  it.each([
    ['Foo,Bar\n1,2\n', 'a table with the headers Foo, Bar'],
    ['{"foo":1,"bar":2}', 'JSON with the keys foo, bar'],
    ['{"foo":1}\n{"foo":2}\n', 'JSON Lines with the keys foo'],
    ['<Foo><bar/></Foo>', 'XML with the root Foo'],
    ['<html><body/></html>', 'a web page'],
    ['Dear all,\nhello\n', 'text that begins with "Dear all,"'],
  ])('%j', async (content, saw) => {
    expect((await read(exhibit('a', content), {})).report).toMatchObject({ status: 'unrecognised', saw: [saw] });
  });
});

describe('what the engagement says of a file', () => {
  const sources = {
    narrow: source([table({ forbidden: ['Extra'], where: { Kind: /pod/ } })]),
    other: source([table({ required: ['Host'] })]),
  };
  const file = exhibit('a.csv', 'Name,Kind,Extra\nA,vm,1\n');
  const said = (entry: object) => read(file, sources, { engagement: engagement({}, { 'a.csv': entry }) });

  it('names its source against what usually tells sources apart', async () => {
    expect((await said({ source: 'narrow' })).report).toMatchObject({ status: 'read', source: 'narrow', records: 1 });
  });

  it('names a source that there is not', async () => {
    const { report, codes } = await said({ source: 'narow' });
    expect([report.status, codes]).toEqual(['unrecognised', ['exhibit-unrecognised', 'source-said-unknown']]);
  });

  it('names a source that the file does not fit', async () => {
    const { report, codes } = await said({ source: 'other' });
    expect([report.status, codes]).toEqual(['unrecognised', ['exhibit-unrecognised', 'source-said-unfit']]);
  });

  it('names a file that there is not', async () => {
    const { notes } = await read(file, sources, { engagement: engagement({}, { 'b.csv': { system: 'x' } }) });
    expect(notes.map(({ code }) => code)).toEqual(['exhibit-said-missing']);
  });

  it('excludes it: then it is not even opened', async () => {
    const locked = {
      ...file,
      open: () => {
        throw new Error('opened');
      },
    };
    const asked = engagement({}, { 'a.csv': { exclude: true, because: 'of another client' } });
    const { report } = await read(locked, sources, { engagement: asked });
    expect(report).toMatchObject({ records: 0, source: null, excluded: { because: 'of another client' } });
  });

  it('dates what has no date, and tells who, which system and from where', async () => {
    const told: unknown[] = [];
    const snapshot = source([
      table({
        row: (row, context) => {
          told.push(context.said, context.name);
          return asset(row.text('name'), context.asStated);
        },
      }),
    ]);
    const asked = engagement(
      {},
      { 'b/a.csv': { observedOn: '2026-07-14', by: 'Priya', system: 'NAS', perspective: 'external' } },
    );
    const { records, report } = await read({ ...file, path: 'b/a.csv' }, { snapshot }, { engagement: asked });
    expect(told.slice(-2)).toEqual([{ system: 'NAS', perspective: 'external', by: 'Priya' }, 'a.csv']);
    expect(records[0]?.observed).toMatchObject({
      raw: '2026-07-14',
      precision: 'day',
      basis: 'stated',
      zone: 'America/Chicago',
    });
    expect(report.covers).toEqual({ from: '2026-07-14', to: '2026-07-14' });
  });

  it('tells its zone and its order of day and month', async () => {
    const dated = source([table({ row: (row) => asset('x', row.time('Seen')) })]);
    const clock = exhibit('a.csv', 'Name,Seen\nA,03/04/2026 10:00\n');
    const asked = engagement({ dateOrder: 'mdy' }, { 'a.csv': { timeZone: 'Asia/Kolkata', dateOrder: 'dmy' } });
    const { records, codes } = await read(clock, { dated }, { engagement: asked });
    expect(records[0]?.observed).toMatchObject({
      instant: Date.UTC(2026, 3, 3, 4, 30),
      zone: 'Asia/Kolkata',
      zoneAssumed: true,
      orderAssumed: true,
    });
    expect(codes).toEqual(['zone-assumed', 'date-order-assumed']);
  });
});
