import { civilDate } from '../../kernel/civil-date.ts';
import type { Sheet, SheetCell } from '../../model/workbook.ts';
import type { Viewed } from '../view/index.ts';
import type { Lens } from '../view/lens.ts';

export type SheetMaker = (lens: Lens, viewed: Viewed) => readonly Sheet[];

/** A column declares its title, its width in characters and what stands in it; long texts wrap. */
export interface ColumnOf<T> {
  readonly title: string;
  readonly width: number;
  readonly cell: (item: T) => SheetCell;
}

const WRAPS_FROM = 28;

export function sheetOf<T>(name: string, title: string, items: readonly T[], columns: readonly ColumnOf<T>[]): Sheet {
  return {
    name,
    title,
    columns: columns.map(({ title: head, width }) => ({ title: head, width, wrap: width >= WRAPS_FROM })),
    rows: items.map((item) => columns.map(({ cell }) => cell(item))),
  };
}

export function column<T>(title: string, width: number, cell: (item: T) => SheetCell): ColumnOf<T> {
  return { title, width, cell };
}

/** A day as a day; whatever else was said as text; nothing as an empty cell. */
export function dayCell(text: string): SheetCell {
  return civilDate(text) === undefined ? textCell(text) : { day: text };
}

export function textCell(text: string): SheetCell {
  return text === '' ? null : text;
}
