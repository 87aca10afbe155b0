/** Red, green and blue, 0 to 255. */
export type Ink = readonly [number, number, number];

export const WHITE: Ink = [255, 255, 255];

/** `#0B5FA5` or `#06f`; nothing when it is no colour, so that the caller falls back instead of printing black. */
export function inkOf(hex: string): Ink | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex.trim());
  const digits = short ? `${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}` : hex.trim().slice(1);
  if (!hex.trim().startsWith('#') || !/^[0-9a-f]{6}$/i.test(digits)) return undefined;
  const part = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

/** Relative luminance of WCAG 2.2. */
export function luminance(ink: Ink): number {
  const [red, green, blue] = ink;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Contrast ratio of WCAG 2.2, from 1 to 21. */
export function contrast(a: Ink, b: Ink): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** `share` of `b` in `a`. */
export function mix(a: Ink, b: Ink, share: number): Ink {
  const part = (from: number, to: number) => Math.round(from + (to - from) * share);
  return [part(a[0], b[0]), part(a[1], b[1]), part(a[2], b[2])];
}

export const READABLE = 4.5;

/** White where white can be read on it, else the dark ink, else black, which can be read wherever white cannot. */
export function textOn(background: Ink, dark: Ink): Ink {
  return [WHITE, dark].find((ink) => contrast(ink, background) >= READABLE) ?? [0, 0, 0];
}

/** The colour itself, darkened only as far as reading it on the background asks. */
export function readableOn(background: Ink, colour: Ink): Ink {
  let ink = colour;
  for (let step = 0; step < 40 && contrast(ink, background) < READABLE; step += 1) ink = mix(ink, [0, 0, 0], 0.06);
  return ink;
}

/** The colour itself, lightened only as far as reading it on a dark background asks. */
export function lightOn(background: Ink, colour: Ink): Ink {
  let ink = colour;
  for (let step = 0; step < 80 && contrast(ink, background) < READABLE; step += 1) ink = mix(ink, WHITE, 0.06);
  return ink;
}

/** `#0b5fa5` */
export function hexOf(ink: Ink): string {
  return `#${ink.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
