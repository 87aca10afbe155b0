import type { Figure } from '../../model/document.ts';
import type { Ink, Mark } from '../../model/page.ts';
import { mix, textOn, WHITE } from '../colour.ts';
import type { Strip } from '../setting.ts';
import type { TextStyle } from '../theme.ts';
import type { Line } from '../typeset.ts';
import { centredLines, type Easel, rowHeight, setLabel, strip, underHead, widest } from './kit.ts';

type HeatMap = Extract<Figure, { kind: 'heat-map' }>;

const CELL = 27;
const LOW_CELL = 14;
const DENSE_CELL = 12;
const GAP = 2;

/** A cell with its words set: the shade only repeats the share. */
interface SetCell {
  readonly fill: Ink | undefined;
  readonly count: readonly Line[];
  readonly share: readonly Line[];
  readonly countStyle: TextStyle;
  readonly shareStyle: TextStyle;
}

/** Count and share stand in every cell, one over the other or, where rows are many and there is room, side by side. */
export function heatMap(figure: HeatMap, easel: Easel): readonly Strip[] {
  const { setting } = easel;
  const { type } = setting.theme;
  const labels = figure.rows.map((row) => row.label);
  const label = Math.min(widest(labels, type.label, easel), setting.width * 0.26) + 10;
  const count = Math.max(1, figure.columns.length, ...figure.rows.map((row) => row.cells.length));
  const width = (setting.width - label) / count;
  const leftOf = (index: number): number => setting.left + label + index * width;

  const cells = figure.rows.map((row) => row.cells.map((cell) => setCell(cell, width - GAP - 4, easel)));
  const dense = setting.theme.air < 1;
  const lowCell = dense ? DENSE_CELL : LOW_CELL;
  const wanted = rowHeight(figure.rows.length, { normal: dense ? lowCell : CELL, least: lowCell }, easel);
  const stacked = Math.max(0, ...cells.flat().map(stackHeight)) + GAP;
  const low = wanted < stacked && cells.flat().every((cell) => fitsBeside(cell, width - GAP - 4));
  const rows = figure.rows.map((row, index): Strip => {
    const lines = setLabel(row.label, type.label, label - 10, easel);
    const height = Math.max(wanted, low ? lowCell : stacked, lines.length * type.label.leading + (dense ? 1 : 4));
    const place = { x: setting.left, width: label - 10, top: 0, height };
    const drawn = (cells[index] ?? []).flatMap((cell, column) =>
      cellMarks(cell, { x: leftOf(column), width, height, low }, easel),
    );
    return strip(height, [...centredLines(lines, { ...place, style: type.label }), ...drawn]);
  });
  return underHead(headStrip(figure.columns, leftOf, width, easel), rows);
}

function headStrip(titles: readonly string[], leftOf: (index: number) => number, width: number, easel: Easel): Strip {
  const style = { ...easel.setting.theme.type.tick, font: 'semibold' as const };
  const set = titles.map((title) => setLabel(title, style, width - 6, easel));
  const bottom = Math.max(1, ...set.map((lines) => lines.length)) * style.leading + 1;
  const marks = set.flatMap((lines, index) => {
    const height = lines.length * style.leading;
    const place = { x: leftOf(index) + 2, width: width - 4, top: bottom - height, height };
    return centredLines(lines, { ...place, align: 'centre', style });
  });
  return strip(bottom + 4, marks);
}

function setCell(cell: HeatMap['rows'][number]['cells'][number], width: number, easel: Easel): SetCell {
  const { theme } = easel.setting;
  if (cell.count === 0) {
    const countStyle = { ...theme.type.label, ink: theme.muted };
    const count = setLabel('–', countStyle, width, easel);
    return { fill: undefined, count, share: [], countStyle, shareStyle: countStyle };
  }
  const share = cell.share === null || !Number.isFinite(cell.share) ? null : Math.min(1, Math.max(0, cell.share));
  const fill = share === null ? theme.wash : mix(WHITE, theme.accent, 0.1 + 0.82 * share);
  const ink = textOn(fill, theme.ink);
  const countStyle = { ...theme.type.label, font: 'semibold' as const, size: 9.6, leading: 11, ink };
  const shareStyle = { ...theme.type.tick, leading: 9, ink };
  // Rounded down: 99.6 % is not 100 %.
  const words = share === null ? 'no evidence' : `${Math.floor(share * 100 + 1e-9)} %`;
  return {
    fill,
    count: setLabel(String(cell.count), countStyle, width, easel),
    share: setLabel(words, shareStyle, width, easel),
    countStyle,
    shareStyle,
  };
}

function stackHeight({ count, share, countStyle, shareStyle }: SetCell): number {
  return count.length * countStyle.leading + share.length * shareStyle.leading;
}

function fitsBeside({ count, share }: SetCell, width: number): boolean {
  const [first, second] = [count[0]?.width ?? 0, share[0]?.width ?? 0];
  return count.length <= 1 && share.length <= 1 && Math.max(first, second) <= width / 2 - 3;
}

function cellMarks(
  cell: SetCell,
  at: { readonly x: number; readonly width: number; readonly height: number; readonly low: boolean },
  { setting, tag }: Easel,
): readonly Mark[] {
  const box = { x: at.x + GAP / 2, y: GAP / 2, width: at.width - GAP, height: at.height - GAP, tag };
  const place = { x: box.x + 2, width: box.width - 4 };
  const ground: Mark = cell.fill
    ? { mark: 'box', ...box, fill: cell.fill }
    : { mark: 'box', ...box, stroke: setting.theme.hairline, weight: 0.5 };
  const { count, share, countStyle, shareStyle } = cell;
  if (at.low && share.length > 0) {
    const row = { top: 0, height: at.height, width: place.width / 2 - 3 };
    return [
      ground,
      ...centredLines(count, { ...row, x: place.x, align: 'right', style: countStyle }),
      ...centredLines(share, { ...row, x: place.x + place.width / 2 + 3, style: shareStyle }),
    ];
  }
  const top = (at.height - stackHeight(cell)) / 2;
  const countHeight = count.length * countStyle.leading;
  const shareHeight = share.length * shareStyle.leading;
  const centre = { ...place, align: 'centre' as const };
  return [
    ground,
    ...centredLines(count, { ...centre, top, height: countHeight, style: countStyle }),
    ...centredLines(share, { ...centre, top: top + countHeight, height: shareHeight, style: shareStyle }),
  ];
}
