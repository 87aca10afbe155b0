import { civilDate, dayNumber } from '../../kernel/civil-date.ts';
import type { Figure } from '../../model/document.ts';
import type { Mark } from '../../model/page.ts';
import type { Strip } from '../setting.ts';
import { type Key, keyStrip } from './keys.ts';
import { centredLines, type Easel, rowHeight, setLabel, sides, strip, underHead } from './kit.ts';
import { type Axis, at, monthLabels, monthsBetween } from './months.ts';

type Calendar = Extract<Figure, { kind: 'strip' }>;

const ROW = 17;
const DIAMOND = 3.4;
const KEY = 12;

/** When something happened: one diamond a date, thin ticks where they would hide one another. */
export function calendarStrip(figure: Calendar, easel: Easel): readonly Strip[] {
  const { setting } = easel;
  const { type } = setting.theme;
  const note = { ...type.label, font: 'semibold' as const };
  const texts = { labels: figure.rows.map((row) => row.label), notes: figure.rows.map((row) => row.note) };
  const frame = sides(texts, { label: type.label, note }, easel);
  const [start, end] = [civilDate(figure.from), civilDate(figure.to)];
  const from = start ? dayNumber(start) : 0;
  const axis: Axis = {
    left: frame.from + DIAMOND,
    right: frame.to - DIAMOND,
    from,
    to: Math.max(from + 1, end ? dayNumber(end) : from + 1),
  };
  const least = rowHeight(figure.rows.length, { normal: ROW, least: 12.5 }, easel);
  const rows = figure.rows.map((row): Strip => {
    const label = setLabel(row.label, type.label, frame.label, easel);
    const words = setLabel(row.note, note, frame.note, easel);
    const height = Math.max(least, label.length * type.label.leading + 3, words.length * note.leading + 3);
    const place = { top: 0, height };
    return strip(height, [
      ...centredLines(label, { x: setting.left, width: frame.label, style: type.label, ...place }),
      ...occurrences(row.dates, axis, height / 2, easel),
      ...centredLines(words, { x: frame.noteLeft, width: frame.note, align: 'right', style: note, ...place }),
    ]);
  });
  const months = start ? monthsBetween(start, axis) : [];
  const lined = rows.map((row): Strip => {
    const grid = months.map(({ x }): Mark => {
      const { hairline: ink } = setting.theme;
      return { mark: 'rule', x1: x, y1: 0, x2: x, y2: row.height, weight: 0.4, ink, tag: easel.tag };
    });
    return { ...row, marks: [...grid, ...row.marks] };
  });
  if (rows.length === 0) return [];
  const all = figure.rows.map((row) => daysOf(row.dates, axis));
  return [...underHead(monthLabels(months, easel), lined), keyStrip(keysOf(figure, all, easel), KEY, easel)];
}

/** Of the signs that the picture has. */
function keysOf({ legend }: Calendar, rows: readonly Days[], easel: Easel): readonly Key[] {
  const keys = [
    {
      text: legend.day,
      seen: rows.some(({ places, crowded }) => !crowded && places.some(({ outside }) => !outside)),
      draw: (x: number, middle: number) => [diamond(x + KEY / 2, middle, false, easel)],
    },
    {
      text: legend.close,
      seen: rows.some(({ crowded }) => crowded),
      draw: (x: number, middle: number) => [-3, 0, 3].map((by) => tick(x + KEY / 2 + by, middle, easel)),
    },
    {
      text: legend.outside,
      seen: rows.some(({ places, crowded }) => !crowded && places.some(({ outside }) => outside)),
      draw: (x: number, middle: number) => [diamond(x + KEY / 2, middle, true, easel)],
    },
  ];
  return keys.filter(({ seen }) => seen);
}

interface Days {
  readonly places: readonly { readonly x: number; readonly outside: boolean }[];
  /** Diamonds would hide one another. */
  readonly crowded: boolean;
}

function daysOf(dates: readonly string[], axis: Axis): Days {
  const days = [...new Set(dates.flatMap((text) => civilDate(text) ?? []))].sort().map((date) => dayNumber(date));
  const places = days.map((day) => ({ x: at(day, axis), outside: day < axis.from || day > axis.to }));
  const crowded = places.some(({ x }, index) => index > 0 && x - (places[index - 1]?.x ?? 0) < 2 * DIAMOND + 0.6);
  return { places, crowded };
}

function occurrences(dates: readonly string[], axis: Axis, middle: number, easel: Easel): readonly Mark[] {
  const { setting, tag } = easel;
  const { hairline } = setting.theme;
  const track: Mark = {
    mark: 'rule',
    x1: axis.left,
    y1: middle,
    x2: axis.right,
    y2: middle,
    weight: 1,
    ink: hairline,
    tag,
  };
  const { places, crowded } = daysOf(dates, axis);
  const drawn = places.map(({ x, outside }) => (crowded ? tick(x, middle, easel) : diamond(x, middle, outside, easel)));
  return [track, ...drawn];
}

function tick(x: number, middle: number, { setting, tag }: Easel): Mark {
  const { accent } = setting.theme;
  return { mark: 'rule', x1: x, y1: middle - 4, x2: x, y2: middle + 4, weight: 0.7, ink: accent, tag };
}

/** Hollow where the day is none of the period. */
function diamond(x: number, middle: number, outside: boolean, { setting, tag }: Easel): Mark {
  const { accent } = setting.theme;
  const r = DIAMOND;
  const d = `M${r} 0L${2 * r} ${r}L${r} ${2 * r}L0 ${r}Z`;
  const place = { mark: 'path' as const, d, x: x - r, y: middle - r, tag };
  return outside ? { ...place, stroke: accent, weight: 0.8 } : { ...place, fill: accent };
}
