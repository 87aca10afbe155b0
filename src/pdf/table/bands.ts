import type { Cell } from '../../model/document.ts';
import type { Mark } from '../../model/page.ts';
import type { RepeatedHead, Strip } from '../setting.ts';
import { fitted, type Grid, setCell } from './cells.ts';
import { KEPT_SHARE, rowStrips, type SetCell } from './rows.ts';

/** What stands on top where a page begins with a row, and where it begins amid one. */
export function headsOf(
  strips: readonly Strip[],
  grid: Grid,
): { readonly row: RepeatedHead; readonly amid: RepeatedHead } {
  const height = strips.reduce((sum, strip) => sum + strip.height, 0);
  const gap: Strip = { height: grid.pad, space: 0, marks: [], glued: true };
  return { row: { strips, height }, amid: { strips: [...strips, gap], height: height + gap.height } };
}

/** The cell of a row that heads those below it. */
export function bandOf(row: readonly Cell[], { columns }: Grid): Cell | undefined {
  const [cell, ...others] = fitted(row, columns.length);
  return others.length === 0 && cell?.header === true && columns.length > 1 ? cell : undefined;
}

/** Said again above the rows that go on under it on the next page, as decoration. */
export function bandAgain(cell: Cell, grid: Grid): readonly Strip[] {
  const span = grid.columns.length;
  const set = setCell(
    cell.content,
    { index: 0, span, style: grid.styleOf(cell), tag: undefined, align: undefined },
    grid,
  );
  return bandStrips([set], grid);
}

/** On a ground of its own, and with the first of the rows that it heads. */
export function bandStrips(cells: readonly SetCell[], grid: Grid): readonly Strip[] {
  const { left, width, theme } = grid.setting;
  const look = lookOf(grid, true);
  return rowStrips(cells, {
    ...look,
    under: (height) => [
      { mark: 'box' as const, x: left, y: 0, width, height, fill: theme.wash },
      ...look.under(height),
    ],
  });
}

export function lookOf({ setting, pad, body }: Grid, glued: boolean) {
  const { left, width, theme, sheet } = setting;
  return {
    padTop: pad,
    padBottom: pad,
    leading: body.leading,
    whole: (sheet.bottom - sheet.top) * KEPT_SHARE,
    glued,
    under: (height: number): readonly Mark[] => [
      { mark: 'rule', x1: left, y1: height, x2: left + width, y2: height, weight: 0.5, ink: theme.hairline },
    ],
  };
}
