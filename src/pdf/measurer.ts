import type { FontName } from '../model/page.ts';

/** All that layout knows of fonts. Widths are in thousandths of the font's size and add up over words and spaces. */
export interface Measurer {
  covers(font: FontName, codePoint: number): boolean;
  /** Of the text from one place of it up to another: whoever breaks lines asks for many pieces, and to cut each out costs more than to measure it. */
  width(font: FontName, text: string, from?: number, to?: number): number;
}
