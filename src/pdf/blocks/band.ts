import type { Block } from '../../model/document.ts';
import type { Frame, Setting, Strip } from '../setting.ts';
import { allocate, gridWidths } from '../table/columns.ts';
import { KEPT_SHARE, rowStrips, type SetCell } from '../table/rows.ts';
import { typesetBalanced } from '../typeset.ts';
import { extentOf } from '../words.ts';

type Pairs = Extract<Block, { type: 'key-values' }>['rows'];

const PAD = 8;

/** Pairs in one row of cells, each key over its value, on a ground of their own; in the tags a table of one row under its heads. */
export function bandStrips(
  { rows, widths: percents }: { readonly rows: Pairs; readonly widths?: readonly number[] },
  setting: Setting,
  glued: boolean,
): readonly Strip[] {
  const { theme, structure, sheet } = setting;
  const value = theme.type.table;
  const key = { ...theme.type.tick, ink: theme.muted };
  const inner = setting.width - PAD;
  const wishes = rows.map((row) => {
    const [title, words] = [extentOf([{ text: row.key }], key, setting), extentOf(row.value, value, setting)];
    const max = Math.max(title.max, words.max) + PAD;
    // What is short stays on one line; the longest gives way.
    return { weight: 0, min: Math.min(max, inner / rows.length), max };
  });
  const widths = percents === undefined ? allocate(wishes, inner) : gridWidths(percents, inner);
  const table = structure.add({ role: 'Table', parent: setting.parent });
  const lines = (part: 'key' | 'value'): readonly SetCell[] => {
    const tr = structure.add({ role: 'TR', parent: table });
    const style = part === 'key' ? key : value;
    let x = setting.left + PAD;
    return rows.map((row, index) => {
      const tag = structure.add(
        part === 'key' ? { role: 'TH', parent: tr, scope: 'Column' } : { role: 'TD', parent: tr },
      );
      const width = Math.max(1, (widths[index] ?? 0) - PAD);
      const content = part === 'key' ? [{ text: row.key }] : row.value;
      // Balanced: a name's last word does not stand on a line of its own.
      const lines = typesetBalanced(content, { style, width, tag }, setting);
      const cell = { x, width, lines, align: undefined, style };
      x += widths[index] ?? 0;
      return cell;
    });
  };
  const whole = (sheet.bottom - sheet.top) * KEPT_SHARE;
  const keys = rowStrips(lines('key'), { padTop: 2.5, padBottom: 0, leading: key.leading, whole, glued: true });
  const values = rowStrips(lines('value'), { padTop: 0, padBottom: 3, leading: value.leading, whole, glued });
  const ground: Frame = {
    draw: ({ top, bottom }) => [
      { mark: 'box', x: setting.left, y: top, width: setting.width, height: bottom - top, fill: theme.wash },
    ],
  };
  const strips = [...keys.map((strip, index) => (index === 0 ? { ...strip, space: 4 } : strip)), ...values];
  return [
    ...strips.map((strip) => ({ ...strip, frames: [ground, ...(strip.frames ?? [])] })),
    { height: 0, space: 2, marks: [], glued: true },
  ];
}
