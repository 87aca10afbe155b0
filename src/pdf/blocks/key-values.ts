import type { Block } from '../../model/document.ts';
import { keptWhole, type Setting, type Strip } from '../setting.ts';
import { KEPT_SHARE, rowStrips, type SetCell } from '../table/rows.ts';
import { typeset } from '../typeset.ts';
import { extentOf } from '../words.ts';
import { bandStrips } from './band.ts';

const GAP = 14;
const COLUMN_GAP = 26;

/** Pairs in one or two columns, read row by row; in the tags a table whose keys are row heads. Blocks that follow one another stand as one. */
export function keyValuesBlock(
  block: Extract<Block, { type: 'key-values' }>,
  setting: Setting,
  joined: { readonly after: boolean; readonly before: boolean; readonly leads: boolean },
): readonly Strip[] {
  if (block.rows.length === 0) return [];
  if (block.columns === 'band') return bandStrips(block, setting, joined.leads);
  const space = joined.after ? 0 : 8 * setting.theme.air;
  const strips = keptWhole([...pairStrips(block, setting, space)], setting.sheet);
  if (joined.before)
    return strips.map((strip, index) => (index === strips.length - 1 ? { ...strip, glued: true } : strip));
  return [...strips, { height: 0, space: 8 * setting.theme.air, marks: [], glued: false }];
}

function* pairStrips(block: Extract<Block, { type: 'key-values' }>, setting: Setting, space: number): Generator<Strip> {
  const { theme, structure } = setting;
  const count = block.columns === 2 ? 2 : 1;
  const value = theme.type.table;
  const key = { ...value, ink: theme.muted };
  const table = structure.add({ role: 'Table', parent: setting.parent });
  const columnWidth = (setting.width - (count - 1) * COLUMN_GAP) / count;
  const widest = block.rows.reduce((most, row) => Math.max(most, extentOf([{ text: row.key }], key, setting).max), 0);
  const keyWidth = Math.min(widest, columnWidth * (count === 2 ? 0.42 : 0.34));
  for (let index = 0; index < block.rows.length; index += count) {
    const tr = structure.add({ role: 'TR', parent: table });
    const row = block.rows.slice(index, index + count);
    const cells: SetCell[] = row.flatMap((pair, column) => {
      const x = setting.left + column * (columnWidth + COLUMN_GAP);
      const head = structure.add({ role: 'TH', parent: tr, scope: 'Row' });
      const data = structure.add({ role: 'TD', parent: tr });
      const width = columnWidth - keyWidth - GAP;
      return [
        cell(typeset([{ text: pair.key }], { style: key, width: keyWidth, tag: head }, setting), x, keyWidth, key),
        cell(typeset(pair.value, { style: value, width, tag: data }, setting), x + keyWidth + GAP, width, value),
      ];
    });
    for (let missing = row.length; missing < count; missing += 1) {
      structure.add({ role: 'TD', parent: tr, span: 2 });
    }
    const rules = row.map((_, column) => {
      const x = setting.left + column * (columnWidth + COLUMN_GAP);
      return { x1: x, x2: x + columnWidth };
    });
    yield* rowStrips(cells, {
      padTop: 2.8 * theme.air,
      padBottom: 2.8 * theme.air,
      leading: value.leading,
      space: index === 0 ? space : 0,
      whole: (setting.sheet.bottom - setting.sheet.top) * KEPT_SHARE,
      under: (height) =>
        rules.map((rule) => ({
          mark: 'rule' as const,
          ...rule,
          y1: height,
          y2: height,
          weight: 0.5,
          ink: theme.hairline,
        })),
    });
  }
}

function cell(lines: SetCell['lines'], x: number, width: number, style: SetCell['style']): SetCell {
  return { x, width, lines, align: undefined, style };
}
