import { chop, isHyphenated, lineOf } from './chop.ts';
import { plainClusters } from './clusters.ts';
import { type Line, SLACK } from './line.ts';
import type { Measurer } from './measurer.ts';
import type { Setting } from './setting.ts';
import { breaksInside, type Part, resized } from './words.ts';

/**
 * The lines of plain text in one look, which most cells of a table are: the very lines that are made of atoms, without making any. Nothing where blanks
 * follow one another or belong to a percent sign, or where a word itself may break.
 */
export function plainLines(look: Part, width: number, setting: Setting): readonly Line[] | undefined {
  const { text, font, size } = look;
  if (text.includes('  ') || text.includes(' %') || breaksInside(text)) return undefined;
  const { measurer } = setting;
  const blank = (measurer.width(font, ' ') * size) / 1000;
  const filling: Filling = { look, lines: [], from: 0, to: 0, width: 0 };
  for (let from = 0; from < text.length; ) {
    const found = text.indexOf(' ', from);
    const to = found < 0 ? text.length : found;
    const wordWidth = (measurer.width(font, text, from, to) * size) / 1000;
    const begun = filling.to > filling.from;
    if (begun && wordWidth <= width - filling.width - blank + SLACK) {
      filling.width += blank;
      filling.width += wordWidth;
      filling.to = to;
    } else {
      if (begun) turn(filling, true);
      if (wordWidth <= width + SLACK) open(filling, from, to, wordWidth);
      else chopWord(filling, from, to, { width, wordWidth, measurer });
    }
    from = to + 1;
  }
  if (filling.to > filling.from) turn(filling, false);
  return filling.lines;
}

/** The lines so far, and the stretch of the text that the line being filled has. */
interface Filling {
  readonly look: Part;
  lines: Line[];
  from: number;
  to: number;
  width: number;
}

function open(filling: Filling, from: number, to: number, width: number): void {
  filling.from = from;
  filling.to = to;
  filling.width = width;
}

function turn(filling: Filling, spaced: boolean): void {
  const { look, from, to, width } = filling;
  close(filling, resized(look, look.text.slice(from, to), width), spaced);
  filling.from = to;
}

/** A literal for the first, since what a literal holds takes no more room than that. */
function close(filling: Filling, part: Part, spaced: boolean): void {
  const line = { parts: [part], width: part.width, spaced };
  if (filling.lines.length === 0) filling.lines = [line];
  else filling.lines.push(line);
}

/** The last of its lines stays open for the words that follow. */
function chopWord(
  filling: Filling,
  from: number,
  to: number,
  { width, wordWidth, measurer }: { readonly width: number; readonly wordWidth: number; readonly measurer: Measurer },
): void {
  const { look } = filling;
  const word = resized(look, look.text.slice(from, to), wordWidth);
  if (isHyphenated(word)) {
    const chopped = chop([word], width, measurer).flat();
    const last = chopped.pop();
    for (const part of chopped) close(filling, part, false);
    if (last) open(filling, to - last.text.length, to, last.width);
    return;
  }
  const text = plainClusters(look.text, from, to);
  for (let at = 0; at < text.count; ) {
    if (at > 0) turn(filling, false);
    const end = at + lineOf(text, at, look, width, measurer);
    const pieceWidth = (measurer.width(look.font, look.text, from + at, from + end) * look.size) / 1000;
    open(filling, from + at, from + end, pieceWidth);
    at = end;
  }
}
