import type { Figure } from '../../model/document.ts';
import type { Mark } from '../../model/page.ts';
import type { Strip } from '../setting.ts';
import type { TextStyle } from '../theme.ts';
import { lineMarks } from '../typeset.ts';
import { type Easel, setLabel, strip, widthOf } from './kit.ts';

type Headline = Extract<Figure, { kind: 'headline' }>;
type Tile = Headline['tiles'][number];

const GAP = 16;
const A_ROW = 4;
const SIZES = [25, 21, 18, 15.5, 13.5, 11];
/** Tiles in several rows are smaller: they are many. */
const MANY_SIZES = SIZES.slice(1);

/** Numbers that are read from across the desk, each over its words. */
export function headline(figure: Headline, easel: Easel): readonly Strip[] {
  const { setting } = easel;
  const rows = Math.max(1, Math.ceil(figure.tiles.length / A_ROW));
  const aRow = Math.max(1, Math.ceil(figure.tiles.length / rows));
  const width = (setting.width - (aRow - 1) * GAP) / aRow;
  const size =
    (rows > 1 ? MANY_SIZES : SIZES).find((each) => figure.tiles.every((tile) => fits(tile, each, width, easel))) ?? 11;
  return Array.from({ length: rows }, (_, row) => {
    const tiles = figure.tiles.slice(row * aRow, (row + 1) * aRow);
    const drawn = tiles.map((tile, index) =>
      tileMarks(tile, { x: setting.left + index * (width + GAP), width, size }, easel),
    );
    const height = Math.max(0, ...drawn.map((tile) => tile.height));
    return strip(
      height,
      drawn.flatMap((tile) => tile.marks),
      row === 0 ? 0 : 10,
    );
  });
}

function valueStyle(size: number, ink: TextStyle['ink']): TextStyle {
  return { font: 'bold', size, leading: size * 1.18, ink };
}

function fits(tile: Tile, size: number, width: number, easel: Easel): boolean {
  return widthOf(tile.value, valueStyle(size, easel.setting.theme.ink), easel) <= width;
}

function tileMarks(
  tile: Tile,
  at: { readonly x: number; readonly width: number; readonly size: number },
  easel: Easel,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const { theme } = easel.setting;
  const ink = theme.tones[tile.tone];
  const value = valueStyle(at.size, tile.tone === 'muted' ? theme.muted : ink);
  const caption = { ...theme.type.label, size: 8.8, leading: 11.8, ink: theme.muted };
  const marks: Mark[] = [{ mark: 'box', x: at.x, y: 0, width: at.width, height: 2.4, fill: ink, tag: easel.tag }];
  let y = 8;
  for (const [text, style] of [[tile.value, value] as const, [tile.caption, caption] as const]) {
    for (const line of setLabel(text, style, at.width, easel)) {
      marks.push(...lineMarks(line, { x: at.x, y, width: at.width, style }));
      y += style.leading;
    }
  }
  return { marks, height: y };
}
