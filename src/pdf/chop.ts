import { hyphenPoint, isCompound } from './hyphenate.ts';
import type { Measurer } from './measurer.ts';
import { type Part, resized } from './words.ts';

const PREFERRED = /[/\\._\-@&=?,:;|)\]}+]/;
/** Of names written as one word: `ServicesCooperative`. */
const JOINT = /^\p{Ll}{2}\p{Lu}\p{Ll}$/u;
const LOOK_BACK = 14;
const HYPHEN = '-';

/**
 * A token too long for a line, cut into lines: near a separator or a joint of words where there is one, never inside a character or before its marks. A long word of a language
 * gets a hyphen where it is cut; a value never does, for a reader would take it for a part of it.
 */
export function chop(parts: readonly Part[], width: number, measurer: Measurer): readonly (readonly Part[])[] {
  const lines: Part[][] = [];
  let line: Part[] = [];
  let used = 0;
  for (const part of parts) {
    const text = clusters(part.text);
    const hyphen = part.font !== 'mono' && part.font !== 'monobold' && isCompound(part.text) ? HYPHEN : '';
    let from = 0;
    while (from < text.count) {
      const count = fittingCount(text, from, part, width - used, measurer);
      const all = count === text.count - from;
      const taken = all ? count : cutOf(text, from, count, { part, hyphen, room: width - used, measurer });
      if (taken === 0 && line.length > 0) {
        lines.push(line);
        line = [];
        used = 0;
        continue;
      }
      // A single character wider than the line stands alone on it rather than nowhere.
      const to = from + Math.max(1, taken);
      const cut = text.between(from, to);
      const shown = all || taken === 0 ? cut : cut + hyphen;
      const made = resized(part, shown, widthOf(shown, part, measurer));
      line.push(made);
      used += made.width;
      from = to;
      if (from < text.count) {
        lines.push(line);
        line = [];
        used = 0;
      }
    }
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

/** A text by its characters, each with its marks. */
interface Clusters {
  readonly count: number;
  between(from: number, to: number): string;
}

function clusters(text: string): Clusters {
  if (/^[\x21-\x7e]*$/.test(text)) return { count: text.length, between: (from, to) => text.slice(from, to) };
  const all = text.match(/.\p{M}*/gsu) ?? [];
  return { count: all.length, between: (from, to) => all.slice(from, to).join('') };
}

/** How many characters stay before a cut: up to a hyphen of ours, or near a separator. */
function cutOf(
  text: Clusters,
  from: number,
  count: number,
  at: { readonly part: Part; readonly hyphen: string; readonly room: number; readonly measurer: Measurer },
): number {
  if (at.hyphen === '') return preferred(text, from, count);
  const room = at.room - widthOf(at.hyphen, at.part, at.measurer);
  const letters = Array.from({ length: text.count - from }, (_, index) => text.between(from + index, from + index + 1));
  return hyphenPoint(letters, fittingCount(text, from, at.part, room, at.measurer));
}

/** Single widths first, which is cheap; then the true width of the cut, which kerning may have made larger. */
function fittingCount(text: Clusters, from: number, part: Part, room: number, measurer: Measurer): number {
  let used = 0;
  let count = 0;
  while (from + count < text.count) {
    used += widthOf(text.between(from + count, from + count + 1), part, measurer);
    if (used > room + 0.01) break;
    count += 1;
  }
  while (count > 1 && widthOf(text.between(from, from + count), part, measurer) > room + 0.01) count -= 1;
  return count;
}

function preferred(text: Clusters, from: number, count: number): number {
  for (let cut = count; cut > Math.max(1, count - LOOK_BACK); cut -= 1) {
    if (PREFERRED.test(text.between(from + cut - 1, from + cut))) return cut;
  }
  for (let cut = count; cut > Math.max(2, count - LOOK_BACK); cut -= 1) {
    if (JOINT.test(text.between(from + cut - 2, from + cut + 2))) return cut;
  }
  return count;
}

function widthOf(text: string, part: Part, measurer: Measurer): number {
  return (measurer.width(part.font, text) * part.size) / 1000;
}
