import { type CellStyle, colToLetter, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Sheet, SheetCell, Workbook } from '../model/workbook.ts';
import { rowHeight } from './heights.ts';
import { DAY, FONT, HEAD, PLAIN, verdictStyle, WRAPPED } from './style.ts';
import { cellText, looksLikeError } from './text.ts';

/** Sheets into bytes: texts, numbers and days, never a formula. The same workbook gives the same bytes on every machine. */
export async function renderWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const { title, author, madeOn } = workbook;
  const made = new Date(`${madeOn}T00:00:00Z`);
  return writeXlsx({
    sheets: withOwnNames(workbook.sheets).map(sheetOf),
    properties: { title: cellText(title), creator: cellText(author), created: made, modified: made },
    defaultFont: FONT,
  });
}

type Values = NonNullable<WriteSheet['rows']>[number];
type Cells = NonNullable<WriteSheet['cells']>;

function sheetOf(sheet: Sheet): WriteSheet {
  const cells: Cells = new Map();
  const rows: Values[] = [sheet.columns.map(({ title }, column) => put(cells, [0, column], cellText(title), HEAD))];
  for (const [index, row] of sheet.rows.entries()) {
    rows.push(
      sheet.columns.map(({ wrap }, column) => {
        const { value, style } = written(row[column] ?? null, wrap === true);
        return put(cells, [index + 1, column], value, style);
      }),
    );
  }
  const headHeight = rowHeight(
    sheet.columns.map(({ title }) => title),
    sheet.columns.map((column) => ({ ...column, wrap: true })),
  );
  const heights = [headHeight, ...sheet.rows.map((row) => rowHeight(row, sheet.columns))];
  const last = colToLetter(Math.max(sheet.columns.length - 1, 0));
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width }) => ({ width })),
    rows,
    rowDefs: new Map(heights.map((height, index) => [index, { height }])),
    cells,
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${last}${rows.length}` },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: pagesAcross(sheet), fitToHeight: 0, ...TITLES },
    a11y: { summary: cellText(sheet.title), headerRow: 0 },
  };
}

/** Repeated on each printed page: the heads, and what the row is about. */
const TITLES = { printTitlesRow: '$1:$1', printTitlesColumn: '$A:$A' } as const;

/** So many characters side by side can still be read on a printed landscape page. */
const READABLE_ACROSS = 210;

function pagesAcross({ columns }: Sheet): number {
  return Math.max(1, Math.round(columns.reduce((sum, { width }) => sum + width, 0) / READABLE_ACROSS));
}

function written(cell: SheetCell, wrap: boolean): { readonly value: Values[number]; readonly style: CellStyle } {
  const plain = wrap ? WRAPPED : PLAIN;
  if (cell === null || typeof cell === 'number') return { value: cell, style: plain };
  if (typeof cell === 'string') return { value: cellText(cell), style: plain };
  if ('verdict' in cell)
    return { value: capital(cell.verdict.replaceAll('-', ' ')), style: verdictStyle(cell.verdict) };
  const day = new Date(`${cell.day}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? { value: cellText(cell.day), style: plain } : { value: day, style: DAY };
}

function put(
  cells: Cells,
  [row, column]: readonly [number, number],
  value: Values[number],
  style: CellStyle,
): Values[number] {
  const asText = typeof value === 'string' && looksLikeError(value) ? { richText: [{ text: value }] } : {};
  cells.set(`${row},${column}`, { style, ...asText });
  return value;
}

/** Excel allows 31 characters, none of []:*?/\ and no apostrophe at an end, and compares names without regard to case. */
function withOwnNames(sheets: readonly Sheet[]): readonly Sheet[] {
  const used = new Set<string>();
  return sheets.map((sheet) => {
    const plain = sheet.name
      .replace(/[[\]:*?/\\']+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const base = plain === '' || plain.toLowerCase() === 'history' ? `${plain} sheet`.trim() : plain;
    let name = base.slice(0, 31).trim();
    for (let times = 2; used.has(name.toLowerCase()); times += 1) name = `${base.slice(0, 27).trim()} ${times}`;
    used.add(name.toLowerCase());
    return { ...sheet, name };
  });
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
