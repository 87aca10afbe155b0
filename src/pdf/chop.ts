import type { FontName } from '../model/page.ts';
import { between, type Clusters, clustersOf, placeOf } from './clusters.ts';
import { hyphenPoint, isCompound } from './hyphenate.ts';
import { SLACK } from './line.ts';
import type { Measurer } from './measurer.ts';
import { type Part, resized } from './words.ts';

const PREFERRED = /[/\\._\-@&=?,:;|)\]}+]/;
/** Of names written as one word: `ServicesCooperative`. */
const JOINT = /^\p{Ll}{2}\p{Lu}\p{Ll}$/u;
const LOOK_BACK = 14;
const HYPHEN = '-';
const ASCII = 128;
const BLANK = 0x20;

/**
 * A token too long for a line, cut into lines: near a separator or a joint of words where there is one, never inside a character or before its marks. A long word of a language
 * gets a hyphen where it is cut; a value never does, for a reader would take it for a part of it.
 */
export function chop(parts: readonly Part[], width: number, measurer: Measurer): readonly (readonly Part[])[] {
  const lines: Part[][] = [];
  let line: Part[] = [];
  let used = 0;
  for (const part of parts) {
    const text = clustersOf(part.text);
    const hyphen = isHyphenated(part) ? HYPHEN : '';
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
      const cut = between(text, from, to);
      const shown = all || taken === 0 ? cut : cut + hyphen;
      const made = resized(part, shown, (measurer.width(part.font, shown) * part.size) / 1000);
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

export function isHyphenated({ text, font }: Part): boolean {
  return font !== 'mono' && font !== 'monobold' && isCompound(text);
}

/** How many characters from one of them on make a line of their own, of a token that gets no hyphen. */
export function lineOf(text: Clusters, from: number, look: Part, width: number, measurer: Measurer): number {
  const count = fittingCount(text, from, look, width, measurer);
  return Math.max(1, from + count === text.count ? count : preferred(text, from, count));
}

/** How many characters stay before a cut: up to a hyphen of ours, or near a separator. */
function cutOf(
  text: Clusters,
  from: number,
  count: number,
  at: { readonly part: Part; readonly hyphen: string; readonly room: number; readonly measurer: Measurer },
): number {
  if (at.hyphen === '') return preferred(text, from, count);
  const { part, measurer } = at;
  const room = at.room - (measurer.width(part.font, at.hyphen) * part.size) / 1000;
  const letters = Array.from({ length: text.count - from }, (_, index) =>
    between(text, from + index, from + index + 1),
  );
  return hyphenPoint(letters, fittingCount(text, from, part, room, measurer));
}

/** Single widths first, which is cheap; then the true width of the cut, which kerning may have made larger. */
function fittingCount(text: Clusters, from: number, look: Part, room: number, measurer: Measurer): number {
  const { font, size } = look;
  const widths = text.edges === undefined ? asciiWidths(font, measurer) : undefined;
  let used = 0;
  let end = from;
  while (end < text.count) {
    used += widths
      ? ((widths[text.text.charCodeAt(text.from + end)] ?? 0) * size) / 1000
      : widthOf(text, end, end + 1, look, measurer);
    if (used > room + SLACK) break;
    end += 1;
  }
  while (end > from + 1 && widthOf(text, from, end, look, measurer) > room + SLACK) end -= 1;
  return end - from;
}

function widthOf(text: Clusters, from: number, end: number, { font, size }: Part, measurer: Measurer): number {
  return (measurer.width(font, text.text, placeOf(text, from), placeOf(text, end)) * size) / 1000;
}

const known = new WeakMap<Measurer, Map<FontName, Float64Array>>();

/** How wide each character of ASCII is alone, asked once of a font: tokens are cut letter by letter. */
function asciiWidths(font: FontName, measurer: Measurer): Float64Array {
  const ofAll = known.get(measurer) ?? new Map<FontName, Float64Array>();
  known.set(measurer, ofAll);
  let widths = ofAll.get(font);
  if (widths === undefined) {
    widths = Float64Array.from({ length: ASCII }, (_, code) =>
      code > BLANK ? measurer.width(font, String.fromCharCode(code)) : 0,
    );
    ofAll.set(font, widths);
  }
  return widths;
}

function preferred(text: Clusters, from: number, count: number): number {
  for (let cut = count; cut > Math.max(1, count - LOOK_BACK); cut -= 1) {
    if (isSeparator(text, from + cut - 1)) return cut;
  }
  for (let cut = count; cut > Math.max(2, count - LOOK_BACK); cut -= 1) {
    if (isJoint(text, from + cut)) return cut;
  }
  return count;
}

function isSeparator(text: Clusters, index: number): boolean {
  const code = text.text.charCodeAt(placeOf(text, index));
  if (text.edges === undefined && code < ASCII) return PREFERRED_CODES[code] === 1;
  return PREFERRED.test(between(text, index, index + 1));
}

const PREFERRED_CODES = Uint8Array.from({ length: ASCII }, (_, code) =>
  PREFERRED.test(String.fromCharCode(code)) ? 1 : 0,
);

const [CAPITAL_A, CAPITAL_Z] = [0x41, 0x5a];

/** Whether a word begins with the character. */
function isJoint(text: Clusters, index: number): boolean {
  const code = text.text.charCodeAt(placeOf(text, index));
  if (code < ASCII && (code < CAPITAL_A || code > CAPITAL_Z)) return false;
  return JOINT.test(between(text, index - 2, index + 2));
}
