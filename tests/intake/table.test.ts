import { describe, expect, it } from 'vitest';
import type { Fields } from '../../src/intake/contract.ts';
import { columnsOfHeader, cutAt } from '../../src/intake/fixed-width.ts';
import { asset, engagement, exhibit, read, source } from './world.ts';

/** What a row says under these names. */
async function rows(content: string, required: string[], ask: (row: Fields) => unknown) {
  const told: unknown[] = [];
  const table = source([
    {
      shape: 'table',
      required,
      row: (row) => {
        told.push(ask(row));
        return asset('x');
      },
    },
  ]);
  const { report, codes } = await read(exhibit('a.csv', content), { table });
  return { report, codes, told };
}

describe('the header', () => {
  it('is matched without regard to case and spaces, and found below a preamble that stays readable', async () => {
    const preamble: unknown[] = [];
    const table = source([
      {
        shape: 'table',
        required: ['NAME ', ['Seen', 'Last seen']],
        row: (row, file) => void preamble.push(file.preamble, row.text('name')),
      },
    ]);
    await read(exhibit('a.csv', 'Report,"of 04 Feb"\nCompany\n\n name ,LAST SEEN\nA,x\n'), { table });
    expect(preamble.slice(-2)).toEqual([[['Report', 'of 04 Feb'], ['Company']], 'A']);
  });

  it('is not found behind fifteen records', async () => {
    const { report } = await rows(`${'x,y\n'.repeat(15)}Name,Seen\nA,1\n`, ['Name', 'Seen'], () => 0);
    expect(report.status).toBe('unrecognised');
  });

  it('keeps columns of one name apart, and those without a name', async () => {
    const { told } = await rows('Name,Comment,,Comment,\nA,,p,two,q\nB,one,,two,\n', ['Name', 'Comment'], (row) => [
      row.names(),
      row.text('comment'),
      row.texts('Comment'),
      row.text('Comment (2)'),
      row.text('column 3'),
      row.text('column 5'),
    ]);
    const names = ['Name', 'Comment', 'column 3', 'Comment (2)', 'column 5'];
    expect(told).toEqual([
      [names, 'two', ['two'], 'two', 'p', 'q'],
      [names, 'one', ['one', 'two'], 'two', undefined, undefined],
    ]);
  });
});

describe('rows', () => {
  it('are numbered without blank ones, rules and repeated headers', async () => {
    const content = 'Name,Seen\n\nA,1\n,,\n----,----\nName,Seen\nB,2\nTotal: 2\n';
    const { told } = await rows(content, ['Name', 'Seen'], (row) => [
      row.place.row,
      row.text('Name'),
      row.text('Seen'),
    ]);
    expect(told).toEqual([
      [1, 'A', '1'],
      [2, 'B', '2'],
      [3, 'Total: 2', undefined],
    ]);
  });

  it('with more cells than headers are left out: something has moved', async () => {
    const { report, told, codes } = await rows('Name,Seen\nA,1\nB,x,2\nC,3,\n', ['Name', 'Seen'], (row) =>
      row.text('Name'),
    );
    expect(told).toEqual(['A', 'C']);
    expect([report.rejected, codes]).toEqual([1, ['row-rejected']]);
    expect(report.notes[0]?.place).toEqual({ path: 'a.csv', row: 2 });
  });

  it.each([
    ['Name,Seen,Kind\nA,1,x\nB,2', ['A'], 'rows behind it'],
    ['Name,Seen,Kind\nA,1,x\nB,2\n', ['A', 'B'], undefined],
    ['Name,Seen,Kind\nA,1\nB,2', ['A'], '"whole: true"'],
    ['Seen,Name\n1,A\n2,B', ['A', 'B'], '"whole: true"'],
    ['Seen,Name\n1,A\n2,"B"', ['A', 'B'], '"whole: true"'],
    ['Name,Seen,Kind\nA,1,x\nB,2,y', ['A', 'B'], undefined],
    ['Name,Seen,Kind\nA,1,x\nB,2,', ['A', 'B'], undefined],
    ['Name,Seen,Kind\rA,1,x\rB,2,y\r', ['A', 'B'], undefined],
    ['Name,Seen,Kind\nA,1,x\n\n', ['A'], undefined],
    ['Name,Seen,Kind\nA,1,x\n, ,', ['A'], '"whole: true"'],
  ])('%j loses the last row that has no line end, unless nothing depends on its last cell', async (content, names, reason) => {
    const { report, told } = await rows(content, ['Name', 'Seen'], (row) => row.text('Name'));
    expect([told, report.rejected]).toEqual([names, reason === undefined ? 0 : 1]);
    if (reason !== undefined) expect(report.notes.map(({ message }) => message).join()).toContain(reason);
  });

  it('whose last cell is open, and not read, tell what they held and no sum of the whole', async () => {
    const held: string[] = [];
    const table = source([
      {
        shape: 'table',
        required: ['Name', 'Note'],
        row: (row) => void held.push(row.text('Name') ?? '?'),
        held: () => asset(held.join(' and ')),
        end: () => asset('the whole'),
      },
    ]);
    const { names, codes } = await read(exhibit('a.csv', 'Name,Note\nA,x\nB,half a wo'), { table });
    expect([names, codes]).toEqual([['A and B'], ['last-cell-open']]);
  });

  it('of which none is evidence make a file that is read as empty', async () => {
    const table = source([{ shape: 'table', required: ['Name', 'Seen'], row: () => undefined }]);
    const { report, codes } = await read(exhibit('a.csv', 'Name,Seen\nA,1\n'), { table });
    expect([report.status, report.source, report.candidates, codes]).toEqual([
      'empty',
      null,
      ['table'],
      ['exhibit-without-records'],
    ]);
  });
});

describe('a person who knows that a file is all there', () => {
  const SAID = { whole: true, by: 'Priya Nair', because: 'the portal never ends its files' };
  const sources = {
    table: source([{ shape: 'table', required: ['Name', 'Seen'], row: (row) => asset(row.text('Name')) }]),
    register: source([{ shape: 'json', items: 'hosts', required: ['name'], item: (item) => asset(item.text('name')) }]),
  };

  it.each([
    ['a.csv', Buffer.from('Name,Seen\nA,1\nB,2'), 2],
    ['a.csv', Buffer.from('\uFEFFName,Seen\r\nA,1\r\nB,2', 'utf16le'), 2],
    ['a.yaml', Buffer.from('hosts:\n  - name: A'), 1],
    ['a.csv', Buffer.from('Name,Seen\nA,1\nB,2\n'), 2],
  ])('keeps the last row of %s', async (path, content, kept) => {
    const { report, records } = await read(exhibit(path, content), sources, {
      engagement: engagement({}, { [path]: SAID }),
    });
    expect([report.status, records.length, report.rejected]).toEqual(['read', kept, 0]);
    expect(report.notes.map(({ code, message }) => [code, message])).toEqual([
      ['whole-stated', 'Priya Nair states that the file is whole: the portal never ends its files'],
    ]);
  });

  it('says who and why', () => {
    expect(() => engagement({}, { 'a.csv': { whole: true } })).toThrow(/who says so/);
  });
});

describe('fields', () => {
  const ask = (row: Fields) => ({
    blank: [row.has('Blank'), row.text('Blank'), row.number('Blank'), row.time('Blank').raw],
    placeholders: row.texts('P'),
    number: [row.number('N'), row.integer('N'), row.number('Share'), row.integer('Share'), row.number('Word')],
    flag: [row.flag('Yes'), row.flag('No'), row.flag('Word')],
    lost: row.text('Lost'),
    json: [row.child('Json')?.text('a.b'), row.children('Json').length, row.texts('List')],
  });

  it('say what is there, and nothing else', async () => {
    const content =
      'Blank,P,P,P,P,N,Share,Yes,No,Word,Lost,Json,List\n ,-,n/A,--,—,"1,234",12.5 %,ENABLED,off,maybe,System.String[],"{""a"":{""b"":1}}","[""x"",""y""]"\n';
    const { told, codes } = await rows(content, ['Blank', 'P'], ask);
    expect(told).toEqual([
      {
        blank: [false, undefined, undefined, null],
        placeholders: [],
        number: [1234, 1234, 12.5, undefined, undefined],
        flag: [true, false, undefined],
        lost: undefined,
        json: ['1', 1, ['x', 'y']],
      },
    ]);
    expect(codes).toEqual(['value-lost']);
  });

  it('turn the tool’s words into ours, and tell once of a word that is unknown', async () => {
    const words = { Success: 'ok', Failed: 'bad' } as const;
    const { told, codes, report } = await rows(
      'Name,R\nA,SUCCESS\nB,failed\nC,Odd\nD,odd\nE,\n',
      ['Name', 'R'],
      (row) => row.word('R', words),
    );
    expect(told).toEqual(['ok', 'bad', undefined, undefined, undefined]);
    expect(codes).toEqual(['word-unknown']);
    expect(report.notes[0]).toMatchObject({ place: { row: 3 } });
    expect(report.notes[0]?.message).toContain(
      '"Odd" in R is none of the words that are known there (Success, Failed)',
    );
  });
});

describe('fixed width', () => {
  const cut = (...lines: string[]) => {
    const columns = columnsOfHeader(lines);
    return lines.map((line) => cutAt(line, columns));
  };

  it('takes columns from two spaces and more', () => {
    expect(cut('Description      HotFixID   Installed On', 'Security Update  KB4465477  10/22/2018')).toEqual([
      ['Description', 'HotFixID', 'Installed On'],
      ['Security Update', 'KB4465477', '10/22/2018'],
    ]);
  });

  it('takes columns from the dashes under the header, and lets numbers reach to the left', () => {
    expect(cut('Name Used Free', '---- ---- ----', 'C    12.5    7', 'Data    3 1250')[2]).toEqual(['C', '12.5', '7']);
    expect(cut('Name      Size', '----      ----', 'A       123456', 'B         7890')[2]).toEqual(['A', '123456']);
  });

  it('is read below other lines and without the rule', async () => {
    const table = source([
      {
        shape: 'table',
        layout: 'fixed-width',
        required: ['HotFixID', 'InstalledOn'],
        row: (row) => asset(row.text('hotfixid'), row.time('InstalledOn')),
      },
    ]);
    const content =
      '\r\nUpdates of PC\r\n\r\nHotFixID      InstalledOn\r\n--------      -----------\r\nKB1           10/22/2018\r\nKB2           2/18/2019\r\n\r\n';
    const { report, names } = await read(exhibit('a.txt', content), { table });
    expect([report.status, names, report.covers]).toEqual([
      'read',
      ['KB1', 'KB2'],
      { from: '2018-10-22', to: '2019-02-18' },
    ]);
    const cut = await read(exhibit('a.txt', content.trimEnd()), { table });
    expect([cut.names, cut.codes]).toEqual([['KB1'], ['row-rejected']]);
  });
});
