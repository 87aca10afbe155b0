import { chop } from './chop.ts';
import { type Line, SLACK } from './line.ts';
import type { Setting } from './setting.ts';
import { type Part, plainBits, resized } from './words.ts';

/**
 * The lines of plain text in one look, which most cells of a table are: the very lines that are made of atoms, without making any. Nothing where blanks
 * follow one another or belong to a percent sign.
 */
export function plainLines(look: Part, width: number, setting: Setting): readonly Line[] | undefined {
  const { text, font, size } = look;
  if (text.includes('  ') || text.includes(' %')) return undefined;
  const { measurer } = setting;
  const widthOf = (of: string): number => (measurer.width(font, of) * size) / 1000;
  const lines: Line[] = [];
  let [said, used] = ['', 0];
  const turn = (spaced: boolean): void => {
    lines.push({ parts: [resized(look, said, used)], width: used, spaced });
    [said, used] = ['', 0];
  };
  const blank = widthOf(' ');
  const room = (gap: boolean): number => width - used - (gap ? blank : 0) + SLACK;
  const add = (bit: string, bitWidth: number, gap: boolean): void => {
    if (gap) used += blank;
    said = gap ? `${said} ${bit}` : said + bit;
    used += bitWidth;
  };
  const addChopped = (bit: string, bitWidth: number): void => {
    for (const [part] of chop([resized(look, bit, bitWidth)], width, measurer)) {
      if (!part) continue;
      if (said !== '') turn(false);
      add(part.text, part.width, false);
    }
  };
  for (const word of text.split(' ')) {
    const bits = plainBits(word, font);
    const widths = bits.map(widthOf);
    let gap = said !== '';
    const whole = widths.reduce((sum, one) => sum + one, 0);
    if (whole > room(gap) && gap && fitting(widths, 0, room(gap)) === 0) {
      turn(true);
      gap = false;
    }
    let at = 0;
    while (at < bits.length) {
      const count = whole <= room(gap) && at === 0 ? bits.length : fitting(widths, at, room(gap));
      if (count === 0 && said === '') {
        addChopped(bits[at] ?? '', widths[at] ?? 0);
        at += 1;
        continue;
      }
      for (const end = at + count; at < end; at += 1) {
        add(bits[at] ?? '', widths[at] ?? 0, gap);
        gap = false;
      }
      if (at < bits.length) turn(gap);
      gap = false;
    }
  }
  if (said !== '') turn(false);
  return lines;
}

/** How many of the widths from `at` on have room together. */
function fitting(widths: readonly number[], at: number, room: number): number {
  let used = 0;
  for (let index = at; index < widths.length; index += 1) {
    used += widths[index] ?? 0;
    if (used > room) return index - at;
  }
  return widths.length - at;
}
