import { symbol, symbolDiamond } from 'd3-shape';
import { civilDate, dayNumber } from '../../kernel/civil-date.ts';
import type { Figure } from '../../model/document.ts';
import type { Mark } from '../../model/page.ts';
import type { Strip } from '../setting.ts';
import { keyStrip } from './keys.ts';
import { centredLines, type Easel, rowHeight, setLabel, sides, strip, underHead } from './kit.ts';
import { type Axis, at, type Month, monthLabels, monthsBetween } from './months.ts';

type Timeline = Extract<Figure, { kind: 'timeline' }>;
type Row = Timeline['groups'][number]['rows'][number];

const BAR = 7;
const ROW = 15;
const KEY = 16;
/** Around its centre, in square points. */
const DIAMOND = symbol(symbolDiamond, 14)() ?? '';

/** One bar an action, from the as-of date to the day it is due, under the name of who does it. */
export function timeline(figure: Timeline, easel: Easel): readonly Strip[] {
  const { setting } = easel;
  const { type } = setting.theme;
  const all = figure.groups.flatMap(({ rows }) => rows);
  if (all.length === 0) return [];
  const note = { ...type.label, font: 'semibold' as const };
  const texts = { labels: all.map((row) => row.label), notes: all.map((row) => row.note) };
  const frame = sides(texts, { label: type.label, note }, easel);
  const [start, end] = [civilDate(figure.from), civilDate(figure.to)];
  const from = start ? dayNumber(start) : 0;
  const to = Math.max(from + 1, end ? dayNumber(end) : 0);
  const axis: Axis = { left: frame.from + 3, right: Math.max(frame.from + 4, frame.to - 4), from, to };
  const months = start ? monthsBetween(start, axis) : [];
  const least = rowHeight(all.length + figure.groups.length, { normal: ROW, least: BAR + 4 }, easel);

  const row = (each: Row): Strip => {
    const label = setLabel(each.label, type.label, frame.label, easel);
    const words = setLabel(each.note, note, frame.note, easel);
    const height = Math.max(least, label.length * type.label.leading + 3, words.length * note.leading + 3);
    const place = { top: 0, height };
    return strip(height, [
      ...grid(months, height, easel),
      ...centredLines(label, { x: setting.left, width: frame.label, style: type.label, ...place }),
      ...bar(each, axis, height / 2, easel),
      ...centredLines(words, { x: frame.noteLeft, width: frame.note, align: 'right', style: note, ...place }),
    ]);
  };
  const strips = figure.groups.flatMap(({ title, rows }) =>
    rows.length === 0 ? [] : [groupStrip(title, easel), ...rows.map(row)],
  );
  return [...underHead(monthLabels(months, easel), strips), keys(figure, easel)];
}

function groupStrip(title: string, easel: Easel): Strip {
  const { setting } = easel;
  const style = { ...setting.theme.type.label, font: 'bold' as const, ink: setting.theme.accent };
  const lines = setLabel(title, style, setting.width, easel);
  const height = lines.length * style.leading + 5;
  return strip(
    height,
    centredLines(lines, { x: setting.left, width: setting.width, top: 3, height: height - 3, style }),
  );
}

function grid(months: readonly Month[], height: number, { setting, tag }: Easel): readonly Mark[] {
  const { hairline: ink } = setting.theme;
  return months.map(({ x }): Mark => ({ mark: 'rule', x1: x, y1: 0, x2: x, y2: height, weight: 0.4, ink, tag }));
}

/** Filled or hollow, ended by an upright on the day it is due; milestones are diamonds on it. */
function bar({ due, decided, milestones }: Row, axis: Axis, middle: number, easel: Easel): readonly Mark[] {
  const { accent, ink } = easel.setting.theme;
  const { tag } = easel;
  const day = civilDate(due);
  if (day === undefined) return [];
  const end = at(dayNumber(day), axis);
  const width = Math.max(1, end - axis.left);
  const upright = { y1: middle - BAR / 2 - 2, y2: middle + BAR / 2 + 2, weight: 1.2, ink, tag };
  return [
    barBox({ x: axis.left, y: middle - BAR / 2, width, decided }, easel),
    { mark: 'rule', x1: end, x2: end, ...upright },
    ...milestones.flatMap((text): readonly Mark[] => {
      const on = civilDate(text);
      if (on === undefined || on >= day) return [];
      return [diamond(at(dayNumber(on), axis), middle, decided ? [255, 255, 255] : accent, easel)];
    }),
  ];
}

function barBox(
  { decided, ...at }: { readonly x: number; readonly y: number; readonly width: number; readonly decided: boolean },
  { setting, tag }: Easel,
): Mark {
  const { accent } = setting.theme;
  const box = { mark: 'box' as const, ...at, height: BAR, tag };
  return decided ? { ...box, fill: accent } : { ...box, stroke: accent, weight: 0.8 };
}

function diamond(x: number, y: number, fill: readonly [number, number, number], { tag }: Easel): Mark {
  return { mark: 'path', d: DIAMOND, x, y, fill, tag };
}

/** What is filled, what is hollow, what a diamond is. */
function keys({ legend }: Timeline, easel: Easel): Strip {
  const { accent } = easel.setting.theme;
  const all = [
    { text: legend.decided, draw: (left: number, middle: number) => key(true, left, middle, easel) },
    { text: legend.proposed, draw: (left: number, middle: number) => key(false, left, middle, easel) },
    {
      text: legend.milestone,
      draw: (left: number, middle: number) => [diamond(left + KEY / 2, middle, accent, easel)],
    },
  ];
  return keyStrip(all, KEY, easel);
}

function key(decided: boolean, x: number, middle: number, easel: Easel): readonly Mark[] {
  return [barBox({ x, y: middle - BAR / 2, width: KEY, decided }, easel)];
}
