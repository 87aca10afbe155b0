import type { FigureSeries } from '../../model/document.ts';
import type { Ink, Mark } from '../../model/page.ts';
import { mix, textOn, WHITE } from '../colour.ts';
import type { Strip } from '../setting.ts';
import type { TextStyle } from '../theme.ts';
import { lineMarks, typeset } from '../typeset.ts';
import { verdictMarks } from '../verdict-shapes.ts';
import { keyStrip } from './keys.ts';
import type { Easel } from './kit.ts';

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

/** What each series means. */
export function legendStrip(signs: readonly Sign[], easel: Easel): Strip {
  const keys = signs.map((sign) => ({
    text: sign.series.label,
    draw: (x: number, middle: number) => signMarks(sign, { x, y: middle - SIZE / 2, onFill: false }, easel),
  }));
  return keyStrip(keys, SIZE, easel);
}
