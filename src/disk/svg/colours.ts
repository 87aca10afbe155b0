import { type Ink, inkOf } from '../../kernel/colour.ts';

/** The sixteen names of CSS 1, and what is drawn in the colour of the text around it. */
const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  silver: '#c0c0c0',
  gray: '#808080',
  grey: '#808080',
  white: '#ffffff',
  maroon: '#800000',
  red: '#ff0000',
  purple: '#800080',
  fuchsia: '#ff00ff',
  green: '#008000',
  lime: '#00ff00',
  olive: '#808000',
  yellow: '#ffff00',
  navy: '#000080',
  blue: '#0000ff',
  teal: '#008080',
  aqua: '#00ffff',
  orange: '#ffa500',
  currentcolor: '#000000',
};

/** A plain colour of SVG; nothing when it is another, such as a gradient. */
export function colourOf(text: string): Ink | undefined {
  const word = text.trim().toLowerCase();
  const parts = /^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(word)?.slice(1).map(Number);
  if (parts !== undefined) {
    const [red = 0, green = 0, blue = 0] = parts.map((part) => Math.min(255, part));
    return [red, green, blue];
  }
  return inkOf(NAMED[word] ?? word);
}
