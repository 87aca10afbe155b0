import type { Figure } from '../../model/document.ts';
import type { Mark } from '../../model/page.ts';
import { mix, textOn, WHITE } from '../colour.ts';
import type { Strip } from '../setting.ts';
import { centredLines, type Easel, lowered, MANY_ROWS, setLabel, strip, widest } from './kit.ts';

type HeatMap = Extract<Figure, { kind: 'heat-map' }>;

const CELL = 27;
const LOW_CELL = 13;
const GAP = 2;

/** Count and share stand in every cell; the shade only repeats the share. */
export function heatMap(figure: HeatMap, easel: Easel): readonly Strip[] {
  const { setting } = easel;
  const { type } = setting.theme;
  const head = { ...type.tick, font: 'semibold' as const };
  const low = figure.rows.length > MANY_ROWS;
  const style = low ? lowered(type.label) : type.label;
  const labels = figure.rows.map((row) => row.label);
  const label = Math.min(widest(labels, style, easel), setting.width * 0.26) + 10;
  const count = Math.max(1, figure.columns.length, ...figure.rows.map((row) => row.cells.length));
  const width = (setting.width - label) / count;
  const leftOf = (index: number): number => setting.left + label + index * width;

  const titles = figure.columns.map((title) => setLabel(title, head, width - 6, easel));
  const headHeight = Math.max(1, ...titles.map((lines) => lines.length)) * head.leading + 5;
  const headMarks = titles.flatMap((lines, index) => {
    const height = lines.length * head.leading;
    const place = { x: leftOf(index) + 2, width: width - 4, top: headHeight - 4 - height, height };
    return centredLines(lines, { ...place, align: 'centre', style: head });
  });
  const rows = figure.rows.map((row): Strip => {
    const lines = setLabel(row.label, style, label - 10, easel);
    const height = low
      ? Math.max(LOW_CELL, lines.length * style.leading + 2)
      : Math.max(CELL, lines.length * style.leading + 6);
    const place = { x: setting.left, width: label - 10, top: 0, height };
    const cells = row.cells.flatMap((cell, index) => cellMarks(cell, { x: leftOf(index), width, height, low }, easel));
    return strip(height, [...centredLines(lines, { ...place, style }), ...cells]);
  });
  return [strip(headHeight, headMarks), ...rows];
}

function cellMarks(
  cell: HeatMap['rows'][number]['cells'][number],
  at: { readonly x: number; readonly width: number; readonly height: number; readonly low: boolean },
  easel: Easel,
): readonly Mark[] {
  const { setting, tag } = easel;
  const { theme } = setting;
  const gap = at.low ? 1 : GAP;
  const box = { x: at.x + gap / 2, y: gap / 2, width: at.width - gap, height: at.height - gap };
  const place = { x: box.x + 2, width: box.width - 4 };
  if (cell.count === 0) {
    const style = { ...theme.type.label, ink: theme.muted };
    const dash = setLabel('–', style, place.width, easel);
    return [
      { mark: 'box', ...box, stroke: theme.hairline, weight: 0.5, tag },
      ...centredLines(dash, { ...place, top: 0, height: at.height, align: 'centre', style }),
    ];
  }
  const share = cell.share === null || !Number.isFinite(cell.share) ? null : Math.min(1, Math.max(0, cell.share));
  const fill = share === null ? theme.wash : mix(WHITE, theme.accent, 0.1 + 0.82 * share);
  const ink = textOn(fill, theme.ink);
  const number = { ...theme.type.label, font: 'semibold' as const, size: 9.6, leading: 11, ink };
  const part = { ...theme.type.tick, leading: 9, ink };
  // Rounded down: 99.6 % is not 100 %.
  const words = share === null ? 'no evidence' : `${Math.floor(share * 100 + 1e-9)} %`;
  if (at.low) {
    const one = setLabel(`${cell.count} · ${words}`, { ...part, font: 'semibold' }, place.width, easel);
    return [
      { mark: 'box', ...box, fill, tag },
      ...centredLines(one, { ...place, top: 0, height: at.height, align: 'centre', style: part }),
    ];
  }
  const lines = setLabel(words, part, place.width, easel);
  const top = (at.height - number.leading - lines.length * part.leading) / 2;
  return [
    { mark: 'box', ...box, fill, tag },
    ...centredLines(setLabel(String(cell.count), number, place.width, easel), {
      ...place,
      top,
      height: number.leading,
      align: 'centre',
      style: number,
    }),
    ...centredLines(lines, {
      ...place,
      top: top + number.leading,
      height: lines.length * part.leading,
      align: 'centre',
      style: part,
    }),
  ];
}
