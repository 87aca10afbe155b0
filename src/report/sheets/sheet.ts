import { civilDate } from '../../kernel/civil-date.ts';
import type { Sheet, SheetCell } from '../../model/workbook.ts';
import type { Viewed } from '../view/index.ts';
import type { Lens } from '../view/lens.ts';
import { EDITION_TRAITS } from '../words.ts';

export type SheetMaker = (lens: Lens, viewed: Viewed) => readonly Sheet[];

/** A column declares its title, its width in characters and what stands in it; texts wrap, so that none is cut at the next column. */
export interface ColumnOf<T> {
  readonly title: string;
  readonly width: number;
  readonly cell: (item: T) => SheetCell;
}

export function sheetOf<T>(name: string, title: string, items: readonly T[], columns: readonly ColumnOf<T>[]): Sheet {
  return {
    name,
    title,
    columns: columns.map(({ title: head, width }) => ({ title: head, width, wrap: true })),
    rows: items.map((item) => columns.map(({ cell }) => cell(item))),
  };
}

export function column<T>(title: string, width: number, cell: (item: T) => SheetCell): ColumnOf<T> {
  return { title, width, cell };
}

/** What whoever makes the package does next, in editions that they read. */
export function whatToDo<T extends { readonly hint: string }>({ edition }: Lens): readonly ColumnOf<T>[] {
  return EDITION_TRAITS[edition].hints ? [column<T>('What to do', 60, ({ hint }) => hint)] : [];
}

/** A day as a day; whatever else was said as text; nothing as an empty cell. */
export function dayCell(text: string): SheetCell {
  return civilDate(text) === undefined ? textCell(text) : { day: text };
}

export function textCell(text: string): SheetCell {
  return text === '' ? null : text;
}
