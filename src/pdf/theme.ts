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

export function makeTheme(brand: Brand, density: Document['density'] = 'normal') {
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
    type: density === 'dense' ? denseTypeOf(accent) : typeOf(accent),
    /** Of the space around blocks and inside cells. */
    air: density === 'dense' ? 0.55 : 1,
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
    small: style('regular', 8.1, 10.5, MUTED),
    h1: style('bold', 22, 26.5),
    h2: style('semibold', 14.5, 19, accent),
    h3: style('semibold', 11.4, 15.6),
    h4: style('semibold', 9.7, 13.8),
    table: style('regular', 8.8, 11.9),
    tableSmall: style('regular', 7.7, 9.7),
    tableHead: style('semibold', 8, 10.6, MUTED),
    caption: style('semibold', 9.2, 12.8),
    label: style('regular', 8.4, 11),
    tick: style('regular', 7.4, 9.6, MUTED),
    furniture: style('regular', 7.6, 10, MUTED),
  };
}

/** Less of everything but legibility: what is read closely stays at 7.5 points or more. */
function denseTypeOf(accent: Ink): ReturnType<typeof typeOf> {
  const normal = typeOf(accent);
  const set = (name: keyof typeof normal, size: number, leading: number): TextStyle => ({
    ...normal[name],
    size,
    leading,
  });
  return {
    ...normal,
    body: set('body', 8.8, 11.6),
    lead: set('lead', 9.8, 13),
    small: set('small', 7.7, 9.8),
    h1: set('h1', 17, 20.5),
    h2: set('h2', 11.6, 14.6),
    h3: set('h3', 9.8, 12.6),
    h4: set('h4', 8.8, 11.6),
    table: set('table', 8, 10.2),
    tableSmall: set('tableSmall', 7.5, 9.2),
    tableHead: set('tableHead', 7.5, 9.4),
    caption: set('caption', 8.4, 11),
    label: set('label', 7.6, 9.6),
    tick: set('tick', 7.5, 9.4),
    furniture: set('furniture', 7.5, 9.6),
  };
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where the running header and footer stand. */
  readonly headTop: number;
  readonly footTop: number;
}

const PAPER = { letter: [612, 792], a4: [595.28, 841.89] } as const;

/** Paper and margins: `left` to `right` and `top` to `bottom` are where content may stand, in points from the top left. */
export function sheetOf(document: Pick<Document, 'paper' | 'orientation' | 'density'>): Sheet {
  const [short, long] = PAPER[document.paper];
  const landscape = document.orientation === 'landscape';
  const [width, height] = landscape ? [long, short] : [short, long];
  if (document.density === 'dense') {
    const side = landscape ? 36 : 42;
    const [headTop, footTop] = [24, height - 30];
    return { width, height, left: side, right: width - side, top: 47, bottom: footTop - 11, headTop, footTop };
  }
  const side = landscape ? 44 : 48;
  const [headTop, footTop] = [32, height - 36];
  return {
    width,
    height,
    left: side,
    right: width - side,
    top: landscape ? 60 : 63,
    bottom: footTop - 14,
    headTop,
    footTop,
  };
}
