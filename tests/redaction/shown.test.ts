import { deflateSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { searchExhibits } from '../../src/leaks.ts';
import { openPdfReader } from '../../src/pdf-reader.ts';
import { renderWorkbook } from '../../src/workbook/index.ts';
import { exhibit, KEY } from './world.ts';

async function found(path: string, bytes: Uint8Array) {
  const sightings = await searchExhibits([exhibit(path, bytes)], { key: KEY });
  return {
    found: sightings.found.map((each) => `${each.path}: ${each.count} x ${each.kind}`),
    unsearched: sightings.unsearched.map(({ because }) => because),
  };
}

type Drawing = (page: PDFKit.PDFDocument) => void;

function pdf(draw: Drawing, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ compress: true, ...options });
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  draw(document);
  document.end();
  return new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))));
}

const COMMUNITY = 'snmp-server community k3epOut77 RO';
/** One grey pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

describe('a PDF that somebody else made', () => {
  it('is searched by its pages, its tables, its notes and what stands beside the pages', async () => {
    const bytes = await pdf(
      (page) => {
        page.text('Settings of the switch').text(COMMUNITY);
        page.text('Display name', 72, 200).text('Password', 300, 200).text('Kim', 72, 215).text('k3epOut78', 300, 215);
        // A row of which only this cell is filled.
        page.text('k3epOut81', 300, 230);
        page.addPage().text('Nothing here.').note(72, 72, 100, 20, 'client_secret=k3epOut79zz');
      },
      { info: { Subject: 'password: k3epOut80' } },
    );
    expect(await found('sw.pdf', bytes)).toEqual({
      found: [
        'sw.pdf!/page 1: 1 x snmp-community',
        'sw.pdf!/page 1, table 1: 2 x password',
        'sw.pdf!/page 1, table 1: 1 x person-name',
        'sw.pdf!/page 2: 1 x client-secret',
        'sw.pdf!/beside the pages: 1 x password',
      ],
      unsearched: [],
    });
  });

  it('is searched for what is attached to it, and for what a later version of it took away', async () => {
    const bytes = await pdf((page) => {
      page.text('Nothing here.');
      page.file(Buffer.from('name,password\nkim,k3epOut77\n'), { name: 'users.csv' });
    });
    const old = Buffer.from(`\n99 0 obj\n<< /Contents (snmp-server community 0therOne9 RO) >>\nendobj\n`);
    expect((await found('a.pdf', Buffer.concat([bytes, old]))).found).toEqual([
      'a.pdf!/users.csv: 1 x password',
      'a.pdf!/objects: 1 x snmp-community',
    ]);
  });

  it('finds a key that goes on in the next line', async () => {
    const token = `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.${'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6Ikp'.repeat(2)}.${'SflKxwRJSMeKKF2QT4fw'.repeat(2)}`;
    const bytes = await pdf((page) => page.font('Courier').fontSize(9).text(token, { width: 460 }));
    expect((await found('a.pdf', bytes)).found).toEqual(['a.pdf!/page 1: 1 x json-web-token']);
  });

  it('is told where it is locked, broken or shows pictures, and read where only its owner has a password', async () => {
    const draw: Drawing = (page) => page.text(COMMUNITY);
    const locked = await pdf(draw, { userPassword: 'five words', pdfVersion: '1.7' });
    expect(await found('a.pdf', locked)).toEqual({ found: [], unsearched: ['pdf-locked'] });
    const restricted = await pdf(draw, { ownerPassword: 'five words', pdfVersion: '1.7' });
    expect(await found('a.pdf', restricted)).toEqual({
      found: ['a.pdf!/page 1: 1 x snmp-community'],
      // What no page shows any more is locked.
      unsearched: ['pdf-streams'],
    });
    expect((await found('a.pdf', Buffer.from('%PDF-1.7\n\xff\xfe\0 nothing', 'latin1'))).unsearched).toEqual([
      'pdf-unreadable',
    ]);
    const scanned = await pdf((page) => page.image(PIXEL, 0, 0, { width: 500 }));
    expect((await found('a.pdf', scanned)).unsearched).toEqual(['pdf-pictures']);
  });

  it('is given up when it costs more than a file may; the next one is read all the same', async () => {
    const bytes = await pdf((page) => {
      for (let line = 0; line < 5_000; line += 1) page.text(`line ${line}`);
    });
    const strict = openPdfReader({ seconds: 0.01, secondsPerMegabyte: 0, heapBytes: 512 * 1024 * 1024 });
    expect(await strict.read(bytes)).toEqual({ fault: 'too-costly' });
    strict.close();
    const small = openPdfReader({ seconds: 60, secondsPerMegabyte: 0, heapBytes: 8 * 1024 * 1024 });
    expect(await small.read(bytes)).toEqual({ fault: 'too-costly' });
    small.close();
    const reader = openPdfReader();
    expect(await reader.read(bytes)).toMatchObject({ silentPages: 0 });
    expect(await reader.read(Buffer.from('%PDF-'))).toEqual({ fault: 'pdf-unreadable' });
    expect(await reader.read(bytes)).toMatchObject({ silentPages: 0 });
    reader.close();
  });

  it('is no way to switch the search off: a table that calls itself a PDF is searched as a table', async () => {
    const { found: sightings, unsearched } = await found(
      'a.csv',
      Buffer.from('%PDF-1.7\nname,password\nkim,k3epOut77\n'),
    );
    expect(sightings).toContain('a.csv: 1 x password');
    expect(unsearched).toEqual(['pdf-unreadable']);
  });
});

describe('an office document', () => {
  const sheet = {
    name: 'Accounts',
    title: 'Accounts',
    columns: [
      { title: 'User', width: 10 },
      { title: 'Password', width: 10 },
    ],
    rows: [
      ['kim', 'k3epOut77'],
      ['ann', 'R&D-9xq7'],
    ],
  };
  const workbook = () =>
    renderWorkbook({ fileName: 'w', title: 'T', author: 'A', madeOn: '2026-10-15', sheets: [sheet] });
  const passwords = (path: string) => [`${path}!/Accounts: 2 x password`];

  it('is searched by its cells, under their headers, wherever it lies', async () => {
    expect(await found('a.xlsx', await workbook())).toEqual({ found: passwords('a.xlsx'), unsearched: [] });
    const zip = zipSync({ 'in/a.xlsx': await workbook() });
    expect((await found('b.zip', zip)).found).toEqual(passwords('b.zip!/in/a.xlsx'));
  });

  it('of Word is searched by its tables and paragraphs, also where Word broke a word into pieces', async () => {
    const cell = (...runs: readonly string[]) => `<w:tc><w:p>${pieces(runs)}</w:p></w:tc>`;
    const pieces = (runs: readonly string[]) => runs.map((run) => `<w:r><w:t>${run}</w:t></w:r>`).join('');
    const table = `<w:tbl><w:tr>${cell('User')}${cell('Pass', 'word')}</w:tr><w:tr>${cell('kim')}${cell('k3ep', 'Out77')}</w:tr></w:tbl>`;
    const body = `${table}<w:p>${pieces(['snmp-server comm', 'unity 0ther', 'One9 RO'])}</w:p>`;
    const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
    expect(await found('a.docx', zipSync({ 'word/document.xml': Buffer.from(xml) }))).toEqual({
      found: ['a.docx!/table 1: 1 x password', 'a.docx!/text: 1 x snmp-community'],
      unsearched: [],
    });
  });

  it('whose cells cannot be read is told, and searched as it lies', async () => {
    const parts = unzipSync(await workbook());
    parts['xl/workbook.xml'] = Buffer.from(`<a><b>${COMMUNITY}</b>`);
    expect(await found('a.xlsx', zipSync(parts))).toEqual({
      found: ['a.xlsx!/xl/workbook.xml: 1 x snmp-community'],
      unsearched: ['office-unread'],
    });
  });
});

describe('a value that its format wrote in its way', () => {
  it.each([
    ['a.json', '[{"displayName": "Kim Zw\\u00f6lf"}]', 'Kim Zwölf'],
    ['a.json', '[{"userName": "LFD\\\\kim.adler"}]', 'LFD\\kim.adler'],
    ['a.xml', '<r><displayName>Kim Zw&#246;lf</displayName></r>', 'Kim Zwölf'],
    ['a.csv', 'Display name,State\n"Kim ""Bo"" Zwölf",active\n', 'Kim "Bo" Zwölf'],
  ])('in %s is looked for as it is meant, too: %s', async (path, text, meant) => {
    const { values } = await searchExhibits([exhibit(path, Buffer.from(text))], { key: KEY });
    expect([...values.keys()]).toContain(meant);
  });
});

describe('a picture', () => {
  const chunk = (kind: string, content: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, Buffer.from(kind, 'latin1'), content, Buffer.alloc(4)]);
  };
  const withChunk = (kind: string, content: Buffer) =>
    Buffer.concat([PIXEL.subarray(0, 33), chunk(kind, content), PIXEL.subarray(33)]);
  const words = Buffer.from(COMMUNITY);

  it.each([
    ['a comment of PNG', withChunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), words]))],
    ['a packed comment', withChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(words)]))],
    ['a packed text', withChunk('iTXt', Buffer.concat([Buffer.from('XMP\0\x01\0en\0\0'), deflateSync(words)]))],
    ['what was put behind its end', Buffer.concat([PIXEL, words])],
    ['a comment of JPEG', jpegWith(0xfe, words)],
    ['a tag of JPEG', jpegWith(0xe1, Buffer.concat([Buffer.from('Exif\0\0II*\0'), words]))],
    [
      'a tag as Windows writes it',
      jpegWith(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(COMMUNITY, 'utf16le')])),
    ],
    ['what stands behind a JPEG', Buffer.concat([jpegWith(0xfe, Buffer.from('x')), words])],
  ])('is searched in %s, and what it shows is told to be unread', async (_, bytes) => {
    expect(await found('rack.png', bytes)).toEqual({
      found: ['rack.png!/tags: 1 x snmp-community'],
      unsearched: ['picture'],
    });
  });

  it('with nothing beside its pixels is told as well', async () => {
    expect(await found('rack.png', PIXEL)).toEqual({ found: [], unsearched: ['picture'] });
  });
});

function jpegWith(marker: number, content: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  const scan = Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, marker]), length, content, scan]);
}
