import type { Block, Cell, Column } from '../../model/document.ts';
import type { Mark } from '../../model/page.ts';
import { nameAgain, sectionHead } from '../name-again.ts';
import { keptWhole, type Setting, type Strip } from '../setting.ts';
import { bandAgain, bandOf, bandStrips, headsOf, lookOf } from '../table/bands.ts';
import { bodyCell, cellStyles, fitted, type Grid, setCell } from '../table/cells.ts';
import { cellPad, columnWidths } from '../table/columns.ts';
import { rowStrips, type SetCell } from '../table/rows.ts';
import { lineStrips, typeset } from '../typeset.ts';

type Table = Extract<Block, { type: 'table' }>;

const FEW_ROWS = 4;
/** With a heading above and small print below, more rows than these would leave too much of a page white. */
const FEW_TOLD = 2;
/** Of a page: a first row that is no higher does not stand alone at its foot. */
const LOW_ROW = 0.08;

/** What a table knows of what stands around it. */
export interface Around {
  /** What follows belongs to its rows, and begins no page without the last of them. */
  readonly told: boolean;
  /** What it belongs to, said again above its parts on further pages; nothing where nobody would miss it. */
  readonly of: string;
}

export function* tableBlock(block: Table, setting: Setting, { told, of }: Around): Generator<Strip> {
  const target: readonly Mark[] = block.id ? [{ mark: 'target', x: setting.left, y: -6, id: block.id }] : [];
  if (block.rows.length === 0) {
    yield* emptyTable(block, target, setting);
    return;
  }
  const grid = gridOf(block, setting);
  const named = block.caption ? undefined : sectionHead(of, setting);
  const start: Strip = { height: 0, space: aroundOf(block, setting), marks: target, glued: true };
  yield named ? { ...start, head: named } : start;
  yield* captionStrips(block, grid);
  const head = headStrips(grid, grid.table, false);
  yield* head;
  const again = [...nameAgain(block.caption ?? of, setting, grid.head), ...headStrips(grid, grid.table, true)];
  let heads = headsOf(again, grid);
  const last = block.rows.length - 1;
  if (block.rows.length <= (told ? FEW_TOLD : FEW_ROWS)) {
    const strips = [...block.rows].flatMap((row, index) =>
      bodyRow(row, index, grid, false).map((strip) => ({ ...strip, head: heads.row })),
    );
    const kept = keptWhole(strips, setting.sheet);
    yield* kept.map((strip, index) => (told && index === kept.length - 1 ? { ...strip, glued: true } : strip));
    yield { height: 0, space: aroundOf(block, setting), marks: [], glued: told };
    return;
  }
  let index = 0;
  for (const row of block.rows) {
    // The last row stays with the one before, so that no page begins with a single row under a repeated head.
    const glued = index === last - 1 || (told && index === last);
    const band = bandOf(row, grid);
    if (band) heads = headsOf(again, grid);
    const strips = bodyRow(row, index, grid, glued);
    // No head and a single low row at the foot of a page, with all the others overleaf.
    const first = index === 0 && strips.length === 1 && (strips[0]?.height ?? 0) < LOW_ROW * pageOf(setting);
    for (const [part, strip] of strips.entries())
      yield { ...strip, glued: strip.glued || first, head: part === 0 ? heads.row : heads.amid };
    if (band) heads = headsOf([...again, ...bandAgain(band, grid)], grid);
    index += 1;
  }
  yield { height: 0, space: aroundOf(block, setting), marks: [], glued: told };
}

function pageOf({ sheet }: Setting): number {
  return sheet.bottom - sheet.top;
}

/** Small tables belong to what stands around them. */
function aroundOf(block: Table, { theme }: Setting): number {
  return (block.size === 'small' ? 6 : 10) * theme.air;
}

function gridOf(block: Table, setting: Setting): Grid {
  const { type } = setting.theme;
  const small = block.size === 'small';
  const body = small ? type.tableSmall : type.table;
  const head = small && setting.theme.air === 1 ? { ...type.tableHead, size: 7.5, leading: 9.6 } : type.tableHead;
  const columns = columnsOf(block);
  const { widths, plain } = columnWidths(columns, block.rows, { body, head }, setting);
  let x = setting.left;
  const lefts = widths.map((width) => {
    const left = x;
    x += width;
    return left;
  });
  const table = setting.structure.add({ role: 'Table', parent: setting.parent });
  const styleOf = cellStyles(body, setting);
  const pad = cellPad(columns.length, setting.width);
  return {
    columns,
    lefts,
    widths,
    plain,
    body,
    head,
    pad: (small ? 1.9 : 3.9) * setting.theme.air,
    cellPad: pad,
    table,
    row: { role: 'TR', parent: table },
    setting,
    styleOf,
  };
}

/** A table that names no columns has as many as its longest row. */
function columnsOf(block: Table): readonly Column[] {
  if (block.columns.length > 0) return block.columns;
  let most = 1;
  for (const row of block.rows) most = Math.max(most, row.length);
  return Array.from({ length: most }, () => ({ title: '' }));
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
  if (columns.every((column) => column.title.trim() === '')) return [];
  const row = repeated ? undefined : setting.structure.add({ role: 'TR', parent });
  const cells = columns.map((column, index) => {
    const tag = row === undefined ? undefined : setting.structure.add({ role: 'TH', parent: row, scope: 'Column' });
    return setCell([{ text: column.title }], { index, span: 1, style: head, tag, align: column.align }, grid);
  });
  // Titles of unequal height stand on one line at the bottom.
  const most = cells.reduce((lines, cell) => Math.max(lines, cell.lines.length), 1);
  const lowered = cells.map((cell) => ({
    ...cell,
    lines: [
      ...Array.from({ length: most - cell.lines.length }, () => ({ parts: [], width: 0, spaced: false })),
      ...cell.lines,
    ],
  }));
  const { left, width, theme } = setting;
  return rowStrips(lowered, {
    padTop: grid.pad,
    padBottom: grid.pad,
    leading: head.leading,
    whole: Number.POSITIVE_INFINITY,
    glued: true,
    under: (height) => [
      { mark: 'rule', x1: left, y1: height, x2: left + width, y2: height, weight: 1, ink: theme.accent },
    ],
  }).map((strip) => ({ ...strip, glued: true }));
}

function bodyRow(row: readonly Cell[], number: number, grid: Grid, glued: boolean): readonly Strip[] {
  const { columns, setting } = grid;
  const tr = setting.structure.add(grid.row);
  const whole = fitted(row, columns.length);
  const group = bandOf(row, grid) !== undefined;
  const cells: SetCell[] = [];
  // Most cells have nothing of their own to say there.
  const data = { role: 'TD', parent: tr } as const;
  let index = 0;
  for (const cell of whole) {
    const span = cell.span ?? 1;
    // What was measured holds for rows that are laid as they were given.
    const plain = whole === row ? grid.plain[number * columns.length + index] : undefined;
    cells.push(bodyCell(cell, { index, span, tr, group, data, plain }, grid));
    index += span;
  }
  return group ? bandStrips(cells, grid) : rowStrips(cells, lookOf(grid, glued));
}
