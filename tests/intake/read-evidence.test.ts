import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { TextReading } from '../../src/intake/contract.ts';
import { readEvidence } from '../../src/intake/index.ts';
import { asset, engagement, exhibit, read, source } from './world.ts';

const table = source([
  { shape: 'table', required: ['Name', 'Seen'], row: (row) => asset(row.text('name'), row.time('seen')) },
]);
const json = source([
  { shape: 'json', items: 'value', required: ['device.name'], item: (item) => asset(item.text('device.name')) },
]);
const lines = source([{ shape: 'json-lines', required: { type: 'host' }, line: (line) => asset(line.text('name')) }]);
const xml = source([
  {
    shape: 'xml',
    root: 'Report',
    elements: ['Item'],
    element: (element) => asset(`${element.text('^Host/@name')}:${element.text('@id')}:${element.text('title')}`),
  },
]);
const LOG: TextReading = {
  shape: 'text',
  anchors: [/^host \S+$/],
  line: (line) => (line.text.startsWith('host ') ? asset(line.text.slice(5)) : undefined),
};
const log = source([LOG]);
const sources = { table, json, lines, xml, log };

describe('each shape of file', () => {
  it.each([
    ['comma', 'Name,Seen\nA,2026-03-01\nB,2026-03-02\n'],
    ['semicolon', 'Name;Seen\nA;2026-03-01\nB;2026-03-02\n'],
    ['tab in UTF-16', Buffer.from('\ufeffName\tSeen\r\nA\t2026-03-01\r\nB\t2026-03-02\r\n', 'utf16le')],
    ['bar with rules', ' Name | Seen\n------+-----\n A | 2026-03-01\n B | 2026-03-02\n'],
    ['CR only', 'Name,Seen\rA,2026-03-01\rB,2026-03-02\r'],
    ['preamble', 'Report of things\n"04 Feb 2026",x\n\nName,Seen\nA,2026-03-01\nB,2026-03-02\n'],
    ['#TYPE and BOM', '\ufeff#TYPE System.Thing\r\n"Name","Seen"\r\n"A","2026-03-01"\r\n"B","2026-03-02"\r\n'],
    ['sep=', 'sep=;\nName;Seen\nA;2026-03-01\nB;2026-03-02\n'],
    ['gzip', gzipSync('Name,Seen\nA,2026-03-01\nB,2026-03-02\n')],
  ])('reads a table: %s', async (_, content) => {
    const { report, names } = await read(exhibit('a.csv', content), sources);
    expect([report.status, report.source, names]).toEqual(['read', 'table', ['A', 'B']]);
    expect(report.covers).toEqual({ from: '2026-03-01', to: '2026-03-02' });
  });

  it('reads a JSON document by its items', async () => {
    const { report, records } = await read(
      exhibit('a.json', '{"value":[{"device":{"name":"A"}},{"device.name":"B"}]}'),
      sources,
    );
    expect(report.source).toBe('json');
    expect(records.map(({ from }) => from)).toEqual([
      { path: 'a.json', at: '/value/0' },
      { path: 'a.json', at: '/value/1' },
    ]);
  });

  it('reads JSON Lines, and leaves out a line that is none', async () => {
    const { report, names } = await read(
      exhibit('a.log', '{"type":"host","name":"A"}\nwarning: x\n{"type":"host","name":"B"}\n'),
      sources,
    );
    expect([report.source, names, report.rejected]).toEqual(['lines', ['A', 'B'], 1]);
  });

  it('reads XML by subtrees with the attributes above them', async () => {
    const content =
      '<?xml version="1.0"?><!DOCTYPE Report SYSTEM "x.dtd"><r:Report xmlns:r="u"><Host name="H1"><Item id="1"><title>T &amp; U</title></Item></Host><Host name="H2"><r:Item id="2"/></Host></r:Report>';
    const { report, names, records } = await read(exhibit('a.xml', content), sources);
    expect([report.source, names]).toEqual(['xml', ['H1:1:T & U', 'H2:2:undefined']]);
    expect(records[1]?.from.at).toBe('/Report/Host[2]/Item[1]');
  });

  it('reads text by lines', async () => {
    const { report, names } = await read(exhibit('a.txt', 'start\n\u001b[32mhost A\u001b[0m\nhost B\n'), sources);
    expect([report.source, names]).toEqual(['log', ['A', 'B']]);
  });

  it('leaves out a last line that may be cut, and what all lines would come to', async () => {
    const summing = { log: source([{ ...LOG, end: () => asset('all') }]) };
    const whole = await read(exhibit('a.txt', 'start\nhost A\nhost B\n'), summing);
    expect(whole.names).toEqual(['A', 'B', 'all']);
    const cut = await read(exhibit('a.txt', 'start\nhost A\nhost B'), summing);
    expect([cut.names, cut.codes, cut.report.rejected]).toEqual([['A'], ['row-rejected'], 1]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['two characters of UTF-16', Buffer.from([0xff, 0xfe, 13, 0, 10, 0]), 'empty'],
    ['a header alone', 'Name,Seen\n', 'empty'],
    ['an empty list', '[]', 'empty'],
    ['an empty envelope', '{"@odata.context":"x","value":[]}', 'empty'],
    ['JSON that breaks off', '{"value":[{"device":{"name":"A"}},', 'unreadable'],
    ['XML that breaks off', '<Report><Host><Item id="1"/>', 'unreadable'],
    ['a table inside a quoted cell', 'Name,Seen\nA,2026-03-01\n"B,2026', 'unreadable'],
    ['JSON Lines that break off', '{"type":"host","name":"A"}\n{"type":"ho', 'unreadable'],
    ['entities', '<!DOCTYPE Report [<!ENTITY a "b">]><Report><Item/></Report>', 'refused'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'unrecognised'],
    ['a log in brackets', '[2026-01-01] hello\n[2026-01-02] world\n', 'unrecognised'],
    ['half a gzip', gzipSync('Name,Seen\nA,2026-03-01\n').subarray(0, 25), 'unreadable'],
  ])('%s is %3$s', async (_, content, status) => {
    const { report, records } = await read(exhibit('x', content), sources);
    expect([report.status, report.source, records]).toEqual([status, null, []]);
    expect(report.notes.map(({ code }) => code)).toContain(`exhibit-${status}`);
  });
});

it('takes a file that fits two sources for neither, until a person says', async () => {
  const two = { covered: table, missing: table };
  const file = exhibit('a.csv', 'Name,Seen\nA,2026-03-01\n');
  expect((await read(file, two)).report).toMatchObject({
    status: 'ambiguous',
    source: null,
    candidates: ['covered', 'missing'],
  });
  const said = engagement({}, { 'a.csv': { source: 'missing' } });
  expect((await read(file, two, { engagement: said })).report).toMatchObject({
    status: 'read',
    source: 'missing',
    records: 1,
  });
});

it('counts the same bytes once, and in the same place whatever the order', async () => {
  const files = [exhibit('b.csv', 'Name,Seen\nA,2026-03-01\n'), exhibit('a.csv', 'Name,Seen\nA,2026-03-01\n')];
  const places: string[] = [];
  const { reports } = await readEvidence(files, { engagement: engagement(), sources }, (record) =>
    places.push(record.from.path),
  );
  expect(places).toEqual(['a.csv']);
  expect(reports.map(({ path, records }) => [path, records])).toEqual([
    ['a.csv', 1],
    ['b.csv', 0],
  ]);
  expect(reports[1]?.notes.map(({ code }) => code)).toEqual(['exhibit-duplicate']);
});
