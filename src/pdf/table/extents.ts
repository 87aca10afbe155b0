import type { Cell, Column, Inline, Rows } from '../../model/document.ts';
import { isBlank, type Setting } from '../setting.ts';
import type { TextStyle } from '../theme.ts';
import { verdictWord } from '../verdict-shapes.ts';
import { type Extent, extentOf, measurePlain, type PlainExtent } from '../words.ts';

export const VERDICT_INDENT = 12.5;

/** A verdict without a word of its own gets one. */
export function contentOf(cell: Cell): Inline {
  return cell.verdict && isBlank(cell.content) ? [{ text: verdictWord(cell.verdict) }] : cell.content;
}

export interface Extents {
  /** The widest word and the widest line of each column. */
  readonly columns: readonly { readonly min: number; readonly max: number }[];
  /** Cell by cell, of some rows evenly spread over the table. */
  readonly sample: readonly (readonly Extent[])[];
  /** Row by row, how wide each plain cell is on one line in the font in which it was measured; 0 of all others. Of a long table only its first cells: the others are measured again. */
  readonly plain: Float64Array;
}

/** In what the words of a cell are measured. */
export function measuredFont(cell: Cell, body: TextStyle): TextStyle['font'] {
  return cell.header ? 'semibold' : body.font;
}

const SAMPLE = 80;
/** Two megabytes of them. */
const REMEMBERED = 250_000;
const NONE: Extent = { min: 0, max: 0, sum: 0, lines: 0 };

export function measureCells(
  columns: readonly Column[],
  rows: Rows,
  styles: { readonly body: TextStyle; readonly head: TextStyle },
  setting: Setting,
): Extents {
  const widest = columns.map(({ title }) => {
    const { min, max } = extentOf([{ text: title }], styles.head, setting);
    return { min, max };
  });
  const strong = { ...styles.body, font: 'semibold' as const };
  const step = Math.ceil(rows.length / SAMPLE);
  const sample: Extent[][] = [];
  const plain = new Float64Array(Math.min(rows.length * columns.length, REMEMBERED));
  const told: PlainExtent = { min: 0, max: 0 };
  let index = 0;
  for (const row of rows) {
    const sampled: Extent[] | undefined = index % step === 0 ? [] : undefined;
    let at = 0;
    for (const cell of row) {
      const column = widest[at];
      // A cell over several columns takes what these have.
      if (column && (cell.span ?? 1) === 1) {
        const style = cell.header ? strong : styles.body;
        const content = contentOf(cell);
        const extra = cell.verdict ? VERDICT_INDENT : 0;
        if (measurePlain(content, style, setting, told)) {
          plain[index * columns.length + at] = told.max;
          widen(column, told, extra);
          if (sampled) sampled[at] = { min: told.min + extra, max: told.max, sum: told.max + extra, lines: 1 };
        } else {
          const extent = extentOf(content, style, setting);
          widen(column, extent, extra);
          if (sampled) sampled[at] = { ...extent, min: extent.min + extra, sum: extent.sum + extra };
        }
      }
      at += cell.span ?? 1;
    }
    if (sampled) sample.push(Array.from({ length: columns.length }, (_, column) => sampled[column] ?? NONE));
    index += 1;
  }
  return { columns: widest, sample, plain };
}

function widen(column: PlainExtent, cell: PlainExtent, extra: number): void {
  column.min = Math.max(column.min, cell.min + extra);
  column.max = Math.max(column.max, cell.max + extra);
}

/** About how many lines the sampled rows would have, and how many tokens would have to be broken, which is ugly. */
export function costOf(widths: readonly number[], pads: number, { sample }: Extents): number {
  let cost = 0;
  for (const row of sample) {
    let lines = 1;
    for (const [index, extent] of row.entries()) {
      const width = Math.max(1, (widths[index] ?? 0) - pads);
      lines = Math.max(lines, extent.lines, Math.ceil((extent.sum * 1.04) / width));
      if (extent.min > width + 0.01) cost += 0.4;
    }
    cost += lines;
  }
  return cost;
}
