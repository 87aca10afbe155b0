import { matchesOf } from './matches.ts';
import { type Open, valuesUnder } from './named-values.ts';
import type { Span } from './spans.ts';
import { rowsOf, type Table } from './table.ts';
import type { Window } from './windows.ts';

interface Named {
  /** Headers or keys, in small letters. */
  readonly wanted: ReadonlySet<string>;
  readonly rows: (row: number) => boolean;
  readonly table: Table | undefined;
  readonly rowsFrom: number;
  /** Rows of the table in the windows before. */
  readonly rowsSeen: number;
  /** Where the window before ended. */
  readonly open: Open | undefined;
}

const KEYED =
  /"([^"\\\n]{1,80})"\s{0,8}:\s{0,8}("(?:[^"\\\n]|\\.){1,16384}"|"(?:[\w+/=-]|\\[/nr]){16384,}"|-?\d[\d.eE+-]{0,30}|true|false)|<([\w.:-]{1,80})(?:\s[^<>]{0,400})?>([^<>]{1,16384})(?=<\/)|(?<=[\s<])([\w.:-]{1,80})=(?:"([^"<\n]+)"|'([^'<\n]+)')/g;

export interface Cells {
  readonly spans: readonly Span[];
  readonly rowsSeen: number;
  readonly open: Open | undefined;
}

/** The values of columns, keys and rows that a person named. */
export function cellsNamed({ text, line: first, form }: Window, named: Named): Cells {
  if (named.table) return { ...cellsOfTable(text, named.table, named), open: undefined };
  const spans: Span[] = [];
  let line = first;
  for (let at = 0; at < text.length; line += 1) {
    const end = text.indexOf('\n', at);
    const to = end < 0 ? text.length : end;
    if (named.rows(line) && to > at) spans.push({ as: 'row', from: at, to: text[to - 1] === '\r' ? to - 1 : to });
    at = to + 1;
  }
  if (named.wanted.size === 0) return { spans, rowsSeen: 0, open: undefined };
  const under = valuesUnder(text, { ...named, form });
  return { spans: [...spans, ...valuesOfKeys(text, named.wanted), ...under.spans], rowsSeen: 0, open: under.open };
}

function cellsOfTable(text: string, { delimiter, header }: Table, { wanted, rows, rowsFrom, rowsSeen }: Named) {
  const columns = new Set(header.flatMap((name, i) => (wanted.has(name.toLowerCase()) ? [i] : [])));
  const spans: Span[] = [];
  let row = rowsSeen;
  for (const cells of rowsOf(text, delimiter, rowsFrom)) {
    if (cells.length === 1 && (cells[0]?.from ?? 0) >= (cells[0]?.to ?? 0)) continue;
    row += 1;
    for (const { column, from, to } of cells) {
      if (to <= from) continue;
      if (rows(row)) spans.push({ as: 'row', from, to });
      else if (columns.has(column)) spans.push({ as: 'column', from, to });
    }
  }
  return { spans, rowsSeen: row };
}

function valuesOfKeys(text: string, wanted: ReadonlySet<string>): Span[] {
  const spans: Span[] = [];
  for (const match of matchesOf(KEYED, text)) {
    const [whole, key, value, element, inside, attribute, double, single] = match;
    if (!wanted.has((key ?? element ?? attribute ?? '').toLowerCase())) continue;
    const told = value ?? inside ?? double ?? single ?? '';
    const quotes = value?.startsWith('"') ? 1 : 0;
    const from = match.index + whole.lastIndexOf(told) + quotes;
    spans.push({ as: 'column', from, to: from + told.length - 2 * quotes });
  }
  return spans;
}
