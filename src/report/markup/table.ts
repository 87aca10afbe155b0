import { VERDICTS } from '../../model/assessment.ts';
import type { Block, Cell, Column } from '../../model/document.ts';
import { unknownWord } from '../template/problem.ts';
import { parseInline, plainText } from './inline.ts';
import { joined, type Problems, part, splitAt, type Text, unescaped } from './source.ts';

type Table = Extract<Block, { type: 'table' }>;
type Align = NonNullable<Column['align']>;

const ALIGN: Readonly<Record<string, Align>> = { '>': 'right', '^': 'centre', '<': 'left' };

/** First the titles, then the widths (`2` a weight, `=2` one that is kept, `1>` right-aligned, `-` measured), then the rows; `empty:` speaks when there are none. */
export function parseTable(head: Text, lines: readonly Text[], problems: Problems): Table {
  const [, id, small, caption = ''] = /^(?:#(\S+)\s*)?(small\b)?\s*(.*)$/.exec(head.text) ?? [];
  const empty = lines.find((line) => line.text.startsWith('empty:'));
  const [titles, widths, ...rows] = wholeRows(
    lines.filter((line) => line !== empty && line.text.trim() !== ''),
    problems,
  );
  if (titles === undefined || widths === undefined)
    problems.say(head.at(0), 'a table begins with a row of titles and a row of widths');
  if (empty === undefined) problems.say(head.at(0), 'a table says what stands there when it has no rows: "empty: …"');
  const columns = columnsOf(titles, widths, problems);
  return {
    type: 'table',
    ...(id === undefined ? {} : { id: unescaped(id) }),
    ...(caption === ''
      ? {}
      : { caption: plainText(parseInline(part(head, head.text.length - caption.length), problems)) }),
    columns,
    rows: rows.map((row) => rowOf(row, columns.length, problems)),
    empty: empty === undefined ? '' : plainText(parseInline(part(empty, 'empty:'.length), problems)),
    size: small === undefined ? 'normal' : 'small',
  };
}

/** A row may go on over several lines: it ends with the line that ends with a bar. */
function wholeRows(lines: readonly Text[], problems: Problems): readonly Text[] {
  const rows: Text[] = [];
  let open: Text[] = [];
  for (const line of lines) {
    if (open.length === 0 && !line.text.startsWith('|')) problems.say(line.at(0), 'a row of a table begins with |');
    open.push(part(line, 0));
    if (/(?<!\\)(?:\\\\)*\|\s*$/.test(line.text) && !(open.length === 1 && line.text.trim() === '|')) {
      rows.push(joined(open));
      open = [];
    }
  }
  const [unclosed] = open;
  if (unclosed !== undefined) problems.say(unclosed.at(0), 'this row of a table does not end with |');
  return rows;
}

function cellsOf(row: Text): readonly Text[] {
  return splitAt(row, '|').slice(1, -1);
}

function columnsOf(titles: Text | undefined, widths: Text | undefined, problems: Problems): readonly Column[] {
  if (titles === undefined || widths === undefined) return [];
  const specs = cellsOf(widths);
  const names = cellsOf(titles);
  if (specs.length !== names.length) problems.say(widths.at(0), `${names.length} titles, but ${specs.length} widths`);
  return names.map((name, index) => {
    const spec = specs[index];
    const [, exact, weight, align] = /^(?:(=)?(\d+(?:\.\d+)?)|-)?([<>^])?$/.exec(spec?.text ?? '-') ?? [];
    if (spec !== undefined && !/^(=?\d+(\.\d+)?|-)[<>^]?$/.test(spec.text)) {
      problems.say(spec.at(0), `"${spec.text}" is no width: a number, = and a number, or -, then perhaps <, ^ or >`);
    }
    return {
      title: plainText(parseInline(name, problems)),
      ...(weight === undefined ? {} : { weight: Number(weight) }),
      ...(exact === undefined ? {} : { exact: true }),
      ...(align === undefined ? {} : { align: ALIGN[align] ?? 'left' }),
    };
  });
}

function rowOf(row: Text, columns: number, problems: Problems): readonly Cell[] {
  if (row.text.startsWith('|=')) {
    const [, group] = splitAt(row, '|');
    const title = group === undefined ? row : part(group, 1);
    return [{ content: parseInline(title, problems), span: columns, header: true }];
  }
  const cells = cellsOf(row);
  if (cells.length !== columns) problems.say(row.at(0), `${cells.length} cells in a table of ${columns} columns`);
  return cells.map((cell) => cellOf(cell, problems));
}

/** `#id words` names the place, `@verdict words` draws its shape. */
function cellOf(cell: Text, problems: Problems): Cell {
  const [named, id] = /^#(\S+)/.exec(cell.text) ?? [];
  if (named !== undefined && id !== undefined)
    return { content: parseInline(part(cell, named.length), problems), id: unescaped(id) };
  const [mark, word = ''] = /^@(\S+)/.exec(cell.text) ?? [];
  if (mark === undefined) return { content: parseInline(cell, problems) };
  const name = unescaped(word);
  const verdict = VERDICTS.find((each) => each === name);
  if (verdict === undefined) problems.say(cell.at(0), unknownWord('verdict', name, VERDICTS));
  const content = parseInline(part(cell, mark.length), problems);
  return verdict === undefined ? { content } : { content, verdict };
}
