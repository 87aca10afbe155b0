import type { Brand, Document, Tone } from '../model/document.ts';
import type { FontName, Ink } from '../model/page.ts';
import { contrast, inkOf, mix, readableOn, textOn, WHITE } from './colour.ts';

/** How a line of text looks. `leading` is the height of its line, in points like `size`. */
export interface TextStyle {
  readonly font: FontName;
  readonly size: number;
  readonly leading: number;
  readonly ink: Ink;
}

const INK: Ink = [28, 36, 48];
const MUTED: Ink = [91, 101, 115];
/** No background under coloured words is darker: nine parts of white are in every tint. */
const DARKEST_TINT: Ink = [232, 232, 232];
const FALLBACK_BRAND: Ink = [31, 58, 95];

/** Fixed and apart from the brand: a red brand must not make everything look bad. All read 4.5:1 on white and on their own tint. */
const TONES = {
  good: [17, 102, 68],
  part: [133, 83, 0],
  bad: [168, 32, 26],
  stale: [98, 66, 152],
  unknown: [75, 85, 99],
  muted: MUTED,
  plain: INK,
} as const satisfies Record<Exclude<Tone, 'accent'>, Ink>;

export type Theme = ReturnType<typeof makeTheme>;

export function makeTheme(brand: Brand) {
  const band = bandOf(inkOf(brand.colour) ?? FALLBACK_BRAND);
  const accent = readableOn(DARKEST_TINT, band);
  const tones: Record<Tone, Ink> = { ...TONES, accent };
  return {
    band,
    onBand: textOn(band, INK),
    accent,
    ink: INK,
    muted: MUTED,
    hairline: [214, 219, 226] as Ink,
    rule: [120, 130, 144] as Ink,
    wash: [245, 247, 249] as Ink,
    tones,
    tints: tintsOf(tones),
    type: typeOf(accent),
  };
}

/** A colour that nearly carries white text is darkened until it does: black on a mid-tone is readable and ugly. */
function bandOf(colour: Ink): Ink {
  return contrast(WHITE, colour) >= 3 ? readableOn(WHITE, colour) : colour;
}

function tintsOf(tones: Record<Tone, Ink>): Record<Tone, Ink> {
  const tint = (tone: Tone): Ink => mix(tones[tone], WHITE, 0.91);
  return {
    good: tint('good'),
    part: tint('part'),
    bad: tint('bad'),
    stale: tint('stale'),
    unknown: tint('unknown'),
    muted: [245, 247, 249],
    plain: [245, 247, 249],
    accent: tint('accent'),
  };
}

function typeOf(accent: Ink) {
  const style = (font: FontName, size: number, leading: number, ink: Ink = INK): TextStyle => ({
    font,
    size,
    leading,
    ink,
  });
  return {
    body: style('regular', 9.7, 13.8),
    lead: style('regular', 11.6, 16.6),
    small: style('regular', 8.4, 11.8, MUTED),
    h1: style('bold', 22, 26.5),
    h2: style('semibold', 14.5, 19, accent),
    h3: style('semibold', 11.4, 15.6),
    h4: style('semibold', 9.7, 13.8),
    table: style('regular', 8.8, 11.9),
    tableSmall: style('regular', 7.7, 10.3),
    tableHead: style('semibold', 8, 10.6, MUTED),
    caption: style('semibold', 9.2, 12.8),
    label: style('regular', 8.4, 11),
    tick: style('regular', 7.4, 9.6, MUTED),
    furniture: style('regular', 7.6, 10, MUTED),
  };
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const PAPER = { letter: [612, 792], a4: [595.28, 841.89] } as const;

/** Paper and margins: `left` to `right` and `top` to `bottom` are where content may stand, in points from the top left. */
export function sheetOf(document: Pick<Document, 'paper' | 'orientation'>): Sheet {
  const [short, long] = PAPER[document.paper];
  const landscape = document.orientation === 'landscape';
  const [width, height] = landscape ? [long, short] : [short, long];
  const side = landscape ? 50 : 60;
  return { width, height, left: side, right: width - side, top: landscape ? 62 : 68, bottom: height - 56 };
}
