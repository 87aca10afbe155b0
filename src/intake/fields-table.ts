import type { Place } from '../kernel/place.ts';
import { isPlaceholder } from './cell.ts';
import type { Fields } from './contract.ts';
import { cellText, type RawRecord } from './delimited.ts';
import { type FieldTools, fieldsOf, type RowShape } from './fields.ts';
import { jsonFields } from './fields-json.ts';
import { isObject, scalarText } from './json-path.ts';
import { columnsNamed, type Header } from './table-header.ts';

/** Cells as they were cut: bytes of a delimited file, or pieces of a printed line. */
export type Cells = RawRecord | readonly string[];

export function textIn(cells: Cells, column: number): string {
  return isList(cells) ? (cells[column] ?? '') : cellText(cells, column);
}

function isList(cells: Cells): cells is readonly string[] {
  return Array.isArray(cells);
}

interface TableRow {
  readonly cells: Cells;
  readonly header: Header;
  readonly place: Place;
  /** The cell in which the file ends without a line end: whoever reads it may read half of it. */
  readonly openCell?: { readonly column: number; wasRead: boolean };
}

/** A row of a table. A cell that holds JSON (audit logs carry their details so) can be entered with `child`. */
export function tableFields(row: TableRow, tools: FieldTools): Fields {
  return fieldsOf(TABLE_ROW, row, tools);
}

const TABLE_ROW: RowShape<TableRow> = {
  place: ({ place }) => place,
  present: (row, name) => textOf(row, name) !== undefined,
  text: textOf,
  texts: (row, name) => columnsNamed(row.header, name).flatMap((column) => listed(cellOf(row, column))),
  child: (row, name, tools) => {
    const value = parsedCell(textOf(row, name));
    return isObject(value) ? jsonFields(value, placeIn(row, name), tools) : undefined;
  },
  below: (row, name, tools) =>
    [parsedCell(textOf(row, name))]
      .flat()
      .filter(isObject)
      .map((value) => jsonFields(value, placeIn(row, name), tools)),
  names: ({ header }) => header.names,
};

/** Of several columns with one name the first that says anything. */
function textOf(row: TableRow, name: string): string | undefined {
  for (const column of columnsNamed(row.header, name)) {
    const text = cellOf(row, column);
    if (!isPlaceholder(text)) return text;
  }
  return undefined;
}

function cellOf({ cells, openCell }: TableRow, column: number): string {
  if (openCell?.column === column) openCell.wasRead = true;
  return textIn(cells, column);
}

function placeIn({ place }: TableRow, name: string): Place {
  return { ...place, at: `/${name}` };
}

function listed(text: string): readonly string[] {
  const value = text.startsWith('[') ? parsedCell(text) : undefined;
  return Array.isArray(value) ? value.flatMap((entry) => scalarText(entry) ?? []) : [text];
}

function parsedCell(text: string | undefined): unknown {
  if (text === undefined || !/^[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
