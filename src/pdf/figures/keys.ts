import type { Mark } from '../../model/page.ts';
import type { Strip } from '../setting.ts';
import { baselineOf, lineMarks } from '../typeset.ts';
import { type Easel, setLabel, strip, widthOf } from './kit.ts';

/** What a sign of a picture means. */
export interface Key {
  readonly text: string;
  /** The sign, its left edge and the middle of its height given. */
  draw(left: number, middle: number): readonly Mark[];
}

const GAP = 5;
const APART = 16;

/** Signs with their words, in as many rows as they need; `size` is the width that each sign may take. A key without words is left out. */
export function keyStrip(all: readonly Key[], size: number, easel: Easel): Strip {
  const { setting } = easel;
  const style = { ...setting.theme.type.label, ink: setting.theme.muted };
  const keys = all.filter(({ text }) => text.trim() !== '');
  const room = setting.width - size - GAP;
  const marks: Mark[] = [];
  let x = setting.left;
  let y = 0;
  for (const { text, draw } of keys) {
    const width = Math.min(room, widthOf(text, style, easel)) + size + GAP;
    if (x > setting.left && x + width > setting.left + setting.width) {
      x = setting.left;
      y += style.leading + 3;
    }
    const lines = setLabel(text, style, room, easel);
    // In the middle of the small letters, where signs look level with words.
    marks.push(...draw(x, y + baselineOf(style) - style.size * 0.34));
    for (const [index, line] of lines.entries())
      marks.push(...lineMarks(line, { x: x + size + GAP, y: y + index * style.leading, width: room, style }));
    y += Math.max(0, lines.length - 1) * style.leading;
    x += width + APART;
  }
  return keys.length === 0 ? strip(0, []) : strip(y + style.leading, marks, 8);
}
