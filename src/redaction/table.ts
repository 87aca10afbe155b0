import type { Sighting, SightingKind } from '../model/sighting.ts';
import { kindOfName, wordsOf } from './kinds/names.ts';
import { holdsUnderName } from './kinds/values.ts';

/** Rows under a header that names what a column holds. */
export interface Table {
  readonly delimiter: string;
  readonly columns: ReadonlyMap<number, SightingKind>;
  /** All header cells, for whoever names columns himself. */
  readonly header: readonly string[];
}

interface CellSpan {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const HEADER_WITHIN = 15;

/**
 * The header among the first lines: the first that names a kind, or a column that `wanted` asks for. What has as many cells as a line above it
 * is a row of that table and no header.
 */
export function tableIn(
  text: string,
  wanted: ReadonlySet<string> = new Set(),
): { readonly table: Table; readonly from: number } | undefined {
  const before = new Set<number>();
  let at = 0;
  for (let line = 0; line < HEADER_WITHIN && at < text.length; line += 1) {
    const end = text.indexOf('\n', at);
    const head = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, '');
    const from = end < 0 ? text.length : end + 1;
    const table = head.length > LONGEST_HEADER ? undefined : tableUnder(head, wanted, before);
    if (table) return { table, from };
    at = from;
  }
  return undefined;
}

const LONGEST_HEADER = 65_536;
/** A row of values has cells like "admin@x.example" or "2026-10-01"; a header is made of names. */
const NO_NAME = /["{}<>=@;\\]|:\/\/|: |^[\d.,:/ -]{2,}$/;

function tableUnder(head: string, wanted: ReadonlySet<string>, before: Set<number>): Table | undefined {
  for (const delimiter of DELIMITERS) {
    if (!head.includes(delimiter)) continue;
    const cells = cellsOf(head, delimiter);
    const columns = kindsOf(cells);
    const asked = columns.size > 0 || cells.some((cell) => wanted.has(cell.toLowerCase()));
    const named = cells.length > 1 && cells.every((cell) => cell.length <= 120 && !NO_NAME.test(cell));
    if (named && asked && !before.has(cells.length)) return { delimiter, columns, header: cells };
    if (cells.length > 1) before.add(cells.length);
  }
  if (before.size > 0) return undefined;
  // A column alone has no delimiter: a list of passwords under its name.
  const [alone = ''] = cellsOf(head, ',');
  const kind = NO_NAME.test(alone) || alone.includes(':') ? undefined : kindOfName(alone);
  return kind === undefined ? undefined : { delimiter: ',', columns: new Map([[0, kind]]), header: [alone] };
}

function cellsOf(head: string, delimiter: string): readonly string[] {
  return [...rowsOf(head, delimiter)].flat().map(({ from, to }) => unquoted(head.slice(from, to)));
}

function kindsOf(cells: readonly string[]): ReadonlyMap<number, SightingKind> {
  const kinds = new Map<number, SightingKind>();
  for (const [column, cell] of cells.entries()) {
    const kind = kindOfName(cell);
    if (kind !== undefined) kinds.set(column, kind);
  }
  // "Name" is a person's where an address, a login or an office stands beside it.
  const ofPeople =
    [...kinds.values()].some((kind) => kind === 'email-address' || kind === 'account-name') ||
    cells.some((cell) => /^(?:department|job ?title|manager)$/i.test(cell.trim()));
  const name = cells.findIndex((cell) => wordsOf(cell).join(' ') === 'name');
  if (ofPeople && name >= 0 && !kinds.has(name)) kinds.set(name, 'person-name');
  return kinds;
}

/** Cells of columns that hold what is looked for. */
export function sightingsInColumns(text: string, { delimiter, columns }: Table, rowsFrom: number): Sighting[] {
  if (columns.size === 0) return [];
  const found: Sighting[] = [];
  for (const row of rowsOf(text, delimiter, rowsFrom)) {
    for (const { column, from, to } of row) {
      const kind = columns.get(column);
      if (kind === undefined) continue;
      const [start, end] = inside(text, from, to);
      if (holdsUnderName(kind, text.slice(start, end))) found.push({ kind, from: start, to: end });
    }
  }
  return found;
}

/** Rows of cells by RFC 4180, read leniently: a quote that nobody closes ends with the text. */
export function* rowsOf(text: string, delimiter: string, begin = 0): Generator<readonly CellSpan[]> {
  let row: CellSpan[] = [];
  let at = begin;
  while (at <= text.length) {
    const from = at;
    let to = text[at] === '"' ? closingQuote(text, at) : at;
    while (to < text.length && text[to] !== delimiter && text[to] !== '\n') to += 1;
    row.push({ column: row.length, from, to: text[to - 1] === '\r' && text[to] !== delimiter ? to - 1 : to });
    at = to + 1;
    if (text[to] !== delimiter) {
      yield row;
      row = [];
    }
  }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at + 1;
}

/** Without its quotes and the spaces around it. */
function inside(text: string, from: number, to: number): readonly [number, number] {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return text[start] === '"' && text[end - 1] === '"' && end - start > 1 ? [start + 1, end - 1] : [start, end];
}

function unquoted(cell: string): string {
  return cell
    .trim()
    .replace(/^\uFEFF/, '')
    .replace(/^"(.*)"$/s, '$1')
    .trim();
}
