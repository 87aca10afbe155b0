import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFonts } from '../../src/disk/index.ts';
import { needlesOf } from '../../src/kernel/needles.ts';
import type { SightingKind } from '../../src/model/sighting.ts';
import { renderPdf } from '../../src/pdf/index.ts';
import { isTelling, leaksIn, pdfTexts, pseudonym } from '../../src/redaction/index.ts';
import { renderWorkbook } from '../../src/workbook/index.ts';
import { documentOf, heading, paragraph } from '../pdf/kit.ts';

const CANARY = 'Kim Canary-Zwölf';
const fonts = await readFonts();

function leaks(path: string, content: Uint8Array): readonly SightingKind[] {
  return leaksIn([{ path, content }], needlesOf([CANARY]), () => 'person-name').map(({ kind }) => kind);
}

describe('what leaves is searched in each form', () => {
  it('drawn on a page, in a title, in a bookmark', async () => {
    const drawn = await renderPdf(documentOf([paragraph(`It was ${CANARY} who did it.`)]), { fonts, mark: 'm' });
    expect(leaks('a.pdf', drawn.bytes)).toEqual(['person-name']);
    const titled = await renderPdf(documentOf([paragraph('words')], { title: `Report of ${CANARY}` }), {
      fonts,
      mark: 'm',
    });
    expect(leaks('a.pdf', titled.bytes)).toEqual(['person-name']);
    const marked = await renderPdf(documentOf([heading(CANARY, 'x'), paragraph('words')]), { fonts, mark: 'm' });
    expect(leaks('a.pdf', marked.bytes)).toEqual(['person-name']);
    const clean = await renderPdf(documentOf([paragraph('It was Kim Canary who did it.')]), { fonts, mark: 'm' });
    expect(leaks('a.pdf', clean.bytes)).toEqual([]);
    expect(pdfTexts(clean.bytes).join(' ')).toContain('It was Kim Canary who did it.');
  });

  it('in a cell and in a title of a workbook', async () => {
    const sheet = { name: 'One', title: 'One', columns: [{ title: 'H', width: 10 }], rows: [[`by ${CANARY}`]] };
    const made = { fileName: 'w', title: 'T', author: 'A', madeOn: '2026-10-15', sheets: [sheet] };
    const workbook = await renderWorkbook(made);
    const clean = await renderWorkbook({ ...made, sheets: [{ ...sheet, rows: [['by nobody']] }] });
    expect(leaks('w.xlsx', clean)).toEqual([]);
    expect(leaks('w.xlsx', await renderWorkbook({ ...made, title: CANARY, sheets: [{ ...sheet, rows: [] }] }))).toEqual(
      ['person-name'],
    );
    expect(leaks('w.xlsx', workbook)).toEqual(['person-name']);
  });

  it('in JSON, in a page, in a name of a file', () => {
    const bytes = (text: string) => Buffer.from(text, 'utf8');
    expect(leaks('a.json', bytes(JSON.stringify({ by: CANARY })))).toEqual(['person-name']);
    expect(leaks('a.json', bytes('{"by":"Kim Canary-Zw\\u00f6lf"}'))).toEqual(['person-name']);
    expect(leaks('a.html', bytes('<p>Kim <b>Canary</b>-Zw&#246;lf</p>'))).toEqual(['person-name']);
    expect(leaks(`exhibits/${CANARY}.csv`, bytes('x'))).toEqual(['person-name']);
    expect(leaks('a.csv', bytes('Kim Canary-Zwölfer'))).toEqual([]);
  });
});

describe('a value that is written in another way', () => {
  const stands = (path: string, content: Uint8Array, value: string) =>
    leaksIn([{ path, content }], needlesOf([value]), () => 'account-name').map(({ count }) => count);

  it('is found in a line of JSON, in an attribute, in a script of a page, in a cell of CSV; once each', () => {
    expect(stands('a.jsonl', Buffer.from('{"by":"LFD\\\\kim"}\n'), 'LFD\\kim')).toEqual([1]);
    expect(stands('a.html', Buffer.from('<p title="R&amp;D-PC07">x</p>'), 'R&D-PC07')).toEqual([1]);
    expect(stands('a.html', Buffer.from('<script>["R\\u0026D-PC07"]</script>'), 'R&D-PC07')).toEqual([1]);
    expect(stands('a.csv', Buffer.from('who\n"Kim ""Bo"" Canary"\n'), 'Kim "Bo" Canary')).toEqual([1]);
    expect(stands('a.json', Buffer.from('{"by":"Kim Canary"}'), 'Kim Canary')).toEqual([1]);
  });

  it('is found beside the pixels of a picture: of a file, on a page, in a PDF, in a deck', () => {
    const words = Buffer.from('taken by Kim Canary');
    const length = Buffer.from([0, words.length + 2]);
    const jpeg = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xfe]),
      length,
      words,
      Buffer.from([0xff, 0xda, 0xff, 0xd9]),
    ]);
    const page = `<img src="data:image/jpeg;base64,${jpeg.toString('base64')}">`;
    const object = `1 0 obj\n<</Subtype /Image /Filter /DCTDecode /Length ${jpeg.length}>>\nstream\n`;
    const pdf = Buffer.concat([Buffer.from(`%PDF-1.7\n${object}`), jpeg, Buffer.from('\nendstream\nendobj\n')]);
    expect(stands('logo.jpg', jpeg, 'Kim Canary')).toEqual([1]);
    expect(stands('index.html', Buffer.from(page), 'Kim Canary')).toEqual([1]);
    expect(stands('a.pdf', pdf, 'Kim Canary')).toEqual([1]);
    expect(stands('a.pptx', zipSync({ 'ppt/media/logo.jpg': jpeg }), 'Kim Canary')).toEqual([1]);
  });

  it('is found where a page breaks it at the end of a line', async () => {
    const value = `https://portal.lakeside.example/${'k3y'.repeat(60)}`;
    const { bytes } = await renderPdf(documentOf([paragraph(`It lies at ${value} since.`)]), { fonts, mark: 'm' });
    expect(stands('a.pdf', bytes, value)).toEqual([1]);
  });
});

describe('a pseudonym', () => {
  const key = Buffer.alloc(32, 1);

  it('is the same for the same subject, however it is written, and another under another key', () => {
    expect(pseudonym(key, 'LFD-WS07', 'device-name')).toBe(pseudonym(key, 'lfd-ws07', 'device-name'));
    expect(pseudonym(key, 'LFD-WS07')).not.toBe(pseudonym(Buffer.alloc(32, 2), 'LFD-WS07'));
    expect(pseudonym(key, 'kim@lakeside.example')).toMatch(/^account-[a-z2-9]{6}$/);
    expect(pseudonym(key, '10.0.0.7')).toMatch(/^address-/);
  });

  it('is needed only by what tells something', () => {
    expect(isTelling('admin', 'account-name')).toBe(false);
    expect(isTelling('LSD\\kim', 'account-name')).toBe(true);
    expect(isTelling('kim.adler', 'account-name')).toBe(true);
    expect(isTelling('Reception', 'person-name')).toBe(false);
    expect(isTelling('Kim Canary', 'person-name')).toBe(true);
    expect(isTelling('LFD-WS07', 'device-name')).toBe(true);
    expect(isTelling('2026', 'staff-number')).toBe(false);
  });
});
