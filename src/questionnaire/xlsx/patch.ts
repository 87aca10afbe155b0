import type { Entry } from '../../model/questionnaire.ts';
import { type Edit, type Element, walkXml, withEdits, xmlText } from '../archive/xml.ts';
import { cellName, parseCell } from './refs.ts';
import { serialOf } from './serial.ts';

export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly entry: Entry;
  /** For a cell that is not in the file yet. */
  readonly style: number;
}

interface Seen {
  readonly element: Element;
  readonly row: number;
  readonly column: number;
  readonly end: number;
}

interface SeenRow {
  readonly element: Element;
  readonly row: number;
  readonly inner: number;
  readonly end: number;
}

/** What is said in a box that is to be marked. */
const MARK = 'X';

/** The sheet with these cells filled: nothing else of its text changes, not even the order of attributes. */
export function patchSheet(xml: string, cells: readonly CellEdit[], options: { readonly from1904: boolean }): string {
  const wanted = new Map<number, Map<number, CellEdit>>();
  for (const cell of cells) {
    const line = wanted.get(cell.row) ?? new Map<number, CellEdit>();
    wanted.set(cell.row, line.set(cell.column, cell));
  }
  const { rows, seen, data } = survey(xml, wanted);
  if (data === undefined) return xml;
  const edits: Edit[] = [];
  for (const [row, line] of wanted) {
    const there = rows.find((each) => each.row === row);
    if (there === undefined) edits.push(newRow({ row, line, rows, data }, options));
    else edits.push(...editsOfRow({ line, there, seen: seen.filter((each) => each.row === row) }, options));
  }
  return withEdits(xml, edits);
}

interface Survey {
  readonly rows: readonly SeenRow[];
  /** Cells of the rows that are wanted. */
  readonly seen: readonly Seen[];
  readonly data: { readonly element: Element; readonly inner: number; readonly end: number } | undefined;
}

function survey(xml: string, wanted: ReadonlyMap<number, unknown>): Survey {
  const rows: SeenRow[] = [];
  const seen: Seen[] = [];
  let data: Survey['data'];
  let row = -1;
  let column = -1;
  walkXml(xml, {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1;
        column = -1;
      }
      if (name === 'c') column = parseCell(attributes['r'] ?? '')?.column ?? column + 1;
    },
    close: (element, { inner, end }) => {
      if (element.name === 'c' && wanted.has(row)) seen.push({ element, row, column, end });
      if (element.name === 'row') rows.push({ element, row, inner, end });
      if (element.name === 'sheetData') data = { element, inner, end };
    },
  });
  return { rows, seen, data };
}

function editsOfRow(
  { line, there, seen }: { line: ReadonlyMap<number, CellEdit>; there: SeenRow; seen: readonly Seen[] },
  options: { readonly from1904: boolean },
): readonly Edit[] {
  const { prefix, empty, start } = there.element;
  const fresh: CellEdit[] = [];
  const edits: Edit[] = [];
  for (const cell of [...line.values()].sort((a, b) => a.column - b.column)) {
    const old = seen.find(({ column }) => column === cell.column);
    if (old === undefined) fresh.push(cell);
    else {
      const style = old.element.attributes['s'] ?? null;
      edits.push({ from: old.element.start, to: old.end, text: cellXml({ ...cell, style, prefix }, options) });
    }
  }
  if (empty && fresh.length > 0) {
    const made = fresh.map((cell) => cellXml({ ...cell, style: String(cell.style), prefix }, options)).join('');
    return [{ from: there.end - 2, to: there.end, text: `>${made}</${prefix}row>` }];
  }
  // Cells of a row stand in the order of their columns: a spreadsheet calls the file broken otherwise.
  const after = (column: number) => seen.find((each) => each.column > column)?.element.start ?? there.inner;
  const byPlace = new Map<number, string>();
  for (const cell of fresh) {
    const at = after(cell.column);
    const made = cellXml({ ...cell, style: String(cell.style), prefix }, options);
    byPlace.set(at, (byPlace.get(at) ?? '') + made);
  }
  return [...edits, ...[...byPlace].map(([at, text]) => ({ from: at, to: at, text }))].filter(
    ({ from }) => from >= start,
  );
}

function newRow(
  {
    row,
    line,
    rows,
    data,
  }: { row: number; line: ReadonlyMap<number, CellEdit>; rows: readonly SeenRow[]; data: NonNullable<Survey['data']> },
  options: { readonly from1904: boolean },
): Edit {
  const { prefix, empty } = data.element;
  const cells = [...line.values()].sort((a, b) => a.column - b.column);
  const made = cells.map((cell) => cellXml({ ...cell, style: String(cell.style), prefix }, options)).join('');
  const text = `<${prefix}row r="${row + 1}">${made}</${prefix}row>`;
  if (empty) return { from: data.end - 2, to: data.end, text: `>${text}</${prefix}sheetData>` };
  const at = rows.find((each) => each.row > row)?.element.start ?? data.inner;
  return { from: at, to: at, text };
}

/** A text stands in the cell itself, so that the table of texts and all that points at it stay as they are. It is never read as a formula. */
function cellXml(
  { row, column, entry, style, prefix: p }: Omit<CellEdit, 'style'> & { style: string | null; prefix: string },
  { from1904 }: { readonly from1904: boolean },
): string {
  const head = `<${p}c r="${cellName(row, column)}"${style === null ? '' : ` s="${style}"`}`;
  switch (entry.kind) {
    case 'number':
      return `${head}><${p}v>${entry.number}</${p}v></${p}c>`;
    case 'date':
      return `${head}><${p}v>${serialOf(entry.date, from1904)}</${p}v></${p}c>`;
    case 'text':
    case 'mark': {
      const text = cellText(entry.kind === 'mark' ? MARK : entry.text);
      return `${head} t="inlineStr"><${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is></${p}c>`;
    }
  }
}

function cellText(text: string): string {
  // `_x0041_` would be read as "A"; the escape of the low line keeps it as it was written.
  return xmlText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
