import { hyphenPoint, isCompound } from './hyphenate.ts';
import type { Measurer } from './measurer.ts';
import type { Part } from './words.ts';

const PREFERRED = /[/\\._\-@&=?,:;|)\]}+]/;
const LOOK_BACK = 14;
const HYPHEN = '-';

/**
 * A token too long for a line, cut into lines: near a separator where there is one, never inside a character or before its marks. A long word of a language
 * gets a hyphen where it is cut; a value never does, for a reader would take it for a part of it.
 */
export function chop(parts: readonly Part[], width: number, measurer: Measurer): readonly (readonly Part[])[] {
  const lines: Part[][] = [];
  let line: Part[] = [];
  let used = 0;
  for (const part of parts) {
    let rest = clusters(part.text);
    const hyphen = part.font !== 'mono' && part.font !== 'monobold' && isCompound(part.text) ? HYPHEN : '';
    while (rest.length > 0) {
      const count = fittingCount(rest, part, width - used, measurer);
      const all = count === rest.length;
      const room = width - used - (hyphen === '' ? 0 : widthOf(hyphen, part, measurer));
      const within = (): number =>
        hyphen === '' ? preferred(rest, count) : hyphenPoint(rest, fittingCount(rest, part, room, measurer));
      const taken = all ? count : within();
      if (taken === 0 && line.length > 0) {
        lines.push(line);
        line = [];
        used = 0;
        continue;
      }
      // A single character wider than the line stands alone on it rather than nowhere.
      const cut = rest.slice(0, Math.max(1, taken)).join('');
      const text = all || taken === 0 ? cut : cut + hyphen;
      const made = { ...part, text, width: widthOf(text, part, measurer) };
      line.push(made);
      used += made.width;
      rest = rest.slice(Math.max(1, taken));
      if (rest.length > 0) {
        lines.push(line);
        line = [];
        used = 0;
      }
    }
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

function clusters(text: string): readonly string[] {
  if (/^[\x21-\x7e]*$/.test(text)) return [...text];
  return text.match(/.\p{M}*/gsu) ?? [];
}

/** Single widths first, which is cheap; then the true width of the cut, which kerning may have made larger. */
function fittingCount(rest: readonly string[], part: Part, room: number, measurer: Measurer): number {
  let used = 0;
  let count = 0;
  while (count < rest.length) {
    used += widthOf(rest[count] ?? '', part, measurer);
    if (used > room + 0.01) break;
    count += 1;
  }
  while (count > 1 && widthOf(rest.slice(0, count).join(''), part, measurer) > room + 0.01) count -= 1;
  return count;
}

function preferred(rest: readonly string[], count: number): number {
  for (let cut = count; cut > Math.max(1, count - LOOK_BACK); cut -= 1) {
    if (PREFERRED.test(rest[cut - 1] ?? '')) return cut;
  }
  return count;
}

function widthOf(text: string, part: Part, measurer: Measurer): number {
  return (measurer.width(part.font, text) * part.size) / 1000;
}
