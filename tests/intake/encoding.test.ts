import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { asset, exhibit, read, source } from './world.ts';

const sources = {
  table: source([{ shape: 'table', required: ['Name', 'Ort'], row: (row) => asset(row.text('Name')) }]),
};
const text = (name: string) => `Name,Ort\r\n${name},x\r\n`;
const withBom = (bytes: Buffer, ...bom: number[]) => Buffer.concat([Buffer.from(bom), bytes]);
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

describe('whatever it was written in, it is read and told', () => {
  it.each([
    ['Łódź 漢字', Buffer.from(text('Łódź 漢字')), 'utf-8'],
    ['Łódź', withBom(Buffer.from(text('Łódź')), 0xef, 0xbb, 0xbf), 'utf-8'],
    ['Łódź', withBom(Buffer.from(text('Łódź'), 'utf16le'), 0xff, 0xfe), 'utf-16le'],
    ['Łódź 😀', withBom(swapped(Buffer.from(text('Łódź 😀'), 'utf16le')), 0xfe, 0xff), 'utf-16be'],
    ['Zürich', Buffer.from(text('Zürich'), 'utf16le'), 'utf-16le'],
    ['Zürich', swapped(Buffer.from(text('Zürich'), 'utf16le')), 'utf-16be'],
    ['Zürich “Nord” – déjà', iconv.encode(text('Zürich “Nord” – déjà'), 'win1252'), 'windows-1252'],
    ['Zürich déjà vu', iconv.encode(text('Zürich déjà vu'), 'cp850'), 'cp850'],
    ['北京服务器 系统', iconv.encode(text('北京服务器 系统'), 'gb18030'), 'gb18030'],
    ['システム 起動時間 の', iconv.encode(text('システム 起動時間 の'), 'shift_jis'), 'shift_jis'],
    ['Имя узла сервера', iconv.encode(text('Имя узла сервера'), 'cp866'), 'cp866'],
    ['Имя узла сервера', iconv.encode(text('Имя узла сервера'), 'windows-1251'), 'windows-1251'],
    ['système élève', iconv.encode(text('système élève'), 'win1252'), 'windows-1252'],
    ['don’t', iconv.encode(text('don’t'), 'win1252'), 'windows-1252'],
  ])('%s in %#', async (name, bytes, encoding) => {
    for (const piece of [1, 3, 65_536]) {
      const { report, names, codes } = await read(exhibit('a.csv', bytes, piece), sources);
      expect([names, report.encoding]).toEqual([[name], encoding]);
      const fallback = encoding.startsWith('utf') ? [] : ['encoding-fallback'];
      expect(codes).toEqual(fallback);
    }
  });

  it('believes what an XML declaration says', async () => {
    const xml = source([{ shape: 'xml', root: 'R', elements: ['I'], element: (element) => asset(element.text('.')) }]);
    const bytes = iconv.encode('<?xml version="1.0" encoding="ISO-8859-15"?><R><I>Zürich €</I></R>', 'iso-8859-15');
    const { report, names, codes } = await read(exhibit('a.xml', bytes), { xml });
    expect([names, report.encoding, codes]).toEqual([['Zürich €'], 'iso-8859-15', []]);
  });

  it.each([
    ['UTF-8 that ends in half a character', Buffer.from(text('Łódź')).subarray(0, 13), 'middle of a character'],
    ['a BOM that lies', withBom(iconv.encode(text('Zürich'), 'win1252'), 0xef, 0xbb, 0xbf), 'no utf-8 text'],
    [
      'half a unit of UTF-16',
      withBom(Buffer.from(text('A'), 'utf16le').subarray(0, 29), 0xff, 0xfe),
      'no utf-16le text',
    ],
  ])('%s is unreadable', async (_, bytes, reason) => {
    const { report } = await read(exhibit('a.csv', bytes), sources);
    expect(report.status).toBe('unreadable');
    expect(report.notes[0]?.message).toContain(reason);
  });
});
