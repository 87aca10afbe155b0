import type { Cell, Column, Inline } from '../../model/document.ts';
import { isBlank, type Setting } from '../setting.ts';
import type { TextStyle } from '../theme.ts';
import { verdictWord } from '../verdict-shapes.ts';
import { extentOf } from '../words.ts';

const CELL_PAD = 5;
export const VERDICT_INDENT = 12.5;

/** Between text and the neighbouring column, on either side; less where many columns are crowded. */
export function cellPad(columns: number, width: number): number {
  return Math.min(CELL_PAD, (width / Math.max(1, columns)) * 0.12);
}

/** A verdict without a word of its own gets one. */
export function contentOf(cell: Cell): Inline {
  return cell.verdict && isBlank(cell.content) ? [{ text: verdictWord(cell.verdict) }] : cell.content;
}

interface Extent {
  readonly min: number;
  readonly max: number;
}

/** Widths that sum up to the setting's: weights share what measured columns leave, and nobody falls below the longest word if it can be helped. */
export function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  styles: { readonly body: TextStyle; readonly head: TextStyle },
  setting: Setting,
): readonly number[] {
  const extents = measure(columns, rows, styles, setting);
  const pads = 2 * cellPad(columns.length, setting.width);
  const wishes = (cap: number): readonly Wish[] =>
    columns.map((column, index) => {
      const { min, max } = extents[index] ?? { min: 0, max: 0 };
      const least = Math.max(column.minWidth ?? 0, Math.min(min + pads, setting.width * cap));
      return { weight: column.weight ?? 0, min: least, max: Math.max(least, max + pads) };
    });
  // Long tokens are kept whole where all columns can be; else the longest are the first to break.
  const possible = LONGEST_TOKEN.find((cap) => sum(wishes(cap).map((wish) => wish.min)) <= setting.width);
  return allocate(wishes(possible ?? 0.25), setting.width);
}

const LONGEST_TOKEN = [0.7, 0.55, 0.45, 0.38, 0.32] as const;

function measure(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  styles: { readonly body: TextStyle; readonly head: TextStyle },
  setting: Setting,
): readonly Extent[] {
  const extents = columns.map(({ title }) => ({ ...extentOf([{ text: title }], styles.head, setting) }));
  const strong = { ...styles.body, font: 'semibold' as const };
  for (const row of rows) {
    let at = 0;
    for (const cell of row) {
      const extent = extents[at];
      // A cell over several columns takes what these have.
      if (extent && (cell.span ?? 1) === 1) {
        const { min, max } = extentOf(contentOf(cell), cell.header ? strong : styles.body, setting);
        const extra = cell.verdict ? VERDICT_INDENT : 0;
        extent.min = Math.max(extent.min, min + extra);
        extent.max = Math.max(extent.max, max + extra);
      }
      at += cell.span ?? 1;
    }
  }
  return extents;
}

interface Wish {
  readonly weight: number;
  readonly min: number;
  readonly max: number;
}

export function allocate(wishes: readonly Wish[], width: number): readonly number[] {
  if (wishes.length === 0) return [];
  const leastOfAll = sum(wishes.map((wish) => wish.min));
  if (leastOfAll >= width) return wishes.map((wish) => (wish.min * width) / leastOfAll);
  const wanted = wishes.some((wish) => wish.weight > 0) ? byWeight(wishes, width) : byContent(wishes, width);
  return raiseToLeast(wanted, wishes, width);
}

function byWeight(wishes: readonly Wish[], width: number): readonly number[] {
  const fair = width / wishes.length;
  const measured = wishes.map((wish) => (wish.weight > 0 ? 0 : Math.min(wish.max, Math.max(wish.min, fair))));
  const rest = Math.max(0, width - sum(measured));
  const weights = sum(wishes.map((wish) => wish.weight));
  return wishes.map((wish, index) => (wish.weight > 0 ? (rest * wish.weight) / weights : (measured[index] ?? 0)));
}

function byContent(wishes: readonly Wish[], width: number): readonly number[] {
  const most = sum(wishes.map((wish) => wish.max));
  if (most <= width) return wishes.map((wish) => (wish.max * width) / most);
  // One column of prose must not press the others down to their longest word.
  const stretch = wishes.map((wish) => Math.max(0, Math.min(wish.max, width * 0.7) - wish.min));
  const room = width - sum(wishes.map((wish) => wish.min));
  return shareOut(wishes, stretch, room);
}

/** Shares of the room by stretch; whoever reaches its widest leaves the rest to the others. */
function shareOut(wishes: readonly Wish[], stretch: readonly number[], room: number): readonly number[] {
  const widths = wishes.map((wish) => wish.min);
  let left = room;
  for (let round = 0; round < wishes.length && left > 0.01; round += 1) {
    const open = wishes.map((wish, index) => ((widths[index] ?? 0) < wish.max - 0.01 ? (stretch[index] ?? 0) : 0));
    const all = sum(open);
    if (all === 0) break;
    const before = left;
    for (const [index, wish] of wishes.entries()) {
      const share = Math.min((before * (open[index] ?? 0)) / all, wish.max - (widths[index] ?? 0));
      if ((open[index] ?? 0) === 0) continue;
      widths[index] = (widths[index] ?? 0) + share;
      left -= share;
    }
  }
  return widths;
}

function raiseToLeast(wanted: readonly number[], wishes: readonly Wish[], width: number): readonly number[] {
  const raised = wishes.map((wish, index) => Math.max(wish.min, wanted[index] ?? 0));
  const excess = sum(raised) - width;
  const slack = wishes.map((wish, index) => (raised[index] ?? 0) - wish.min);
  const allSlack = sum(slack);
  if (allSlack <= 0) return raised;
  return raised.map((value, index) => value - (excess * (slack[index] ?? 0)) / allSlack);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
