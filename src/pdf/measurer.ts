import type { FontName } from '../model/page.ts';

/** All that layout knows of fonts. Widths are in thousandths of the font's size and add up over words and spaces. */
export interface Measurer {
  covers(font: FontName, codePoint: number): boolean;
  width(font: FontName, text: string): number;
}
