import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { cellTexts, type Delimiter, splitDelimited } from '../../src/intake/delimited.ts';
import fc from '../house/fast-check.ts';

function split(
  content: string | Buffer,
  delimiter: Delimiter = ',',
  piece = 1_000_000,
  recordBytes = 1_000_000,
): string[][] {
  const records: string[][] = [];
  const splitter = splitDelimited(delimiter, (record) => void records.push(cellTexts(record)), {
    recordBytes,
    blockBytes: piece,
  });
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += piece) splitter.write(bytes.subarray(at, at + piece));
  splitter.end();
  return records;
}

describe('records and cells', () => {
  it.each([
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,b\r\nc\rd\ne', [['a', 'b'], ['c'], ['d'], ['e']]],
    ['"a\nb","c ""d"""\n', [['a\nb', 'c "d"']]],
    ['"a,b",\n', [['a,b', '']]],
    ['a,', [['a', '']]],
    [',', [['', '']]],
    [' a , "b" ,c', [['a', 'b', 'c']]],
    ['"3.5" disk,5" floppy\n', [['3.5 disk', '5" floppy']]],
    ['Zürich,"Łódź"\n', [['Zürich', 'Łódź']]],
    ['', []],
  ])('%j', (content, records) => {
    expect(split(content)).toEqual(records);
    for (const piece of [1, 2, 3]) expect(split(content, ',', piece)).toEqual(records);
  });

  it('tells a file that ends inside a quoted cell', () => {
    expect(() => split('a,b\n"c,d\n')).toThrow('inside a quoted cell');
  });

  it('gives up on a cell without end', () => {
    expect(() => split(`a\n"${'x'.repeat(200_000)}`, ',', 65_536, 100_000)).toThrow('never closed');
  });

  it('stops when no more is wanted', () => {
    const seen: string[][] = [];
    const splitter = splitDelimited(
      ',',
      (record) => {
        seen.push(cellTexts(record));
        return seen.length < 2;
      },
      { recordBytes: 1000 },
    );
    splitter.write(Buffer.from('a\nb\nc\n'));
    splitter.flush();
    splitter.end();
    expect(seen).toEqual([['a'], ['b']]);
  });
});

const cell = fc.oneof(fc.string(), fc.stringMatching(/^[ab ,;"\r\n\t|é漢]{0,12}$/), fc.string({ unit: 'grapheme' }));
const records = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });
const delimiters = fc.constantFrom<Delimiter>(',', ';', '\t', '|');
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

it('reads any quoted table as csv-parse does, however it is cut into pieces', () => {
  fc.assert(
    fc.property(
      records,
      delimiters,
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.integer({ min: 1, max: 40 }),
      (table, delimiter, end, piece) => {
        const text = table.map((record) => record.map(quote).join(delimiter)).join(end);
        const oracle: string[][] = parse(text, { delimiter, relax_column_count: true, record_delimiter: end });
        expect(split(text, delimiter, piece)).toEqual(oracle.map((record) => record.map((text) => text.trim())));
      },
    ),
  );
});

it('reads any plain table as csv-parse does', () => {
  const plain = fc.array(fc.array(fc.stringMatching(/^[a-z0-9 .é]{1,8}$/), { minLength: 2, maxLength: 5 }), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(plain, fc.constantFrom('\n', '\r\n'), (table, end) => {
      const text = table.map((record) => record.join(',')).join(end);
      const oracle: string[][] = parse(text, { relax_column_count: true, trim: true, skip_empty_lines: false });
      expect(split(text)).toEqual(oracle);
    }),
  );
});
