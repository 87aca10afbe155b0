import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readExcerpts } from '../../src/excerpts.ts';
import { excerptsOf, type Sources } from '../../src/intake/index.ts';
import type { Place } from '../../src/kernel/place.ts';
import type { CitedAs, Excerpt } from '../../src/model/excerpt.ts';
import { UNDATED } from '../../src/model/observed.ts';
import nmap from '../../src/sources/nmap-xml.ts';
import { asset, engagement, exhibit, source } from './world.ts';

const SOURCES: Sources = {
  hosts: source([
    {
      shape: 'table',
      required: ['Host', 'State'],
      row: (row) => (row.text('State') === 'ok' ? asset(row.text('Host')) : undefined),
    },
  ]),
  items: source([
    {
      shape: 'json',
      items: 'value',
      required: ['name'],
      item: (item) => asset(item.text('name'), item.child('seen')?.time('at')),
    },
  ]),
  seconds: source([
    {
      shape: 'json',
      items: 'value',
      required: ['name'],
      item: (item) => asset(item.text('name'), item.time('seen.at', { epoch: 'seconds' })),
    },
  ]),
  scan: source([
    {
      shape: 'xml',
      root: 'scan',
      elements: ['host'],
      element: (host) =>
        host.children('port').flatMap((port) => {
          const name = `${port.text('^host/@name')} ${port.text('@nr')}`;
          return [
            { kind: 'asset', observed: UNDATED, strength: 'C', name, type: 'device', status: 'in-use', at: port.place },
          ];
        }),
    },
  ]),
  nmap,
  log: source([{ shape: 'text', anchors: [/^run /], line: () => undefined }]),
};

const rowsOf = (excerpt: Excerpt | undefined) => (excerpt?.form === 'rows' ? excerpt.shown : []);

type Asked = readonly (readonly [Omit<Place, 'path'>, CitedAs])[];

async function shown(
  path: string,
  from: string,
  content: string | Uint8Array,
  cited: Asked,
): Promise<Excerpt | undefined> {
  const wanted = {
    path,
    source: from,
    rows: null,
    cited: cited.map(([place, as]) => ({ place: { path, ...place }, as })),
    citedInAll: cited.length,
    isLeast: false,
  };
  const [excerpt] = await excerptsOf(exhibit(path, content, 7), [wanted], {
    engagement: engagement(),
    sources: SOURCES,
  });
  return excerpt;
}

describe('what is shown of an exhibit', () => {
  it('are the cited rows of a table between their neighbours, with the fields that were read and no others', async () => {
    const csv = 'Host,State,Owner\na,ok,Kim\nb,bad,Kim\nc,ok,Kim\nd,ok,Kim\ne,ok,Kim\n';
    const excerpt = await shown('hosts.csv', 'hosts', csv, [[{ row: 2 }, 'exception']]);
    expect(excerpt).toEqual({
      path: 'hosts.csv',
      form: 'rows',
      of: 5,
      shown: [
        { place: { path: 'hosts.csv', row: 2 }, as: 'exception', fields: [{ name: 'State', text: 'bad' }] },
        {
          place: { path: 'hosts.csv', row: 1 },
          as: null,
          fields: [
            { name: 'State', text: 'ok' },
            { name: 'Host', text: 'a' },
          ],
        },
        {
          place: { path: 'hosts.csv', row: 3 },
          as: null,
          fields: [
            { name: 'State', text: 'ok' },
            { name: 'Host', text: 'c' },
          ],
        },
      ],
    });
  });

  it('are items of a document, with what was read inside of them', async () => {
    const json = JSON.stringify({ value: [{ name: 'a', seen: { at: '2026-10-01' }, more: 1 }] });
    const excerpt = await shown('items.json', 'items', json, [[{ at: '/value/0' }, 'basis']]);
    expect(excerpt).toMatchObject({
      of: 1,
      shown: [
        {
          as: 'basis',
          fields: [
            { name: 'name', text: 'a' },
            { name: 'seen at', text: '2026-10-01' },
          ],
        },
      ],
    });
  });

  it('are elements inside of others, with what was read of those around them', async () => {
    const xml =
      '<scan><host name="h1"><port nr="22"/><port nr="80"/></host><host name="h2"><port nr="22"/></host></scan>';
    const excerpt = await shown('scan.xml', 'scan', xml, [[{ at: '/scan/host[1]/port[2]' }, 'basis']]);
    const fields = (nr: string) => [
      { name: 'host name', text: 'h1' },
      { name: 'nr', text: nr },
    ];
    expect(excerpt).toMatchObject({
      // How many ports there are nobody counted: a host is what is handed over.
      of: null,
      shown: [
        { as: 'basis', fields: fields('80') },
        { as: null, fields: fields('22') },
      ],
    });
  });

  it('are no neighbours that the file does not hold, whatever was read around them', async () => {
    const port = (nr: number) => `<port protocol="tcp" portid="${nr}"><state state="open"/></port>`;
    const host = (address: string, ports: string) =>
      `<host><address addr="${address}"/><ports><extraports state="filtered" count="998"/>${ports}</ports></host>`;
    const xml = `<nmaprun scanner="nmap" start="1789963200">${host('198.51.100.40', port(443))}${host('198.51.100.41', port(443) + port(25))}</nmaprun>`;
    const [one, two] = ['/nmaprun/host[1]/ports[1]', '/nmaprun/host[2]/ports[1]'];
    const cited: Asked = [`${one}/extraports[1]`, `${one}/port[1]`, `${two}/port[2]`].map((at) => [{ at }, 'basis']);
    const excerpt = await shown('scan.xml', 'nmap', xml, cited);
    expect(rowsOf(excerpt).map(({ place, as }) => [place.at, as])).toEqual([
      ...cited.map(([{ at }, as]) => [at, as]),
      [`${two}/port[1]`, null],
    ]);
    // An attribute that has the name of its element is told once.
    expect(rowsOf(excerpt)[2]?.fields).toEqual([
      { name: 'address', text: '198.51.100.41' },
      { name: 'portid', text: '25' },
      { name: 'protocol', text: 'tcp' },
      { name: 'state', text: 'open' },
    ]);
  });

  it('are no neighbours where more is cited than is named, for they may be cited too', async () => {
    const csv = 'Host,State\na,ok\nb,ok\nc,ok\n';
    const cited = [{ place: { path: 'hosts.csv', row: 2 }, as: 'basis' as const }];
    const wanted = { path: 'hosts.csv', source: 'hosts', rows: null, cited };
    const rows = async (counts: { readonly citedInAll: number; readonly isLeast: boolean }) => {
      const request = { engagement: engagement(), sources: SOURCES };
      const [excerpt] = await excerptsOf(exhibit('hosts.csv', csv, 7), [{ ...wanted, ...counts }], request);
      return rowsOf(excerpt).map(({ place }) => place.row);
    };
    expect(await rows({ citedInAll: 3, isLeast: false })).toEqual([2]);
    expect(await rows({ citedInAll: 1, isLeast: true })).toEqual([2]);
    expect(await rows({ citedInAll: 1, isLeast: false })).toEqual([2, 1, 3]);
  });

  it('has its day beside a number of seconds, and none beside a number that is no time', async () => {
    const json = '{"value":[{"name":"1790683200","seen":{"at":1790683200}}]}';
    const [row] = rowsOf(await shown('items.json', 'seconds', json, [[{ at: '/value/0' }, 'basis']]));
    expect(row?.fields).toEqual([
      { name: 'name', text: '1790683200' },
      { name: 'seen.at', text: '1790683200', day: '2026-09-29' },
    ]);
  });

  it('are lines of a log with their numbers, of how many there are', async () => {
    const log = 'run 1\nok\nfailed\nok\nend\n';
    expect(await shown('a.log', 'log', log, [[{ line: 3 }, 'basis']])).toEqual({
      path: 'a.log',
      form: 'lines',
      of: 5,
      shown: [
        { number: 2, as: null, text: 'ok' },
        { number: 3, as: 'basis', text: 'failed' },
        { number: 4, as: null, text: 'ok' },
      ],
    });
  });

  it('has no neighbours where many rows are cited', async () => {
    const csv = `Host,State\n${'a,ok\n'.repeat(60)}`;
    const cited: Asked = Array.from({ length: 13 }, (_, index) => [{ row: index * 3 + 1 }, 'basis']);
    expect(await shown('hosts.csv', 'hosts', csv, cited)).toMatchObject({ shown: { length: 13 }, of: 60 });
  });

  it('is nothing where the whole file is cited, where no source knows it, and where it breaks', async () => {
    expect(await shown('hosts.csv', 'hosts', 'Host,State\na,ok\n', [[{}, 'basis']])).toBeUndefined();
    expect(await shown('hosts.csv', 'nobody', 'Host,State\na,ok\n', [[{ row: 1 }, 'basis']])).toBeUndefined();
    expect(
      await shown('items.json', 'items', '{"value":[{"name":"a"},', [[{ at: '/value/0' }, 'basis']]),
    ).toBeUndefined();
  });
});

describe('what is no text', () => {
  const tree = (count: number): string => `1 0 obj << /Type /Pages /Kids [2 0 R] /Count ${count} >> endobj`;

  it('is told as a PDF by its number of pages, also where its objects are packed', async () => {
    const branch = '3 0 obj << /Type /Pages /Parent 1 0 R /Count 4 >> endobj';
    expect(await shown('a.pdf', '', `%PDF-1.4\n${tree(12)}\n${branch}\0`, [])).toMatchObject({
      form: 'pdf',
      pages: 12,
    });
    const packed = deflateSync(Buffer.from('1 0 2 40 << /Count 7 /Type /Pages /Kids [2 0 R] >> << /Type /Page >>'));
    const stream = Buffer.concat([
      Buffer.from(
        `%PDF-1.7\n5 0 obj << /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode /Length ${packed.length} >> stream\n`,
      ),
      packed,
      Buffer.from('\nendstream endobj'),
    ]);
    expect(await shown('b.pdf', '', stream, [])).toMatchObject({ form: 'pdf', pages: 7 });
    expect(await shown('c.pdf', '', '%PDF-1.7\n\0/Encrypt', [])).toMatchObject({ form: 'pdf', pages: null });
  });

  it('is nothing where a picture cannot be drawn', async () => {
    expect(await shown('a.png', '', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), [])).toBeUndefined();
  });
});

describe('an exhibit of which a copy leaves', () => {
  const original = exhibit('a.log', 'run 1\nkey one\nfailed\nend\n');
  const wanted = [
    {
      path: 'a.log',
      source: 'log',
      rows: null,
      cited: [{ place: { path: 'a.log', line: 2 }, as: 'basis' as const }],
      citedInAll: 1,
      isLeast: false,
    },
  ];
  const placement = {
    number: 'E-001',
    original: 'a.log',
    packaged: 'data/exhibits/E-001_a.log',
    sha256: '',
    omitted: null,
  };
  const shownWith = (copy: string) =>
    readExcerpts(
      {
        engagement: engagement(),
        sources: SOURCES,
        exhibits: [original],
        placements: [placement],
        copies: new Map([['a.log', Buffer.from(copy)]]),
      },
      wanted,
    );

  it('is shown as the copy', async () => {
    const [excerpt] = await shownWith('run 1\nkey [redacted:password]\nfailed\nend\n');
    expect(excerpt).toMatchObject({
      shown: [{ text: 'run 1' }, { text: 'key [redacted:password]' }, { text: 'failed' }],
    });
  });

  it('is not shown where its lines have other numbers', async () => {
    expect(await shownWith('run 1\n[redacted:private-key] failed\nend\n')).toEqual([]);
  });

  it('is not shown where it does not leave', async () => {
    const asked = { engagement: engagement(), sources: SOURCES, exhibits: [original], copies: new Map() };
    expect(await readExcerpts({ ...asked, placements: [{ ...placement, packaged: null }] }, wanted)).toEqual([]);
  });
});
