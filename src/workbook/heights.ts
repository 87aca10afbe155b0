import type { Sheet, SheetCell } from '../model/workbook.ts';

/** Of a line in points, and the most that a row may have: Excel's own limits. */
const LINE = 15;
const TALLEST = 409;
/** Words do not fill their lines. */
const FILLED = 0.88;

/** Told to every program, since not each makes room for wrapped text by itself: how high a row must be for its longest cell, in points. */
export function rowHeight(cells: readonly SheetCell[], columns: Sheet['columns']): number {
  const lines = cells.map((cell, index) => linesOf(cell, columns[index]));
  return Math.min(TALLEST, LINE * Math.max(1, ...lines));
}

function linesOf(cell: SheetCell, column: Sheet['columns'][number] | undefined): number {
  if (typeof cell !== 'string' || column?.wrap !== true) return 1;
  return cell.split('\n').reduce((lines, part) => lines + linesOfPart(part, column.width), 0);
}

function linesOfPart(part: string, width: number): number {
  const room = Math.max(1, part.includes(' ') ? width * FILLED : width);
  return Math.max(1, Math.ceil(part.length / room));
}
