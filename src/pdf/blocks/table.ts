import type { Block, Cell, Column } from '../../model/document.ts';
import type { Mark } from '../../model/page.ts';
import type { RepeatedHead, Setting, Strip } from '../setting.ts';
import { isBlank } from '../setting.ts';
import { CELL_PAD, columnWidths, VERDICT_INDENT } from '../table/columns.ts';
import { rowStrips, type SetCell } from '../table/rows.ts';
import type { TextStyle } from '../theme.ts';
import { baselineOf, lineStrips, typeset } from '../typeset.ts';
import { SHAPE_SIZE, verdictMarks, verdictWord } from '../verdict-shapes.ts';

type Table = Extract<Block, { type: 'table' }>;

interface Grid {
  readonly columns: readonly Column[];
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
  readonly body: TextStyle;
  readonly head: TextStyle;
  readonly pad: number;
  readonly table: number;
  readonly setting: Setting;
}

export function* tableBlock(block: Table, setting: Setting): Generator<Strip> {
  const target: readonly Mark[] = block.id ? [{ mark: 'target', x: setting.left, y: -6, id: block.id }] : [];
  if (block.rows.length === 0) {
    yield* emptyTable(block, target, setting);
    return;
  }
  const grid = gridOf(block, setting);
  yield { height: 0, space: 10, marks: target, glued: true };
  yield* captionStrips(block, grid);
  const head = headStrips(grid, grid.table, false);
  yield* head;
  const repeated: RepeatedHead = {
    strips: headStrips(grid, grid.table, true),
    height: head.reduce((sum, strip) => sum + strip.height, 0),
  };
  const last = block.rows.length - 1;
  for (const [index, row] of block.rows.entries()) {
    // The last row stays with the one before, so that no page begins with a single row under a repeated head.
    const glued = index === last - 1 && block.rows.length > 2;
    for (const strip of bodyRow(row, grid, glued)) yield { ...strip, head: repeated };
  }
  yield { height: 0, space: 10, marks: [], glued: false };
}

function gridOf(block: Table, setting: Setting): Grid {
  const { type } = setting.theme;
  const small = block.size === 'small';
  const body = small ? type.tableSmall : type.table;
  const head = small ? { ...type.tableHead, size: 7.2, leading: 9.4 } : type.tableHead;
  const widths = columnWidths(block.columns, block.rows, { body, head }, setting);
  let x = setting.left;
  const lefts = widths.map((width) => {
    const left = x;
    x += width;
    return left;
  });
  const table = setting.structure.add({ role: 'Table', parent: setting.parent });
  return { columns: block.columns, lefts, widths, body, head, pad: small ? 2.9 : 3.9, table, setting };
}

function* emptyTable(block: Table, target: readonly Mark[], setting: Setting): Generator<Strip> {
  const style = { ...setting.theme.type.body, font: 'italic' as const, ink: setting.theme.muted };
  const title = { ...setting.theme.type.caption };
  yield { height: 0, space: 8, marks: target, glued: true };
  if (block.caption) {
    const tag = setting.structure.add({ role: 'P', parent: setting.parent });
    const lines = typeset([{ text: block.caption }], { style: title, width: setting.width, tag }, setting);
    yield* lineStrips(lines, { style: title, space: 0, glued: true }, setting);
  }
  const tag = setting.structure.add({ role: 'P', parent: setting.parent });
  const lines = typeset([{ text: block.empty }], { style, width: setting.width, tag }, setting);
  yield* lineStrips(lines, { style, space: 0 }, setting);
}

function captionStrips(block: Table, { setting, table }: Grid): readonly Strip[] {
  if (!block.caption) return [];
  const style = setting.theme.type.caption;
  const tag = setting.structure.add({ role: 'Caption', parent: table });
  const lines = typeset([{ text: block.caption }], { style, width: setting.width, tag }, setting);
  const strips = lineStrips(lines, { style, space: 0, glued: true }, setting);
  return [...strips, { height: 4, space: 0, marks: [], glued: true }];
}

/** `repeated`: on a following page it is decoration, since the table's head has been read already. */
function headStrips(grid: Grid, parent: number, repeated: boolean): readonly Strip[] {
  const { setting, columns, head } = grid;
  const row = repeated ? undefined : setting.structure.add({ role: 'TR', parent });
  const cells = columns.map((column, index) => {
    const tag = row === undefined ? undefined : setting.structure.add({ role: 'TH', parent: row, scope: 'Column' });
    return setCell([{ text: column.title }], { index, span: 1, style: head, tag, align: column.align }, grid);
  });
  // Titles of unequal height stand on one line at the bottom.
  const most = cells.reduce((lines, cell) => Math.max(lines, cell.lines.length), 1);
  const lowered = cells.map((cell) => ({
    ...cell,
    lines: [...Array.from({ length: most - cell.lines.length }, () => ({ parts: [], width: 0 })), ...cell.lines],
  }));
  const { left, width, theme } = setting;
  return rowStrips(lowered, {
    padTop: grid.pad,
    padBottom: grid.pad,
    leading: head.leading,
    glued: true,
    under: (height) => [
      { mark: 'rule', x1: left, y1: height, x2: left + width, y2: height, weight: 1, ink: theme.accent },
    ],
  }).map((strip) => ({ ...strip, glued: true }));
}

function bodyRow(row: readonly Cell[], grid: Grid, glued: boolean): readonly Strip[] {
  const { setting, columns } = grid;
  const tr = setting.structure.add({ role: 'TR', parent: grid.table });
  const whole = fitted(row, columns.length);
  const group = whole.length === 1 && whole[0]?.header === true && columns.length > 1;
  const cells: SetCell[] = [];
  let index = 0;
  for (const cell of whole) {
    const span = cell.span ?? 1;
    cells.push(bodyCell(cell, { index, span, tr, group }, grid));
    index += span;
  }
  const { left, width, theme } = setting;
  return rowStrips(cells, {
    padTop: grid.pad,
    padBottom: grid.pad,
    leading: grid.body.leading,
    glued: glued || group,
    under: (height) => [
      ...(group ? [{ mark: 'box' as const, x: left, y: 0, width, height, fill: theme.wash }] : []),
      { mark: 'rule', x1: left, y1: height, x2: left + width, y2: height, weight: 0.5, ink: theme.hairline },
    ],
  });
}

/** As many cells as columns: missing ones are blank, and what stands beyond the last column is added to the last cell. */
function fitted(row: readonly Cell[], columns: number): readonly Cell[] {
  const cells: Cell[] = [];
  let used = 0;
  for (const cell of row) {
    const span = Math.max(1, Math.floor(cell.span ?? 1));
    const last = cells.at(-1);
    if (used >= columns && last) {
      cells[cells.length - 1] = { ...last, content: [...last.content, { text: '\n' }, ...cell.content] };
      continue;
    }
    cells.push({ ...cell, span: Math.min(span, columns - used) });
    used += span;
  }
  for (; used < columns; used += 1) cells.push({ content: [] });
  return cells;
}

function bodyCell(
  cell: Cell,
  at: { readonly index: number; readonly span: number; readonly tr: number; readonly group: boolean },
  grid: Grid,
): SetCell {
  const { setting } = grid;
  const { theme } = setting;
  const spans = at.span > 1 ? { span: at.span } : {};
  const tag = setting.structure.add(
    cell.header
      ? { role: 'TH', parent: at.tr, scope: at.group ? 'Column' : 'Row', ...spans }
      : { role: 'TD', parent: at.tr, ...spans },
  );
  const ink = cell.tone ? theme.tones[cell.tone] : grid.body.ink;
  const strong = cell.header === true || (cell.tone !== undefined && cell.tone !== 'muted' && cell.tone !== 'plain');
  const style: TextStyle = { ...grid.body, ink, font: strong ? 'semibold' : grid.body.font };
  const content = cell.verdict && isBlank(cell.content) ? [{ text: verdictWord(cell.verdict) }] : cell.content;
  const indent = cell.verdict ? VERDICT_INDENT : 0;
  const made = setCell(content, { ...at, style, tag, align: grid.columns[at.index]?.align, indent }, grid);
  if (!cell.verdict) return made;
  const y = grid.pad + baselineOf(style) - SHAPE_SIZE * 0.86;
  const shape = verdictMarks(cell.verdict, { x: made.x - indent, y, size: SHAPE_SIZE * 0.95, tag }, theme);
  return { ...made, align: 'left', first: shape };
}

function setCell(
  content: Cell['content'],
  at: {
    readonly index: number;
    readonly span: number;
    readonly style: TextStyle;
    readonly tag: number | undefined;
    readonly align: Column['align'];
    readonly indent?: number;
  },
  { lefts, widths, setting }: Grid,
): SetCell {
  const indent = at.indent ?? 0;
  const full = widths.slice(at.index, at.index + at.span).reduce((sum, width) => sum + width, 0);
  const x = (lefts[at.index] ?? setting.left) + CELL_PAD + indent;
  const width = Math.max(6, full - 2 * CELL_PAD - indent);
  const lines = typeset(content, { style: at.style, width, tag: at.tag }, setting);
  return { x, width, lines, align: at.align, style: at.style };
}
