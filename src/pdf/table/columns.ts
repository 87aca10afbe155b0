import type { Column, Rows } from '../../model/document.ts';
import type { Setting } from '../setting.ts';
import type { TextStyle } from '../theme.ts';
import { costOf, type Extents, measureCells } from './extents.ts';

const CELL_PAD = 5;

/** Between text and the neighbouring column, on either side; less where many columns are crowded. */
export function cellPad(columns: number, width: number): number {
  return Math.min(CELL_PAD, (width / Math.max(1, columns)) * 0.12);
}

/** Widths that sum up to the setting's: weights share what measured columns leave, and words stay whole where that costs the others little. */
export function columnWidths(
  columns: readonly Column[],
  rows: Rows,
  styles: { readonly body: TextStyle; readonly head: TextStyle },
  setting: Setting,
): Widths {
  if (columns.every(({ exact }) => exact === true)) {
    const shares = columns.map(({ weight = 0 }) => weight);
    return { widths: gridWidths(shares, setting.width), plain: new Float64Array() };
  }
  const extents = measureCells(columns, rows, styles, setting);
  const pads = 2 * cellPad(columns.length, setting.width);
  let best: readonly number[] = [];
  let cheapest = Number.POSITIVE_INFINITY;
  for (const share of LONGEST_TOKEN) {
    const wishes = columns.map((column, index): Wish => {
      const { min, max } = extents.columns[index] ?? { min: 0, max: 0 };
      const least = Math.max(column.minWidth ?? 0, Math.min(min + pads, setting.width * share));
      return { weight: column.weight ?? 0, min: least, max: Math.max(least, max + pads) };
    });
    const widths = allocate(wishes, setting.width);
    const cost = costOf(widths, pads, extents);
    if (cost < cheapest) [best, cheapest] = [widths, cost];
  }
  return { widths: best, plain: extents.plain };
}

/** Of columns, and what was learnt of their cells on the way. */
export interface Widths extends Pick<Extents, 'plain'> {
  readonly widths: readonly number[];
}

/** How much of the table the longest token of a column may claim; the first of equally good shares is taken. */
const LONGEST_TOKEN = [0.4, 0.55, 0.7, 0.3, 0.22, 0.15] as const;

/** Shares of the width, whatever stands in them. */
export function gridWidths(shares: readonly number[], width: number): readonly number[] {
  const all = sum(shares);
  return shares.map((share) => (share * width) / all);
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

/** Weights are shares of what measured columns leave; a column that needs less than its share leaves the rest to the others. */
function byWeight(wishes: readonly Wish[], width: number): readonly number[] {
  const most = (width / wishes.length) * 1.6;
  const measured = wishes.map((wish) => (wish.weight > 0 ? 0 : Math.max(wish.min, Math.min(wish.max, most))));
  const rest = Math.max(0, width - sum(measured));
  const weights = sum(wishes.map((wish) => wish.weight));
  const needed = wishes.map((wish, index) =>
    Math.min(wish.max, (measured[index] ?? 0) + (rest * wish.weight) / weights),
  );
  // A column that is measured keeps its measure: what nobody needs belongs to those that share.
  const topped = toppedUp(needed, wishes, width);
  const sharing = topped.map((value, index) => ((wishes[index]?.weight ?? 0) > 0 ? value : 0));
  const others = sum(topped) - sum(sharing);
  const wide = stretched(sharing, width - others);
  return topped.map((value, index) => ((wishes[index]?.weight ?? 0) > 0 ? (wide[index] ?? 0) : value));
}

/** What is left over goes to those who have less than their widest content. */
function toppedUp(widths: readonly number[], wishes: readonly Wish[], width: number): readonly number[] {
  const wanting = wishes.map((wish, index) => Math.max(0, Math.min(wish.max, width) - (widths[index] ?? 0)));
  const wanted = sum(wanting);
  const spare = Math.min(wanted, Math.max(0, width - sum(widths)));
  return widths.map((value, index) => (wanted > 0 ? value + (spare * (wanting[index] ?? 0)) / wanted : value));
}

function stretched(widths: readonly number[], width: number): readonly number[] {
  const total = sum(widths);
  return total > 0 && total < width ? widths.map((value) => (value * width) / total) : widths;
}

function byContent(wishes: readonly Wish[], width: number): readonly number[] {
  const most = sum(wishes.map((wish) => wish.max));
  if (most <= width)
    return stretched(
      wishes.map((wish) => wish.max),
      width,
    );
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
