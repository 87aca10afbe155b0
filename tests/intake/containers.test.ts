import { gzipSync } from 'node:zlib';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { asset, engagement, exhibit, read, source } from './world.ts';

const table = source([
  { shape: 'table', required: ['Name', 'Seen'], row: (row) => asset(row.text('name'), row.time('seen')) },
]);
const other = source([{ shape: 'json', items: '', required: ['host'], item: (item) => asset(item.text('host')) }]);
const sources = { table, other };
const CSV = 'Name,Seen\nA,2026-03-01\nB,2026-03-05\n';

const zip = (files: Zippable) => Buffer.from(zipSync(files));
/** Writes over every occurrence of a name, in local header and directory alike unless only one is wanted. */
function renamed(archive: Buffer, from: string, to: string, which: 'both' | 'local' = 'both'): Buffer {
  const copy = Buffer.from(archive);
  for (let at = copy.indexOf(from); at >= 0; at = which === 'both' ? copy.indexOf(from, at + 1) : -1)
    copy.write(to, at, 'latin1');
  return copy;
}

describe('a .gz', () => {
  it('is one exhibit under its own name and hash', async () => {
    const file = exhibit('hosts.csv.gz', gzipSync(CSV));
    const { reports, report } = await read(file, sources);
    expect(reports.length).toBe(1);
    expect(report).toMatchObject({
      path: 'hosts.csv.gz',
      sha256: file.id,
      status: 'read',
      source: 'table',
      records: 2,
    });
  });

  it('is counted once beside the file that it packs', async () => {
    const both = zip({ 'a.csv': strToU8(CSV), 'b.csv': strToU8(CSV) });
    const { reports, names } = await read(exhibit('x.zip', both), sources);
    expect(names).toEqual(['A', 'B']);
    expect(reports.map(({ records }) => records)).toEqual([2, 2, 0]);
  });

  it('that grows beyond the limits is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(3_000_000, 32));
    const limits = { ratioFromBytes: 100_000, sampleBytes: 50_000 };
    expect((await read(exhibit('x.gz', bomb), sources, { limits })).report.status).toBe('refused');
    expect((await read(exhibit('x.gz', bomb), sources, { limits: { streamedBytes: 1_000_000 } })).report.status).toBe(
      'refused',
    );
  });

  it('inside a .gz is read, and inside another one refused', async () => {
    const twice = gzipSync(gzipSync(CSV));
    expect((await read(exhibit('x.gz', twice), sources)).report).toMatchObject({ status: 'read', records: 2 });
    expect((await read(exhibit('x.gz', gzipSync(twice)), sources)).report.status).toBe('refused');
  });

  it('with something behind its end is refused, and one that breaks off is unreadable', async () => {
    const behind = Buffer.concat([gzipSync(CSV), Buffer.alloc(700), Buffer.from('hidden')]);
    const { report } = await read(exhibit('x.gz', behind), sources);
    expect(report.status).toBe('refused');
    expect(report.notes[0]?.message).toContain('behind the end');
    expect((await read(exhibit('x.gz', gzipSync(CSV).subarray(0, -3)), sources)).report.status).toBe('unreadable');
  });
});

describe('a .zip', () => {
  it('has a report of its own and one for each file in it', async () => {
    const packed = zip({
      'z/b.json': strToU8('[{"host":"H"}]'),
      'a.csv': strToU8(CSV),
      'note.txt': strToU8('hello'),
      'dir/': new Uint8Array(),
    });
    const { reports, records } = await read(exhibit('x.zip', packed), sources);
    expect(reports.map(({ path, status, source, records }) => [path, status, source, records])).toEqual([
      ['x.zip', 'read', null, 3],
      ['x.zip!/a.csv', 'read', 'table', 2],
      ['x.zip!/note.txt', 'unrecognised', null, 0],
      ['x.zip!/z/b.json', 'read', 'other', 1],
    ]);
    expect(reports[0]).toMatchObject({ kinds: { asset: 3 }, covers: { from: '2026-03-01', to: '2026-03-05' } });
    expect(records.map(({ from }) => from.path)).toEqual(['x.zip!/a.csv', 'x.zip!/a.csv', 'x.zip!/z/b.json']);
  });

  it('is of the one source that all its files are of', async () => {
    const packed = zip({ 'a.csv': strToU8(CSV), 'b.csv': strToU8(`${CSV}C,2026-03-09\n`) });
    expect((await read(exhibit('x.zip', packed), sources)).report).toMatchObject({ source: 'table', records: 5 });
  });

  it('passes what is said of it to its files, and lets one be excluded by name', async () => {
    const packed = zip({ 'a.csv': strToU8(CSV), 'b.csv': strToU8(`${CSV}C,2026-03-09\n`) });
    const said = engagement({}, { 'x.zip!/b.csv': { exclude: true, because: 'another client' } });
    const { reports } = await read(exhibit('x.zip', packed), sources, { engagement: said });
    expect(reports.map(({ records, excluded }) => [records, excluded])).toEqual([
      [2, null],
      [2, null],
      [0, { because: 'another client' }],
    ]);
  });

  it('is read one archive deep, and what is packed once more is refused alone', async () => {
    const inner = zip({ 'b.csv': strToU8(`${CSV}C,2026-03-09\n`), 'c.csv.gz': gzipSync(CSV) });
    const packed = zip({ 'a.csv': strToU8(CSV), 'in.zip': inner });
    const { reports, records } = await read(exhibit('x.zip', packed), sources);
    expect(reports.map(({ path, status, records }) => [path, status, records])).toEqual([
      ['x.zip', 'read', 5],
      ['x.zip!/a.csv', 'read', 2],
      ['x.zip!/in.zip', 'read', 3],
      ['x.zip!/in.zip!/b.csv', 'read', 3],
      ['x.zip!/in.zip!/c.csv.gz', 'refused', 0],
    ]);
    expect(records.at(-1)?.from).toEqual({ path: 'x.zip!/in.zip!/b.csv', row: 3 });
  });

  it('passes what is said of it through an archive inside it', async () => {
    const packed = zip({ 'in.zip': zip({ 'a.csv': strToU8(CSV) }), 'other.csv': strToU8(`${CSV}C,2026-03-09\n`) });
    const said = engagement({}, { 'x.zip': { source: 'table' }, 'x.zip!/in.zip': { exclude: true, because: 'old' } });
    const { reports } = await read(exhibit('x.zip', packed), sources, { engagement: said });
    expect(reports.map(({ path, source, excluded }) => [path, source, excluded?.because])).toEqual([
      ['x.zip', 'table', undefined],
      ['x.zip!/in.zip', null, 'old'],
      ['x.zip!/other.csv', 'table', undefined],
    ]);
  });

  it('that is a document of an office program is no container', async () => {
    const { report, reports } = await read(exhibit('x.docx', zip({ '[Content_Types].xml': strToU8('<a/>') })), sources);
    expect([reports.length, report.status]).toEqual([1, 'unrecognised']);
  });
});

describe('a hostile or broken .zip', () => {
  const good = zip({ 'aaaa.csv': [strToU8(CSV), { level: 0 }], 'bbbb.csv': strToU8(`${CSV}C,2026-03-09\n`) });
  const flipped = Buffer.from(good);
  flipped[good.indexOf('2026-03-01')] = 0x33;
  const symlink = zip({ 'link.csv': [strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] });
  /** Where the directory describes the second entry, which is deflated. */
  const directory = Buffer.from('PK\u0001\u0002', 'latin1');
  const second = good.indexOf(directory, good.indexOf(directory) + 4);
  const patched = (at: number, value: number) => {
    const copy = Buffer.from(good);
    copy.writeUInt32LE(value, second + at);
    return copy;
  };
  const encrypted = Buffer.from(good);
  encrypted.writeUInt16LE(1, second + 8);
  const overlapping = patched(42, 0);
  const grownSize = patched(24, 99);
  /** A second entry whose bytes lie inside the first one's, as overlapping bombs are made. */
  const inner = zip({ 'bbbb.csv': [strToU8(CSV), { level: 0 }] });
  const local = inner.subarray(0, inner.indexOf(directory));
  const outer = zip({ 'aaaa.csv': [local, { level: 0 }] });
  const trailer = outer.length - 22;
  const described = Buffer.from(inner.subarray(local.length, inner.length - 22));
  described.writeUInt32LE(outer.indexOf(local), 42);
  const end = Buffer.from(outer.subarray(trailer));
  end.writeUInt16LE(2, 8);
  end.writeUInt16LE(2, 10);
  end.writeUInt32LE(end.readUInt32LE(12) + described.length, 12);
  const nestled = Buffer.concat([outer.subarray(0, trailer), described, end]);

  it.each([
    ['leads upwards', renamed(good, 'aaaa.csv', '../a.csv'), 'leads out'],
    ['is absolute', renamed(good, 'aaaa.csv', '/aaa.csv'), 'leads out'],
    ['has a drive', renamed(good, 'aaaa.csv', 'C:aa.csv'), 'leads out'],
    ['has a backslash', renamed(good, 'aaaa.csv', 'a\\aa.csv'), 'leads out'],
    ['holds a NUL', renamed(good, 'aaaa.csv', 'a\0aa.csv'), 'leads out'],
    ['is there twice', renamed(good, 'aaaa.csv', 'BBBB.csv'), 'two of its entries'],
    ['is named otherwise in front of its data', renamed(good, 'aaaa.csv', 'cccc.csv', 'local'), 'in two ways'],
    ['was changed', flipped, 'checksum'],
    ['is a link', symlink, 'a link'],
    ['is encrypted', encrypted, 'encrypted'],
    ['points at another', overlapping, 'two ways'],
    ['lies inside another', nestled, 'overlaps'],
    ['lies about its size', grownSize, 'two ways'],
  ])('whose entry %s is refused', async (_, archive, reason) => {
    const { reports, records } = await read(exhibit('x.zip', archive), sources);
    expect(reports.map(({ status }) => status)).toEqual(['refused']);
    expect(reports[0]?.notes[0]?.message).toContain(reason);
    expect(records).toEqual([]);
  });

  it.each([
    ['entries', { entries: 1 }],
    ['one entry', { entryBytes: 20 }],
    ['all entries', { unpackedBytes: 60 }],
    ['the archive', { containerBytes: 100 }],
    ['growth', { ratioFromBytes: 10, ratio: 0.5 }],
  ])('that is beyond the limit of %s is refused', async (_, limits) => {
    expect((await read(exhibit('x.zip', good), sources, { limits })).report.status).toBe('refused');
  });

  it('that breaks off is unreadable, and never thrown', async () => {
    for (let length = 4; length < good.length; length += 7) {
      const { report } = await read(exhibit('x.zip', good.subarray(0, length)), sources);
      expect(report.status).toBe('unreadable');
    }
  });
});
