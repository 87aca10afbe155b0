import type { Document } from '../model/document.ts';
import type { Ink, Mark } from '../model/page.ts';
import type { Setting } from './setting.ts';
import type { TextStyle } from './theme.ts';
import { typeset } from './typeset.ts';

/** Where on a sheet it may lie, in points. */
interface Room {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** 1.15:1 on white, and lighter than any ground that words are made to be read on. */
export const PALE: Ink = [238, 240, 243];
const LARGEST = 150;
/** Of the size of the type: how high its capitals are. */
const CAPITAL = 0.7;

/** From corner to corner behind everything, as large as the page allows and so pale that what stands on it can be read; on a cover below its band. */
export function watermark({ brand }: Document, setting: Setting, on: 'page' | 'cover'): readonly Mark[] {
  const text = (brand.watermark ?? '').replace(/\s+/g, ' ').trim();
  if (text === '') return [];
  const style = (size: number): TextStyle => ({ font: 'bold', size, leading: size, ink: PALE });
  const lineOf = (size: number) => typeset([{ text }], { style: style(size), width: 100_000 }, setting)[0];
  const { left, top, width, height } = roomOf(setting, on);
  const angle = Math.atan2(height, width);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const share = (lineOf(100)?.width ?? 0) / 100;
  const size = Math.min(LARGEST, width / (share * cos + CAPITAL * sin), height / (share * sin + CAPITAL * cos));
  const line = lineOf(size);
  if (!line) return [];
  // The middle of its capitals lies in the middle of the room; from there half its width back along the slope.
  let x = left + width / 2 - (line.width / 2) * cos + (size * CAPITAL * sin) / 2;
  let y = top + height / 2 + (line.width / 2) * sin + (size * CAPITAL * cos) / 2;
  const degrees = (angle * 180) / Math.PI;
  const marks: Mark[] = [];
  for (const { text: said, font, ink, width: wide } of line.parts) {
    marks.push({ mark: 'text', x, y, text: said, font, size, ink, width: wide, turned: degrees });
    x += wide * cos;
    y -= wide * sin;
  }
  return marks;
}

/** Of a cover what its band leaves, between that and the notice at its foot. */
function roomOf({ sheet }: Setting, on: 'page' | 'cover'): Room {
  const { left, width, height } = { left: sheet.left, width: sheet.right - sheet.left, height: sheet.height };
  if (on === 'cover') return { left, width, top: height * 0.54, height: height * 0.38 };
  return { left, width, top: sheet.top, height: sheet.bottom - sheet.top };
}
