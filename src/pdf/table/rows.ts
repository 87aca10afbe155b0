import type { Mark } from '../../model/page.ts';
import type { Strip } from '../setting.ts';
import type { TextStyle } from '../theme.ts';
import { type Align, type Line, pushLineMarks } from '../typeset.ts';

/** A cell that knows its place and its lines; `first` are marks that belong to its first line, such as a verdict's shape. */
export interface SetCell {
  readonly x: number;
  readonly width: number;
  readonly lines: readonly Line[];
  readonly align: Align | undefined;
  readonly style: TextStyle;
  readonly first?: readonly Mark[];
}

/** Of a page: what may rather leave a gap at its foot than be parted. */
export const KEPT_SHARE = 0.36;

/** A row as one strip, or as one strip a line of its tallest cell: no line is ever left out. */
export function rowStrips(
  cells: readonly SetCell[],
  options: {
    readonly padTop: number;
    readonly padBottom: number;
    readonly leading: number;
    /** Up to this height a row stays whole; a taller one may run over the page, line by line. */
    readonly whole: number;
    readonly space?: number;
    readonly glued?: boolean;
    readonly under?: (height: number) => readonly Mark[];
  },
): readonly Strip[] {
  const count = cells.reduce((most, cell) => Math.max(most, cell.lines.length), 1);
  const { padTop, padBottom, leading } = options;
  const space = options.space ?? 0;
  const glued = options.glued === true;
  if (count * leading <= options.whole) {
    const height = padTop + count * leading + padBottom;
    const marks: Mark[] = [...(options.under?.(height) ?? [])];
    for (const cell of cells) {
      for (const mark of cell.first ?? []) marks.push(mark);
      for (let index = 0; index < cell.lines.length; index += 1) pushLine(marks, cell, index, padTop + index * leading);
    }
    return [{ height, space, marks, glued }];
  }
  return Array.from({ length: count }, (_, index) => {
    const top = index === 0 ? padTop : 0;
    const last = index === count - 1;
    const height = top + leading + (last ? padBottom : 0);
    const marks: Mark[] = last ? [...(options.under?.(height) ?? [])] : [];
    for (const cell of cells) {
      if (index === 0) marks.push(...(cell.first ?? []));
      pushLine(marks, cell, index, top);
    }
    return { height, space: index === 0 ? space : 0, marks, glued: last ? glued : index < 2 || index > count - 4 };
  });
}

function pushLine(marks: Mark[], cell: SetCell, index: number, y: number): void {
  const line = cell.lines[index];
  if (line) pushLineMarks(marks, line, cell, y);
}
