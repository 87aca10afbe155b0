import { symbol, symbolDiamond } from 'd3-shape';
import type { Figure, TrendPoint } from '../../model/document.ts';
import type { Ink, Mark } from '../../model/page.ts';
import { WHITE } from '../colour.ts';
import type { Strip } from '../setting.ts';
import type { TextStyle } from '../theme.ts';
import { type Line, lineMarks } from '../typeset.ts';
import { amount, type Easel, setLabel, strip, underHead, widest } from './kit.ts';
import { linear } from './scale.ts';

type Trend = Extract<Figure, { kind: 'trend' }>;

const PLOT = 46;
const GAP = 6;
/** Signs stand before the words that they belong to, and on the lines. */
const SIGN = 7;
const DIAMOND = symbol(symbolDiamond, 16)() ?? '';
const SERIES = ['assessed', 'supported'] as const;

/** One column a package: two points of each framework on a scale from none to all, their numbers below them. Where no package speaks, no line is drawn. */
export function trend(figure: Trend, easel: Easel): readonly Strip[] {
  const { setting } = easel;
  const { type } = setting.theme;
  const count = figure.packages.length;
  if (count === 0 || figure.rows.length === 0) return [];
  const labels = figure.rows.map(({ label }) => label);
  const label = Math.min(widest(labels, { ...type.label, font: 'semibold' }, easel), setting.width * 0.2) + 10;
  const width = (setting.width - label) / count;
  const leftOf = (index: number): number => setting.left + label + index * width;
  const columns = { leftOf, width };
  const rows = figure.rows.map((row): Strip => {
    const lines = setLabel(row.label, { ...type.label, font: 'semibold' }, label - 10, easel);
    const told = toldMarks(row.points, figure.legend.absent, columns, easel);
    const height = Math.max(PLOT + told.height, lines.length * type.label.leading) + GAP + 4;
    return strip(height, [
      ...linesFrom(lines, { x: setting.left, y: 2, width: label - 10, style: { ...type.label, font: 'semibold' } }),
      ...plotMarks(row.points, figure.packages, columns, easel),
      ...told.marks,
    ]);
  });
  return [...underHead(headStrip(figure.packages, columns, easel), rows), keys(figure.legend, easel)];
}

interface Columns {
  readonly leftOf: (index: number) => number;
  readonly width: number;
}

/** The day, the period, and before it the days that nobody tells of. */
function headStrip(packages: Trend['packages'], { leftOf, width }: Columns, easel: Easel): Strip {
  const { type, tones } = easel.setting.theme;
  const day = { ...type.label, font: 'semibold' as const };
  const set = packages.map(({ asOf, period, gap }) => [
    ...setLabel(asOf, day, width - GAP, easel).map((line) => ({ line, style: day })),
    ...setLabel(period, type.tick, width - GAP, easel).map((line) => ({ line, style: type.tick })),
    ...setLabel(gap, { ...type.tick, ink: tones.stale }, width - GAP, easel).map((line) => ({
      line,
      style: type.tick,
    })),
  ]);
  let height = 0;
  const marks = set.flatMap((lines, index) => {
    let y = 0;
    const drawn = lines.flatMap(({ line, style }) => {
      const made = lineMarks(line, { x: leftOf(index), y, width: width - GAP, style });
      y += style.leading;
      return made;
    });
    height = Math.max(height, y);
    return drawn;
  });
  return strip(height + 4, marks);
}

function plotMarks(
  points: readonly (TrendPoint | null)[],
  packages: Trend['packages'],
  { leftOf, width }: Columns,
  { setting, tag }: Easel,
): readonly Mark[] {
  const { accent, hairline, muted } = setting.theme;
  const y = linear([0, 1], [PLOT - 4, 4]);
  const ends = { x1: leftOf(0), x2: leftOf(packages.length - 1) + width - GAP };
  const marks: Mark[] = [0, 0.5, 1].map((share) => ({
    mark: 'rule',
    ...ends,
    y1: y(share),
    y2: y(share),
    weight: 0.4,
    ink: hairline,
    tag,
  }));
  for (const series of SERIES) {
    const ink = series === 'supported' ? accent : muted;
    const at = points.map((point, index) =>
      point === null || point.of <= 0
        ? null
        : { x: leftOf(index) + 8, y: y(Math.min(1, amount(point[series]) / point.of)) },
    );
    for (const [index, to] of at.entries()) {
      const from = at[index - 1] ?? null;
      if (to === null || from === null || packages[index]?.gap !== '') continue;
      marks.push({
        mark: 'rule',
        x1: from.x,
        y1: from.y,
        x2: to.x,
        y2: to.y,
        weight: series === 'supported' ? 1.6 : 0.9,
        ink,
        tag,
      });
    }
    for (const point of at) if (point !== null) marks.push(signOf(series, point, ink, tag));
  }
  return marks;
}

/** Full for what is supported, hollow for what could be assessed. */
function signOf(
  series: (typeof SERIES)[number],
  at: { readonly x: number; readonly y: number },
  ink: Ink,
  tag: number,
): Mark {
  if (series === 'supported') return { mark: 'path', d: DIAMOND, x: at.x, y: at.y, fill: ink, tag };
  return {
    mark: 'box',
    x: at.x - 2.6,
    y: at.y - 2.6,
    width: 5.2,
    height: 5.2,
    radius: 2.6,
    fill: WHITE,
    stroke: ink,
    weight: 1,
    tag,
  };
}

function toldMarks(
  points: readonly (TrendPoint | null)[],
  absent: string,
  { leftOf, width }: Columns,
  easel: Easel,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const { theme } = easel.setting;
  const strong = { ...theme.type.label, font: 'semibold' as const };
  let height = 0;
  const marks = points.flatMap((point, index): readonly Mark[] => {
    const x = leftOf(index);
    const told: readonly (readonly [string, TextStyle, Mark[]])[] =
      point === null
        ? [[absent, { ...theme.type.label, ink: theme.muted }, []]]
        : SERIES.toReversed().map((series) => [
            point.notes[series],
            series === 'supported' ? strong : theme.type.label,
            [signOf(series, { x: x + 3, y: 0 }, series === 'supported' ? theme.accent : theme.muted, easel.tag)],
          ]);
    let y = PLOT + 2;
    return told.flatMap(([text, style, signs]) => {
      const indent = signs.length > 0 ? SIGN + 3 : 0;
      const lines = setLabel(text, style, Math.max(8, width - GAP - indent), easel);
      const top = y;
      y += lines.length * style.leading + 1;
      height = Math.max(height, y - PLOT);
      return [
        ...signs.map((sign) => shifted(sign, top + style.leading / 2)),
        ...linesFrom(lines, { x: x + indent, y: top, width: width - GAP - indent, style }),
      ];
    });
  });
  return { marks, height };
}

function shifted(mark: Mark, by: number): Mark {
  return mark.mark === 'box' || mark.mark === 'path' ? { ...mark, y: mark.y + by } : mark;
}

function linesFrom(
  lines: readonly Line[],
  at: { readonly x: number; readonly y: number; readonly width: number; readonly style: TextStyle },
): readonly Mark[] {
  const { x, y, width, style } = at;
  return lines.flatMap((line, index) => lineMarks(line, { x, y: y + index * style.leading, width, style }));
}

function keys({ supported, assessed }: Trend['legend'], easel: Easel): Strip {
  const { setting, tag } = easel;
  const { theme } = setting;
  const style = { ...theme.type.label, ink: theme.muted };
  const width = setting.width / 2;
  const texts = [['supported', supported, theme.accent] as const, ['assessed', assessed, theme.muted] as const];
  const set = texts.map(([series, text, ink], index) => {
    const x = setting.left + index * width;
    const lines = setLabel(text, style, width - SIGN - 10, easel);
    const sign = signOf(series, { x: x + 3, y: style.leading / 2 }, ink, tag);
    return {
      lines: lines.length,
      marks: [sign, ...linesFrom(lines, { x: x + SIGN + 3, y: 0, width: width - SIGN - 10, style })],
    };
  });
  return strip(
    Math.max(...set.map(({ lines }) => lines)) * style.leading,
    set.flatMap(({ marks }) => marks),
    4,
  );
}
