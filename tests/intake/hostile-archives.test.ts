import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Patch, paxRecords, tarOf, type ZipEntry, type ZipFaults, zipOf } from './packers.ts';
import { asset, exhibit, read, source } from './world.ts';

const sources = {
  table: source([
    { shape: 'table', required: ['Name', 'Seen'], row: (row) => asset(row.text('name'), row.time('seen')) },
  ]),
};
const CSV = 'Name,Seen\nA,2026-03-01\nB,2026-03-05\n';
const A: ZipEntry = { name: 'a.csv', data: CSV };
const B: ZipEntry = { name: 'b.csv', data: `${CSV}C,2026-03-09\n` };
const LINK = (0o120777 << 16) >>> 0;
const DEVICE = (0o020644 << 16) >>> 0;

/** Refused or unreadable, for this reason, and nothing of it used. */
async function expectTurnedAway(path: string, archive: Buffer, reason: string) {
  const { reports, records } = await read(exhibit(path, archive), sources);
  expect(reports.map(({ status }) => status === 'refused' || status === 'unreadable')).toEqual([true]);
  expect(reports[0]?.notes[0]?.message).toContain(reason);
  expect(records).toEqual([]);
}

async function expectRead(path: string, archive: Buffer, names: readonly string[]) {
  const found = await read(exhibit(path, archive), sources);
  expect(found.report.status, JSON.stringify(found.report.notes)).toBe('read');
  expect(found.names).toEqual(names);
}

describe('a ZIP as some packer writes it', () => {
  it.each<[string, readonly ZipEntry[], ZipFaults?]>([
    ['plainly', [A]],
    ['stored', [{ ...A, stored: true }]],
    ['as a stream', [{ ...A, behind: 'marked' }]],
    ['as a stream without a mark', [{ ...A, behind: 'plain' }]],
    ['as a stream in 64 bits', [{ ...A, behind: 'large' }]],
    ['with ZIP64 at its end', [A], { zip64: [] }],
    ['with ZIP64 in front of its data', [{ ...A, ...zip64Sizes(CSV) }]],
    ['with a comment', [A], { comment: Buffer.from('made by a tool') }],
    [
      'with a folder',
      [
        { name: 'dir/', data: '', stored: true },
        { ...A, name: 'dir/a.csv' },
      ],
    ],
    ['with fields of its own, aligned by zeros', [{ ...A, extra: Buffer.from([0x55, 0x54, 1, 0, 9, 0, 0]) }]],
  ])('%s is read', (_, entries, faults) => expectRead('x.zip', zipOf(entries, faults), ['A', 'B']));
});

/** Both sizes stored, told by the local header in its ZIP64 field only. */
function zip64Sizes(data: string): Partial<ZipEntry> {
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeUInt32LE(data.length, 4);
  extra.writeUInt32LE(data.length, 12);
  const beyond: readonly Patch[] = [
    [18, 0xffffffff, 4],
    [22, 0xffffffff, 4],
  ];
  return { stored: true, extra, local: beyond };
}

describe('a ZIP that two programs would read in two ways', () => {
  const end = zipOf([A]).subarray(-22);
  it.each<[string, readonly ZipEntry[], ZipFaults | undefined, string]>([
    [
      'checksum-wrong-in-both',
      [{ ...A, local: [[14, 1, 4]], central: [[16, 1, 4]] }, B],
      {},
      'does not match its checksum',
    ],
    ['checksum-differs', [{ ...A, local: [[14, 1, 4]] }], {}, 'in two ways'],
    ['packed-size-differs', [{ ...A, local: [[18, 9, 4]] }], {}, 'in two ways'],
    ['size-differs', [{ ...A, local: [[22, 9, 4]] }], {}, 'in two ways'],
    ['size-smaller-in-both', [{ ...A, local: [[22, 9, 4]], central: [[24, 9, 4]] }], {}, 'does not match its checksum'],
    ['size-larger-in-both', [{ ...A, local: [[22, 999, 4]], central: [[24, 999, 4]] }], {}, 'does not match'],
    ['packed-size-larger-in-both', [{ ...A, local: [[18, 60, 4]], central: [[20, 60, 4]] }, B], {}, 'overlaps'],
    [
      'packed-size-smaller-in-both',
      [{ ...A, local: [[18, 9, 4]], central: [[20, 9, 4]] }, B],
      {},
      'none of its entries',
    ],
    ['method-differs', [{ ...A, local: [[8, 0, 2]] }], {}, 'in two ways'],
    ['flags-differ', [{ ...A, local: [[6, 0, 2]] }], {}, 'in two ways'],
    ['date-differs', [{ ...A, local: [[12, 7, 2]] }], {}, 'in two ways'],
    ['name-length-differs', [{ ...A, local: [[26, 4, 2]] }], {}, 'in two ways'],
    ['own-fields-too-long', [{ ...A, extra: Buffer.from([0x55, 0x54, 9, 0, 9]) }], {}, 'broken'],
    ['local-fields-too-long', [{ ...A, extra: Buffer.from([1, 2, 0, 0]), local: [[28, 3, 2]] }], {}, 'in two ways'],
    ['stored-size-differs', [{ ...A, stored: true, local: [[22, 9, 4]], central: [[24, 9, 4]] }], {}, 'size mismatch'],
    ['descriptor-lies-of-checksum', [{ ...A, behind: 'marked', descriptor: [[4, 9, 4]] }], {}, 'in two ways'],
    ['descriptor-lies-of-size', [{ ...A, behind: 'marked', descriptor: [[12, 9, 4]] }, B], {}, 'in two ways'],
    ['descriptor-missing', [{ ...A, flags: 0x808 }], {}, 'in two ways'],
    ['zip64-size-lies', [{ ...A, ...zip64Sizes(`${CSV}+`) }], {}, 'in two ways'],
    ['zip64-field-missing', [{ ...A, stored: true, local: [[22, 0xffffffff, 4]] }], {}, 'in two ways'],
    ['zip64-entries-differ', [A], { zip64: [[32, 2, 4]] }, 'do not agree'],
    ['zip64-directory-elsewhere', [A], { zip64: [[48, 1, 4]] }, 'do not agree'],
    ['offset-into-nothing', [{ ...A, central: [[42, 5, 4]] }], {}, 'broken'],
    ['offset-of-another', [A, { ...A, name: 'b.csv', central: [[42, 0, 4]] }], {}, 'in two ways'],
    ['same-entry-twice', [A, { ...A, central: [[42, 0, 4]] }], {}, 'two of its entries'],
    ['two-ends', [A], { beforeEnd: end }, 'do not agree'],
    ['end-in-comment', [A], { comment: end }, 'do not agree'],
    ['bytes-behind-end', [A], { behind: Buffer.from('hidden') }, 'broken'],
    ['bytes-between-entries', [{ ...A, gap: Buffer.from('hidden') }, B], {}, 'none of its entries'],
    ['bytes-before-directory', [{ ...A, gap: Buffer.from('hidden') }], {}, 'none of its entries'],
    ['entry-that-the-directory-hides', [A, { ...B, gap: zipOf([A]).subarray(0, 60) }], {}, 'none of its entries'],
    [
      'fewer-entries-told',
      [A, B],
      {
        end: [
          [8, 1, 2],
          [10, 1, 2],
        ],
      },
      'do not agree',
    ],
    [
      'no-entries-told',
      [A, B],
      {
        end: [
          [8, 0, 2],
          [10, 0, 2],
        ],
      },
      'do not agree',
    ],
    [
      'more-entries-told',
      [A],
      {
        end: [
          [8, 2, 2],
          [10, 2, 2],
        ],
      },
      'broken',
    ],
    ['directory-size-lies', [A], { end: [[12, 20, 4]] }, 'do not agree'],
    ['on-another-disk', [A], { end: [[4, 1, 2]] }, 'broken'],
    ['comment-length-lies', [A], { end: [[20, 4, 2]] }, 'broken'],
  ])('is turned away: %s', (_, entries, faults, reason) => expectTurnedAway('x.zip', zipOf(entries, faults), reason));
});

describe('a ZIP that is meant to do harm', () => {
  const bomb: ZipEntry = { name: 'bomb.csv', data: Buffer.alloc(12_000_000, 32) };
  it.each<[string, readonly ZipEntry[], string]>([
    ['leads-upwards', [{ ...A, name: 'x/../../a.csv' }], 'leads out'],
    ['absolute', [{ ...A, name: '/etc/a.csv' }], 'leads out'],
    ['drive', [{ ...A, name: 'C:/a.csv' }], 'leads out'],
    ['network-share', [{ ...A, name: '\\\\server\\a.csv' }], 'leads out'],
    ['backslash', [{ ...A, name: '..\\a.csv' }], 'leads out'],
    ['nul', [{ ...A, name: 'a.csv\0.exe' }], 'leads out'],
    ['line-feed', [{ ...A, name: 'a\n.csv' }], 'leads out'],
    ['turned-around', [{ ...A, name: 'a\u202Evsc.exe' }], 'leads out'],
    ['archive-mark', [{ ...A, name: 'x.zip!/a.csv' }], 'leads out'],
    ['empty-name', [{ ...A, name: '' }], 'leads out'],
    ['empty-part', [{ ...A, name: 'x//a.csv' }], 'leads out'],
    ['long-name', [{ ...A, name: `${'x'.repeat(1_100)}.csv` }], 'more than 1024 bytes'],
    ['twice', [A, { ...B, name: 'a.csv' }], 'two of its entries'],
    ['twice-by-case', [A, { ...B, name: 'A.CSV' }], 'two of its entries'],
    [
      'twice-by-accent',
      [
        { ...A, name: 'ä.csv' },
        { ...B, name: 'a\u0308.csv' },
      ],
      'two of its entries',
    ],
    ['file-and-folder', [A, { name: 'a.csv/', data: '', stored: true }], 'two of its entries'],
    ['folder-with-data', [{ ...A, name: 'a/' }], 'in two ways'],
    ['symbolic-link', [{ ...A, attributes: LINK }], 'a link'],
    ['device', [{ ...A, attributes: DEVICE }], 'a link'],
    ['encrypted', [{ ...A, flags: 0x801 }], 'encrypted'],
    ['strongly-encrypted', [{ ...A, flags: 0x840 }], 'encrypted'],
    ['other-method', [{ ...A, local: [[8, 12, 2]], central: [[10, 12, 2]] }], 'method'],
    ['bomb', [bomb], 'times its size'],
  ])('is turned away: %s', (_, entries, reason) => expectTurnedAway('x.zip', zipOf(entries), reason));

  it('by what all its archives hold together is turned away, although each is within the limits', async () => {
    const inner = (name: string): ZipEntry => ({
      name,
      data: zipOf([{ name: 'a.txt', data: Buffer.alloc(60_000, 'ab ') }]),
    });
    const limits = { unpackedBytes: 100_000 };
    const { reports } = await read(exhibit('x.zip', zipOf([inner('a.zip'), inner('b.zip')])), sources, { limits });
    expect(reports.map(({ path, status }) => [path, status])).toContainEqual(['x.zip!/b.zip', 'refused']);
  });

  it('tells what to do with an encrypted one', async () => {
    const { report } = await read(exhibit('x.zip', zipOf([{ ...A, flags: 0x801 }])), sources);
    expect(report.notes[0]?.hint).toContain('Unpack it yourself');
  });
});

describe('a tar as some packer writes it', () => {
  const gnu = 'ustar  \0';
  const long = `${'d/'.repeat(60)}a.csv`;
  const a = { name: 'a.csv', data: CSV };
  it.each([
    ['plainly', tarOf([a])],
    ['by GNU', tarOf([{ ...a, magic: gnu }])],
    [
      'from its folder',
      tarOf([
        { name: './', type: '5' },
        { ...a, name: './a.csv' },
      ]),
    ],
    ['with a size in binary', tarOf([{ ...a, size: Buffer.from([0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, CSV.length]) }])],
    ['with the front of its name apart', tarOf([{ ...a, prefix: 'x/y' }])],
    [
      'with a long name by GNU',
      tarOf([
        { name: '././@LongLink', type: 'L', data: `${long}\0`, magic: gnu },
        { ...a, magic: gnu },
      ]),
    ],
    [
      'with pax',
      tarOf([{ name: 'PaxHeaders/a', type: 'x', data: paxRecords({ path: 'dir/ä.csv', mtime: '1.5' }) }, a]),
    ],
    [
      'with a comment for all',
      tarOf([{ name: 'pax_global_header', type: 'g', data: paxRecords({ comment: 'x' }) }, a]),
    ],
    ['filled up to its record', tarOf([a], Buffer.alloc(9_216))],
  ])('%s is read', (_, archive) => expectRead('x.tar', archive, ['A', 'B']));

  it('keeps the places of its files, in a .tar.gz and in a .zip alike', async () => {
    const packed = gzipSync(
      tarOf([
        { name: 'dir/a.csv', data: 'Name,Seen\nD,2026-03-01\nE,2026-03-02\n' },
        { name: 'b.csv.gz', data: gzipSync(`${CSV}C,2026-03-09\n`) },
      ]),
    );
    const { reports, records } = await read(exhibit('x.tgz', packed), sources);
    expect(reports.map(({ path, status, records }) => [path, status, records])).toEqual([
      ['x.tgz', 'read', 5],
      ['x.tgz!/b.csv.gz', 'read', 3],
      ['x.tgz!/dir/a.csv', 'read', 2],
    ]);
    expect(records.at(-1)?.from).toEqual({ path: 'x.tgz!/dir/a.csv', row: 2 });
    const twice = zipOf([{ name: 'logs/x.tar.gz', data: gzipSync(tarOf([a])) }]);
    const inner = await read(exhibit('y.zip', twice), sources);
    expect(inner.reports.map(({ path }) => path)).toEqual([
      'y.zip',
      'y.zip!/logs/x.tar.gz',
      'y.zip!/logs/x.tar.gz!/a.csv',
    ]);
    expect(inner.names).toEqual(['A', 'B']);
  });
});

describe('a tar that is broken or meant to do harm', () => {
  const a = { name: 'a.csv', data: CSV };
  const pax = (data: string) => ({ name: 'pax', type: 'x', data });
  const good = tarOf([a]);
  it.each([
    ['cut-in-data', good.subarray(0, 530), 'breaks off'],
    ['cut-before-end', good.subarray(0, 1024), 'breaks off'],
    ['cut-in-end', good.subarray(0, 1536), 'breaks off'],
    ['checksum-wrong', tarOf([{ ...a, checksum: '000001\0 ' }]), 'header'],
    ['checksum-no-number', tarOf([{ ...a, checksum: 'xxxxxx\0 ' }]), 'header'],
    ['size-beyond-the-end', tarOf([{ ...a, size: '77777777777\0' }]), 'breaks off'],
    ['size-no-number', tarOf([{ ...a, size: '-0000000044\0' }]), 'header'],
    ['size-negative-in-binary', tarOf([{ ...a, size: Buffer.alloc(12, 0xff) }]), 'header'],
    ['size-smaller', tarOf([{ ...a, size: '00000000012\0' }]), 'behind the end of its entry'],
    ['size-of-nothing', tarOf([{ ...a, size: '00000000000\0' }]), 'header'],
    [
      'other-mark',
      tarOf([
        { name: 'b', data: '' },
        { ...a, magic: 'USTAR\u000000' },
      ]),
      'header',
    ],
    ['name-with-more-behind', tarOf([{ ...a, name: 'a.csv\0.exe' }]), 'header'],
    ['name-not-utf8', tarOf([{ ...a, name: Buffer.from([0xff, 0x61]) }]), 'leads out'],
    ['padding-with-data', tarOf([{ ...a, padding: 7 }]), 'behind the end of its entry'],
    ['data-behind-end', tarOf([a], Buffer.concat([Buffer.alloc(1024), good])), 'behind its end'],
    ['one-block-of-zeros-between', tarOf([a], Buffer.concat([Buffer.alloc(512), good])), 'behind its end'],
    ['symbolic-link', tarOf([{ ...a, type: '2', data: '' }]), 'a link'],
    ['hard-link', tarOf([{ ...a, type: '1', data: '' }]), 'a link'],
    ['device', tarOf([{ ...a, type: '3', data: '' }]), 'a link'],
    ['pipe', tarOf([{ ...a, type: '6', data: '' }]), 'a link'],
    ['sparse', tarOf([{ ...a, type: 'S' }]), 'a part of a file'],
    ['leads-upwards', tarOf([{ ...a, name: '../a.csv' }]), 'leads out'],
    ['leads-upwards-by-pax', tarOf([pax(paxRecords({ path: '../../a.csv' })), a]), 'leads out'],
    ['absolute-by-prefix', tarOf([{ ...a, prefix: '/etc' }]), 'leads out'],
    ['twice', tarOf([a, a]), 'two of its entries'],
    ['twice-by-dot', tarOf([a, { ...a, name: './a.csv' }]), 'two of its entries'],
    ['pax-length-lies', tarOf([pax('99 path=b.csv\n'), a]), 'header'],
    ['pax-without-end', tarOf([pax('13 path=b.csv'), a]), 'header'],
    ['pax-says-twice', tarOf([pax('14 path=b.csv\n14 path=c.csv\n'), a]), 'header'],
    ['pax-sparse', tarOf([pax(paxRecords({ 'GNU.sparse.size': '9' })), a]), 'header'],
    ['pax-size-lies', tarOf([pax(paxRecords({ size: '99999' })), a]), 'breaks off'],
    ['pax-for-all-names', tarOf([{ name: 'g', type: 'g', data: paxRecords({ path: 'b.csv' }) }, a]), 'header'],
    ['header-for-nothing', tarOf([pax(paxRecords({ path: 'b.csv' }))]), 'breaks off'],
    ['folder-with-data', tarOf([{ ...a, type: '5' }]), 'in two ways'],
  ])('is turned away: %s', (_, archive, reason) => expectTurnedAway('x.tar', archive, reason));

  it('that breaks off anywhere is turned away', async () => {
    for (let length = 512; length < good.length; length += 97) {
      const { report, records } = await read(exhibit('x.tar', good.subarray(0, length)), sources);
      expect([report.status, records]).toEqual(['unreadable', []]);
    }
  });

  it('of too many entries, or too large, is refused', async () => {
    for (const limits of [{ entries: 1 }, { entryBytes: 20 }, { unpackedBytes: 60 }, { containerBytes: 600 }]) {
      const { report } = await read(exhibit('x.tar', tarOf([a, { ...a, name: 'b.csv' }])), sources, { limits });
      expect(report.status).toBe('refused');
    }
  });
});

it('names an archive of a form that is not unpacked', async () => {
  const { report } = await read(
    exhibit('x.7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4, 1, 2])),
    sources,
  );
  expect([report.status, report.saw]).toEqual(['unrecognised', ['7z, which is not unpacked here']]);
});
