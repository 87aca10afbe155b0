import type { Figure } from '../../model/document.ts';
import type { Mark } from '../../model/page.ts';
import type { Strip } from '../setting.ts';
import { amount, centredLines, type Easel, lowered, MANY_ROWS, setLabel, sides, strip, widthOf } from './kit.ts';
import { legendStrip, type Sign, signMarks, signsOf } from './series.ts';

type Bars = Extract<Figure, { kind: 'stacked-bars' }>;

const BAR = 12;
const LOW_BAR = 10;
const SIGN = 8;

/** Bars on one scale; beside each the exact counts under the sign of their series, so that no narrow segment goes unnumbered. */
export function stackedBars(figure: Bars, easel: Easel): readonly Strip[] {
  const { setting, tag } = easel;
  const { type, muted, hairline, ink } = setting.theme;
  const low = figure.rows.length > MANY_ROWS;
  const words = low ? lowered(type.label) : type.label;
  const thick = low ? LOW_BAR : BAR;
  const count = low ? words : { ...words, size: 8.2 };
  const strong = { ...words, font: 'semibold' as const };
  const signs = signsOf(figure.legend, easel);
  const values = figure.rows.map((row) => signs.map((_, index) => amount(row.values[index])));
  const most = Math.max(1, ...values.map((row) => row.reduce((sum, value) => sum + value, 0)));
  const texts = { labels: figure.rows.map((row) => row.label), notes: figure.rows.map((row) => row.note ?? '') };
  const frame = sides(texts, { label: words, note: strong }, easel);
  const widestCount = values.flat().reduce((width, value) => Math.max(width, widthOf(say(value), count, easel)), SIGN);
  const column = widestCount + 9;
  const countsLeft = frame.to - column * signs.length;
  const barsRight = countsLeft - 8;

  const head = signs.flatMap((sign, index) =>
    signMarks(sign, { x: countsLeft + (index + 1) * column - SIGN, y: 1, onFill: false }, easel),
  );
  const rows = figure.rows.map((row, index): Strip => {
    const label = setLabel(row.label, words, frame.label, easel);
    const note = setLabel(row.note ?? '', strong, frame.note, easel);
    const room = low ? 2 : 5;
    const height = Math.max(
      thick + (low ? 2 : 6),
      label.length * words.leading + room,
      note.length * words.leading + room,
    );
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
    const bar = {
      left: frame.from,
      top: (height - thick) / 2,
      thick,
      scale: Math.max(0, barsRight - frame.from) / most,
    };
    return strip(height, [
      ...centredLines(label, { x: setting.left, width: frame.label, style: words, ...place }),
      ...segments(values[index] ?? [], signs, bar, easel),
      ...counts,
      ...centredLines(note, { x: frame.noteLeft, width: frame.note, align: 'right', style: strong, ...place }),
    ]);
  });
  const axis: Mark = {
    mark: 'rule',
    x1: frame.from - 0.4,
    y1: 0,
    x2: frame.from - 0.4,
    y2: rows.reduce((sum, row) => sum + row.height, 0),
    weight: 0.6,
    ink: hairline,
    tag,
  };
  const [first, ...rest] = rows;
  const drawn = first ? [{ ...first, marks: [axis, ...first.marks] }, ...rest] : [];
  return [strip(SIGN + 4, head), ...drawn, legendStrip(signs, easel)];
}

function segments(
  values: readonly number[],
  signs: readonly Sign[],
  bar: { readonly left: number; readonly top: number; readonly thick: number; readonly scale: number },
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
    marks.push({ mark: 'box', x, y: bar.top, width: drawn, height: bar.thick, fill: sign.fill, tag: easel.tag });
    if (drawn >= SIGN + 4) {
      const place = { x: x + (drawn - SIGN) / 2, y: bar.top + (bar.thick - SIGN) / 2, onFill: true };
      marks.push(...signMarks(sign, place, easel));
    }
    x += width;
  }
  return marks;
}

function say(value: number): string {
  return String(Math.round(value * 100) / 100);
}
