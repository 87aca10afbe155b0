import { foldedHeader, type MappingProfile } from '../../model/mapping.ts';
import { isPlaceholder, parseNumber } from '../cell.ts';
import { readWritten } from '../dates/written.ts';
import { HEADER_WITHIN, LOOK_ROWS } from '../fit.ts';
import { itemsAt } from '../fit-json.ts';
import { columnsOfHeader, cutAt, fixedRows } from '../fixed-width.ts';
import { isObject } from '../json-path.ts';
import type { Look } from '../recognise.ts';
import type { Sample } from '../sample.ts';
import { headerOf } from '../table-header.ts';
import { DELIMITERS, keysHeld, pathsIn } from './keys.ts';

/** How an unknown file is cut into rows, as far as its beginning tells. */
export interface Layout {
  readonly reads: MappingProfile['reads'];
  /** What a profile of it is known by: all headers of a table, the keys that every item has. */
  readonly header: readonly string[];
  /** What can fill a field: the columns by names made unique, or all keys. */
  readonly names: readonly string[];
  /** What stands above the header. */
  readonly preamble: readonly string[];
}

/** `knows`: whether a word is one that tools write over columns. `items`: where in a JSON document the rows are, when a person says so. */
export function layoutOf(
  sample: Sample,
  look: Look,
  asked: { readonly knows: (header: string) => boolean; readonly items?: string | undefined },
): Layout | undefined {
  const [document] = look.documents.values();
  if (document !== undefined) return jsonLayout(document.value, asked.items);
  if (look.lines.length > 0) return keyLayout(look.lines, { shape: 'json-lines' });
  if (look.xml) return undefined;
  const tables = [...delimitedTables(sample), ...fixedTables(sample)];
  const [best] = tables
    .map((table) => ({ table, weight: weightOf(table, asked.knows) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return best && tableLayout(best.table);
}

interface Candidate {
  readonly layout: 'delimited' | 'fixed-width';
  readonly at: number;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly above: readonly (readonly string[])[];
}

function delimitedTables(sample: Sample): readonly Candidate[] {
  const { delimiter } = sample.directives();
  return (delimiter === undefined ? DELIMITERS : [delimiter]).flatMap((by) => {
    const records = sample.records(by);
    return records.slice(0, HEADER_WITHIN).map((header, at) => ({
      layout: 'delimited' as const,
      at,
      header,
      rows: records.slice(at + 1, at + 1 + LOOK_ROWS),
      above: records.slice(0, at),
    }));
  });
}

function fixedTables(sample: Sample): readonly Candidate[] {
  const lines = sample.phrases().filter((line) => line.trim() !== '');
  return lines.slice(0, HEADER_WITHIN).map((line, at) => {
    const columns = columnsOfHeader(lines.slice(at, at + LOOK_ROWS));
    return {
      layout: 'fixed-width' as const,
      at,
      header: cutAt(line, columns),
      rows: fixedRows(lines.slice(at + 1, at + 1 + LOOK_ROWS), columns),
      above: lines.slice(0, at).map((above) => [above.trim()]),
    };
  });
}

/** Nothing for what cannot be a header; more for width that the rows keep, and for words that stand over columns elsewhere. */
function weightOf({ layout, header, rows }: Candidate, knows: (header: string) => boolean): number {
  const names = header.filter((cell) => cell !== '');
  if (names.length < 2 || rows.length === 0 || names.length * 2 < header.length) return 0;
  if (new Set(names.map(foldedHeader)).size < names.length * 0.8) return 0;
  if (names.filter(isValue).length > names.length * 0.2) return 0;
  const filled = rows.filter((row) => row.filter((cell) => cell !== '').length >= Math.min(2, names.length));
  const alike = filled.filter((row) => row.length === header.length).length / Math.max(1, rows.length);
  if (alike < 0.5) return 0;
  const known = names.filter(knows).length / names.length;
  // A line of prose can be cut anywhere; cells that were cut by a character are the surer ones.
  const sure = layout === 'delimited' ? 1 : known > 0 ? 0.6 : 0.2;
  return sure * (alike + 2 * known + Math.log2(names.length) / 4);
}

function isValue(cell: string): boolean {
  return isPlaceholder(cell) || parseNumber(cell) !== undefined || readWritten(cell) !== undefined;
}

function tableLayout({ layout, header, above }: Candidate): Layout {
  const names = headerOf(header).names;
  return {
    reads: { shape: 'table', layout },
    header: [...new Map(header.filter((cell) => cell !== '').map((cell) => [foldedHeader(cell), cell])).values()],
    names,
    preamble: above.map((cells) => cells.filter((cell) => cell !== '').join(' ')),
  };
}

const DEEPEST_LIST = 3;

function jsonLayout(document: unknown, asked: string | undefined): Layout | undefined {
  const path = asked ?? longestList(document);
  if (path === undefined) return undefined;
  const items = (itemsAt(document, path) ?? []).slice(0, LOOK_ROWS).map(({ value }) => value);
  return keyLayout(items, { shape: 'json', items: path });
}

/** The path to the longest list of objects. */
function longestList(document: unknown): string | undefined {
  const lists = listsIn(document, '', 0).toSorted((a, b) => b.length - a.length);
  return lists[0]?.path;
}

function listsIn(value: unknown, path: string, depth: number): readonly { path: string; length: number }[] {
  if (Array.isArray(value)) {
    const objects = value.filter(isObject).length;
    return objects === 0 ? [] : [{ path, length: objects }];
  }
  if (!isObject(value) || depth >= DEEPEST_LIST) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    listsIn(below, path === '' ? key : `${path}.${key}`, depth + 1),
  );
}

function keyLayout(items: readonly unknown[], reads: Layout['reads']): Layout | undefined {
  const objects = items.filter(isObject);
  const names = keysHeld(objects);
  const each = objects.map((item) => new Set(pathsIn(item)));
  const header = names.filter((name) => each.every((keys) => keys.has(name)));
  return header.length < 2 ? undefined : { reads, header, names, preamble: [] };
}
