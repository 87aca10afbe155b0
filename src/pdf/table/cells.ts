import type { Cell, Column, Tone } from '../../model/document.ts';
import type { Setting } from '../setting.ts';
import type { StructureNode } from '../structure.ts';
import type { TextStyle } from '../theme.ts';
import { baselineOf, typeset } from '../typeset.ts';
import { SHAPE_SIZE, verdictMarks } from '../verdict-shapes.ts';
import { contentOf, measuredFont, VERDICT_INDENT } from './extents.ts';
import type { SetCell } from './rows.ts';

const TONES = [
  'good',
  'part',
  'bad',
  'stale',
  'unknown',
  'muted',
  'accent',
  'plain',
] as const satisfies readonly Tone[];

/** Where the cells of one table stand and how they look. */
export interface Grid {
  readonly columns: readonly Column[];
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
  /** Row by row, how wide plain cells were found to be in the font in which they were measured; 0 of others. Of a long table only its first ones. */
  readonly plain: Float64Array;
  readonly body: TextStyle;
  readonly head: TextStyle;
  readonly pad: number;
  readonly cellPad: number;
  readonly table: number;
  /** The node of every row. */
  readonly row: StructureNode;
  readonly setting: Setting;
  styleOf(cell: Cell): TextStyle;
}

/** As many cells as columns: missing ones are blank, and what stands beyond the last column is added to the last cell. */
export function fitted(row: readonly Cell[], columns: number): readonly Cell[] {
  if (row.length === columns && row.every((cell) => cell.span === undefined)) return row;
  const cells: Cell[] = [];
  let used = 0;
  for (const cell of row) {
    const span = Math.max(1, Math.floor(cell.span ?? 1));
    const last = cells.at(-1);
    if (used >= columns && last) {
      cells[cells.length - 1] = { ...last, content: [...last.content, { text: '\n' }, ...cell.content] };
      continue;
    }
    const room = columns - used;
    cells.push(span > room ? { ...cell, span: room } : cell);
    used += span;
  }
  for (; used < columns; used += 1) cells.push({ content: [] });
  return cells;
}

export function bodyCell(
  cell: Cell,
  at: {
    readonly index: number;
    readonly span: number;
    readonly tr: number;
    readonly group: boolean;
    /** The node of a cell that has nothing of its own, shared by those of its row. */
    readonly data: StructureNode;
    readonly plain: number | undefined;
  },
  grid: Grid,
): SetCell {
  const { setting } = grid;
  const { theme } = setting;
  const tag = setting.structure.add(nodeOf(cell, at));
  const style = grid.styleOf(cell);
  const indent = cell.verdict ? VERDICT_INDENT : 0;
  const { index, span } = at;
  const { align } = grid.columns[index] ?? {};
  const plain = at.plain && style.font === measuredFont(cell, grid.body) ? at.plain : undefined;
  const made = setCell(contentOf(cell), { index, span, style, tag, align, indent, plain }, grid);
  if (cell.id !== undefined) return { ...made, first: [{ mark: 'target', x: made.x, y: 0, id: cell.id }] };
  if (!cell.verdict) return made;
  const y = grid.pad + baselineOf(style) - SHAPE_SIZE * 0.86;
  const shape = verdictMarks(cell.verdict, { x: made.x - indent, y, size: SHAPE_SIZE * 0.95, tag }, theme);
  return { ...made, align: 'left', first: shape };
}

function nodeOf(cell: Cell, at: Parameters<typeof bodyCell>[1]): StructureNode {
  const { tr: parent, span } = at;
  if (!cell.header) return span > 1 ? { role: 'TD', parent, span } : at.data;
  const scope = at.group ? 'Column' : 'Row';
  return span > 1 ? { role: 'TH', parent, scope, span } : { role: 'TH', parent, scope };
}

export function setCell(
  content: Cell['content'],
  at: {
    readonly index: number;
    readonly span: number;
    readonly style: TextStyle;
    readonly tag: number | undefined;
    readonly align: Column['align'];
    readonly indent?: number;
    readonly plain?: number | undefined;
  },
  { lefts, widths, cellPad, setting }: Grid,
): SetCell {
  const indent = at.indent ?? 0;
  let full = 0;
  for (let index = at.index; index < at.index + at.span; index += 1) full += widths[index] ?? 0;
  // The outer columns are flush with the text above and below.
  const before = (at.index === 0 ? 0 : cellPad) + indent;
  const after = at.index + at.span >= widths.length ? 0 : cellPad;
  const x = (lefts[at.index] ?? setting.left) + before;
  const width = Math.max(1, full - before - after);
  const lines = typeset(content, { style: at.style, width, tag: at.tag, plain: at.plain }, setting);
  return { x, width, lines, align: at.align, style: at.style };
}

/** A tone colours the words and makes them strong enough to be seen as coloured; heads of rows are strong too. */
export function cellStyles(body: TextStyle, setting: Setting): (cell: Cell) => TextStyle {
  const strong: TextStyle = { ...body, font: 'semibold' };
  const toned = new Map<Tone, TextStyle>();
  for (const tone of TONES) {
    const base = tone === 'muted' || tone === 'plain' ? body : strong;
    toned.set(tone, { ...base, ink: setting.theme.tones[tone] });
  }
  return (cell) => {
    const style = cell.tone ? toned.get(cell.tone) : undefined;
    if (style) return cell.header ? { ...style, font: 'semibold' } : style;
    return cell.header ? strong : body;
  };
}
