import { describe, expect, it } from 'vitest';
import type { Block, Cell, Rows } from '../../src/model/document.ts';
import { layOut, renderPdf, writePdf } from '../../src/pdf/index.ts';
import { FONT_BYTES } from './fonts.ts';
import { cell, documentOf, HALF_EM } from './kit.ts';

const ROWS = 600;
const columns = ['Host', 'Seen', 'What'].map((title) => ({ title }));
const documentWith = (rows: Rows) => {
  const table: Block = { type: 'table', columns, rows, empty: 'Nothing here.' };
  return documentOf([table]);
};

function row(index: number): readonly Cell[] {
  if (index % 100 === 0) return [{ ...cell(`Group ${index}`), header: true, span: 3 }];
  const what = 'a sentence that goes on over two lines or more, and/or well-established names '.repeat(1 + (index % 3));
  return [{ ...cell(`LFD-WS-${index}`), header: true }, { ...cell(''), verdict: 'stale' }, cell(what)];
}

/** Rows that are made when they are asked for; `asked` tells how often they were begun, `made` how many of the present round there are. */
function madeRows() {
  const told = { asked: 0, made: 0 };
  const rows: Rows = {
    length: ROWS,
    *[Symbol.iterator]() {
      told.asked += 1;
      told.made = 0;
      for (let index = 0; index < ROWS; index += 1) {
        told.made += 1;
        yield row(index);
      }
    },
  };
  return { rows, told };
}

const thereRows = Array.from({ length: ROWS }, (_, index) => row(index));

describe('rows that are made while they are laid', () => {
  it('stand where rows stand that are there', () => {
    const { rows, told } = madeRows();
    const laid = layOut(documentWith(rows), HALF_EM, { mark: 'm' });
    expect(laid).toEqual(layOut(documentWith(thereRows), HALF_EM, { mark: 'm' }));
    expect(laid.pages.length).toBeGreaterThan(20);
    expect(told).toEqual({ asked: 2, made: ROWS });
  });

  it('leave as pages before the last of them is made, and the file is the one that is made at once', async () => {
    const { rows, told } = madeRows();
    const pieces: Uint8Array[] = [];
    let early = 0;
    const write = (piece: Uint8Array): void => {
      pieces.push(piece);
      if (told.asked === 2 && told.made < ROWS / 2) early += piece.length;
    };
    const { pages } = await writePdf(documentWith(rows), { fonts: FONT_BYTES, mark: 'm', write });
    const whole = await renderPdf(documentWith(thereRows), { fonts: FONT_BYTES, mark: 'm' });
    expect(pages).toBe(whole.pages);
    expect(Buffer.concat(pieces).equals(whole.bytes)).toBe(true);
    expect(early).toBeGreaterThan(10_000);
  });
});
