/** Rows and columns from 0, as a spreadsheet names them. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

export function parseCell(ref: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, digits] = CELL.exec(ref) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  return { row: Number(digits) - 1, column: columnNumber(letters) };
}

/** `B2`, `$A$1:$C$9`, `A:A`, `3:3`: never expanded, a range may be a whole sheet. */
export function parseRange(text: string): Range | undefined {
  const columns = COLUMNS.exec(text);
  if (columns)
    return { top: 0, bottom: LAST_ROW, left: columnNumber(columns[1] ?? ''), right: columnNumber(columns[2] ?? '') };
  const rows = ROWS.exec(text);
  if (rows) return { top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1, left: 0, right: LAST_COLUMN };
  const [first = '', last = first] = text.split(':');
  const [from, to] = [parseCell(first), parseCell(last)];
  if (from === undefined || to === undefined) return undefined;
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

export function parseRanges(text: string): readonly Range[] {
  return text
    .trim()
    .split(/\s+/)
    .flatMap((each) => parseRange(each) ?? []);
}

export function inRange({ top, left, bottom, right }: Range, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
