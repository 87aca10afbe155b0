import type { Figure } from '../../model/document.ts';
import type { Mark } from '../../model/page.ts';
import type { Strip } from '../setting.ts';
import { amount, centredLines, type Easel, rowHeight, setLabel, sides, strip, underHead, widthOf } from './kit.ts';
import { legendStrip, type Sign, signMarks, signsOf } from './series.ts';

type Bars = Extract<Figure, { kind: 'stacked-bars' }>;

const BAR = 12;
const SIGN = 8;

/** Bars on one scale; beside each the exact counts under the sign of their series, so that no narrow segment goes unnumbered. */
export function stackedBars(figure: Bars, easel: Easel): readonly Strip[] {
  const { setting, tag } = easel;
  const { type, muted, hairline, ink } = setting.theme;
  const count = { ...type.label, size: 8.2 };
  const strong = { ...type.label, font: 'semibold' as const };
  const signs = signsOf(figure.legend, easel);
  const values = figure.rows.map((row) => signs.map((_, index) => amount(row.values[index])));
  const most = Math.max(1, ...values.map((row) => row.reduce((sum, value) => sum + value, 0)));
  const texts = { labels: figure.rows.map((row) => row.label), notes: figure.rows.map((row) => row.note ?? '') };
  const frame = sides(texts, { label: type.label, note: strong }, easel);
  const widestCount = values.flat().reduce((width, value) => Math.max(width, widthOf(say(value), count, easel)), SIGN);
  const column = widestCount + 9;
  const countsLeft = frame.to - column * signs.length;
  const barsRight = countsLeft - 8;

  const head = signs.flatMap((sign, index) =>
    signMarks(sign, { x: countsLeft + (index + 1) * column - SIGN, y: 1, onFill: false }, easel),
  );
  const least = rowHeight(figure.rows.length, { normal: BAR + 6, least: BAR + 1.5 }, easel);
  const rows = figure.rows.map((row, index): Strip => {
    const label = setLabel(row.label, type.label, frame.label, easel);
    const note = setLabel(row.note ?? '', strong, frame.note, easel);
    const height = Math.max(least, label.length * type.label.leading + 2, note.length * strong.leading + 2);
    const place = { top: 0, height };
    const counts = (values[index] ?? []).flatMap((value, at) => {
      const style = { ...count, ink: value === 0 ? muted : ink };
      const x = countsLeft + at * column;
      return centredLines(setLabel(say(value), style, column, easel), {
        x,
        width: column,
        align: 'right',
        style,
        ...place,
      });
    });
    const bar = { left: frame.from, top: (height - BAR) / 2, scale: Math.max(0, barsRight - frame.from) / most };
    return strip(height, [
      ...centredLines(label, { x: setting.left, width: frame.label, style: type.label, ...place }),
      ...segments(values[index] ?? [], signs, bar, easel),
      ...counts,
      ...centredLines(note, { x: frame.noteLeft, width: frame.note, align: 'right', style: strong, ...place }),
    ]);
  });
  const axis = (row: Strip): Strip => {
    const x = frame.from - 0.4;
    const line: Mark = { mark: 'rule', x1: x, y1: 0, x2: x, y2: row.height, weight: 0.6, ink: hairline, tag };
    return { ...row, marks: [line, ...row.marks] };
  };
  return [...underHead(strip(SIGN + 4, head), rows.map(axis)), legendStrip(signs, easel)];
}

function segments(
  values: readonly number[],
  signs: readonly Sign[],
  bar: { readonly left: number; readonly top: number; readonly scale: number },
  easel: Easel,
): readonly Mark[] {
  const marks: Mark[] = [];
  let x = bar.left;
  for (const [index, value] of values.entries()) {
    const sign = signs[index];
    const width = value * bar.scale;
    if (!sign || width <= 0) continue;
    // A hair of white parts neighbours; a sliver keeps its whole width.
    const drawn = width > 2 ? width - 0.7 : width;
    marks.push({ mark: 'box', x, y: bar.top, width: drawn, height: BAR, fill: sign.fill, tag: easel.tag });
    if (drawn >= SIGN + 4) {
      const place = { x: x + (drawn - SIGN) / 2, y: bar.top + (BAR - SIGN) / 2, onFill: true };
      marks.push(...signMarks(sign, place, easel));
    }
    x += width;
  }
  return marks;
}

function say(value: number): string {
  return String(Math.round(value * 100) / 100);
}
