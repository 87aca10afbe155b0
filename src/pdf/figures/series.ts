import type { FigureSeries } from '../../model/document.ts';
import type { Ink, Mark } from '../../model/page.ts';
import { mix, textOn, WHITE } from '../colour.ts';
import type { TextStyle } from '../theme.ts';
import { baselineOf, lineMarks, typeset } from '../typeset.ts';
import { verdictMarks } from '../verdict-shapes.ts';
import { type Easel, setLabel, strip, widthOf } from './kit.ts';

/** A series with its colour and the sign that tells it without colour: a verdict's shape, else a letter. */
export interface Sign {
  readonly series: FigureSeries;
  readonly fill: Ink;
  readonly on: Ink;
  readonly letter: string;
}

const SIZE = 8;

/** Series of one tone get lighter shades of it, so that no two look alike; what is missing is pale, what is found is not. */
export function signsOf(legend: readonly FigureSeries[], { setting }: Easel): readonly Sign[] {
  const used = new Map<string, number>();
  let letters = 0;
  return legend.map((series) => {
    const before = used.get(series.tone) ?? 0;
    used.set(series.tone, before + 1);
    const quiet = series.tone === 'unknown' || series.tone === 'muted';
    const fill = mix(setting.theme.tones[series.tone], WHITE, Math.min(0.8, (quiet ? 0.66 : 0.1) + before * 0.3));
    const letter = series.verdict ? '' : String.fromCharCode(65 + (letters++ % 26));
    return { series, fill, on: textOn(fill, setting.theme.ink), letter };
  });
}

/** The sign in a square of 8 by 8 whose top left corner is given; on the series' colour or on white. */
export function signMarks(
  sign: Sign,
  at: { readonly x: number; readonly y: number; readonly onFill: boolean },
  easel: Easel,
): readonly Mark[] {
  const { setting, tag } = easel;
  const { theme } = setting;
  const { x, y, onFill } = at;
  if (sign.series.verdict) {
    const inks = onFill ? { ink: sign.on, cut: sign.fill } : { ink: theme.tones[sign.series.tone], cut: WHITE };
    return verdictMarks(sign.series.verdict, { x, y, size: SIZE, tag, ...inks }, theme);
  }
  const style: TextStyle = { font: 'semibold', size: 6.6, leading: SIZE, ink: sign.on };
  const [line] = typeset([{ text: sign.letter }], { style, width: 20, tag }, setting);
  const plate: readonly Mark[] = onFill
    ? []
    : [{ mark: 'box', x, y, width: SIZE, height: SIZE, radius: 1.5, fill: sign.fill, tag }];
  return line ? [...plate, ...lineMarks(line, { x, y, width: SIZE, align: 'centre', style })] : plate;
}

/** Signs with their words, in as many rows as they need. */
export function legendStrip(signs: readonly Sign[], easel: Easel) {
  const { setting } = easel;
  const style = { ...setting.theme.type.label, ink: setting.theme.muted };
  const marks: Mark[] = [];
  let x = setting.left;
  let y = 0;
  for (const sign of signs) {
    const room = setting.width - SIZE - 5;
    const width = Math.min(room, widthOf(sign.series.label, style, easel)) + SIZE + 5;
    if (x > setting.left && x + width > setting.left + setting.width) {
      x = setting.left;
      y += style.leading + 3;
    }
    const lines = setLabel(sign.series.label, style, room, easel);
    marks.push(...signMarks(sign, { x, y: y + baselineOf(style) - SIZE * 0.83, onFill: false }, easel));
    for (const [index, line] of lines.entries())
      marks.push(...lineMarks(line, { x: x + SIZE + 5, y: y + index * style.leading, width: room, style }));
    y += Math.max(0, lines.length - 1) * style.leading;
    x += width + 16;
  }
  return strip(y + style.leading, marks, 8);
}
